import { randomUUID } from 'node:crypto';
import { keyOf } from './table/rows.ts';
import type { Table } from './table/table.ts';
import type { Row } from './table/write.ts';

/** Work that one of all instances does once a day. All throw `StorageDown`. `now`: UTC ISO. */
export interface Daily {
  /**
   * Takes the turn to do it, for `TURN_MS` at a time. Undefined when it is done for this date, or when another instance
   * is doing it. An instance that stops halfway loses the turn to the next one that asks.
   */
  take(work: string, datum: string, now: string): Promise<Turn | undefined>;
}

export interface Turn {
  /** Prolongs the turn of longer work. False when another instance has taken over: the work then stops. */
  keep(now: string): Promise<boolean>;
  /** It is done for this date. */
  end(): Promise<unknown>;
  /** It is not done; another instance may begin at once. */
  leave(): Promise<unknown>;
}

const TURN_MS = 10 * 60_000;
/** Prolonging once in this time is enough. */
const KEEP_EVERY_MS = 60_000;
const PARTITION = keyOf('d_daily');

/** Turns in the table `wekker`. */
export function openDaily(table: Table): Daily {
  const holder = randomUUID();

  return {
    take: async (work, datum, now) => {
      const rowKey = keyOf(`d_${datum}_${work}`);
      const row = (until: string, done: boolean): Row => ({
        partitionKey: PARTITION,
        rowKey,
        holder,
        until,
        done,
      });
      const found = await table.get(PARTITION, rowKey);
      if (found?.['done'] === true || String(found?.['until'] ?? '') > now) return undefined;
      const mine = row(after(now), false);
      const taken = await table.write([
        found ? { op: 'replace', row: mine, etag: found.etag } : { op: 'create', row: mine },
      ]);
      if (taken.kind !== 'done') return undefined;

      let { etag } = taken;
      let kept = now;
      const write = async (until: string, done: boolean) => {
        const written = await table.write([{ op: 'replace', row: row(until, done), etag }]);
        if (written.kind === 'done') etag = written.etag;
        return written.kind === 'done';
      };
      return {
        keep: async (at) => {
          if (Date.parse(at) - Date.parse(kept) < KEEP_EVERY_MS) return true;
          kept = at;
          return write(after(at), false);
        },
        end: () => write('', true),
        leave: () => write('', false),
      };
    },
  };
}

const after = (utc: string) => new Date(Date.parse(utc) + TURN_MS).toISOString();
