import { randomUUID } from 'node:crypto';
import { keyOf } from './table/rows.ts';
import type { Table } from './table/table.ts';
import type { Row } from './table/write.ts';

/** Work that is done once a day, by one of all instances. All throw `StorageDown`. `now`: UTC ISO. */
export interface Daily {
  /**
   * The turn to do it, for `TURN_MS` at a time. Undefined when it is done for this date, or when somebody else is at it; who
   * stopped halfway loses the turn to whoever asks first.
   */
  take(work: string, datum: string, now: string): Promise<Turn | undefined>;
}

export interface Turn {
  /** Longer work says that it goes on. False when somebody else has taken over: then it stops. */
  keep(now: string): Promise<boolean>;
  /** Done for this date. */
  end(): Promise<unknown>;
  /** Not done: another may begin at once. */
  leave(): Promise<unknown>;
}

const TURN_MS = 10 * 60_000;
/** Not at each step: once in so long is enough. */
const KEEP_EVERY_MS = 60_000;
const PARTITION = keyOf('d_daily');

/** Turns in the table `wekker`. */
export function openDaily(table: Table): Daily {
  const holder = randomUUID();

  return {
    take: async (work, datum, now) => {
      const rowKey = keyOf(`d_${datum}_${work}`);
      const row = (until: string, done: boolean): Row => ({
        ...{ partitionKey: PARTITION, rowKey, holder, until, done },
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
