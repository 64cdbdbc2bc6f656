import { remember } from '../memory/remember.ts';
import { chunks, joined, keyOf } from './table/rows.ts';
import { settle, type Table } from './table/table.ts';

export interface Places {
  /** How to reach a conversation: the port's Place as JSON. Undefined when it was never seen. */
  place(conversation: string): Promise<string | undefined>;
  /** Written only when it differs from what this instance saved last, so leave out what differs for each message. */
  savePlace(conversation: string, place: string): Promise<void>;
  /** Forgets how to reach a conversation, until it is seen again. */
  forgetPlace(conversation: string): Promise<void>;
  /** True for exactly one of all who ask within this time, on whatever instance. `now`: UTC ISO. */
  isEerste(conversation: string, now: string, withinMs: number): Promise<boolean>;
}

const PLACE = keyOf('r_place');
const ASKED = keyOf('r_asked');
const REMEMBERED = 1_000;

/** The addresses in the table `wegwijzer`. */
export function openPlaces(table: Table, partitionOf: (conversation: string) => string): Places {
  const saved = remember<string>(REMEMBERED);

  return {
    place: async (conversation) => {
      const row = await table.get(partitionOf(conversation), PLACE);
      return row && (joined(row, 'place') as string);
    },
    savePlace: async (conversation, place) => {
      const partitionKey = partitionOf(conversation);
      if (saved.get(partitionKey) === place) return;
      await settle(table, {
        op: 'put',
        row: { partitionKey, rowKey: PLACE, ...chunks('place', place) },
      });
      saved.set(partitionKey, place);
    },
    forgetPlace: async (conversation) => {
      const partitionKey = partitionOf(conversation);
      saved.delete(partitionKey);
      await settle(table, { op: 'delete', row: { partitionKey, rowKey: PLACE } });
    },
    isEerste: async (conversation, now, withinMs) => {
      const partitionKey = partitionOf(conversation);
      const found = await table.get(partitionKey, ASKED);
      if (Date.parse(now) - Date.parse(String(found?.['at'] ?? '')) <= withinMs) return false;
      const row = { partitionKey, rowKey: ASKED, at: now };
      const { kind } = await table.write([
        found ? { op: 'replace', row, etag: found.etag } : { op: 'create', row },
      ]);
      return kind === 'done';
    },
  };
}
