import { expect } from 'vitest';
import type { Table } from '../../../src/storage/table/table.ts';
import type { Found, Write } from '../../../src/storage/table/write.ts';
import { contentOf, create, keysOf, P, row, written, type Rule } from './rule.ts';

/** Many who write at the same moment. */
export const AT_ONCE: readonly Rule<Table>[] = [
  {
    nr: 'T39',
    says: 'of many who create one row at once, one does',
    holds: async (table) => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, nr) => table.write([create('e_1', { nr })])),
      );
      expect(outcomes.filter(({ kind }) => kind === 'done').length).toBe(1);
      expect(outcomes.filter(({ kind }) => kind === 'conflict').length).toBe(19);
      const winner = outcomes.findIndex(({ kind }) => kind === 'done');
      expect(contentOf(await table.get(P, 'e_1'))).toEqual({ nr: winner });
    },
  },
  {
    nr: 'T40',
    says: 'of many who replace one version at once, one does',
    holds: async (table) => {
      const etag = await written(table, create('e_1'));
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, nr) =>
          table.write([{ op: 'replace', row: row('e_1', { nr }), etag }]),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'done').length).toBe(1);
      expect(outcomes.filter(({ kind }) => kind === 'conflict').length).toBe(19);
    },
  },
  {
    nr: 'T41',
    says: 'no count is lost when each replaces what they read, and looks again when refused',
    holds: async (table) => {
      await written(table, create('teller', { n: 0 }));
      const add = async () => {
        for (;;) {
          const found = await table.get(P, 'teller');
          if (!found) throw new Error('gone');
          const next = row('teller', { n: Number(found['n']) + 1 });
          const { kind } = await table.write([{ op: 'replace', row: next, etag: found.etag }]);
          if (kind === 'done') return;
          expect(kind).toBe('conflict');
        }
      };
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          for (let time = 0; time < 4; time++) await add();
        }),
      );
      expect(contentOf(await table.get(P, 'teller'))).toEqual({ n: 32 });
    },
  },
  {
    nr: 'T42',
    says: 'of many transactions on one version one is done, and nothing of the others',
    holds: async (table) => {
      const etag = await written(table, create('head', { n: 0 }));
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, nr) =>
          table.write([
            create(`e_${nr}a`),
            { op: 'replace', row: row('head', { nr }), etag },
            create(`e_${nr}b`),
          ]),
        ),
      );
      const winner = outcomes.findIndex(({ kind }) => kind === 'done');
      expect(outcomes.filter(({ kind }) => kind === 'conflict').length).toBe(11);
      expect(keysOf(await table.all())).toEqual([`e_${winner}a`, `e_${winner}b`, 'head']);
    },
  },
  {
    nr: 'T43',
    says: 'who reads while transactions go on sees all of each or nothing',
    holds: async (table) => {
      const both = (n: number): [Write, Write] => [
        { op: 'put', row: row('a', { n }) },
        { op: 'put', row: row('b', { n }) },
      ];
      await table.write(both(0));
      const state = { isWriting: true };
      const seen = new Set<string>();
      const reading = (async () => {
        while (state.isWriting)
          seen.add(JSON.stringify((await table.range(P, 'a', 'b')).map(contentOf)));
      })();
      for (let n = 1; n <= 20; n++)
        expect(await table.write(both(n))).toMatchObject({ kind: 'done' });
      state.isWriting = false;
      await reading;
      for (const pair of seen) {
        const [a, b] = JSON.parse(pair) as Found[];
        expect(a).toEqual(b);
      }
    },
  },
];
