import { expect, it } from 'vitest';
import { StorageDown } from '../../src/storage/table/failure.ts';
import { openTables } from '../../src/storage/table/tables.ts';
import { tableOver } from '../../src/storage/table/table.ts';
import { clock, Lab } from './lab.ts';
import type { Fate } from './proxy.ts';
import { tablesHere } from '../../support/tables-here.ts';
import { P } from '../../support/vullen.ts';

it('makes the tables at the first start and finds them at the next', async () => {
  const lab = new Lab();
  const [first, second] = [await lab.tables(), await lab.tables()];
  const row = { partitionKey: P, rowKey: 'e_1', tekst: 'er' };

  expect(await first.projecten.write([{ op: 'create', row }])).toMatchObject({ kind: 'done' });

  expect(await second.projecten.get(P, 'e_1')).toMatchObject(row);
  expect(await second.wekker.get(P, 'e_1')).toBeUndefined();
});

it('starts all the same when a call or its answer is lost on the way', async () => {
  const lab = new Lab();
  const proxy = await lab.proxy();
  const fates: Fate[] = ['unsent', 'lost', 'unavailable', 'unsent'];
  proxy.fate = () => fates.shift() ?? 'pass';

  const { projecten } = await lab.tables(proxy.connectionString);

  expect(fates).toEqual([]);
  expect(await projecten.get(P, 'head')).toBeUndefined();
});

it('asks for a token of storage itself where there is no key, and does not start without storage', async () => {
  const asked: unknown[] = [];
  const credential = {
    getToken: async (scopes: string | string[]) => {
      asked.push(scopes);
      return { token: 'token', expiresOnTimestamp: Date.now() + 60_000 };
    },
  };

  const opening = openTables({ endpoint: 'https://127.0.0.1:9', credential }, { clock });

  await expect(opening).rejects.toThrow('ECONNREFUSED');
  expect(asked[0]).toEqual(['https://storage.azure.com/.default']);
});

it('takes a table that is gone for a defect, not for an empty project', async () => {
  const { TableClient } = await import('@azure/data-tables');
  const options = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
  const client = TableClient.fromConnectionString(tablesHere(), 'nergens', options);
  const table = tableOver(client, clock);
  const row = { partitionKey: P, rowKey: 'e_1' };

  const reading = table.get(P, 'head');

  await expect(reading).rejects.toThrow();
  await expect(reading).rejects.not.toThrow(StorageDown);
  await expect(table.write([{ op: 'create', row }])).rejects.toThrow();
});

it('refuses several writes that cannot be one, before sending', async () => {
  const { projecten } = await new Lab().tables();
  const row = { partitionKey: P, rowKey: 'e_1' };

  await expect(
    projecten.write([
      { op: 'create', row },
      { op: 'delete', row, etag: 'x' },
    ]),
  ).rejects.toThrow('no etag');
});
