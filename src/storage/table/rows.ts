import type { Event, Facts, Texts } from '../../process/feiten/project.ts';
import { VERSIONS } from '../../process/feiten/versies.ts';
import type { Row, Write } from './write.ts';

// Our own limits, a little under those of Azure (risk R29). Azurite does not enforce them, so that without these a project
// would work here and stop in Azure.

/** UTF-16 units in one property; Azure takes 32,768. */
export const CHUNK_UNITS = 32_000;
/** Properties of one row, beside its keys and timestamp. */
export const MAX_PROPERTIES = 252;
/** Bytes of one row. */
export const MAX_ROW_BYTES = 1024 * 1024;
/** Rows in one transaction; Azure takes 100. */
export const MAX_ROWS = 90;
/** Bytes of one transaction; Azure takes 4 MiB, with everything that is packed around it. */
export const MAX_TRANSACTION_BYTES = 3 * 1024 * 1024;

const GENERATED = /^[a-z]_[0-9A-Za-z_:.-]+$/;
const MAX_KEY_UNITS = 500;

/** The only row of a project whose key is a word. */
export const HEAD = 'head';
/** Follows every character a key can hold: `range(p, 'e_', 'e_' + LAST)` is all events. */
export const LAST = '~';

/** True for what can be a generated id. A card may claim anything as the id of a project. */
export const isKey = (text: string) => text.length <= MAX_KEY_UNITS && GENERATED.test(text);

/** Gives the key back; throws when it was not generated. What users type never becomes a key (risk R27). */
export function keyOf(generated: string): string {
  if (!isKey(generated)) {
    throw new Error(`not a generated key: ${generated.slice(0, 2)}… of ${generated.length}`);
  }
  return generated;
}

/** The number of an event as it stands in keys: eight digits, so that keys sort as numbers do. */
export const digits = (n: number) => String(n).padStart(8, '0');

export const eventKey = (n: number) => keyOf(`e_${digits(n)}`);

/** The row that holds an event. */
export function eventRow(projectId: string, event: Event): Row {
  const { n, v, kind, id, at, by, gone, facts, texts } = event;
  return {
    partitionKey: keyOf(projectId),
    rowKey: eventKey(n),
    v,
    kind,
    id,
    at,
    by,
    ...(gone === undefined ? {} : { gone }),
    ...(facts === undefined ? {} : chunks('facts', facts)),
    ...(texts === undefined ? {} : chunks('texts', texts)),
  };
}

/** The event in a row, of whatever version, in the shape of now. Throws on a version that this program does not know. */
export function eventOf(row: Row, versions = VERSIONS): Event {
  const facts = joined(row, 'facts') as Facts | undefined;
  const texts = joined(row, 'texts') as Texts | undefined;
  return versions.current({
    n: Number(row.rowKey.slice(2)),
    v: Number(row['v']),
    kind: String(row['kind']),
    id: String(row['id']),
    at: String(row['at']),
    by: String(row['by']),
    ...(row['gone'] === undefined ? {} : { gone: row['gone'] === true }),
    ...(facts ? { facts } : {}),
    ...(texts ? { texts } : {}),
  });
}

/** UTF-16 units of JSON in one row of several events: with the bytes of each, far below what a row takes. */
const UNITS_TOGETHER = 250_000;

/**
 * Rows in which these events stand together: for what one press says of so many people or entries that a row for each
 * would not fit a transaction. Such a row has the number of its last event, and says how many it holds.
 */
export function rowsTogether(projectId: string, events: readonly Event[]): Row[] {
  const groups: Event[][] = [];
  let units = Infinity;
  for (const event of events) {
    const more = JSON.stringify(event).length;
    if (units + more > UNITS_TOGETHER) {
      groups.push([]);
      units = 0;
    }
    groups.at(-1)?.push(event);
    units += more;
  }
  return groups.map((group) => rowTogether(projectId, group));
}

