import type { OutboxMessage } from '../../process/contract/decision.ts';
import type { Facts } from '../../process/feiten/project.ts';
import { chunks, digits, joined, keyOf, LAST } from '../table/rows.ts';
import { StorageDown } from '../table/failure.ts';
import { settle, type Table } from '../table/table.ts';
import type { Found, Row, Write } from '../table/write.ts';

/** A message that must be sent, stored in the same transaction as what it is about. */
export interface OutboxItem extends OutboxMessage {
  /** The id of its row, and of the message that it becomes. */
  readonly id: string;
  /** When it was stored, UTC ISO. */
  readonly at: string;
  /** How often sending was begun. More than 0 in a message that still waits: it may have been sent. */
  readonly tries: number;
  /** When sending was begun last, UTC ISO; empty before. */
  readonly begun: string;
  /** How often Teams said no, and might say yes later. */
  readonly refusals: number;
  readonly version: string;
}

/**
 * How a message ended. `overbodig`: there was nothing to say any more when its turn came. `onbereikbaar`: Teams does not
 * take it there. `onbekend`: sent twice without a usable answer.
 */
type Afloop = 'verstuurd' | 'overbodig' | 'onbereikbaar' | 'onbekend';

/** A message of ours: what it is about, where it stands, and how it looked last. */
export interface Posted extends OutboxMessage {
  /** The step of a live card, or else the id of the outbox message. */
  readonly id: string;
  readonly afloop: Afloop;
  /** When it got this state, UTC ISO. */
  readonly at: string;
  /** Conversation id; empty when it was never sent. */
  readonly conversation: string;
  readonly activityId: string;
  /** Root message of its thread in a channel; empty elsewhere. */
  readonly thread: string;
  /** A digest of all that it shows, as Teams confirmed it last. */
  readonly digest: string;
  /** Left out while Teams confirmed what it shows. */
  readonly doubt?: Doubt;
  /**
   * Of a live card that was posted anew because Teams confirmed no update: not posted anew for that reason before, UTC ISO.
   * Left out once Teams confirmed an update.
   */
  readonly anew?: string;
}

/** Teams did not confirm an update: the message may show something else, or be gone. */
export interface Doubt {
  /** How often in a row. */
  readonly times: number;
  /** Since when, UTC ISO. */
  readonly since: string;
  /** Not tried again before, UTC ISO. */
  readonly again: string;
}

/** Messages to send, and messages that are shown. Nothing here takes part in a decision. All throw `StorageDown`. */
export interface Outbox {
  /** The messages to send, in the order in which they were stored. */
  outbox(projectId: string): Promise<OutboxItem[]>;
  /** Marks that sending begins. Undefined when another instance has begun or finished it meanwhile. */
  beginSending(projectId: string, item: OutboxItem, now: string): Promise<OutboxItem | undefined>;
  /** Takes the mark of `beginSending` back: Teams certainly did not take the message. */
  putBack(projectId: string, item: OutboxItem): Promise<void>;
  /**
   * Removes a message from the outbox and stores what became of it, in one transaction. False when it was removed
   * already.
   */
  finish(projectId: string, item: OutboxItem, became: Posted, isLive: boolean): Promise<boolean>;
  /** The same for a live card that takes the place of another, which is kept equal to the log as well. */
  finishAnew(projectId: string, item: OutboxItem, card: Posted, old: Posted): Promise<boolean>;
  /**
   * Replaces a message by one for each of several people, in one transaction. What does not fit stays behind in it, with
   * `aan`: the people it is still for. False when another instance was first.
   */
  spread(
    projectId: string,
    item: OutboxItem,
    people: readonly string[],
    soort: string,
  ): Promise<boolean>;
  /** The messages that are kept equal to the log. */
  live(projectId: string): Promise<Posted[]>;
  /** The messages that are left as they are. */
  past(projectId: string): Promise<Posted[]>;
  /** The messages that Teams refused, or whose outcome is not known, without those that were dropped. */
  undelivered(projectId: string): Promise<Posted[]>;
  /** Sends such a message as a new one. */
  retry(projectId: string, posted: Posted, now: string): Promise<void>;
  /** Removes every trace of a message, of whatever row it is. */
  remove(projectId: string, posted: Pick<Posted, 'id'>): Promise<void>;
  /** Removes such a message from the list. */
  drop(projectId: string, posted: Posted): Promise<void>;
  /** One message that is kept equal to the log. */
  posted(projectId: string, id: string): Promise<Posted | undefined>;
  /** Stores how a message looks now; with `isLive` false for the last time. */
  savePosted(projectId: string, posted: Posted, isLive: boolean): Promise<void>;
  /** Stores a live card that was posted anew beside the one that it takes the place of, in one transaction. */
  saveAnew(projectId: string, card: Posted, old: Posted): Promise<void>;
  /** Removes the row of a message that was kept equal to the log, when nothing need be known of it any more. */
  forget(projectId: string, posted: Posted): Promise<void>;
}

