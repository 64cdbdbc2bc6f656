import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTables } from '../src/storage/table/tables.ts';
import { connectionTo } from '../support/azurite.ts';
import { startTableServer, type TableServer } from '../support/table-server/server.ts';
import { anyHistory } from './storage/contract/history.ts';
import { KEYS } from './storage/contract/keys.ts';
import { live } from './storage/contract/live.ts';
import { openWire, refusalOf } from './storage/contract/wire.ts';
import { clock } from './storage/lab.ts';

// That it keeps every rule of tests/storage/contract, as Azurite does, the tests of storage say.

it('answers as Azurite does, whatever is asked one thing after another', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (steps) => {
      const [azurite, ours] = await Promise.all(
        [inject('azurite'), inject('tables')].map(async (connection) => {
          const { table } = await openWire(connection);
          return live(table, steps);
        }),
      );
      expect(ours).toEqual(azurite);
    }),
    { numRuns: 25 },
  );
});

describe('what Azure refuses and Azurite lets through', () => {
  const KEYS_OF_ROW = { partitionKey: 'p', rowKey: 'r' };

  it('is a new row of more than 1 MiB', async () => {
    const { table } = await openWire(inject('tables'));
    const texts = Array.from({ length: 40 }, (_, nth) => [`t${nth}`, 'x'.repeat(30_000)]);
    const row = { ...KEYS_OF_ROW, ...(Object.fromEntries(texts) as object) };

    expect(await refusalOf(table.createEntity(row))).toEqual({
      ...{ status: 400, code: 'EntityTooLarge' },
    });
  });

  it('is a row of more than 252 properties, also when they come bit by bit', async () => {
    const { table } = await openWire(inject('tables'));
    const numbers = Array.from({ length: 252 }, (_, nth) => [`n${nth}`, nth]);
    await table.createEntity({ ...KEYS_OF_ROW, ...(Object.fromEntries(numbers) as object) });

    expect(await refusalOf(table.updateEntity({ ...KEYS_OF_ROW, n252: 252 }, 'Merge'))).toEqual({
      ...{ status: 400, code: 'TooManyProperties' },
    });
  });

  it('is a transaction over two partitions', async () => {
    const { name, send, table } = await openWire(inject('tables'));
    const parts = ['p', 'q'].map((PartitionKey) => [
      ...['--changeset_b', 'Content-Type: application/http', ''],
      ...[`POST http://x/devstoreaccount1/${name} HTTP/1.1`, ''],
      JSON.stringify({ PartitionKey, RowKey: 'r' }),
    ]);
    const head = ['--batch_a', 'Content-Type: multipart/mixed; boundary=changeset_b', ''];
    const lines = [...head, ...parts.flat(), '--changeset_b--', '--batch_a--', ''];

    const { body } = await send('POST', '/$batch', lines.join('\r\n'));

    expect(body).toContain('HTTP/1.1 400');
    expect(body).toContain('"CommandsInBatchActOnDifferentPartitions"');
    expect((await table.listEntities().next()).done).toBe(true);
  });
});

describe('what Azure takes and Azurite does not', () => {
  it.each(['\u2028', '\u2029'])('is a transaction with the sign %j in a text', async (sign) => {
    const row = { partitionKey: 'p', rowKey: 'r', tekst: `boven${sign}onder` };
    const other = { partitionKey: 'p', rowKey: 's' };
    const ours = await openWire(inject('tables'));
    const azurite = await openWire(inject('azurite'));
    const asked = ({ table }: typeof ours) =>
      table.submitTransaction([
        ['create', row],
        ['create', other],
      ]);

    expect((await asked(ours)).status).toBe(202);
    expect(await ours.table.getEntity('p', 'r')).toMatchObject({ tekst: row.tekst });
    // Once it takes them, tests/storage/contract/history.ts need not leave them out any more.
    expect(await refusalOf(asked(azurite))).toMatchObject({ status: 500 });
    // By itself it is taken by both.
    await azurite.table.createEntity(row);
    expect(await azurite.table.getEntity('p', 'r')).toMatchObject({ tekst: row.tekst });
  });
});

describe('what it does not do', () => {
  it('is said, and not left to be guessed', async () => {
    const { send, name } = await openWire(inject('tables'));
    const row = `/${name}(PartitionKey='p',RowKey='r')`;

    for (const [method, path] of [
      ['GET', '/?restype=service&comp=properties'],
      ['GET', `/Tables('${name}')`],
      ['PUT', `/${name}?comp=acl`],
      ['POST', row],
    ] as const)
      expect([path, (await send(method, path)).status]).toEqual([path, 501]);
  });
});

describe('with pages of seven rows', () => {
  let server: TableServer;
  beforeAll(async () => {
    server = await startTableServer({ rowsPerPage: 7 });
  });
  afterAll(() => server.stop());

  it.each(KEYS)('$nr $says', async ({ nr, holds }) => {
    const connectionString = connectionTo(server.address);
    const { projecten } = await openTables({ connectionString }, { clock, prefix: nr });
    await holds(projecten);
  });
});
