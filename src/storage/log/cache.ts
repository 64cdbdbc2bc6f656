import type { Entry, Project } from '../../process/feiten/project.ts';
import { remember } from '../../memory/remember.ts';

/** A project as it was at one version of its head. */
export interface Snapshot {
  readonly project: Project;
  /** ETag of the head; empty for a project that does not exist yet. */
  readonly version: string;
  /**
   * When its last event was accepted, UTC ISO. It tells whether a later head goes on from here, or belongs to a copy that
   * was put back.
   */
  readonly at?: string;
}

export interface Cache {
  get(projectId: string): Snapshot | undefined;
  /** Keeps the newest: an older snapshot never replaces a newer one. */
  put(snapshot: Snapshot): void;
  /** Forgets this snapshot, when it is still the one that is kept. */
  drop(snapshot: Snapshot): void;
}

/** Keeps folded projects up to about `maxBytes` together. The one that was not asked for longest goes first. */
export function openCache(maxBytes: number): Cache {
  const kept = remember<Snapshot>(maxBytes, ({ project }) => projectBytes(project));
  return {
    get: (projectId) => kept.get(projectId),
    put: (snapshot) => {
      const { id, n } = snapshot.project;
      if ((kept.get(id)?.project.n ?? 0) <= n) kept.set(id, snapshot);
    },
    drop: (snapshot) => {
      const { id } = snapshot.project;
      if (kept.get(id) === snapshot) kept.delete(id);
    },
  };
}

/** Entries never change and are reused by the next fold, so that each is measured once. */
const measured = new WeakMap<Entry, number>();

/** A rough measure of a folded project in memory: its texts and facts in UTF-16, and a fixed amount for each entry. */
function projectBytes({ entries }: Project): number {
  let bytes = 1_000;
  for (const ofKind of entries.values())
    for (const entry of ofKind.values()) bytes += entryBytes(entry);
  return bytes;
}

function entryBytes(entry: Entry): number {
  const before = measured.get(entry);
  if (before !== undefined) return before;
  const ENTRY_BYTES = 500;
  const bytes =
    ENTRY_BYTES + 2 * (JSON.stringify(entry.facts).length + JSON.stringify(entry.texts).length);
  measured.set(entry, bytes);
  return bytes;
}
