import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { createLog } from '../../src/log/log.ts';
import { tabLink } from '../../src/tab/link.ts';
import { eenWereld, live, NAAM, projectVan, start } from '../groep/hulp.ts';
import { TAB } from '../../support/tokens.ts';

const world = eenWereld();
let app: App;
let address: string;
let project: string;

/** The same storage, opened as on a developer's own machine. */
beforeAll(async () => {
  const groep = world().groepschat('Sanne', 'Fatima');
  await start(groep.lid('Sanne'));
  project = projectVan(await live(world(), groep, 1));
  app = createApp({
    config: {
      ...{
        host: '127.0.0.1',
        port: 0,
        tables: '',
        forms: 'kaart',
        cards: 'teams',
        logLevel: 'silent',
      },
      teams: { local: true },
      tab: { kind: 'local', port: 3978 },
    },
    ...{ version: 'test', tables: world().tables, logger: createLog('silent') },
    now: () => world().nu(),
    clock: () => performance.now(),
    door: { transport: world().teams.transport },
  });
  address = `http://127.0.0.1:${await app.door.listen()}`;
});

afterAll(() => app.door.close());

const blad = (authorization: string, headers: Record<string, string> = {}) =>
  fetch(`${address}/tab/blad`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization, ...headers },
    body: JSON.stringify({ project }),
  });

it('lets somebody on this machine say who they are, out of the people that there are', async () => {
  const people = (await (await fetch(`${address}/tab/mensen`)).json()) as { oid: string }[];
  expect(people.map(({ oid }) => oid)).toEqual(expect.arrayContaining(['oid-Sanne', 'oid-Fatima']));

  expect(await (await blad('Lokaal oid-Fatima')).text()).toContain(NAAM);
  for (const wrong of ['', 'Lokaal', 'Lokaal oid-Niemand', 'Bearer oid-Sanne', 'Lokaal *'])
    expect((await blad(wrong)).status).toBe(401);
});

/** What is answered to a page that gave its own name this machine's address; fetch does not let one say that name. */
const onder = (host: string, path: string) =>
  new Promise<{ status: number; text: string }>((done, fail) => {
    const asked = request(address, { path, headers: { Host: host } });
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', fail);
    asked.end();
  });

it('answers under no other name than that of this machine, however the path is spelt', async () => {
  const paths = ['/tab', '/tab/mensen', '/%74ab/mensen', '/t%61b', '/tab/m%65nsen', '/health', '/'];
  for (const path of paths) {
    const { status, text } = await onder('evil.example', path);
    expect(status, path).toBe(404);
    expect(text).not.toContain('Fatima');
  }
  for (const host of ['127.0.0.1:3978', 'localhost:3978', 'localhost'])
    expect((await onder(host, '/tab/mensen')).text).toContain('Fatima');
});

it('may stand in a page of this machine there, and promises no https', async () => {
  const { headers } = await fetch(`${address}/tab`);

  expect(headers.get('content-security-policy')).toContain('http://127.0.0.1:*');
  expect(headers.get('strict-transport-security')).toBeNull();
});

it('leads from a chat to the page, with nothing but ids in the address', () => {
  const local = tabLink({ kind: 'local', port: 3978 });
  const teams = tabLink(TAB);

  expect(local?.('p_1', 'stand')).toBe('http://127.0.0.1:3978/tab?project=p_1&blad=stand');
  const url = new URL(teams?.('p_1', 'overleg') ?? '');
  expect(url.origin + url.pathname).toBe(`https://teams.microsoft.com/l/entity/${TAB.appId}/mijn`);
  expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'p_1/overleg' });
  expect(tabLink({ kind: 'off' })).toBeUndefined();
});
