import { json, metadata, mostOf, noContent, pageOf, type Answer, type Request } from './answer.ts';
import { apply, changeOf, operationOf } from './change.ts';
import type { Keys } from './entity.ts';
import { Refused } from './errors.ts';
import { filterOf, type Filter } from './filter.ts';
import { jsonOf, type Row, type Table } from './table.ts';

export function getRow(request: Request, table: Table, keys: Keys, query: URLSearchParams): Answer {
  const row = table.get(keys);
  if (row === undefined) throw new Refused('ResourceNotFound');
  return json(200, entityOf(request, table, row, selectOf(query)), { ETag: row.etag });
}

/** Creates, replaces, merges or deletes one row. `keys` when they are in the address. */
export function changeRow(request: Request, table: Table, keys: Keys | undefined): Answer {
  const change = changeOf(operationOf(request, table, keys));
  apply(change);
  const { row } = change;
  if (row === undefined) return noContent();
  const applied = { ETag: row.etag, ...preference(request) };
  return request.method === 'POST' && request.prefer !== 'return-no-content'
    ? json(201, entityOf(request, table, row), applied)
    : noContent(applied);
}

const preference = ({ method, prefer = 'return-content' }: Request) =>
  method === 'POST' ? { 'Preference-Applied': prefer } : {};

function entityOf(request: Request, { name }: Table, row: Row, select?: ReadonlySet<string>) {
  return `{${metadata(request, `${name}/@Element`)},${jsonOf(row, select).slice(1)}`;
}

/** A page of rows in order, and where the next begins. */
export function findRows(
  request: Request,
  table: Table,
  query: URLSearchParams,
  rowsPerPage: number,
): Answer {
  const filter = filterOf(query.get('$filter'));
  const { found, next } = pageOf(
    rowsFrom(table, filter, continuationIn(query)),
    (row) => filter.takes((property) => valueOf(row, property)),
    mostOf(query, rowsPerPage),
  );
  const select = selectOf(query);
  const rows = found.map((row) => jsonOf(row, select));
  return json(
    200,
    `{${metadata(request, table.name)},"value":[${rows.join(',')}]}`,
    next && continuationTo(next),
  );
}

/** The rows that the filter can take, from where the page before ended. */
function* rowsFrom(table: Table, filter: Filter, first: Keys): Generator<Row> {
  for (const row of table.from(beginOf(filter, first))) {
    if (isPast(filter, row)) return;
    yield row;
  }
}

/** The later of where the filter begins and where the page before ended. */
function beginOf({ partition, first: row = '' }: Filter, first: Keys): Keys {
  if (partition === undefined || partition < first.partition) return first;
  return partition === first.partition && row < first.row ? first : { partition, row };
}

/** Nothing that the filter takes can follow. */
const isPast = ({ partition, last }: Filter, row: Row) =>
  partition !== undefined &&
  (row.partition !== partition || (last !== undefined && row.row > last));

function valueOf({ partition, row, timestamp, properties }: Row, property: string): unknown {
  if (property === 'PartitionKey') return partition;
  if (property === 'RowKey') return row;
  return property === 'Timestamp' ? timestamp : properties.get(property)?.value;
}

function selectOf(query: URLSearchParams): ReadonlySet<string> | undefined {
  const names = query.get('$select')?.split(',') ?? [];
  return names.length === 0 ? undefined : new Set(names.map((name) => name.trim()));
}

/** Keys in headers are base64: they may hold any sign. */
const continuationTo = ({ partition, row }: Keys) => ({
  'x-ms-continuation-NextPartitionKey': Buffer.from(partition).toString('base64'),
  'x-ms-continuation-NextRowKey': Buffer.from(row).toString('base64'),
});

function continuationIn(query: URLSearchParams): Keys {
  const key = (name: string) => Buffer.from(query.get(name) ?? '', 'base64').toString();
  return { partition: key('NextPartitionKey'), row: key('NextRowKey') };
}
