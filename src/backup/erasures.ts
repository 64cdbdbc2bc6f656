import { z } from 'zod';
import {
  gewist,
  persoonGewist,
  wissingenVan,
  type Event,
  type Facts,
  type Wissing,
} from '../process/feiten/project.ts';
import { tekstIn } from '../process/contract/decision.ts';
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
  /** What facts of these events read as since. */
  feiten: z.record(z.string(), z.json()).default({}),
  /** Deelnemer id, when all of a person was erased; empty for one text. */
  wie: z.string().default(''),
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
          // Everything of a person takes several: each is about other fields of other events.
          `${erasure.n} ${erasure.at} ${erasure.events[0]?.n ?? 0} ${erasure.velden.join()}`,
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

/** What it is about by now: read as the event that it was. */
function current({ n, at, v, velden, feiten, wie }: Erasure, versions: Versions) {
  const deel = { events: [], velden, feiten: feiten as Facts };
  const said = { kind: persoonGewist.name, id: '', n, at, v, by: '' };
  const now = versions.current({ ...said, facts: { wie, delen: [deel] } });
  const [nu = deel] = wissingenVan(now);
  return { v: now.v, velden: [...nu.velden], feiten: nu.feiten as Erasure['feiten'] };
}

const erasuresOf = (events: readonly Event[]): Erasure[] =>
  events.flatMap((event) =>
    wissingenVan(event).map(({ events: numbers, velden, feiten }) => ({
      n: event.n,
      at: event.at,
      v: event.v,
      velden: [...velden],
      feiten: feiten as Erasure['feiten'],
      wie: event.kind === gewist.name ? '' : tekstIn(event.facts ?? {}, 'wie'),
      events: numbers.map((erased) => ({ n: erased, at: events[erased - 1]?.at ?? '' })),
    })),
  );

/**
 * The part of an erasure that this log still has to say; undefined when it holds all of it, or when it belongs to another
 * log.
 */
export function stillToErase(
  events: readonly Event[],
  { velden, feiten, events: erased }: Erasure,
): Wissing | undefined {
  const said = erasuresOf(events);
  const isSaid = (n: number) => {
    const about = said.filter((erasure) => erasure.events.some((event) => event.n === n));
    return (
      velden.every((veld) => about.some((erasure) => erasure.velden.includes(veld))) &&
      Object.keys(feiten).every((feit) => about.some((erasure) => feit in erasure.feiten))
    );
  };
  const numbers = erased
    .filter(({ n, at }) => events[n - 1]?.at === at && !isSaid(n))
    .map(({ n }) => n);
  return numbers.length > 0 ? { events: numbers, velden, feiten } : undefined;
}
