import { odata, type TableClient } from '@azure/data-tables';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, limitOf } from './ending.ts';
import { failureOf, StorageDown } from './failure.ts';
import { writeAll, writeOne, type Found, type Write } from './write.ts';

/** Milliseconds of a monotonic clock: only differences mean anything. */
export type Clock = () => number;

/**
 * What became of a write. `conflict`: refused, because a row exists already, has changed or is gone. `unknown`: it may or
 * may not have taken hold, or still may. `too-big`: refused by the service.
 */
type Written =
  | { kind: 'done'; etag: string }
  | { kind: 'conflict' }
  | { kind: 'unknown' }
  | { kind: 'too-big' };

/** A table with time limits and plain outcomes. `until` is a moment on the clock; without it each call has 2 s. */
export interface Table {
  /** One row; undefined when it is not there. Throws `StorageDown`. */
  get(partition: string, row: string, until?: number): Promise<Found | undefined>;
  /** The rows of one partition with `from` ≤ row key ≤ `to`, in order, all pages. Throws `StorageDown`. */
  range(partition: string, from: string, to: string, until?: number): Promise<Found[]>;
  /** Every row, in order of the keys: for tables that stay small. Throws `StorageDown`. */
  all(): Promise<Found[]>;
  /** The partitions that hold a row with this key. Reads the whole table. Throws `StorageDown`. */
  partitionsWith(row: string): Promise<string[]>;
  /**
   * One write, or several of one partition as one transaction: all or nothing. Never sent twice. The etag is that of
   * the first row.
   */
  write(writes: readonly [Write, ...Write[]], until?: number): Promise<Written>;
}

/** An invoke has 5 s in all, so one slow call may not take all of it (risk R05). */
const CALL_LIMIT_MS = 2_000;
/** The service may take 5 s for one page of a scan, and nothing waits for it. */
const SCAN_LIMIT_MS = 30_000;
const TRIES = 3;
const PAUSE_MS = 150;

/**
 * Opens a table over its client. The client's own retries must be off, because a repeated write cannot be told from that
 * of another.
 */
export function tableOver(client: TableClient, clock: Clock): Table {
  const limit = (until: number, most = CALL_LIMIT_MS) => ({
    abortSignal: limitOf(Math.max(1, Math.min(most, Math.ceil(until - clock())))),
  });

  /** Reading is harmless, so it is tried again while there is time. */
  async function reading<T>(until: number, call: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await call();
      } catch (error) {
        if (failureOf(error) !== 'unknown') throw error;
        const wait = PAUSE_MS * (0.5 + Math.random());
        if (tries === TRIES || clock() + wait >= until || hasEnded()) throw down(error);
        await pause(wait);
      }
    }
  }

  async function page(
    filter: string,
    continuationToken: string | undefined,
    until: number,
    most?: number,
  ) {
    const queryOptions = filter === '' ? {} : { filter };
    const first = client
      .listEntities<Found>({ queryOptions, ...limit(until, most) })
      .byPage(continuationToken === undefined ? {} : { continuationToken });
    for await (const found of first) return found;
    return Object.assign([], { continuationToken: undefined });
  }

  async function pages(filter: string, until: number, most?: number): Promise<Found[]> {
    const rows: Found[] = [];
    let token: string | undefined;
    // A page may be empty and still have a successor.
    do {
      const found = await reading(until, () => page(filter, token, until, most));
      rows.push(...found);
      token = found.continuationToken;
    } while (token !== undefined);
    return rows;
  }

  return {
    get: (partition, row, until = Infinity) =>
      reading(until, async () => {
        try {
          return await client.getEntity<Found>(partition, row, limit(until));
        } catch (error) {
          if (failureOf(error) === 'conflict') return undefined;
          throw error;
        }
      }),

    range: (partition, from, to, until = Infinity) =>
      pages(odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey le ${to}`, until),

    all: () => pages('', Infinity, SCAN_LIMIT_MS),

    partitionsWith: async (row) => {
      const rows = await pages(odata`RowKey eq ${row}`, Infinity, SCAN_LIMIT_MS);
      return rows.map(({ partitionKey }) => partitionKey);
    },

    write: async ([first, ...more], until = Infinity) => {
      try {
        const etag =
          more.length === 0
            ? await writeOne(client, first, limit(until))
            : await writeAll(client, [first, ...more], limit(until));
        return etag === undefined ? { kind: 'unknown' } : { kind: 'done', etag };
      } catch (error) {
        const kind = failureOf(error);
        if (kind === 'bug') throw error;
        return { kind };
      }
    },
  };
}

/** Repeats a write that may be done twice, until it is done. A row that is gone already counts as deleted. */
export async function settle(
  table: Table,
  write: Extract<Write, { op: 'put' | 'merge' | 'delete' }>,
) {
  for (let tries = 1; ; tries++) {
    const { kind } = await table.write([write]);
    if (kind === 'done' || (kind === 'conflict' && write.op === 'delete')) return;
    if (kind !== 'unknown')
      throw new Error(`${write.op} of ${write.row.rowKey.slice(0, 2)}: ${kind}`);
    if (tries === TRIES || hasEnded()) throw new StorageDown('not known whether it was written');
    await pause(PAUSE_MS * (0.5 + Math.random()));
  }
}

function down(cause: unknown): StorageDown {
  return new StorageDown('storage gave no usable answer in time', { cause });
}
