import type { OutboxMessage } from '../../process/contract/decision.ts';
import {
  blank,
  emptyProject,
  erases,
  fold,
  type Event,
  type NewEvent,
  type Project,
} from '../../process/feiten/project.ts';
import type { Snapshot } from './cache.ts';
import { readRows, type Rows } from './events.ts';
import { outboxRow } from './outbox.ts';
import {
  eventRow,
  eventsOf,
  HEAD,
  isTooBig,
  keyOf,
  rowAgain,
  rowsTogether,
} from '../table/rows.ts';
import { known } from '../table/failure.ts';
import type { Row, Write } from '../table/write.ts';

/** What is to be stored together: all of it, or nothing. */
export interface Addition {
  /** At least one. */
  readonly events: readonly NewEvent[];
  /** Deelnemer id, or `klok`. */
  readonly by: string;
  /** UTC ISO. */
  readonly at: string;
  /** `key`: that of the submission; a second addition with the same key is a conflict. */
  readonly marker: { readonly key: string; readonly about: string; readonly nonce: string };
  readonly outbox: readonly OutboxMessage[];
}

/**
 * `conflict`: not stored, because the project has changed since the snapshot or this submission was stored already.
 * `unknown`: stored, not stored, or still to be stored; look for the marker. `too-big`: not stored, and it can never be
 * in one piece.
 */
export type Appended =
  | { kind: 'stored'; snapshot: Snapshot }
  | { kind: 'conflict' }
  | { kind: 'unknown' }
  | { kind: 'too-big' };

/**
 * Stores an addition on top of a snapshot in one transaction: head (If-Match), events, marker, outbox, and the rows whose
 * texts it erases. It takes one call, and one more reading of the whole log when it erases.
 */
export async function appendTo(
  rows: Rows,
  snapshot: Snapshot,
  addition: Addition,
  until?: number,
): Promise<Appended> {
  const { table, versions } = rows;
  const added = numbered(snapshot.project, addition, versions.now);
  const erased = erases(added)
    ? await known(eraseIn(rows, snapshot.project, added, until))
    : undefined;
  if (erased === 'unknown') return { kind: 'unknown' };
  const events = erased?.added ?? added;
  const { id, n } = snapshot.project;
  const writesWith = (created: readonly Row[]): [Write, ...Write[]] => [
    headWrite(snapshot, n + events.length, versions.now),
    ...created.map((row): Write => ({ op: 'create', row })),
    ...besides(snapshot.project, addition),
    ...(erased?.rewritten ?? []),
  ];
  const apart = events.map((event) => eventRow(id, event));
  // What erases stays a row of its own: whoever copies a log looks for it among the rows.
  const created = erased || !isTooBig(writesWith(apart)) ? apart : rowsTogether(id, events);
  const writes = writesWith(created);
  if (isTooBig(writes)) return { kind: 'too-big' };
  const written = await table.write(writes, until);
  if (written.kind !== 'done') return written;
  // Folded from the rows, as a reader will do, and not from what the caller still holds.
  const project = fold(erased?.base ?? snapshot.project, [
    ...(erased?.all ?? []),
    ...created.flatMap((row) => eventsOf(row, versions)),
  ]);
  return { kind: 'stored', snapshot: { project, version: written.etag, at: addition.at } };
}

function numbered({ id, n }: Project, { events, at, by }: Addition, v: number): Event[] {
  if (events.length === 0) throw new Error(`nothing to append to ${id}`);
  return events.map((event, nth) => ({ ...event, n: n + 1 + nth, v, at, by }));
}

function headWrite({ project, version }: Snapshot, n: number, v: number): Write {
  const row: Row = { partitionKey: keyOf(project.id), rowKey: HEAD, n, v };
  return version === '' ? { op: 'create', row } : { op: 'replace', row, etag: version };
}

/** The marker and the outbox. */
function besides({ id, n }: Project, { events, at, marker, outbox }: Addition): Write[] {
  const last = n + events.length;
  const { key, about, nonce } = marker;
  const row: Row = { partitionKey: id, rowKey: keyOf(`s_${key}`), about, nonce, n: last, at };
  const messages = outbox.map((message, nth) => outboxRow(id, { n: last, nth, at }, message));
  return [row, ...messages].map((made) => ({ op: 'create', row: made }));
}

interface Erased {
  added: readonly Event[];
  /** Every event before the added ones, blanked, to fold again from nothing. */
  all: readonly Event[];
  base: Project;
  rewritten: Write[];
}

/** What changes in the log when the added events erase texts, also texts of their own. */
async function eraseIn(
  rows: Rows,
  { id, n }: Project,
  added: readonly Event[],
  until?: number,
): Promise<Erased> {
  const found = await readRows(rows, id, { from: 1, to: n }, until);
  const before = found.flatMap(({ events }) => events);
  const blanked = blank([...before, ...added]);
  const all = blanked.slice(0, n);
  const rewritten = found.flatMap(({ row, events }): Write[] => {
    const after = events.flatMap((event) => all[event.n - 1] ?? []);
    const isSame = after.every(
      (event, at) => JSON.stringify(event.texts) === JSON.stringify(events[at]?.texts),
    );
    // The head's If-Match guards them all.
    return isSame ? [] : [{ op: 'replace', row: rowAgain(row, after), etag: '*' }];
  });
  return { added: blanked.slice(n), all, base: emptyProject(id), rewritten };
}
