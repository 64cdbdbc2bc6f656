import { expect } from 'vitest';
import { contentOf, type Rule } from './rule.ts';
import { refusalOf, type Wire } from './wire.ts';

const address = (name: string, rowKey: string) => `/${name}(PartitionKey='p',RowKey='${rowKey}')`;
const keys = (rowKey: string) => ({ PartitionKey: 'p', RowKey: rowKey });

const STALE = `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"`;
const NOT_FOUND = { status: 404, code: 'ResourceNotFound' };
const NOT_MATCHED = { status: 412, code: 'UpdateConditionNotSatisfied' };

/** One row: how it is sent, and what is answered. */
export const WIRE_ROWS: readonly Rule<Wire>[] = [
  {
    nr: 'W11',
    says: 'a new row is answered with 204 and its version, or with 201 and itself when that is asked',
    holds: async ({ send, name }) => {
      const quiet = await send('POST', `/${name}`, keys('a'), { Prefer: 'return-no-content' });
      expect(quiet).toMatchObject({ status: 204, body: '' });
      expect(quiet.headers.get('etag')).toMatch(/^W\/"datetime'.+'"$/);
      expect(quiet.headers.get('preference-applied')).toBe('return-no-content');
      const told = await send('POST', `/${name}`, { ...keys('b'), a: 1 });
      expect(told.status).toBe(201);
      const row = { ...keys('b'), a: 1, 'odata.etag': told.headers.get('etag') };
      expect(JSON.parse(told.body)).toMatchObject(row);
    },
  },
  {
    nr: 'W12',
    says: 'a row that is there is not created again: 409, in words that the client understands',
    holds: async ({ send, name }) => {
      await send('POST', `/${name}`, keys('a'));
      const { status, headers, body } = await send('POST', `/${name}`, keys('a'));
      expect(status).toBe(409);
      expect(headers.get('x-ms-error-code')).toBe('EntityAlreadyExists');
      expect(headers.get('content-type')).toContain('application/json');
      const value: unknown = expect.stringMatching(
        /^The specified entity already exists\.\nRequestId:/,
      );
      const message = { lang: 'en-US', value };
      expect(JSON.parse(body)).toEqual({ 'odata.error': { code: 'EntityAlreadyExists', message } });
    },
  },
  {
    nr: 'W13',
    says: 'a row is read with its version, in the header and in itself; what is not there is 404',
    holds: async ({ send, table, name }) => {
      const { etag } = await table.createEntity({ partitionKey: 'p', rowKey: 'a', b: 'c' });
      const found = await send('GET', address(name, 'a'));
      expect(found.status).toBe(200);
      expect(found.headers.get('etag')).toBe(etag);
      expect(JSON.parse(found.body)).toMatchObject({ ...keys('a'), b: 'c', 'odata.etag': etag });
      expect(await send('GET', address(name, 'b'))).toMatchObject(NOT_FOUND);
      expect(await refusalOf(table.getEntity('p', 'b'))).toEqual(NOT_FOUND);
    },
  },
  {
    nr: 'W14',
    says: 'without a version PUT, PATCH and MERGE make what is not there, and change what is',
    holds: async ({ send, table, name }) => {
      for (const method of ['PUT', 'PATCH', 'MERGE']) {
        for (const content of [{ a: 1 }, { b: 2 }]) {
          const answer = await send(method, address(name, method), { ...keys(method), ...content });
          expect(answer).toMatchObject({ status: 204, body: '' });
          expect(answer.headers.get('etag')).toMatch(/^W\//);
        }
        const expected = method === 'PUT' ? { b: 2 } : { a: 1, b: 2 };
        expect(contentOf(await table.getEntity('p', method))).toEqual(expected);
      }
    },
  },
  {
    nr: 'W15',
    says: 'with * they change any version, but make nothing',
    holds: async ({ send, table, name }) => {
      await table.createEntity({ partitionKey: 'p', rowKey: 'a' });
      const any = { 'If-Match': '*' };
      for (const method of ['PUT', 'PATCH', 'MERGE', 'DELETE'])
        expect(await send(method, address(name, 'b'), {}, any)).toMatchObject(NOT_FOUND);
      for (const method of ['PUT', 'PATCH', 'MERGE', 'DELETE'])
        expect(await send(method, address(name, 'a'), {}, any)).toMatchObject({ status: 204 });
    },
  },
  {
    nr: 'W16',
    says: 'with a version they change that version only: 412 for another, 404 for none',
    holds: async ({ send, table, name }) => {
      let { etag = '' } = await table.createEntity({ partitionKey: 'p', rowKey: 'a' });
      for (const method of ['PUT', 'PATCH', 'MERGE', 'DELETE']) {
        const stale = { 'If-Match': STALE };
        expect(await send(method, address(name, 'a'), {}, stale)).toMatchObject(NOT_MATCHED);
        expect(await send(method, address(name, 'b'), {}, stale)).toMatchObject(NOT_FOUND);
        const right = await send(method, address(name, 'a'), {}, { 'If-Match': etag });
        expect(right.status).toBe(204);
        etag = right.headers.get('etag') ?? '';
      }
    },
  },
  {
    nr: 'W17',
    says: 'what is no version is refused, and a delete without one',
    holds: async ({ send, table, name }) => {
      await table.createEntity({ partitionKey: 'p', rowKey: 'a' });
      for (const method of ['PUT', 'PATCH', 'MERGE', 'DELETE'])
        expect(await send(method, address(name, 'a'), {}, { 'If-Match': 'abc' })).toMatchObject({
          status: 400,
        });
      expect(await send('DELETE', address(name, 'a'))).toMatchObject({ status: 400 });
      expect(await table.getEntity('p', 'a')).toBeDefined();
    },
  },
  {
    nr: 'W18',
    says: 'a row has the keys of its address, whatever is sent',
    holds: async ({ send, table, name }) => {
      await send('PUT', address(name, 'a'), { ...keys('b'), n: 1 });
      await send('PUT', address(name, 'c'), { n: 2 });
      expect(await table.getEntity('p', 'a')).toMatchObject({
        partitionKey: 'p',
        rowKey: 'a',
        n: 1,
      });
      expect(await table.getEntity('p', 'c')).toMatchObject({
        partitionKey: 'p',
        rowKey: 'c',
        n: 2,
      });
    },
  },
  {
    nr: 'W19',
    says: 'a new row has both keys, and is JSON',
    holds: async ({ send, name }) => {
      for (const body of [{ PartitionKey: 'p' }, { RowKey: 'r' }, { ...keys('r'), RowKey: null }])
        expect(await send('POST', `/${name}`, body)).toMatchObject({
          ...{ status: 400, code: 'PropertiesNeedValue' },
        });
      expect(await send('POST', `/${name}`, '{"PartitionKey":')).toMatchObject({ status: 400 });
    },
  },
  {
    nr: 'W20',
    says: 'keys in an address are written as addresses are, with every quote twice',
    holds: async ({ table }) => {
      for (const rowKey of [
        "it's",
        "''",
        'a b',
        'a+b',
        'a%b',
        '%41',
        'é',
        '🚓',
        'a&b=c',
        "a',RowKey='b",
      ]) {
        await table.createEntity({ partitionKey: rowKey, rowKey, a: 1 });
        await table.updateEntity({ partitionKey: rowKey, rowKey, b: 2 }, 'Merge');
        expect(contentOf(await table.getEntity(rowKey, rowKey))).toEqual({ a: 1, b: 2 });
        await table.deleteEntity(rowKey, rowKey);
      }
      expect((await table.listEntities().next()).done).toBe(true);
    },
  },
  {
    nr: 'W21',
    says: 'a row tells when it was written: not what was sent, and always later',
    holds: async ({ send, table, name }) => {
      const times: string[] = [];
      for (let time = 0; time < 5; time++) {
        await send('PUT', address(name, 'a'), { Timestamp: '2020-01-01T00:00:00Z' });
        const { timestamp = '', etag } = await table.getEntity('p', 'a');
        expect(decodeURIComponent(etag)).toBe(`W/"datetime'${timestamp}'"`);
        times.push(timestamp);
      }
      expect(times).toEqual([...new Set(times)].sort());
      expect(Math.abs(Date.now() - Date.parse(times[0] ?? ''))).toBeLessThan(60_000);
    },
  },
  {
    nr: 'W22',
    says: 'what does not fit is refused by its name',
    holds: async ({ send, name }) => {
      const texts = (count: number) =>
        Object.fromEntries(
          Array.from({ length: count }, (_, nth) => [`t${nth}`, 'x'.repeat(30_000)]),
        );
      expect(await send('PUT', address(name, 'a'), texts(40))).toMatchObject({
        ...{ status: 400, code: 'EntityTooLarge' },
      });
      expect(await send('PUT', address(name, 'a'), { a: 'x'.repeat(32_769) })).toMatchObject({
        ...{ status: 400, code: 'PropertyValueTooLarge' },
      });
      expect(await send('POST', `/${name}`, { ...keys('a'), ...texts(150) })).toMatchObject({
        ...{ status: 413, code: 'RequestBodyTooLarge' },
      });
    },
  },
];
