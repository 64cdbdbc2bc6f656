import { odata, type TableClient } from '@azure/data-tables';
import { expect } from 'vitest';
import { contentOf, type Rule } from './rule.ts';
import { refusalOf, type Wire } from './wire.ts';

/** Rows `a` to `d` of p, and `a` of q. */
const ROWS = [
  { partitionKey: 'p', rowKey: 'a', n: 1, tekst: 'een', ja: true },
  { partitionKey: 'p', rowKey: 'b', n: 2.5, tekst: "t'wee", lang: 12n },
  { partitionKey: 'p', rowKey: 'c', n: 3, moment: new Date('2027-01-04T10:00:00Z') },
  { partitionKey: 'p', rowKey: 'd', ja: false, lang: -3n },
  { partitionKey: 'q', rowKey: 'a', n: 2, tekst: '' },
];

async function filled(table: TableClient): Promise<void> {
  for (const row of ROWS) await table.createEntity(row);
}

/** The rows that a filter finds, as `pa pb …`. */
async function found(table: TableClient, filter: string): Promise<string> {
  const keys: string[] = [];
  for await (const row of table.listEntities({ queryOptions: { filter } }))
    keys.push(`${row.partitionKey ?? ''}${row.rowKey ?? ''}`);
  return keys.join(' ');
}

const finding = (
  nr: string,
  says: string,
  cases: readonly [filter: string, rows: string][],
): Rule<Wire> => ({
  nr,
  says,
  holds: async ({ table }) => {
    await filled(table);
    for (const [filter, rows] of cases)
      expect([filter, await found(table, filter)]).toEqual([filter, rows]);
  },
});

async function pagesOf(table: TableClient, maxPageSize: number): Promise<string[]> {
  const pages: string[] = [];
  for await (const page of table.listEntities().byPage({ maxPageSize }))
    pages.push(page.map(({ partitionKey = '', rowKey = '' }) => partitionKey + rowKey).join(' '));
  return pages;
}

