import { createHash } from 'node:crypto';
import { gewist } from '../../process/feiten/project.ts';
import {
  digits,
  eventKey,
  HEAD,
  keyOf,
  LAST,
  MAX_ROWS,
  MAX_TRANSACTION_BYTES,
  rowBytes,
} from '../table/rows.ts';
import { StorageDown } from '../table/failure.ts';
import { settle, type Table } from '../table/table.ts';
import type { Found, Row, Write } from '../table/write.ts';

/** All that is kept of one project, as it stood at one moment. */
export interface Copy {
  readonly project: string;
  /** Number of the last event. */
  readonly n: number;
  /** The head comes last: until it is there, there is no project. */
  readonly rows: readonly Row[];
}

const TRIES = 5;

/**
 * A project's rows as they stood at one number of its head, read as the log itself is: newer events are left out, with what was
 * stored together with them. Undefined when there is no such project. Throws `LogBroken` when an event is missing, or
 * `StorageDown`.
 */
export async function readCopy(table: Table, project: string): Promise<Copy | undefined> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const head = await table.get(keyOf(project), HEAD);
    if (!head) return undefined;
    const found = await table.range(project, '!', LAST);
    const n = Number(head['n']);
    // An erasure meanwhile blanked rows that were still to be read, or is still to blank what was read already.
    if (found.some((row) => row['kind'] === gewist.name && numberIn(row) > n)) continue;
    const rows = found.filter((row) => row.rowKey !== HEAD && numberIn(row) <= n);
    const events = rows.filter(isEvent);
    events.forEach((row, at) => {
      if (row.rowKey !== eventKey(at + 1))
        throw new LogBroken(`log of ${project}: event ${at + 1} is missing`);
    });
    if (events.length !== n) throw new LogBroken(`log of ${project}: event ${n} is missing`);
    return { project, n, rows: [...rows, head].map(bare) };
  }
  throw new StorageDown('the project changed each time it was read');
}

/** A log that cannot be what it should be: nothing can be copied of it. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken';
}

/** What belongs to no event belongs to the project as such: it is always copied. */
function numberIn(row: Row): number {
  const { rowKey } = row;
  if (isEvent(row)) return Number(rowKey.slice(2));
  if (rowKey.startsWith('s_')) return Number(row['n']);
  if (rowKey.startsWith('o_')) return Number(rowKey.slice(2, 2 + digits(0).length));
  return 0;
}

const isEvent = ({ rowKey }: Row) => rowKey.startsWith('e_');

/** Without what storage adds by itself. */
export function bare(found: Found | Row): Row {
  const { partitionKey, rowKey, ...rest } = found as Row & { etag?: string; timestamp?: string };
  const own = Object.entries(rest).filter(
    ([name]) => name !== 'etag' && name !== 'timestamp' && !name.startsWith('odata.'),
  );
  return { partitionKey, rowKey, ...Object.fromEntries(own) };
}

/** Of the events alone, whatever order their properties came in: two logs with the same digest say the same. */
export function digestOf({ rows }: Pick<Copy, 'rows'>): string {
  const hash = createHash('sha256');
  for (const row of rows.filter(isEvent))
    hash.update(JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash.digest('hex');
}

/**
 * Puts a project back where there is none. False, with nothing changed, when there is one already. What was interrupted may be
 * done again, also with another copy: the head comes last, and what an earlier try left behind goes first. Throws `StorageDown`.
 */
export async function placeCopy(
  table: Table,
  { project, rows }: Pick<Copy, 'project' | 'rows'>,
): Promise<boolean> {
  const head = rows.at(-1);
  if (head?.rowKey !== HEAD) throw new Error(`copy of ${project}: no head`);
  if (await table.get(keyOf(project), HEAD)) return false;
  const wanted = new Set(rows.map(({ rowKey }) => rowKey));
  for (const { partitionKey, rowKey } of await table.range(project, '!', LAST))
    if (!wanted.has(rowKey)) await settle(table, { op: 'delete', row: { partitionKey, rowKey } });
  for (const portion of portions(rows.slice(0, -1))) await settleAll(table, portion);
  await settle(table, { op: 'put', row: head });
  return true;
}

/** As many rows at once as one transaction takes. */
function portions(rows: readonly Row[]): Row[][] {
  const all: Row[][] = [];
  let bytes = Infinity;
  for (const row of rows) {
    const size = rowBytes(row) + 1_000;
    const isFull = bytes + size > MAX_TRANSACTION_BYTES || (all.at(-1)?.length ?? 0) >= MAX_ROWS;
    if (isFull) all.push([]);
    all.at(-1)?.push(row);
    bytes = isFull ? size : bytes + size;
  }
  return all;
}

async function settleAll(table: Table, rows: readonly Row[]): Promise<void> {
  const [first, ...more] = rows.map((row): Write => ({ op: 'put', row }));
  if (!first) return;
  for (let tries = 1; ; tries++) {
    const { kind } = await table.write([first, ...more]);
    if (kind === 'done') return;
    if (kind !== 'unknown') throw new Error(`rows of a copy: ${kind}`);
    if (tries === TRIES) throw new StorageDown('not known whether rows of a copy were written');
  }
}