/** The row of the nth message of the transaction that ends with event `n`. */
export function outboxRow(
  projectId: string,
  { n, nth, at }: { n: number; nth: number; at: string },
  message: OutboxMessage,
): Row {
  const id = `${digits(n)}_${String(nth).padStart(2, '0')}`;
  return itemRow(projectId, { ...message, id, at, ...UNTRIED });
}

const UNTRIED = { tries: 0, begun: '', refusals: 0 } as const;

const itemRow = (
  projectId: string,
  { id, soort, facts, at, tries, begun, refusals }: Omit<OutboxItem, 'version'>,
): Row => ({
  partitionKey: keyOf(projectId),
  rowKey: keyOf(`o_${id}`),
  soort,
  at,
  tries,
  begun,
  refusals,
  ...chunks('facts', facts),
});

const itemOf = (row: Found): OutboxItem => ({
  id: row.rowKey.slice(2),
  soort: String(row['soort']),
  facts: joined(row, 'facts') as Facts,
  at: String(row['at']),
  tries: Number(row['tries']),
  begun: String(row['begun']),
  refusals: Number(row['refusals'] ?? 0),
  version: row.etag,
});

/** `k_`: kept equal to the log. `r_`: left as it was. */
const keyOfPosted = (id: string, isLive: boolean) => keyOf(`${isLive ? 'k' : 'r'}_${id}`);

const postedRow = (
  projectId: string,
  { id, facts, doubt, ...rest }: Posted,
  isLive: boolean,
): Row => ({
  partitionKey: keyOf(projectId),
  rowKey: keyOfPosted(id, isLive),
  ...rest,
  ...chunks('facts', facts),
  ...(doubt && chunks('doubt', doubt)),
});

const postedOf = (row: Found): Posted => ({
  id: row.rowKey.slice(2),
  soort: String(row['soort']),
  facts: joined(row, 'facts') as Facts,
  afloop: String(row['afloop']) as Afloop,
  at: String(row['at']),
  conversation: String(row['conversation']),
  activityId: String(row['activityId']),
  thread: String(row['thread']),
  digest: String(row['digest']),
  ...(row['doubt0'] !== undefined && { doubt: joined(row, 'doubt') as Doubt }),
  ...(row['anew'] !== undefined && { anew: String(row['anew']) }),
});

/** The most people in one transaction, beside the message itself. */
const SPREAD = 80;

