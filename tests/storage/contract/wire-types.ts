import { expect } from 'vitest';
import { contentOf, type Rule } from './rule.ts';
import { refusalOf, type Wire } from './wire.ts';

const KEYS = { partitionKey: 'p', rowKey: 'r' };
const PATH = "(PartitionKey='p',RowKey='r')";

/** What a property can hold, and how it comes back. */
export const WIRE_TYPES: readonly Rule<Wire>[] = [
  {
    nr: 'W31',
    says: 'each type comes back as it went',
    holds: async ({ table }) => {
      const content = {
        ...{ text: 'é🚓', int: -12, double: 1.5, yes: true, no: false },
        long: 9_007_199_254_740_993n,
        moment: new Date('2027-01-04T10:00:00.123Z'),
        bytes: Buffer.from([0, 1, 254, 255]),
        guid: { type: 'Guid', value: '0b7f6a0e-2f0d-4d7b-8f0a-6a4b5f1c2d33' },
      };
      await table.createEntity({ ...KEYS, ...content });
      expect(contentOf(await table.getEntity('p', 'r'))).toEqual(content);
      for await (const found of table.listEntities()) expect(contentOf(found)).toEqual(content);
    },
  },
  {
    nr: 'W32',
    says: 'a type that was named is kept, and named again where JSON does not show it',
    holds: async ({ send, name }) => {
      const sent = {
        ...{ 'a@odata.type': 'Edm.Int64', a: '12', 'b@odata.type': 'Edm.Double', b: 'NaN' },
        ...{ 'c@odata.type': 'Edm.Int32', c: '12', 'd@odata.type': 'Edm.Boolean', d: 'true' },
        ...{ 'e@odata.type': 'Edm.String', e: '12', 'f@odata.type': 'Edm.Double', f: '3' },
        ...{ 'g@odata.type': 'Edm.DateTime', g: '2027-01-04T10:00:00' },
      };
      await send('PUT', `/${name}${PATH}`, sent);
      const found = JSON.parse((await send('GET', `/${name}${PATH}`)).body) as object;
      const { PartitionKey, RowKey, Timestamp, ...rest } = found as Record<string, unknown>;
      expect([PartitionKey, RowKey, typeof Timestamp]).toEqual(['p', 'r', 'string']);
      expect(
        Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('odata.'))),
      ).toEqual({
        ...{ 'a@odata.type': 'Edm.Int64', a: '12', 'b@odata.type': 'Edm.Double', b: 'NaN' },
        ...{ c: 12, d: true, e: '12', f: 3 },
        ...{ 'g@odata.type': 'Edm.DateTime', g: '2027-01-04T10:00:00Z' },
      });
    },
  },
  {
    nr: 'W33',
    says: 'what is not of the type that it names is refused, and what is no value at all',
    holds: async ({ send, name }) => {
      const wrong = [
        { 'a@odata.type': 'Edm.Int32', a: 'twaalf' },
        { 'a@odata.type': 'Edm.Int64', a: 12 },
        { 'a@odata.type': 'Edm.Boolean', a: 'ja' },
        { 'a@odata.type': 'Edm.Double', a: 'veel' },
        { 'a@odata.type': 'Edm.String', a: 12 },
        { 'a@odata.type': 'Edm.DateTime', a: '' },
        { a: { b: 1 } },
        { a: [1] },
      ];
      for (const body of wrong)
        expect(await send('PUT', `/${name}${PATH}`, body)).toMatchObject({
          ...{ status: 400, code: 'InvalidInput' },
        });
      expect(await send('GET', `/${name}${PATH}`)).toMatchObject({ status: 404 });
    },
  },
  {
    nr: 'W34',
    says: 'what is null is left out of a row, and leaves a property that is merged as it was',
    holds: async ({ send, table, name }) => {
      await send('PUT', `/${name}${PATH}`, { a: 1, b: null });
      expect(contentOf(await table.getEntity('p', 'r'))).toEqual({ a: 1 });
      await send('PATCH', `/${name}${PATH}`, { a: null, c: 2 });
      expect(contentOf(await table.getEntity('p', 'r'))).toEqual({ a: 1, c: 2 });
    },
  },
  {
    nr: 'W35',
    says: 'a merged property takes the type of what was merged',
    holds: async ({ table }) => {
      await table.createEntity({ ...KEYS, a: 12n, b: 1, c: new Date(0) });
      await table.updateEntity({ ...KEYS, a: 12, b: 1n, c: 'tekst' }, 'Merge');
      expect(contentOf(await table.getEntity('p', 'r'))).toEqual({ a: 12, b: 1n, c: 'tekst' });
    },
  },
  {
    nr: 'W36',
    says: 'binary may have 64 KiB and no more',
    holds: async ({ table }) => {
      const bytes = Buffer.alloc(64 * 1024, 7);
      await table.createEntity({ ...KEYS, bytes });
      expect(contentOf(await table.getEntity('p', 'r'))).toEqual({ bytes });
      const tooMany = Buffer.alloc(64 * 1024 + 1);
      expect(await refusalOf(table.upsertEntity({ ...KEYS, bytes: tooMany }))).toEqual({
        ...{ status: 400, code: 'PropertyValueTooLarge' },
      });
    },
  },
];