/** What is found, and page by page. */
export const WIRE_QUERIES: readonly Rule<Wire>[] = [
  finding('W41', 'a filter compares keys', [
    ['', 'pa pb pc pd qa'],
    ["PartitionKey eq 'p'", 'pa pb pc pd'],
    ["PartitionKey eq 'p' and RowKey eq 'b'", 'pb'],
    ["PartitionKey eq 'p' and RowKey ge 'b' and RowKey le 'c'", 'pb pc'],
    ["PartitionKey eq 'p' and RowKey gt 'b' and RowKey lt 'd'", 'pc'],
    ["RowKey eq 'a'", 'pa qa'],
    ["RowKey ge 'd'", 'pd'],
    ["PartitionKey gt 'p'", 'qa'],
    ["PartitionKey lt 'q' and RowKey ne 'b'", 'pa pc pd'],
    ["PartitionKey eq 'p' and PartitionKey eq 'q'", ''],
    ["RowKey eq 'b' and RowKey eq 'c'", ''],
  ]),
  finding('W42', 'a filter takes and before or, not before both, and brackets before all', [
    ["RowKey eq 'a' and PartitionKey eq 'q' or RowKey eq 'd'", 'pd qa'],
    ["RowKey eq 'a' and (PartitionKey eq 'q' or RowKey eq 'd')", 'qa'],
    ["RowKey eq 'd' or RowKey eq 'a' and PartitionKey eq 'q'", 'pd qa'],
    ["not (RowKey eq 'a')", 'pb pc pd'],
    ["not RowKey eq 'a' and PartitionKey eq 'p'", 'pb pc pd'],
    ["PartitionKey eq 'p' and not (RowKey ge 'b' and RowKey le 'c')", 'pa pd'],
    ["(PartitionKey eq 'p') and ((RowKey gt 'b'))", 'pc pd'],
    ["PartitionKey eq 'p' or PartitionKey eq 'q'", 'pa pb pc pd qa'],
  ]),
  finding('W43', 'a filter compares properties by their type, and finds no row without them', [
    ['n eq 1', 'pa'],
    ['n gt 1', 'pb pc qa'],
    ['n le 2.5', 'pa pb qa'],
    ['n ne 2', 'pa pb pc'],
    ["tekst eq 'een'", 'pa'],
    ["tekst eq 't''wee'", 'pb'],
    ["tekst eq ''", 'qa'],
    ["tekst lt 'f'", 'pa qa'],
    ['ja eq true', 'pa'],
    ['ja eq false', 'pd'],
    ['lang eq 12L', 'pb'],
    ["moment ge datetime'2027-01-04T10:00:00.000Z'", 'pc'],
    ["moment lt datetime'2027-01-04T10:00:00.000Z'", ''],
    ["Timestamp gt datetime'2020-01-01T00:00:00.000Z'", 'pa pb pc pd qa'],
    ['niets eq 1', ''],
    ['niets ne 1', ''],
    ['not (niets eq 1)', 'pa pb pc pd qa'],
    ["n eq '1'", ''],
  ]),
  {
    nr: 'W44',
    says: 'what is typed into a filter with odata`…` is only compared with',
    holds: async ({ table }) => {
      await filled(table);
      for (const typed of ["' or 'a' eq 'a", "p' or RowKey eq 'a", '%27', '"', ') or (']) {
        expect(await found(table, odata`PartitionKey eq ${typed}`)).toBe('');
        await table.createEntity({ partitionKey: typed, rowKey: 'x' });
        expect(await found(table, odata`PartitionKey eq ${typed}`)).toBe(`${typed}x`);
      }
    },
  },
  {
    nr: 'W45',
    says: 'what is no filter is refused',
    holds: async ({ table }) => {
      for (const filter of [
        'PartitionKey eq',
        "(PartitionKey eq 'p'",
        "eq 'p'",
        '1 eq 1',
        "PartitionKey eq 'p')",
      ])
        expect([filter, await refusalOf(found(table, filter))]).toEqual([
          filter,
          { status: 400, code: 'InvalidInput' },
        ]);
    },
  },
  {
    nr: 'W46',
    says: 'only the properties that are asked for come, with the version',
    holds: async ({ table }) => {
      await filled(table);
      const queryOptions = { select: ['rowKey', 'lang', 'niets'] };
      const one = await table.getEntity('p', 'b', { queryOptions });
      expect(one).toMatchObject({
        rowKey: 'b',
        lang: 12n,
        etag: expect.stringMatching(/^W/) as string,
      });
      expect(contentOf(one)).toEqual({ lang: 12n });
      expect([one.partitionKey, one.timestamp]).toEqual([undefined, undefined]);
      const { value } = (await table.listEntities({ queryOptions }).next()) as { value: object };
      expect(Object.keys(value).sort()).toEqual(['etag', 'rowKey']);
    },
  },
  {
    nr: 'W47',
    says: 'pages of any size follow each other without a gap, over the border of a partition as well',
    holds: async ({ table }) => {
      await filled(table);
      expect(await pagesOf(table, 1)).toEqual(['pa', 'pb', 'pc', 'pd', 'qa']);
      expect(await pagesOf(table, 2)).toEqual(['pa pb', 'pc pd', 'qa']);
      expect(await pagesOf(table, 3)).toEqual(['pa pb pc', 'pd qa']);
      expect(await pagesOf(table, 5)).toEqual(['pa pb pc pd qa']);
    },
  },
  {
    nr: 'W48',
    says: 'a next page begins with keys of any sign',
    holds: async ({ table }) => {
      const keys = ["'", '+', 'é', '🚓'];
      for (const key of keys) await table.createEntity({ partitionKey: key, rowKey: key });
      expect(await pagesOf(table, 1)).toEqual(keys.map((key) => key + key));
    },
  },
  {
    nr: 'W49',
    says: 'a next page goes on where the last ended, whatever was written or deleted meanwhile',
    holds: async ({ table }) => {
      await filled(table);
      const pages = table.listEntities().byPage({ maxPageSize: 2 });
      const { value } = (await pages.next()) as { value: { continuationToken: string } };
      await table.deleteEntity('p', 'a');
      await table.deleteEntity('p', 'c');
      await table.createEntity({ partitionKey: 'p', rowKey: 'aa' });
      await table.createEntity({ partitionKey: 'p', rowKey: 'cc' });
      const rest: string[] = [];
      const { continuationToken } = value;
      for await (const page of table.listEntities().byPage({ maxPageSize: 2, continuationToken }))
        rest.push(...page.map(({ partitionKey = '', rowKey = '' }) => partitionKey + rowKey));
      expect(rest).toEqual(['pcc', 'pd', 'qa']);
    },
  },
  {
    nr: 'W50',
    says: 'a page holds at most 1,000 rows, however many are asked for',
    holds: async ({ table, send, name }) => {
      const keys = Array.from({ length: 1_001 }, (_, nth) => String(nth).padStart(4, '0'));
      for (let from = 0; from < keys.length; from += 100)
        await table.submitTransaction(
          keys.slice(from, from + 100).map((rowKey) => ['create', { partitionKey: 'p', rowKey }]),
        );
      const { body, headers } = await send('GET', `/${name}()?$top=2000&$select=RowKey`);
      expect((JSON.parse(body) as { value: unknown[] }).value.length).toBe(1_000);
      const next = (key: string) =>
        Buffer.from(headers.get(`x-ms-continuation-Next${key}`) ?? '', 'base64').toString();
      expect([next('PartitionKey'), next('RowKey')]).toEqual(['p', '1000']);
    },
  },
];
