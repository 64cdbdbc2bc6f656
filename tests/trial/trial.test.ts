import { existsSync, globSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { APP_ID, TENANT } from '../../support/identity.ts';
import { broken, tableOf } from '../faults/figures.ts';
import { PARTNER_TENANT, TAB_ID } from '../../support/tokens.ts';
import { mainOf, startInstance } from './instance.ts';
import { activityOf, savesProblem, startGroup, type Group } from './people.ts';
import { rolling, STOP_MS } from './rolling.ts';
import { SETTINGS } from './settings.ts';
import { build, openStage, PROGRAM, type Stage } from './stage.ts';
import { BLOBS, TABLES } from './storage.ts';

const { version } = project;

let stage: Stage;
let group: Group;

beforeAll(async () => {
  await build();
  stage = await openStage(PROGRAM);
  return () => stage.close();
});

beforeAll(async () => {
  group = await startGroup(stage.line, stage.outside.teams, 3);
});

it('is a folder with what runs and nothing else: no tests, no sources, no packages of who develops', () => {
  const files = globSync('**/*', { cwd: PROGRAM });
  const packages = new Set(
    files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
  );
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  const { dependencies, scripts } = JSON.parse(
    readFileSync(`${PROGRAM}/package.json`, 'utf8'),
  ) as typeof project;

  expect(files.filter((file) => /\.(ts|map)$/.test(file))).toEqual([]);
  expect(files.filter((file) => /^(tests|scripts|bench|infra|docs)\//.test(file))).toEqual([]);
  expect([...packages].filter((name) => locked.packages[`node_modules/${name}`]?.dev)).toEqual([]);
  expect(Object.keys(dependencies).filter((name) => !packages.has(name))).toEqual([
    '@microsoft/teams-js',
  ]);
  for (const command of Object.values(scripts))
    expect(existsSync(`${PROGRAM}/${command.split(' ')[1] ?? ''}`)).toBe(true);
});

it('runs in the container that the Containerfile describes', () => {
  const lines = readFileSync('Containerfile', 'utf8');
  const [, from = ''] = /^COPY (\S+) \.\/$/m.exec(lines) ?? [];
  const command = JSON.parse(/^CMD (.+)$/m.exec(lines)?.[1] ?? '[]') as string[];

  expect(from).toBe(PROGRAM);
  expect(command[0]).toBe('node');
  expect(existsSync(`${PROGRAM}/${command[1] ?? ''}`)).toBe(true);
  expect(lines).toMatch(/^USER node$/m);
});

const at = (path: string, nth: 0 | 1 = 0) => `http://127.0.0.1:${stage.line.ports[nth]}${path}`;

/** Asks the tab for something, as the script in its page does. */
const ask = (path: string, authorization: string, body: object) =>
  fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body: JSON.stringify(body),
  });

it('starts two instances with the settings of production, which are ready and tell nothing about themselves', async () => {
  for (const nth of [0, 1] as const) {
    const [health, ready] = await Promise.all([
      fetch(at('/health', nth)),
      fetch(at('/ready', nth)),
    ]);
    expect([health.status, ready.status]).toEqual([200, 200]);
    expect(await health.json()).toEqual({ status: 'ok', version });
    expect(await ready.json()).toEqual({ status: 'ready' });
  }
});

it('takes nothing from who has no good token, and nothing from another organisation', async () => {
  const { entra } = stage.outside;
  const [someone] = group.people;
  const activity = savesProblem(group, someone!, 'Van een vreemde.');
  const post = async (authorization: string, body: object) =>
    (
      await fetch(at('/api/messages'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: authorization },
        body: JSON.stringify(body),
      })
    ).status;
  const good = await entra.connectorBearer();
  const elsewhere = {
    ...activityOf(group, someone!, { ...activity }),
    conversation: { ...(activity['conversation'] as object), tenantId: PARTNER_TENANT },
    channelData: { tenant: { id: PARTNER_TENANT } },
  };

  expect(await post('', activity)).toBe(401);
  expect(await post('Bearer onzin', activity)).toBe(401);
  expect(await post(`${good.slice(0, -8)}AAAAAAAA`, activity)).toBe(401);
  expect(await post(await entra.connectorBearer({ aud: TAB_ID }), activity)).toBe(401);
  expect(await post(good, elsewhere)).toBe(403);
  const events = await stage.log.events(group.project);
  expect(JSON.stringify(events)).not.toContain('Van een vreemde.');
  expect(await post(good, activity)).toBe(200);
});

