import { json, metadata, mostOf, noContent, pageOf, type Answer, type Request } from './answer.ts';
import { sentIn } from './entity.ts';
import { Refused } from './errors.ts';
import { filterOf } from './filter.ts';
import type { Sorted } from './sorted.ts';
import { Table } from './table.ts';

/** All tables there are, by their names in lower case: upper case makes no difference. */
export type Tables = Sorted<Table>;

const NAME = /^(?!tables$)[a-z][a-z0-9]{2,62}$/i;

export function tableIn(tables: Tables, name: string): Table {
  checkName(name);
  const table = tables.get(name.toLowerCase());
  if (table === undefined) throw new Refused('TableNotFound');
  return table;
}

export function createTable(request: Request, tables: Tables): Answer {
  const { TableName: name } = sentIn(request.body);
  checkName(name);
  if (tables.get(name.toLowerCase())) throw new Refused('TableAlreadyExists');
  tables.set(name.toLowerCase(), new Table(name));
  const body = `{${metadata(request, 'Tables/@Element')},"TableName":"${name}"}`;
  return json(201, body);
}

export function deleteTable({ method }: Request, tables: Tables, name: string): Answer {
  if (method !== 'DELETE') throw new Refused('NotImplemented');
  if (tables.get(name.toLowerCase()) === undefined) throw new Refused('ResourceNotFound');
  tables.delete(name.toLowerCase());
  return noContent();
}

const TABLES_PER_PAGE = 1_000;

export function listTables(request: Request, tables: Tables, query: URLSearchParams): Answer {
  const { takes } = filterOf(query.get('$filter'));
  const { found, next } = pageOf(
    tables.from(query.get('NextTableName')?.toLowerCase() ?? ''),
    ([, { name }]) => takes((property) => (property === 'TableName' ? name : undefined)),
    mostOf(query, TABLES_PER_PAGE),
  );
  const names = found.map(([, { name }]) => ({ TableName: name }));
  return json(
    200,
    `{${metadata(request, 'Tables')},"value":${JSON.stringify(names)}}`,
    next && { 'x-ms-continuation-NextTableName': next[1].name },
  );
}

function checkName(name: unknown): asserts name is string {
  if (name === undefined) throw new Refused('TableNameEmpty');
  if (typeof name !== 'string' || !NAME.test(name)) throw new Refused('InvalidResourceName');
}
