import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { BOT } from '../support/activities.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import { tablesHere } from '../support/tables-here.ts';

const run = promisify(execFile);
const APP = {
  MicrosoftAppId: '5a1f2f9e-6d0c-4c55-9a0b-3c2d9d0b7a11',
  MicrosoftAppTenantId: '0b7f6a0e-2f0d-4d7b-8f0a-6a4b5f1c2d33',
  MicrosoftAppType: 'UserAssignedMSI',
};

beforeAll(async () => {
  await run(process.execPath, ['scripts/build.ts']);
});

/** The built program with only these settings. */
function start(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['dist/src/main.js'], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What it says until it is ready, or until it has stopped by itself. */
async function until(
  child: ChildProcess,
  ready: RegExp,
): Promise<{ said: string; code: number | null }> {
  let said = '';
  return new Promise((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (ready.test(said)) resolve({ said, code: null });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => resolve({ said, code }));
  });
}

const local = () => ({ LOCAL: '1', PORT: '21973', TABLES: tablesHere() });

it('answers somebody in the Playground, from the built package', async () => {
  const teams = await startFakeTeams();
  const child = start(local());
  const { said } = await until(child, /"port":21973/);
  const health = await fetch('http://127.0.0.1:21973/health');

  const from = { id: 'user-id-0', name: 'Sanne', aadObjectId: 'oid-sanne' };
  const conversation = {
    id: 'gebouwd-persoonlijk',
    conversationType: 'personal',
    tenantId: 'gemeente',
  };
  const activity = {
    type: 'message',
    id: '1',
    text: 'help',
    channelId: 'msteams',
    timestamp: new Date().toISOString(),
    serviceUrl: teams.serviceUrl,
    from,
    recipient: BOT,
    conversation,
    channelData: { tenant: { id: 'gemeente' } },
  };
  const answer = await fetch('http://127.0.0.1:21973/api/messages', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');

  expect(said).toContain('ready');
  expect(health.status).toBe(200);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(teams.sent)).toContain('Samen een veiligheidsprobleem aanpakken');
  expect(await gone).toBe(0);
  await teams.close();
});

it('that cannot reach its storage says which, in one line, and stops', async () => {
  const nowhere = tablesHere().replace(/:\d+\/devstoreaccount1/, ':9/devstoreaccount1');
  const child = start({ ...local(), TABLES: nowhere });

  const { said, code } = await until(child, /"msg":"ready"/);

  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(said)).toMatchObject({
    setting: 'TABLES',
    msg: 'cannot start: storage does not answer, or refuses us',
  });
});

it.each([
  ['an app id beside local mode', () => ({ ...local(), ...APP })],
  ['an app id and development storage', () => ({ ...APP, TABLES: tablesHere() })],
  ['local mode in production', () => ({ ...local(), NODE_ENV: 'production' })],
  [
    'local mode spelled otherwise, with an app id',
    () => ({ ...APP, LOCAL: 'true', TABLES: tablesHere() }),
  ],
  ['no app id at all', () => ({ TABLES: tablesHere() })],
  [
    'an unknown kind of app',
    () => ({ ...APP, MicrosoftAppType: 'MultiTenant', TABLES: tablesHere() }),
  ],
  [
    'loopback as a host of Teams',
    () => ({ ...APP, SERVICE_HOSTS: '127.0.0.1', TABLES: 'https://plan.table.core.windows.net' }),
  ],
  [
    'localhost as a host of Teams',
    () => ({ ...APP, SERVICE_HOSTS: 'localhost', TABLES: 'https://plan.table.core.windows.net' }),
  ],
  ['storage without https', () => ({ ...APP, TABLES: 'http://plan.table.core.windows.net' })],
  [
    'checks of certificates switched off',
    () => ({
      ...APP,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      TABLES: 'https://plan.table.core.windows.net',
    }),
  ],
])('does not start with %s', async (_, settings) => {
  const child = start(settings());

  const { said, code } = await until(child, /"msg":"ready"/);

  expect(code).toBe(1);
  expect(said).toContain('Cannot start, because of these settings:');
});
