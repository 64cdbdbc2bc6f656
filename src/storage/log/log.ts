import { blank, emptyProject, erases, fold, type Event } from '../../process/feiten/project.ts';
import { VERSIONS, type Versions } from '../../process/feiten/versies.ts';
import { appendTo, purge, type Addition, type Appended } from './append.ts';
import { openCache, type Snapshot } from './cache.ts';
import { readEvents, type Rows } from './events.ts';
import { openLine, type InLine } from './line.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { HEAD, isKey, keyOf } from '../table/rows.ts';
import type { Table } from '../table/table.ts';

/** What a submission was answered with, so that a repeat gets the same answer. Holds no text. */
export interface Marker {
  /** Id of the entry that the outcome is about; empty when there is none. */
  readonly about: string;
  /** Number of the last event that the submission made. */
  readonly n: number;
  /** The nonce in its answer. */
  readonly nonce: string;
}

/**
 * The logs of all projects. Reading throws `StorageDown` when there is no answer in time. `until` is a moment on the
 * clock of the tables, in ms; without it each call to storage has 2 s.
 */
export interface Log extends Outbox {
  /** The project as it is now; undefined for an id that is no project's. Takes one call, or two when it has changed. */
  read(projectId: string, until?: number): Promise<Snapshot | undefined>;
  /** The project as this instance knew it last: good enough to try an acceptance on, not to refuse or to show. */
  cached(projectId: string): Snapshot | undefined;
  /** How its events are read, of whatever version they are. */
  readonly versions: Versions;
  /** All that was ever said, in order, without what was erased. */
  events(projectId: string, until?: number): Promise<readonly Event[]>;
  marker(projectId: string, key: string, until?: number): Promise<Marker | undefined>;
  /** Stores the addition on top of the snapshot, in one transaction. Never tries again by itself. */
  append(snapshot: Snapshot, addition: Addition, until?: number): Promise<Appended>;
  /** Takes what was erased out of the rows that did not fit in the transaction that said so. Harmless when repeated. */
  purge(projectId: string): Promise<void>;
  /** The ids of all projects. It reads every partition, so use it once a day. */
  projects(): Promise<string[]>;
  /** Runs one command of a project at a time in this instance. Reading never queues. */
  inLine: InLine;
}

const CACHE_BYTES = 64 * 1024 * 1024;

/** The logs in the table `projecten`, with a cache of folded projects of about `cacheBytes`. */
export function openLog(table: Table, { cacheBytes = CACHE_BYTES, versions = VERSIONS } = {}): Log {
  const rows = { table, versions };
  const cache = openCache(cacheBytes);

  async function read(projectId: string, until?: number): Promise<Snapshot | undefined> {
    if (!isKey(projectId)) return undefined;
    const before = cache.get(projectId);
    const head = await table.get(projectId, HEAD, until);
    const to = Number(head?.['n'] ?? 0);
    // A head that has gone back means that a backup was restored: what was known before does not count.
    if (before && before.project.n >= to && before.version !== head?.etag) cache.drop(before);
    const had = cache.get(projectId);
    if (had && had.project.n >= to) return had;
    if (!head) return undefined;
    const snapshot = {
      ...(await extend(rows, projectId, { had, to }, until)),
      version: head.etag,
    };
    cache.put(snapshot);
    return snapshot;
  }

  return {
    read,
    versions,
    cached: (projectId) => cache.get(projectId),
    events: async (projectId, until) => {
      const head = await table.get(keyOf(projectId), HEAD, until);
      const to = Number(head?.['n'] ?? 0);
      return blank(await readEvents(rows, projectId, { from: 1, to }, until));
    },
    marker: async (projectId, key, until) => {
      if (!isKey(projectId)) return undefined;
      const row = await table.get(projectId, keyOf(`s_${key}`), until);
      return (
        row && { about: String(row['about']), n: Number(row['n']), nonce: String(row['nonce']) }
      );
    },
    append: async (snapshot, addition, until) => {
      const appended = await appendTo(rows, snapshot, addition, until);
      if (appended.kind === 'stored') cache.put(appended.snapshot);
      return appended;
    },
    purge: (projectId) => purge(rows, projectId),
    projects: () => table.partitionsWith(HEAD),
    inLine: openLine(),
    ...openOutbox(table),
  };
}

/**
 * The project with the events up to `to` folded in. It starts from the first event when they erase texts that it may
 * still hold, or when the last folded event differs from the stored one: then an older copy of the project was put back.
 */
async function extend(
  rows: Rows,
  id: string,
  { had, to }: { had: Snapshot | undefined; to: number },
  until?: number,
): Promise<Omit<Snapshot, 'version'>> {
  const from = had?.project.n ?? 0;
  const found = await readEvents(rows, id, { from: Math.max(from, 1), to }, until);
  const newer = from === 0 ? found : found.slice(1);
  const at = found.at(-1)?.at ?? '';
  const goesOn = from === 0 || found[0]?.at === had?.at;
  if (had && goesOn && !erases(newer)) return { project: fold(had.project, newer), at };
  const before = from > 0 ? await readEvents(rows, id, { from: 1, to: from }, until) : [];
  return { project: fold(emptyProject(id), [...before, ...newer]), at };
}
