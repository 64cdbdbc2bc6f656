import { createHash } from 'node:crypto';
import { gewist, persoonGewist } from '../../process/feiten/project.ts';
import {
  countIn,
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

/** All rows of one project, as they were at one moment. */
export interface Copy {
  readonly project: string;
  /** Number of the last event. */
  readonly n: number;
  /** The head comes last: a project exists only when its head does. */
  readonly rows: readonly Row[];
}

const TRIES = 5;
const ERASING = [gewist.name, persoonGewist.name];

/**
 * A project's rows as they were at one number of its head, read as the log itself is: newer events are left out, with
 * what was stored together with them. Undefined when there is no such project. Throws `LogBroken` when an event is
 * missing, or `StorageDown`.
 */
export async function readCopy(table: Table, project: string): Promise<Copy | undefined> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const head = await table.get(keyOf(project), HEAD);
    if (!head) return undefined;
    const found = await table.range(project, '!', LAST);
    const n = Number(head['n']);
    // An erasure meanwhile has blanked rows that were not read yet, or will blank rows that were.
    if (found.some((row) => ERASING.includes(String(row['kind'])) && numberIn(row) > n)) continue;
    const rows = found.filter((row) => row.rowKey !== HEAD && numberIn(row) <= n);
    const events = rows.filter(isEvent);
    let last = 0;
    for (const row of events) {
      last += countIn(row);
      if (row.rowKey !== eventKey(last))
        throw new LogBroken(`log of ${project}: event ${last} is missing`);
    }
    if (last !== n) throw new LogBroken(`log of ${project}: event ${n} is missing`);
    return { project, n, rows: [...rows, head].map(bare) };
  }
  throw new StorageDown('the project changed each time it was read');
}

/** A log with a fault in it cannot be copied. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken';
}

/** A row that belongs to no event belongs to the project itself, and is always copied. */
function numberIn(row: Row): number {
  const { rowKey } = row;
  if (isEvent(row)) return Number(rowKey.slice(2));
  if (rowKey.startsWith('s_')) return Number(row['n']);
  if (rowKey.startsWith('o_')) return Number(rowKey.slice(2, 2 + digits(0).length));
  return 0;
}

const isEvent = ({ rowKey }: Row) => rowKey.startsWith('e_');

/** Without the properties that storage adds. */
export function bare(found: Found | Row): Row {
  const { partitionKey, rowKey, ...rest } = found as Row & { etag?: string; timestamp?: string };
  const own = Object.entries(rest).filter(
    ([name]) => name !== 'etag' && name !== 'timestamp' && !name.startsWith('odata.'),
  );
  return { partitionKey, rowKey, ...Object.fromEntries(own) };
}

/** Covers the events alone, whatever the order of their properties: two logs with the same digest hold the same events. */
export function digestOf({ rows }: Pick<Copy, 'rows'>): string {
  const hash = createHash('sha256');
  for (const row of rows.filter(isEvent))
    hash.update(JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash.digest('hex');
}

/**
 * Puts a project back where there is none. False, with nothing changed, when there is one already. It may be repeated
 * after an interruption, also with another copy: the head comes last, and what an earlier try left behind is removed
 * first. Throws `StorageDown`.
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

/** Groups of as many rows as one transaction takes. */
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
