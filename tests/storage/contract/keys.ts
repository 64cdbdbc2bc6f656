import { expect } from 'vitest';
import type { Table } from '../../../src/storage/table/table.ts';
import { contentOf, create, keysOf, P, written, type Rule } from './rule.ts';

/** In the order of their UTF-16 units: a car stands before a wide dash, and a capital before every small letter. */
const ODD_KEYS = [
  ' ',
  '%41',
  "'",
  '+',
  '0',
  '10',
  '9',
  'A',
  'Z',
  '_',
  'a',
  'aa',
  'a b',
  'z',
  'é',
  'ａ',
  '🚓',
];
const IN_ORDER = [...ODD_KEYS].sort();

/** Which rows are found, and in what order. */
export const KEYS: readonly Rule<Table>[] = [
  {
    nr: 'T22',
    says: 'keys differ by every sign, also by its case or its accent',
    holds: async (table) => {
      for (const key of ODD_KEYS) await written(table, create(key, { key }));
      for (const key of ODD_KEYS) expect(contentOf(await table.get(P, key))).toEqual({ key });
    },
  },
  {
    nr: 'T23',
    says: 'rows of a partition come in the order of their keys’ UTF-16 units',
    holds: async (table) => {
      for (const key of [...ODD_KEYS].reverse()) await written(table, create(key));
      expect(keysOf(await table.range(P, ' ', '\uffff'))).toEqual(IN_ORDER);
    },
  },
  {
    nr: 'T24',
    says: 'a range begins and ends with the keys that it names, if they are there',
    holds: async (table) => {
      for (const key of ['a', 'b', 'c', 'd', 'e']) await written(table, create(key));
      expect(keysOf(await table.range(P, 'b', 'd'))).toEqual(['b', 'c', 'd']);
      expect(keysOf(await table.range(P, 'bb', 'dd'))).toEqual(['c', 'd']);
      expect(keysOf(await table.range(P, 'd', 'b'))).toEqual([]);
      expect(keysOf(await table.range(P, 'f', 'z'))).toEqual([]);
    },
  },
  {
    nr: 'T25',
    says: 'a range is of one partition',
    holds: async (table) => {
      for (const partitionKey of ['p', 'p_1', 'P_1', 'p_10'])
        await written(table, {
          op: 'create',
          row: { partitionKey, rowKey: 'e_1', van: partitionKey },
        });
      expect((await table.range(P, '!', '~')).map(contentOf)).toEqual([{ van: P }]);
    },
  },
  {
    nr: 'T26',
    says: 'everything comes in the order of partitions, and in each of rows',
    holds: async (table) => {
      const keys = ['b', 'a', 'B', '10', '9'];
      for (const partitionKey of keys)
        for (const rowKey of keys)
          await written(table, { op: 'create', row: { partitionKey, rowKey } });
      const sorted = [...keys].sort();
      expect((await table.all()).map(({ partitionKey, rowKey }) => [partitionKey, rowKey])).toEqual(
        sorted.flatMap((partition) => sorted.map((key) => [partition, key])),
      );
    },
  },
  {
    nr: 'T27',
    says: 'the partitions that hold a row with a key are found',
    holds: async (table) => {
      for (const [partitionKey, rowKey] of [
        ['p_1', 'head'],
        ['p_2', 'e_1'],
        ['p_3', 'head'],
      ] as const)
        await written(table, { op: 'create', row: { partitionKey, rowKey } });
      expect(await table.partitionsWith('head')).toEqual(['p_1', 'p_3']);
      expect(await table.partitionsWith('heads')).toEqual([]);
    },
  },
  {
    nr: 'T28',
    says: 'a range of more rows than one answer holds comes whole, in order',
    holds: async (table) => {
      const keys = Array.from({ length: 2_005 }, (_, nth) => `e_${String(nth).padStart(4, '0')}`);
      for (let from = 0; from < keys.length; from += 100) {
        const [first, ...more] = keys.slice(from, from + 100).map((key) => create(key));
        if (first) expect(await table.write([first, ...more])).toMatchObject({ kind: 'done' });
      }
      expect(keysOf(await table.range(P, 'e_', 'e_~'))).toEqual(keys);
      expect(keysOf(await table.range(P, 'e_0500', 'e_1500'))).toEqual(keys.slice(500, 1_501));
      expect((await table.all()).length).toBe(2_005);
    },
  },
  {
    nr: 'T29',
    says: 'a key may have 512 units and no more',
    holds: async (table) => {
      const key = 'x'.repeat(512);
      await written(table, { op: 'create', row: { partitionKey: key, rowKey: key } });
      expect(await table.get(key, key)).toBeDefined();
      await expect(table.write([create(`${key}x`)])).rejects.toThrow();
    },
  },
  {
    nr: 'T30',
    says: 'a key with a sign that no address can hold is refused',
    holds: async (table) => {
      for (const sign of ['/', '\\', '#', '?', '\t', '\n', '\u007f', '\u0085'])
        await expect(table.write([create(`a${sign}b`)])).rejects.toThrow();
      expect(await table.all()).toEqual([]);
    },
  },
];
