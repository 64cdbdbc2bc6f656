import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import type { Table } from '../src/storage/table/table.ts';
import { openTables } from '../src/storage/table/tables.ts';
import type { Write } from '../src/storage/table/write.ts';
import { tableInMemory } from '../support/memory-table.ts';
import { AT_ONCE } from './storage/contract/at-once.ts';
import { KEYS } from './storage/contract/keys.ts';
import { ONE_BY_ONE } from './storage/contract/one-by-one.ts';
import { contentOf, create } from './storage/contract/rule.ts';
import { TOGETHER } from './storage/contract/together.ts';
import { VALUES } from './storage/contract/values.ts';
import { clock } from './storage/lab.ts';

describe('tables in memory', () => {
  it.each([...ONE_BY_ONE, ...VALUES, ...KEYS, ...TOGETHER, ...AT_ONCE])(
    '$nr $says',
    async ({ holds }) => holds(tableInMemory()),
  );

  it('do what tables of Azurite do, whatever is written one after another', async () => {
    await fc.assert(
      fc.asyncProperty(anyWrites, async (steps) => {
        const azurite = await lived(await onAzurite(), steps);
        expect(await lived(tableInMemory(), steps)).toEqual(azurite);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a row of more than 1 MiB', 1, 33],
    ['a transaction of more than 4 MiB', 5, 31],
  ])('refuse %s', async (_what, rows, texts) => {
    const content = Object.fromEntries(
      Array.from({ length: texts }, (_, nth) => [`t${nth}`, 'x'.repeat(32_000)]),
    );
    const [first, ...more] = Array.from({ length: rows }, (_, nth) => create(`r${nth}`, content));
    const table = tableInMemory();

    expect(await table.write([first!, ...more])).toEqual({ kind: 'too-big' });
    expect(await table.all()).toEqual([]);
  });

  it('give what was kept, whatever becomes of what was given', async () => {
    const table = tableInMemory();
    const row = { partitionKey: 'p', rowKey: 'r', tekst: 'eerst' };
    await table.write([{ op: 'create', row }]);
    row.tekst = 'later';
    Object.assign((await table.get('p', 'r')) ?? {}, { tekst: 'anders' });

    expect(contentOf(await table.get('p', 'r'))).toEqual({ tekst: 'eerst' });
  });
});

/** A write, and which version of its row it names: none, the one that stands, or one that stood before. */
interface Step {
  partitionKey: string;
  writes: {
    op: Write['op'];
    rowKey: string;
    content: Record<string, string | number | boolean>;
    version: 'last' | 'before';
  }[];
}

const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.integer(), fc.boolean());
const anyWrite = fc.record({
  op: fc.constantFrom<Write['op']>('create', 'put', 'merge', 'replace', 'delete'),
  rowKey: fc.constantFrom('A', 'a', 'b', 'é'),
  content: fc.dictionary(fc.constantFrom('x', 'y', 'X'), value, { maxKeys: 3 }),
  version: fc.constantFrom('last', 'last', 'before'),
});
const anyWrites: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    partitionKey: fc.constantFrom('p', 'q'),
    writes: fc.oneof(
      { weight: 3, arbitrary: fc.array(anyWrite, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(anyWrite, { minLength: 2, maxLength: 4 }) },
    ),
  }),
  { minLength: 4, maxLength: 15 },
);

const onAzurite = async (): Promise<Table> =>
  (
    await openTables(
      { connectionString: inject('azurite') },
      { clock, prefix: `m${randomUUID().replaceAll('-', '')}` },
    )
  ).projecten;

/** What each step came to, and what stood in the end; versions left out. */
async function lived(table: Table, steps: readonly Step[]): Promise<unknown> {
  const outcomes: string[] = [];
  const versions = new Map<string, string[]>();
  for (const { partitionKey, writes } of steps) {
    const [first, ...more] = writes.map(({ op, rowKey, content, version }): Write => {
      const row = { partitionKey, rowKey, ...content };
      const known = versions.get(partitionKey + rowKey) ?? [];
      const etag = known.at(version === 'last' ? -1 : 0) ?? NEVER;
      if (op === 'replace') return { op, row, etag };
      return op === 'delete' && writes.length === 1 ? { op, row, etag } : { op, row };
    });
    outcomes.push(
      await table.write([first!, ...more]).then(
        ({ kind }) => kind,
        () => 'thrown',
      ),
    );
    for (const { rowKey } of writes) {
      const etag = (await table.get(partitionKey, rowKey))?.etag;
      const key = partitionKey + rowKey;
      if (etag) versions.set(key, [...(versions.get(key) ?? []), etag]);
    }
  }
  const stands = (await table.all()).map((row) => [row.partitionKey, row.rowKey, contentOf(row)]);
  const found = (await table.range('p', 'A', 'b')).map(({ rowKey }) => rowKey);
  return { outcomes, stands, found, with: await table.partitionsWith('a') };
}

/** A version that no row ever had. */
const NEVER = `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"`;
