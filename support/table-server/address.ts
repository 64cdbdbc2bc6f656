import type { Keys } from './entity.ts';
import { Refused } from './errors.ts';

/** What a url is about: the service, its tables, one of them, its rows, one row, or a transaction. */
export type Address =
  | { readonly about: 'service' | 'tables' | 'transaction' }
  | { readonly about: 'table' | 'rows'; readonly table: string }
  | { readonly about: 'row'; readonly table: string; readonly keys: Keys };

export const ACCOUNT = 'devstoreaccount1';

const TABLE = /^Tables\('([^']*)'\)$/;
const ROWS = /^([^(]+)(?:\(\))?$/;
const ROW = /^([^(]+)\(PartitionKey='((?:[^']|'')*)',\s*RowKey='((?:[^']|'')*)'\)$/;

/** Understands a url, whole or from its path on: `…/devstoreaccount1/…?…`. */
export function addressOf(url: string): { address: Address; query: URLSearchParams } {
  const [, rest] = splitAt(url, `/${ACCOUNT}/`);
  const [path, query] = splitAt(rest, '?');
  return { address: addressAt(decoded(path)), query: new URLSearchParams(query) };
}

function addressAt(path: string): Address {
  if (path === '') return { about: 'service' };
  if (path === 'Tables' || path === 'Tables()') return { about: 'tables' };
  if (path === '$batch') return { about: 'transaction' };
  const [, named] = TABLE.exec(path) ?? [];
  if (named !== undefined) return { about: 'table', table: named };
  const [, ofRows] = ROWS.exec(path) ?? [];
  if (ofRows !== undefined) return { about: 'rows', table: ofRows };
  const [, table, partition, row] = ROW.exec(path) ?? [];
  if (table === undefined || partition === undefined || row === undefined)
    throw new Refused('InvalidInput');
  return { about: 'row', table, keys: { partition: unquoted(partition), row: unquoted(row) } };
}

const unquoted = (key: string) => key.replaceAll("''", "'");

function splitAt(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Refused('InvalidInput');
  }
}
