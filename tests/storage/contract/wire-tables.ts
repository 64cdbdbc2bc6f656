import { expect } from 'vitest';
import type { Rule } from './rule.ts';
import { refusalOf, type Wire } from './wire.ts';

const ROW = { partitionKey: 'p', rowKey: 'r' };

/** Tables themselves, and who may ask. */
export const WIRE_TABLES: readonly Rule<Wire>[] = [
  {
    nr: 'W01',
    says: 'a table is created once: 201, then 409, which the client takes for done',
    holds: async ({ send, tableNamed, name }) => {
      const another = { TableName: `${name.slice(0, 20)}x` };
      expect(await send('POST', '/Tables', another)).toMatchObject({ status: 201 });
      expect(await send('POST', '/Tables', another)).toMatchObject({
        ...{ status: 409, code: 'TableAlreadyExists' },
      });
      await tableNamed(name).createTable();
    },
  },
  {
    nr: 'W02',
    says: 'upper and lower case make no other table',
    holds: async ({ send, table, tableNamed, name }) => {
      const shouted = name.toUpperCase();
      expect(await send('POST', '/Tables', { TableName: shouted })).toMatchObject({ status: 409 });
      await tableNamed(shouted).createEntity({ ...ROW, a: 1 });
      expect(await table.getEntity('p', 'r')).toMatchObject({ a: 1 });
    },
  },
  {
    nr: 'W03',
    says: 'a table is called by 3 to 63 letters and digits, a letter first, and not "tables"',
    holds: async ({ send }) => {
      for (const name of ['ab', 'a'.repeat(64), '1abc', 'a-b', 'a b', 'Tables', ''])
        expect(await send('POST', '/Tables', { TableName: name })).toMatchObject({ status: 400 });
      expect(await send('POST', '/Tables', {})).toMatchObject({ code: 'TableNameEmpty' });
    },
  },
  {
    nr: 'W04',
    says: 'whatever is asked of a table that is not there is refused by that name',
    holds: async ({ tableNamed, name }) => {
      const nowhere = tableNamed(`${name.slice(0, 20)}y`);
      const notFound = { status: 404, code: 'TableNotFound' };
      expect(await refusalOf(nowhere.getEntity('p', 'r'))).toEqual(notFound);
      expect(await refusalOf(nowhere.createEntity(ROW))).toEqual(notFound);
      expect(await refusalOf(nowhere.upsertEntity(ROW))).toEqual(notFound);
      expect(await refusalOf(nowhere.deleteEntity('p', 'r'))).toEqual(notFound);
      expect(await refusalOf(nowhere.listEntities().next())).toEqual(notFound);
      expect(await refusalOf(nowhere.submitTransaction([['create', ROW]]))).toEqual(notFound);
    },
  },
  {
    nr: 'W05',
    says: 'a deleted table is gone with its rows, and may be made anew',
    holds: async ({ send, table, name }) => {
      await table.createEntity(ROW);
      expect(await send('DELETE', `/Tables('${name}')`)).toMatchObject({ status: 204 });
      expect(await send('DELETE', `/Tables('${name}')`)).toMatchObject({
        ...{ status: 404, code: 'ResourceNotFound' },
      });
      await table.createTable();
      expect((await table.listEntities().next()).done).toBe(true);
    },
  },
  {
    nr: 'W06',
    says: 'tables are listed by name, page by page, and found by name',
    holds: async ({ service, tableNamed, name }) => {
      const names = ['c', 'a', 'b'].map((letter) => `${name.slice(0, 20)}${letter}`);
      for (const one of names) await tableNamed(one).createTable();
      const all: string[] = [];
      for await (const page of service.listTables().byPage({ maxPageSize: 2 }))
        all.push(...page.flatMap((one) => one.name ?? []));
      expect(all.filter((one) => names.includes(one))).toEqual([...names].sort());
      const filter = `TableName eq '${names[1] ?? ''}'`;
      const found: unknown[] = [];
      for await (const one of service.listTables({ queryOptions: { filter } }))
        found.push(one.name);
      expect(found).toEqual([names[1]]);
    },
  },
  {
    nr: 'W07',
    says: 'who does not sign is not let in',
    holds: async ({ send, name }) => {
      for (const Authorization of ['', 'SharedKeyLite another:abc', 'Bearer abc'])
        expect(await send('GET', `/${name}`, undefined, { Authorization })).toMatchObject({
          status: 403,
        });
    },
  },
  {
    nr: 'W08',
    says: 'each answer, also a refusal, tells what time it is there',
    holds: async ({ send, name }) => {
      for (const path of [`/${name}`, `/${name}(PartitionKey='p',RowKey='r')`]) {
        const { headers } = await send('GET', path);
        const offMs = Date.now() - Date.parse(headers.get('date') ?? '');
        expect(offMs).toBeGreaterThan(-2_000);
        expect(offMs).toBeLessThan(5_000);
      }
    },
  },
];
