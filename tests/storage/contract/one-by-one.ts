import { expect } from 'vitest';
import type { Table } from '../../../src/storage/table/table.ts';
import { contentOf, create, P, row, unchanged, written, type Rule } from './rule.ts';

/** What each write does to its row. */
export const ONE_BY_ONE: readonly Rule<Table>[] = [
  {
    nr: 'T01',
    says: 'a row that was never written is not there',
    holds: async (table) => {
      expect(await table.get(P, 'e_1')).toBeUndefined();
      expect(await table.range(P, '!', '~')).toEqual([]);
      expect(await table.all()).toEqual([]);
    },
  },
  {
    nr: 'T02',
    says: 'a created row is there, with the version that its creation told',
    holds: async (table) => {
      const etag = await written(table, create('e_1', { tekst: 'er' }));
      expect(await table.get(P, 'e_1')).toMatchObject({ ...row('e_1', { tekst: 'er' }), etag });
    },
  },
  {
    nr: 'T03',
    says: 'a row is created once',
    holds: async (table) => {
      await written(table, create('e_1', { tekst: 'eerst' }));
      await unchanged(table, [create('e_1', { tekst: 'later' })]);
    },
  },
  {
    nr: 'T04',
    says: 'put makes what is not there',
    holds: async (table) => {
      await written(table, { op: 'put', row: row('e_1', { a: 1 }) });
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({ a: 1 });
    },
  },
  {
    nr: 'T05',
    says: 'put leaves nothing of what was there',
    holds: async (table) => {
      await written(table, create('e_1', { a: 1, b: 2 }));
      await written(table, { op: 'put', row: row('e_1', { b: 3 }) });
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({ b: 3 });
    },
  },
  {
    nr: 'T06',
    says: 'merge makes what is not there',
    holds: async (table) => {
      await written(table, { op: 'merge', row: row('e_1', { a: 1 }) });
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({ a: 1 });
    },
  },
  {
    nr: 'T07',
    says: 'merge leaves alone what it does not name',
    holds: async (table) => {
      await written(table, create('e_1', { a: 1, b: 2 }));
      await written(table, { op: 'merge', row: row('e_1', { b: 'x', c: true }) });
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({ a: 1, b: 'x', c: true });
    },
  },
  {
    nr: 'T08',
    says: 'replace takes the place of the version that it names',
    holds: async (table) => {
      const etag = await written(table, create('e_1', { a: 1, b: 2 }));
      const next = await written(table, { op: 'replace', row: row('e_1', { a: 2 }), etag });
      const found = await table.get(P, 'e_1');
      expect(contentOf(found)).toEqual({ a: 2 });
      expect(found?.etag).toBe(next);
    },
  },
  {
    nr: 'T09',
    says: 'replace refuses when another version stands',
    holds: async (table) => {
      const etag = await written(table, create('e_1', { a: 1 }));
      await written(table, { op: 'put', row: row('e_1', { a: 2 }) });
      await unchanged(table, [{ op: 'replace', row: row('e_1', { a: 3 }), etag }]);
    },
  },
  {
    nr: 'T10',
    says: 'replace makes nothing',
    holds: async (table) => {
      const etag = await written(table, create('e_1'));
      await unchanged(table, [{ op: 'replace', row: row('e_2', { a: 3 }), etag }]);
    },
  },
  {
    nr: 'T11',
    says: 'a deleted row is gone',
    holds: async (table) => {
      await written(table, create('e_1'));
      await written(table, { op: 'delete', row: row('e_1') });
      expect(await table.get(P, 'e_1')).toBeUndefined();
      expect(await table.range(P, '!', '~')).toEqual([]);
      expect(await table.all()).toEqual([]);
    },
  },
  {
    nr: 'T12',
    says: 'delete with a version deletes no other',
    holds: async (table) => {
      const etag = await written(table, create('e_1', { a: 1 }));
      const next = await written(table, { op: 'put', row: row('e_1', { a: 2 }) });
      await unchanged(table, [{ op: 'delete', row: row('e_1'), etag }]);
      expect(await table.write([{ op: 'delete', row: row('e_1'), etag: next }])).toMatchObject({
        kind: 'done',
      });
    },
  },
  {
    nr: 'T13',
    says: 'what is not there cannot be deleted',
    holds: async (table) => {
      await unchanged(table, [{ op: 'delete', row: row('e_1') }]);
    },
  },
  {
    nr: 'T14',
    says: 'every write makes another version, also of the same content',
    holds: async (table) => {
      const etags = new Set([await written(table, create('e_1', { a: 1 }))]);
      for (let time = 0; time < 20; time++) {
        const op = time % 2 === 0 ? 'put' : 'merge';
        etags.add(await written(table, { op, row: row('e_1', { a: 1 }) }));
      }
      expect(etags.size).toBe(21);
    },
  },
  {
    nr: 'T15',
    says: 'a version from before a row was deleted is never that of a later one',
    holds: async (table) => {
      const etag = await written(table, create('e_1', { a: 1 }));
      await written(table, { op: 'delete', row: row('e_1') });
      await written(table, create('e_1', { a: 1 }));
      await unchanged(table, [{ op: 'replace', row: row('e_1'), etag }]);
    },
  },
  {
    nr: 'T16',
    says: 'a version stays as it is while other rows are written',
    holds: async (table) => {
      const etag = await written(table, create('e_1'));
      await written(table, create('e_2'));
      await written(table, { op: 'create', row: { ...row('e_1'), partitionKey: 'p_2' } });
      await written(table, { op: 'replace', row: row('e_1', { a: 1 }), etag });
    },
  },
];
