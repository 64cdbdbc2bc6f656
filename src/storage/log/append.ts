import type { OutboxMessage } from '../../process/contract/decision.ts';
import { metKopieen } from '../../process/feiten/kopie.ts';
import { wissingenVoor } from '../../process/feiten/persoonlijk.ts';
import {
  blank,
  emptyProject,
  erases,
  fold,
  isAnders,
  persoonGewist,
  type Event,
  type Facts,
  type NewEvent,
  type Project,
} from '../../process/feiten/project.ts';
import type { Snapshot } from './cache.ts';
import { readRows, type Rows } from './events.ts';
import { outboxRow } from './outbox.ts';
import {
  eventKey,
  eventRow,
  eventsOf,
  HEAD,
  isTooBig,
  keyOf,
  rowAgain,
  rowsTogether,
} from '../table/rows.ts';
import { known, StorageDown } from '../table/failure.ts';
import type { Found, Row, Write } from '../table/write.ts';

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
  ];
  const apart = events.map((event) => eventRow(id, event));
  // What erases stays a row of its own: whoever copies a log looks for it among the rows.
  const created = erased || !isTooBig(writesWith(apart)) ? apart : rowsTogether(id, events);
  const own = writesWith(created);
  if (isTooBig(own)) return { kind: 'too-big' };
  const writes: typeof own = [...own, ...fitting(own, erased?.rewritten ?? [])];
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

/** The rows that hold something else than these events, written anew. `all`: of the whole log, in order. */
const cleaned = (
  found: readonly { row: Found; events: readonly Event[] }[],
  all: readonly Event[],
  etagOf: (row: Found) => string,
): Write[] =>
  found.flatMap(({ row, events }): Write[] => {
    const clean = events.map((event) => all[event.n - 1] ?? event);
    return events.some((event, at) => isAnders(event, clean[at]))
      ? [{ op: 'replace', row: rowAgain(row, clean), etag: etagOf(row) }]
      : [];
  });

/** As many of these as still fit in the transaction, in order. What is left is taken out by `purge`. */
function fitting(own: readonly Write[], more: readonly Write[]): Write[] {
  const taken: Write[] = [];
  for (const write of more) {
    if (isTooBig([...own, ...taken, write])) break;
    taken.push(write);
  }
  return taken;
}

/**
 * Takes what was erased out of rows that still hold it, in as many transactions as it needs. Readers have not seen it
 * since the erasure. It may be interrupted and repeated. Throws `StorageDown`.
 */
export async function purge({ table, versions }: Rows, id: string): Promise<void> {
  const head = await table.get(keyOf(id), HEAD);
  const rows = await table.range(keyOf(id), eventKey(1), eventKey(Number(head?.['n'] ?? 0)));
  const found = rows.map((row) => ({ row, events: eventsOf(row, versions) }));
  const all = blank(found.flatMap(({ events }) => events));
  const [first, ...rest] = cleaned(found, all, ({ etag }) => etag);
  let left = first ? [first, ...rest] : [];
  while (left[0]) {
    const portion: [Write, ...Write[]] = [left[0], ...fitting([left[0]], left.slice(1))];
    const { kind } = await table.write(portion);
    if (kind !== 'done') throw new StorageDown(`what was erased may still be kept: ${kind}`);
    left = left.slice(portion.length);
  }
}

interface Erased {
  added: readonly Event[];
  /** Every event before the added ones, blanked, to fold again from nothing. */
  all: readonly Event[];
  base: Project;
  rewritten: Write[];
}

/**
 * What changes in the log when the added events erase texts, also texts of their own. What goes with a person or a
 * text is worked out here, because only the whole log tells it.
 */
async function eraseIn(
  rows: Rows,
  { id, n }: Project,
  added: readonly Event[],
  until?: number,
): Promise<Erased> {
  const found = await readRows(rows, id, { from: 1, to: n }, until);
  const before = found.flatMap(({ events }) => events);
  const read = blank(before);
  const said = added.map((event) =>
    event.kind === persoonGewist.name ? whole(read, event) : metKopieen(read, event),
  );
  const blanked = blank([...before, ...said]);
  const all = blanked.slice(0, n);
  // The head's If-Match guards them all.
  const rewritten = cleaned(found, all, () => '*');
  return { added: blanked.slice(n), all, base: emptyProject(id), rewritten };
}

/** Of one that is said again the parts are known. */
function whole(before: readonly Event[], event: Event): Event {
  const { wie, delen } = event.facts as { wie: string; delen: readonly Facts[] };
  return delen.length > 0
    ? event
    : { ...event, facts: { wie, delen: wissingenVoor(before, wie) as unknown as Facts[] } };
}
