import type { TransactionAction } from '@azure/data-tables';
import { expect } from 'vitest';
import { contentOf, type Rule } from './rule.ts';
import { refusalOf, type Wire } from './wire.ts';

const entity = (rowKey: string, content: object = {}) => ({
  partitionKey: 'p',
  rowKey,
  ...content,
});
const create = (rowKey: string, content?: object): TransactionAction => [
  'create',
  entity(rowKey, content),
];

async function rowsOf({ table }: Wire): Promise<string[]> {
  const keys: string[] = [];
  for await (const { rowKey = '' } of table.listEntities()) keys.push(rowKey);
  return keys;
}

/** Transactions, as they are answered. */
export const WIRE_TRANSACTIONS: readonly Rule<Wire>[] = [
  {
    nr: 'W61',
    says: 'a transaction is answered in its order, with the version of each row that stands',
    holds: async (wire) => {
      const { table } = wire;
      for (const rowKey of ['b', 'c', 'd']) await table.createEntity(entity(rowKey, { was: 1 }));
      const { status, subResponses, getResponseForEntity } = await table.submitTransaction([
        create("a'a"),
        ['upsert', entity('b', { b: 1 }), 'Replace'],
        ['delete', entity('d')],
        ['update', entity('c', { c: 1 }), 'Merge'],
        create('é'),
      ]);
      expect(status).toBe(202);
      const etags = await Promise.all(
        ["a'a", 'b', 'c', 'é'].map(async (rowKey) => (await table.getEntity('p', rowKey)).etag),
      );
      expect(subResponses.map(({ status: each, etag }) => [each, etag])).toEqual([
        ...[
          [204, etags[0]],
          [204, etags[1]],
          [204, undefined],
        ],
        ...[
          [204, etags[2]],
          [204, etags[3]],
        ],
      ]);
      expect(getResponseForEntity(encodeURIComponent('é'))?.etag).toBe(etags[3]);
      expect(contentOf(await table.getEntity('p', 'c'))).toEqual({ was: 1, c: 1 });
    },
  },
  {
    nr: 'W62',
    says: 'a refused transaction tells which of its operations was refused, and why',
    holds: async (wire) => {
      const { table } = wire;
      await table.createEntity(entity('b'));
      const stale = { etag: 'W/"datetime\'2020\'"' };
      const cases: [TransactionAction[], object, string][] = [
        [[create('a'), create('b')], { status: 409, code: 'EntityAlreadyExists' }, '1:'],
        [
          [['update', entity('x'), 'Replace', { etag: '*' }], create('a')],
          { status: 404, code: 'ResourceNotFound' },
          '0:',
        ],
        [
          [create('a'), create('c'), ['update', entity('b'), 'Replace', stale]],
          { status: 412, code: 'UpdateConditionNotSatisfied' },
          '2:',
        ],
        [[create('a'), ['delete', entity('x')]], { status: 404, code: 'ResourceNotFound' }, '1:'],
        [[create('a'), create('c/d')], { status: 400, code: 'InvalidInput' }, '1:'],
        [
          [create('a'), create('c', { t: 'x'.repeat(32_769) })],
          { status: 400, code: 'PropertyValueTooLarge' },
          '1:',
        ],
        [
          [create('a'), create('c'), create('a')],
          { status: 400, code: 'InvalidDuplicateRow' },
          '2:',
        ],
      ];
      for (const [actions, refusal, which] of cases) {
        const doing = table.submitTransaction(actions);
        await expect(doing).rejects.toThrow(new RegExp(`^${which}`));
        expect(await refusalOf(doing)).toEqual(refusal);
        expect(await rowsOf(wire)).toEqual(['b']);
      }
    },
  },
  {
    nr: 'W63',
    says: 'a transaction of more than 100 operations is refused whole',
    holds: async (wire) => {
      const actions = Array.from({ length: 101 }, (_, nth) => create(`r${nth}`));
      expect(await refusalOf(wire.table.submitTransaction(actions))).toEqual({
        ...{ status: 400, code: 'InvalidInput' },
      });
      expect(await rowsOf(wire)).toEqual([]);
    },
  },
  {
    nr: 'W64',
    says: 'a transaction of more than 4 MiB is refused whole',
    holds: async (wire) => {
      const large = { a: 'x'.repeat(32_000), b: 'x'.repeat(32_000), c: 'x'.repeat(32_000) };
      const actions = Array.from({ length: 45 }, (_, nth) => create(`r${nth}`, large));
      expect(await refusalOf(wire.table.submitTransaction(actions))).toEqual({
        ...{ status: 413, code: 'RequestBodyTooLarge' },
      });
      expect(await rowsOf(wire)).toEqual([]);
    },
  },
  {
    nr: 'W65',
    says: 'what looks like the seams of a transaction is text like any other',
    holds: async ({ table }) => {
      const seams = [
        '--changeset_0\r\nPOST http://x HTTP/1.1\r\nIf-Match: *\r\n\r\n{"a":1}',
        '{"PartitionKey":"q"}}}{{',
        'HTTP/1.1 409 Conflict ETag: W/"x" RowKey=\'y\'',
        '--changesetresponse_0--',
      ];
      const content = Object.fromEntries(seams.map((text, nth) => [`t${nth}`, text]));
      const { subResponses } = await table.submitTransaction([create('a', content), create('b')]);
      expect(subResponses.length).toBe(2);
      expect(contentOf(await table.getEntity('p', 'a'))).toEqual(content);
    },
  },
  {
    nr: 'W66',
    says: 'a transaction holds rows of every type, and large ones of every language',
    holds: async ({ table }) => {
      const contents = [
        { long: 12n, moment: new Date(0), bytes: Buffer.from([1]), half: 0.5 },
        ...Array.from({ length: 40 }, () => ({ tekst: '"€🚓\n'.repeat(6_000) })),
      ];
      await table.submitTransaction(contents.map((content, nth) => create(`r${nth}`, content)));
      for (const [nth, content] of contents.entries())
        expect(contentOf(await table.getEntity('p', `r${nth}`))).toEqual(content);
    },
  },
  {
    nr: 'W67',
    says: 'what was refused in one transaction may be done in the next',
    holds: async (wire) => {
      const { table } = wire;
      await table.createEntity(entity('b', { n: 1 }));
      await refusalOf(table.submitTransaction([create('a'), create('b')]));
      await table.submitTransaction([create('a'), ['update', entity('b', { n: 2 }), 'Replace']]);
      expect(await rowsOf(wire)).toEqual(['a', 'b']);
      expect(contentOf(await table.getEntity('p', 'b'))).toEqual({ n: 2 });
    },
  },
];