function rowTogether(projectId: string, events: readonly Event[]): Row {
  const last = events.at(-1);
  if (!last) throw new Error('a row without events');
  return {
    partitionKey: keyOf(projectId),
    rowKey: eventKey(last.n),
    v: last.v,
    at: last.at,
    samen: events.length,
    ...chunks('events', events),
  };
}

/** How many events stand in a row of events. */
export const countIn = (row: Row): number => Number(row['samen'] ?? 1);

/** The events in a row, in the shape of now. Throws on a version that this program does not know. */
export const eventsOf = (row: Row, versions = VERSIONS): Event[] =>
  row['samen'] === undefined
    ? [eventOf(row, versions)]
    : (joined(row, 'events') as Event[]).map(versions.current);

/** The row with other texts in its events. */
export function rowAgain(row: Row, events: readonly Event[]): Row {
  const [only] = events;
  return row['samen'] === undefined && only
    ? eventRow(row.partitionKey, only)
    : rowTogether(row.partitionKey, events);
}

/**
 * A value as JSON, over properties `name0`, `name1`, … of at most `CHUNK_UNITS`. Never cut between the halves of a
 * surrogate pair, which would not survive UTF-8.
 */
export function chunks(name: string, value: unknown): Record<string, string> {
  const json = JSON.stringify(value).replace(LINE_SEPARATORS, escaped);
  const parts: Record<string, string> = {};
  for (let from = 0, nth = 0; from < json.length; nth++) {
    const to = endOfChunk(json, from);
    parts[`${name}${nth}`] = json.slice(from, to);
    from = to;
  }
  return parts;
}

/** The value that `chunks` divided; undefined when there is none. */
export function joined(row: Row, name: string): unknown {
  let json = '';
  for (let nth = 0; row[`${name}${nth}`] !== undefined; nth++) json += String(row[`${name}${nth}`]);
  return json === '' ? undefined : JSON.parse(json);
}

/** JSON leaves these two as they are, and Azurite answers 500 to a transaction that holds one. */
const LINE_SEPARATORS = /[\u2028\u2029]/g;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;

function endOfChunk(json: string, from: number): number {
  const to = from + CHUNK_UNITS;
  if (to >= json.length) return json.length;
  const last = json.charCodeAt(to - 1);
  const isHighHalf = last >= 0xd800 && last <= 0xdbff;
  return isHighHalf ? to - 1 : to;
}

/** True when these writes do not fit in one transaction, or when a row does not fit at all. */
export function isTooBig(writes: readonly Write[]): boolean {
  if (writes.length > MAX_ROWS) return true;
  const rows = writes.filter((write) => write.op !== 'delete').map(({ row }) => row);
  const sizes = rows.map(rowBytes);
  return (
    sizes.some((bytes) => bytes > MAX_ROW_BYTES) ||
    sizes.reduce((sum, bytes) => sum + bytes + OPERATION_BYTES, 0) > MAX_TRANSACTION_BYTES ||
    rows.some((row) => Object.keys(row).length - KEYS > MAX_PROPERTIES) ||
    rows.some((row) => Object.values(row).some(isTooLong))
  );
}

const KEYS = 2;
/** Headers and address of one operation in a transaction. */
const OPERATION_BYTES = 600;

const isTooLong = (value: string | number | boolean) =>
  typeof value === 'string' && value.length > CHUNK_UNITS;

/** Bytes of a row as Azure counts them, or as they are sent, whichever is more. */
export function rowBytes(row: Row): number {
  const TIMESTAMP = 34;
  return Object.entries(row).reduce(
    (sum, [name, value]) => sum + 8 + 2 * name.length + valueBytes(value),
    4 + TIMESTAMP,
  );
}

function valueBytes(value: string | number | boolean): number {
  if (typeof value !== 'string') return 8;
  return 4 + Math.max(2 * value.length, Buffer.byteLength(JSON.stringify(value)));
}
