import { expect } from 'vitest';
import type { Table } from '../../../src/storage/table/table.ts';
import type { Found, Row, Write } from '../../../src/storage/table/write.ts';

/** One thing that whatever keeps rows must do. By `nr` another storage, or a simulation of one, refers to it. */
export interface Rule<Subject> {
  nr: string;
  says: string;
  /** Begins with a subject that is empty. */
  holds: (subject: Subject) => Promise<void>;
}

export const P = 'p_1';

type Content = Record<string, string | number | boolean>;

export const row = (rowKey: string, content: Content = {}): Row => ({
  partitionKey: P,
  rowKey,
  ...content,
});

export const create = (rowKey: string, content: Content = {}): Write => ({
  op: 'create',
  row: row(rowKey, content),
});

/** Writes one row; its version. */
export async function written(table: Table, write: Write): Promise<string> {
  const outcome = await table.write([write]);
  if (outcome.kind !== 'done') throw new Error(`${write.op}: ${outcome.kind}`);
  return outcome.etag;
}

/** These are refused, and all stands as it stood, with its versions. */
export async function unchanged(table: Table, writes: readonly [Write, ...Write[]]): Promise<void> {
  const before = await table.all();
  expect(await table.write(writes)).toEqual({ kind: 'conflict' });
  expect(await table.all()).toEqual(before);
}

const OF_THE_SERVICE = new Set(['partitionKey', 'rowKey', 'etag', 'timestamp', 'odata.metadata']);

/** What a row holds beside its keys and what the service adds. */
export function contentOf(found: object | undefined): Record<string, unknown> | undefined {
  if (!found) return undefined;
  return Object.fromEntries(Object.entries(found).filter(([name]) => !OF_THE_SERVICE.has(name)));
}

export const keysOf = (rows: readonly Found[]) => rows.map(({ rowKey }) => rowKey);
