import type { Event } from '../../process/feiten/project.ts';
import type { Versions } from '../../process/feiten/versies.ts';
import { eventKey, eventOf, keyOf } from '../table/rows.ts';
import type { Table } from '../table/table.ts';

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
  if (from > to) return [];
  const rows = await table.range(keyOf(projectId), eventKey(from), eventKey(to), until);
  const events = rows.map((row) => eventOf(row, versions));
  for (let n = from; n <= to; n++) {
    if (events[n - from]?.n !== n) throw new Error(`log of ${projectId}: event ${n} is missing`);
  }
  return events;
}
