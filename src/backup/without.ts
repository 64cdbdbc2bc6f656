import { blank, isAnders, persoonGewist, type Event } from '../process/feiten/project.ts';
import { tekstIn } from '../process/contract/decision.ts';
import type { Versions } from '../process/feiten/versies.ts';
import { eventsOf, joined, rowAgain } from '../storage/table/rows.ts';
import type { Row } from '../storage/table/write.ts';
import { stillToErase, type Erasure } from './erasures.ts';

/** The rows of a project without what was erased, and the conversations of people of whom everything was. */
export interface Without {
  rows: readonly Row[];
  chats: readonly string[];
}

/**
 * Takes out of the rows of a project what was ever erased, by its own log or by these: it is in no copy that is made, and
 * never there again after one was put back, not even for a moment.
 */
export function withoutErased(
  rows: readonly Row[],
  erasures: readonly Erasure[],
  versions: Versions,
): Without {
  const eventsIn = (row: Row) => (row.rowKey.startsWith('e_') ? eventsOf(row, versions) : []);
  const events = rows.flatMap(eventsIn);
  const erasing = erasures.flatMap((erasure): Event[] => {
    const deel = stillToErase(events, erasure);
    if (!deel) return [];
    const facts = { wie: erasure.wie, delen: [{ ...deel }] };
    return [{ ...(events[0] as Event), id: '', n: 0, kind: persoonGewist.name, facts }];
  });
  const blanked = new Map(blank([...events, ...erasing]).map((event) => [event.n, event] as const));
  const wie = new Set(
    [...events, ...erasing]
      .filter(({ kind }) => kind === persoonGewist.name)
      .map(({ facts }) => tekstIn(facts ?? {}, 'wie')),
  );
  const theirs = rows.filter((row) => isOver(row, wie));
  return {
    rows: rows
      .filter((row) => !isOver(row, wie))
      .map((row) => {
        const read = eventsIn(row);
        const clean = read.map((event) => blanked.get(event.n) ?? event);
        return read.some((event, at) => isAnders(event, clean[at])) ? rowAgain(row, clean) : row;
      }),
    chats: theirs.flatMap((row) => (row['conversation'] ? [String(row['conversation'])] : [])),
  };
}

/** True for the row of a message that went to one of these people alone, or answered one of them. */
function isOver(row: Row, wie: ReadonlySet<string>): boolean {
  if (!/^[kor]_/.test(row.rowKey)) return false;
  const { aan, voor } = (joined(row, 'facts') ?? {}) as { aan?: unknown; voor?: unknown };
  return [aan, voor].some((id) => typeof id === 'string' && id !== '' && wie.has(id));
}