export function openOutbox(table: Table): Outbox {
  /** The new version of the first row; undefined when a row had changed or was gone, so that nothing was written. */
  async function write(writes: [Write, ...Write[]]): Promise<string | undefined> {
    const written = await table.write(writes);
    if (written.kind === 'too-big') throw new Error('a card or message does not fit in its row');
    if (written.kind === 'unknown')
      throw new StorageDown('not known whether the outbox was written');
    return written.kind === 'done' ? written.etag : undefined;
  }

  /** False when it was removed already. */
  async function removed(
    projectId: string,
    { id }: OutboxItem,
    rows: readonly Row[],
  ): Promise<boolean> {
    const row = { partitionKey: keyOf(projectId), rowKey: keyOf(`o_${id}`) };
    const stored = rows.map((one): Write => ({ op: 'put', row: one }));
    return (await write([{ op: 'delete', row }, ...stored])) !== undefined;
  }

  const range = async (projectId: string, prefix: string) =>
    table.range(keyOf(projectId), `${prefix}_`, `${prefix}_${LAST}`);

  return {
    outbox: async (projectId) => (await range(projectId, 'o')).map(itemOf),
    beginSending: async (projectId, item, now) => {
      const begun = { ...item, tries: item.tries + 1, begun: now };
      const row = itemRow(projectId, begun);
      const version = await write([{ op: 'replace', row, etag: item.version }]);
      return version === undefined ? undefined : { ...begun, version };
    },
    putBack: async (projectId, item) => {
      const row = itemRow(projectId, { ...item, tries: item.tries - 1 });
      await write([{ op: 'replace', row, etag: item.version }]);
    },
    finish: (projectId, item, became, isLive) =>
      removed(projectId, item, [postedRow(projectId, became, isLive)]),
    finishAnew: (projectId, item, card, old) =>
      removed(projectId, item, [postedRow(projectId, card, true), postedRow(projectId, old, true)]),
    spread: async (projectId, item, people, soort) => {
      const [now, rest] = [people.slice(0, SPREAD), people.slice(SPREAD)];
      const row = itemRow(projectId, { ...item, facts: { ...item.facts, aan: rest } });
      const parts = now.map((aan) => ({
        id: `${item.id}.${aan}`,
        soort,
        facts: { ...item.facts, aan },
        at: item.at,
        ...UNTRIED,
      }));
      const replaced: Write = { op: 'replace', row, etag: item.version };
      const created = parts.map((part): Write => ({ op: 'create', row: itemRow(projectId, part) }));
      return (await write([replaced, ...created])) !== undefined;
    },
    live: async (projectId) => (await range(projectId, 'k')).map(postedOf),
    past: async (projectId) => (await range(projectId, 'r')).map(postedOf),
    undelivered: async (projectId) =>
      (await range(projectId, 'r'))
        .map(postedOf)
        .filter(({ afloop }) => afloop === 'onbereikbaar' || afloop === 'onbekend'),
    retry: async (projectId, { id, soort, facts }, now) => {
      const row = itemRow(projectId, { id, soort, facts, at: now, ...UNTRIED });
      const left = { partitionKey: keyOf(projectId), rowKey: keyOfPosted(id, false) };
      await write([
        { op: 'put', row },
        { op: 'delete', row: left },
      ]);
    },
    remove: async (projectId, { id }) => {
      for (const kind of ['k', 'r', 'o']) {
        const row = { partitionKey: keyOf(projectId), rowKey: keyOf(`${kind}_${id}`) };
        await settle(table, { op: 'delete', row });
      }
    },
    drop: (projectId, posted) =>
      settle(table, {
        op: 'put',
        row: postedRow(projectId, { ...posted, afloop: 'overbodig' }, false),
      }),
    posted: async (projectId, id) => {
      const row = await table.get(keyOf(projectId), keyOfPosted(id, true));
      return row && postedOf(row);
    },
    savePosted: async (projectId, posted, isLive) => {
      await settle(table, { op: 'put', row: postedRow(projectId, posted, isLive) });
      if (isLive) return;
      const row = { partitionKey: keyOf(projectId), rowKey: keyOfPosted(posted.id, true) };
      await settle(table, { op: 'delete', row });
    },
    saveAnew: async (projectId, card, old) => {
      await write([
        { op: 'put', row: postedRow(projectId, card, true) },
        { op: 'put', row: postedRow(projectId, old, true) },
      ]);
    },
    forget: (projectId, { id }) => {
      const row = { partitionKey: keyOf(projectId), rowKey: keyOfPosted(id, true) };
      return settle(table, { op: 'delete', row });
    },
  };
}
