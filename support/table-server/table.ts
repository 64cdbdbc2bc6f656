import { pair, pairsOf, type Keys, type Properties } from './entity.ts';
import { Sorted } from './sorted.ts';

/** A row as it stands. A change puts another in its place. */
export interface Row extends Keys {
  /** When it was written, to 100 ns; no two rows have the same. */
  readonly timestamp: string;
  readonly etag: string;
  readonly properties: Properties;
  /** The row as it goes over the line, once somebody has read it. */
  json?: string;
}

/** A table: rows in order of their partition key, and in a partition in order of their row key. */
export class Table {
  readonly name: string;
  readonly #partitions = new Sorted<Sorted<Row>>();

  constructor(name: string) {
    this.name = name;
  }

  get({ partition, row }: Keys): Row | undefined {
    return this.#partitions.get(partition)?.get(row);
  }

  set(row: Row): void {
    const partition = this.#partitions.get(row.partition) ?? new Sorted<Row>();
    this.#partitions.set(row.partition, partition);
    partition.set(row.row, row);
  }

  delete({ partition, row }: Keys): void {
    const rows = this.#partitions.get(partition);
    rows?.delete(row);
    if (rows?.isEmpty === true) this.#partitions.delete(partition);
  }

  /** All rows in order, beginning at the first that is not before these keys. */
  *from(first: Keys): Generator<Row> {
    for (const [partition, rows] of this.#partitions.from(first.partition)) {
      const from = partition === first.partition ? first.row : '';
      for (const [, row] of rows.from(from)) yield row;
    }
  }
}

/** A row with these properties, written now. */
export function written(keys: Keys, properties: Properties): Row {
  const timestamp = stamp();
  const etag = `W/"datetime'${encodeURIComponent(timestamp)}'"`;
  return { partition: keys.partition, row: keys.row, timestamp, etag, properties };
}

const TICKS_PER_MS = 10_000;
let last = { ms: 0, tick: 0 };

/** The time, always later than the one before: an etag is made of it. */
function stamp(): string {
  const ms = Math.max(Date.now(), last.ms);
  const tick = ms === last.ms ? last.tick + 1 : 0;
  last = tick < TICKS_PER_MS ? { ms, tick } : { ms: ms + 1, tick: 0 };
  const digits = String(last.tick).padStart(4, '0');
  return new Date(last.ms).toISOString().replace('Z', `${digits}Z`);
}

/** A row as JSON: all of it, or what is asked for only. */
export function jsonOf(row: Row, select?: ReadonlySet<string>): string {
  return select === undefined
    ? (row.json ??= jsonWith(row, () => true))
    : jsonWith(row, (name) => select.has(name));
}

function jsonWith(row: Row, isWanted: (name: string) => boolean): string {
  const pairs = [pair('odata.etag', row.etag)];
  if (isWanted('PartitionKey')) pairs.push(pair('PartitionKey', row.partition));
  if (isWanted('RowKey')) pairs.push(pair('RowKey', row.row));
  for (const [name, property] of row.properties)
    if (isWanted(name)) pairs.push(...pairsOf(name, property));
  if (isWanted('Timestamp')) pairs.push(pair('Timestamp', row.timestamp));
  return `{${pairs.join(',')}}`;
}
