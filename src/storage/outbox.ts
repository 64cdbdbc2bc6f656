import type { OutboxMessage } from '../process/decision.ts';
import type { Facts } from '../process/project.ts';
import { chunks, digits, joined, keyOf, LAST } from './rows.ts';
import { StorageDown } from './failure.ts';
import type { Table } from './table.ts';
import type { Found, Row, Write } from './write.ts';

/** A message that must be sent, and was stored together with what it tells of. */
export interface OutboxItem extends OutboxMessage {
  /** Its row. */
  readonly key: string;
  /** Number of the last event of its transaction. */
  readonly n: number;
  /** When it was stored, UTC ISO. */
  readonly at: string;
  /** How often sending was begun. More than 0 when one finds it: somebody may have sent it. */
  readonly tries: number;
  readonly version: string;
}

/** A message of ours in Teams that is updated in place. */
export interface Card {
  /** Which one, e.g. the step. */
  readonly id: string;
  readonly activityId: string;
  /** Root message of its thread in a channel; empty elsewhere. */
  readonly thread: string;
  /** Number of the last event that it shows. */
  readonly shown: number;
}

/** What has to be sent and what is shown. Nothing here takes part in a decision. All throw `StorageDown`. */
export interface Outbox {
  /** What has to be sent, in the order in which it was stored. */
  outbox(projectId: string, until?: number): Promise<OutboxItem[]>;
  /** Marks that sending begins. Undefined when somebody else has begun or finished it meanwhile. */
  beginSending(
    projectId: string,
    item: OutboxItem,
    until?: number,
  ): Promise<OutboxItem | undefined>;
  /** Takes the mark of `beginSending` back: Teams surely did not take the message. */
  putBack(projectId: string, item: OutboxItem, until?: number): Promise<void>;
  /** Takes a message out and stores the cards it became, as one. False when it was out already. */
  finish(
    projectId: string,
    item: OutboxItem,
    cards: readonly Card[],
    until?: number,
  ): Promise<boolean>;
  card(projectId: string, id: string, until?: number): Promise<Card | undefined>;
  saveCard(projectId: string, card: Card, until?: number): Promise<void>;
}

/** The row of the nth message of the transaction that ends with event `n`. */
export function outboxRow(
  projectId: string,
  { n, nth, at }: { n: number; nth: number; at: string },
  message: OutboxMessage,
): Row {
  const key = `o_${digits(n)}_${String(nth).padStart(2, '0')}`;
  return itemRow(projectId, { ...message, key, at, tries: 0 });
}

type Stored = Omit<OutboxItem, 'n' | 'version'>;

const itemRow = (projectId: string, { key, soort, facts, at, tries }: Stored): Row => ({
  partitionKey: keyOf(projectId),
  rowKey: keyOf(key),
  ...{ soort, at, tries },
  ...chunks('facts', facts),
});

const itemOf = (row: Found): OutboxItem => ({
  key: row.rowKey,
  n: Number(row.rowKey.split('_')[1]),
  soort: String(row['soort']),
  facts: joined(row, 'facts') as Facts,
  at: String(row['at']),
  tries: Number(row['tries']),
  version: row.etag,
});

const cardRow = (projectId: string, { id, activityId, thread, shown }: Card): Row => ({
  partitionKey: keyOf(projectId),
  rowKey: keyOf(`k_${id}`),
  ...{ activityId, thread, shown },
});

const cardOf = (row: Found): Card => ({
  id: row.rowKey.slice(2),
  activityId: String(row['activityId']),
  thread: String(row['thread']),
  shown: Number(row['shown']),
});

export function openOutbox(table: Table): Outbox {
  /** The version of the first row; undefined when a row had changed or was gone, and nothing was done. */
  async function write(writes: [Write, ...Write[]], until?: number): Promise<string | undefined> {
    const written = await table.write(writes, until);
    if (written.kind === 'too-big') throw new Error('a card or message does not fit in its row');
    if (written.kind === 'unknown')
      throw new StorageDown('not known whether the outbox was written');
    return written.kind === 'done' ? written.etag : undefined;
  }

  return {
    outbox: async (projectId, until) =>
      (await table.range(keyOf(projectId), 'o_', `o_${LAST}`, until)).map(itemOf),
    beginSending: async (projectId, item, until) => {
      const begun = { ...item, tries: item.tries + 1 };
      const row = itemRow(projectId, begun);
      const version = await write([{ op: 'replace', row, etag: item.version }], until);
      return version === undefined ? undefined : { ...begun, version };
    },
    putBack: async (projectId, item, until) => {
      const row = itemRow(projectId, { ...item, tries: item.tries - 1 });
      await write([{ op: 'replace', row, etag: item.version }], until);
    },
    finish: async (projectId, { key }, cards, until) => {
      const taken: Write = {
        op: 'delete',
        row: { partitionKey: keyOf(projectId), rowKey: keyOf(key) },
      };
      const shown = cards.map((card): Write => ({ op: 'put', row: cardRow(projectId, card) }));
      return (await write([taken, ...shown], until)) !== undefined;
    },
    card: async (projectId, id, until) => {
      const row = await table.get(keyOf(projectId), keyOf(`k_${id}`), until);
      return row && cardOf(row);
    },
    saveCard: async (projectId, card, until) => {
      await write([{ op: 'put', row: cardRow(projectId, card) }], until);
    },
  };
}
