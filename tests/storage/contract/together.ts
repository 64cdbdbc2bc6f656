import { expect } from 'vitest';
import type { Table } from '../../../src/storage/table/table.ts';
import type { Write } from '../../../src/storage/table/write.ts';
import { contentOf, create, P, row, unchanged, written, type Rule } from './rule.ts';

/** Several writes as one. */
export const TOGETHER: readonly Rule<Table>[] = [
  {
    nr: 'T31',
    says: 'a transaction does all of its writes, and tells the version of the first',
    holds: async (table) => {
      await written(table, create('b', { b: 1 }));
      await written(table, create('c', { c: 1 }));
      await written(table, create('d'));
      const outcome = await table.write([
        create('a', { a: 1 }),
        { op: 'put', row: row('b', { b: 2 }) },
        { op: 'merge', row: row('c', { d: 2 }) },
        { op: 'delete', row: row('d') },
      ]);
      expect(outcome).toEqual({ kind: 'done', etag: (await table.get(P, 'a'))?.etag });
      expect((await table.range(P, 'a', 'z')).map(contentOf)).toEqual([
        { a: 1 },
        { b: 2 },
        { c: 1, d: 2 },
      ]);
    },
  },
  {
    nr: 'T32',
    says: 'a transaction that would create what is there does nothing at all',
    holds: async (table) => {
      for (const key of ['b', 'c', 'd', 'e']) await written(table, create(key, { was: key }));
      await unchanged(table, [
        create('a'),
        { op: 'put', row: row('b', { b: 2 }) },
        { op: 'merge', row: row('c', { d: 2 }) },
        { op: 'delete', row: row('d') },
        create('e'),
      ]);
    },
  },
  {
    nr: 'T33',
    says: 'a transaction with an old version does nothing at all, wherever in it that stands',
    holds: async (table) => {
      const etag = await written(table, create('head', { n: 1 }));
      await written(table, { op: 'put', row: row('head', { n: 2 }) });
      const head: Write = { op: 'replace', row: row('head', { n: 3 }), etag };
      await unchanged(table, [head, create('a')]);
      await unchanged(table, [create('a'), head]);
      await unchanged(table, [create('a'), head, { op: 'put', row: row('b') }]);
    },
  },
  {
    nr: 'T34',
    says: 'a transaction that would delete or replace what is not there does nothing at all',
    holds: async (table) => {
      const etag = await written(table, create('b'));
      await unchanged(table, [create('a'), { op: 'delete', row: row('c') }]);
      await unchanged(table, [create('a'), { op: 'replace', row: row('c'), etag }]);
    },
  },
  {
    nr: 'T35',
    says: 'a transaction may hold 100 writes and no more',
    holds: async (table) => {
      const writes = (count: number) =>
        Array.from({ length: count }, (_, nth) => create(`e_${nth}`)) as [Write, ...Write[]];
      await expect(table.write(writes(101))).rejects.toThrow();
      expect(await table.all()).toEqual([]);
      expect(await table.write(writes(100))).toMatchObject({ kind: 'done' });
      expect((await table.all()).length).toBe(100);
    },
  },
  {
    nr: 'T36',
    says: 'a transaction names no row twice',
    holds: async (table) => {
      await expect(table.write([create('a'), { op: 'put', row: row('a') }])).rejects.toThrow();
      expect(await table.all()).toEqual([]);
    },
  },
  {
    nr: 'T37',
    says: 'a transaction is of one partition',
    holds: async (table) => {
      const elsewhere: Write = { op: 'create', row: { ...row('b'), partitionKey: 'p_2' } };
      await expect(table.write([create('a'), elsewhere])).rejects.toThrow();
      expect(await table.all()).toEqual([]);
    },
  },
  {
    nr: 'T38',
    says: 'a transaction that holds a property too long is refused as too big, whole',
    holds: async (table) => {
      const tooLong = create('b', { a: 'x'.repeat(32_769) });
      expect(await table.write([create('a'), tooLong])).toEqual({ kind: 'too-big' });
      expect(await table.all()).toEqual([]);
    },
  },
];
