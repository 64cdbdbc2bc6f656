import type { Event } from '../../process/feiten/project.ts';
import type { Versions } from '../../process/feiten/versies.ts';
import { eventKey, eventsOf, keyOf } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import type { Found } from '../table/write.ts';

/** Where the logs are, and how their events are read. */
export interface Rows {
  readonly table: Table;
  readonly versions: Versions;
}

/**
 * The events with these numbers, of a log whose head was read before. Newer ones are left for the next time, so that a
 * commit between two pages cannot come in half. Throws when an event is missing: that is a defect, and no decision may
 * rest on such a log.
 */
export async function readEvents(
  { table, versions }: Rows,
  projectId: string,
  { from, to }: { from: number; to: number },
  until?: number,
): Promise<Event[]> {
  const found = await readRows({ table, versions }, projectId, { from, to }, until);
  // A row may begin before the first that is asked for.
  const events = found.flatMap(({ events: inRow }) => inRow).filter(({ n }) => n >= from);
  for (let n = from; n <= to; n++) {
    if (events[n - from]?.n !== n) throw new Error(`log of ${projectId}: event ${n} is missing`);
  }
  return events;
}

/** The rows with these numbers, each with its events. The last number is one of a head: it ends a row. */
export async function readRows(
  { table, versions }: Rows,
  projectId: string,
  { from, to }: { from: number; to: number },
  until?: number,
): Promise<{ row: Found; events: Event[] }[]> {
  if (from > to) return [];
  const rows = await table.range(keyOf(projectId), eventKey(from), eventKey(to), until);
  return rows.map((row) => ({ row, events: eventsOf(row, versions) }));
}
