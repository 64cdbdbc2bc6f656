import { expect } from 'vitest';
import type { Table } from '../../../src/storage/table/table.ts';
import blns from '../../data/blns.json' with { type: 'json' };
import { contentOf, create, keysOf, P, row, written, type Rule } from './rule.ts';

/** What a row holds. */
export const VALUES: readonly Rule<Table>[] = [
  {
    nr: 'T17',
    says: 'texts come back as they went, whatever stands in them',
    holds: async (table) => {
      const texts = [...blns, '🚓', '\u00e9', 'e\u0301', 'a\u0000b', '\r\n', '--changeset_0'];
      for (let from = 0; from < texts.length; from += 200) {
        const some = texts.slice(from, from + 200).map((text, nth) => [`t${nth}`, text]);
        const properties = Object.fromEntries(some) as Record<string, string>;
        await written(table, create(`e_${from}`, properties));
        expect(contentOf(await table.get(P, `e_${from}`))).toEqual(properties);
        expect((await table.range(P, `e_${from}`, `e_${from}`)).map(contentOf)).toEqual([
          properties,
        ]);
      }
    },
  },
  {
    nr: 'T18',
    says: 'numbers and truths come back as they went',
    holds: async (table) => {
      const properties = {
        ...{ nul: 0, een: 1, min: -1, half: 0.5, klein: 5e-324, groot: 1.7e308, int: 2 ** 31 - 1 },
        ...{ ja: true, nee: false },
      };
      await written(table, create('e_1', properties));
      expect(contentOf(await table.get(P, 'e_1'))).toEqual(properties);
    },
  },
  {
    nr: 'T19',
    says: 'names of properties differ by their case',
    holds: async (table) => {
      await written(table, create('e_1', { naam: 'a', Naam: 'b' }));
      await written(table, { op: 'merge', row: row('e_1', { NAAM: 'c' }) });
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({ naam: 'a', Naam: 'b', NAAM: 'c' });
    },
  },
  {
    nr: 'T20',
    says: 'a row may be no more than its keys',
    holds: async (table) => {
      await written(table, create('e_1'));
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({});
    },
  },
  {
    nr: 'T21',
    says: 'a property may have 32,768 units and no more',
    holds: async (table) => {
      await written(table, create('e_1', { a: 'x'.repeat(32_768) }));
      for (const op of ['create', 'put', 'merge'] as const)
        expect(await table.write([{ op, row: row('e_2', { a: 'x'.repeat(32_769) }) }])).toEqual({
          kind: 'too-big',
        });
      expect(keysOf(await table.all())).toEqual(['e_1']);
    },
  },
];
