import { z } from 'zod';
import { gewist, type Event } from '../process/feiten/project.ts';
import type { Versions } from '../process/feiten/versies.ts';
import type { Archive } from '../storage/files/archive.ts';
import type { Log } from '../storage/log/log.ts';

/**
 * One erasure, as it is kept beside the backups. `events`: what it erased, by number and moment, because after an older
 * copy was put back the same number may stand for another event.
 */
const Erasure = z.object({
  n: z.number(),
  at: z.string(),
  v: z.number().default(1),
  velden: z.array(z.string()),
  events: z.array(z.object({ n: z.number(), at: z.string() })),
});
export type Erasure = z.infer<typeof Erasure>;

const pathOf = (projectId: string) => `gewist/${projectId}.json`;

/** Keeps what was erased, without a word of it, so that an older copy that is put back does not bring it back. */
export function erasuresIn(archive: Archive, log: Pick<Log, 'events' | 'versions'>) {
  return {
    /** Writes down all erasures of a project. Does no harm when repeated. Throws `StorageDown`. */
    remember: async (projectId: string): Promise<void> => {
      const [before, events] = await Promise.all([
        readErasures(archive, projectId, log.versions),
        log.events(projectId),
      ]);
      const all = new Map(
        [...before, ...erasuresOf(events)].map((erasure) => [
          `${erasure.n} ${erasure.at}`,
          erasure,
        ]),
      );
      if (all.size === before.length) return;
      await archive.put(pathOf(projectId), Buffer.from(JSON.stringify([...all.values()])));
    },
  };
}

/** What was ever erased of a project, in whatever copy of it, with the names of now. Throws `StorageDown`. */
export async function readErasures(
  archive: Archive,
  projectId: string,
  versions: Versions,
): Promise<Erasure[]> {
  const bytes = await archive.get(pathOf(projectId));
  const kept = bytes ? z.array(Erasure).parse(JSON.parse(bytes.toString())) : [];
  return kept.map((erasure) => ({ ...erasure, ...current(erasure, versions) }));
}

/** The fields that it is about by now: read as the event that it was. */
function current({ n, at, v, velden }: Erasure, versions: Versions) {
  const said = { kind: gewist.name, id: '', n, at, v, by: '', facts: { events: [], velden } };
  const now = versions.current(said);
  return { v: now.v, velden: (now.facts as { velden: string[] }).velden };
}

function erasuresOf(events: readonly Event[]): Erasure[] {
  return events
    .filter(({ kind }) => kind === gewist.name)
    .map(({ n, at, v, facts }) => {
      const { events: numbers, velden } = facts as { events: number[]; velden: string[] };
      return {
        n,
        at,
        v,
        velden,
        events: numbers.map((erased) => ({ n: erased, at: events[erased - 1]?.at ?? '' })),
      };
    });
}

/**
 * The part of an erasure that this log still has to say; undefined when it holds all of it, or when it belongs to another
 * log.
 */
export function stillToErase(events: readonly Event[], { velden, events: erased }: Erasure) {
  const said = erasuresOf(events);
  const isSaid = (n: number) =>
    velden.every((veld) =>
      said.some(
        (erasure) => erasure.velden.includes(veld) && erasure.events.some((event) => event.n === n),
      ),
    );
  const numbers = erased
    .filter(({ n, at }) => events[n - 1]?.at === at && !isSaid(n))
    .map(({ n }) => n);
  return numbers.length > 0 ? { events: numbers, velden } : undefined;
}