it('shows the tab to who signed in with Teams, and to nobody else', async () => {
  const { entra } = stage.outside;
  const vraag = { project: group.project, blad: 'hoofdstuk.profiel' };
  const page = await ask('/tab/blad', await entra.tabBearer(group.people[0]!.oid), vraag);
  const { html } = (await page.json()) as { html: string };
  const shell = await (await fetch(at('/tab'))).text();

  expect(page.status).toBe(200);
  expect(html).toContain('Criteria en documenten');
  expect(shell).toContain('<html');
  expect((await ask('/tab/blad', '', vraag)).status).toBe(401);
  expect((await ask('/tab/blad', await entra.connectorBearer(), vraag)).status).toBe(401);
  const stranger = await entra.tabBearer('oid-van-een-ander', PARTNER_TENANT);
  expect((await ask('/tab/blad', stranger, vraag)).status).toBe(401);
});

it('keeps a file that somebody adds in the tab where files are kept', async () => {
  const { entra, storage } = stage.outside;
  const bytes = Buffer.from(`%PDF-1.7\n${'1 0 obj\n<<>>\nendobj\n'.repeat(40)}`);
  const response = await fetch(at('/tab/upload'), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      Authorization: await entra.tabBearer(group.people[1]!.oid),
      'X-Project': group.project,
      'X-Naam': 'wijkscan.pdf',
    },
    body: bytes,
  });
  const { sleutel } = (await response.json()) as { sleutel: string };

  expect(response.status).toBe(200);
  expect((await storage.file(sleutel)).equals(bytes)).toBe(true);
});

it('does not start when storage shows a certificate that nobody vouches for', async () => {
  const { NODE_EXTRA_CA_CERTS: _, ...untrusting } = stage.outside.environment;
  const settings = { ...SETTINGS, ...untrusting, PORT: '21979' };

  await expect(startInstance(mainOf(PROGRAM), settings)).rejects.toThrow(/certificate|SELF_SIGNED/);
});

it('says nothing in its log that is secret, private, or where it keeps things', async () => {
  const said = stage.said();

  expect(said).toContain('"msg":"ready"');
  const { IDENTITY_HEADER, IDENTITY_ENDPOINT } = stage.outside.entra.environment;
  const secret = ['eyJ', IDENTITY_HEADER, IDENTITY_ENDPOINT, APP_ID, TAB_ID, TENANT, TABLES, BLOBS];
  for (const word of [...secret, 'vreemde', 'Deelnemer', 'Proef', 'wijkscan'])
    expect(said).not.toContain(word);
});

/** One request after another over one connection, each a tenth of a second long, until nobody answers. */
function callsWithoutEnd(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'Content-Type': 'application/json', 'Content-Length': 2 };
  const call = () =>
    new Promise<boolean>((done) => {
      const one = request({ agent, port, headers, method: 'POST', path: '/api/messages' });
      one.once('error', () => done(false));
      one.once('response', (answer) => answer.resume().once('end', () => done(true)));
      one.write('{');
      setTimeout(() => one.end('}'), 100);
    });
  const calls = { answered: 0, over: Promise.resolve() };
  calls.over = (async () => {
    while (await call()) calls.answered += 1;
    agent.destroy();
  })();
  return calls;
}

it('stops at once for who keeps calling over one connection, as the front of App Service does [risk R46]', async () => {
  const calls = callsWithoutEnd(stage.line.ports[0] ?? 0);

  await expect.poll(() => calls.answered).toBeGreaterThan(2);

  const { code, stopMs } = await stage.restart(0);

  await calls.over;
  expect(code).toBe(0);
  expect(stopMs).toBeLessThan(STOP_MS);
});

it('loses nothing that people hand in while the instances are restarted one after the other [risk R46]', async () => {
  const figures = await rolling(stage, { restarts: 2, people: 40, perSecond: 12 });

  expect(broken(figures), tableOf(figures)).toEqual([]);
  const handedIn = figures.find(({ name }) => name === 'problems handed in')?.value;
  expect(handedIn).toBeGreaterThan(20);
});
