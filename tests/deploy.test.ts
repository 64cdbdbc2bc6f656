import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { readOptions } from '../scripts/deploy/options.ts';
import { TEAMS_CLIENTS } from '../scripts/deploy/tab-app.ts';
import { BOT_ID, OWN_TENANT, startFakeAz, TOKEN, type AzState, type FakeApp } from './fake-az.ts';

const OTHER_TENANT = '1c8f7b1f-3e1e-4e8c-9f1b-7b5c6a2d3e44';
const ASKED = ['--name', 'planner-gouda', '--alerts-to', 'beheer@gouda.example'];
const NAME = 'planner-gouda-test';

/** A registration as an earlier run left it, half done. */
const STANDING: FakeApp = {
  appId: '7d6c5b4a-3f2e-4d1c-8b0a-000000000009',
  id: 'object-1',
  displayName: `Veiligheidsplanner tab (${NAME})`,
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  api: {
    requestedAccessTokenVersion: null,
    oauth2PermissionScopes: [],
    preAuthorizedApplications: [],
  },
};

let cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups) await cleanup();
  cleanups = [];
});

function fakeAz(state: Partial<AzState> = {}) {
  const az = startFakeAz(state);
  cleanups.push(az.remove);
  return az;
}

interface Ended {
  code: number;
  said: string;
  wrong: string;
}

/** `npm run deploy -- …` with nothing but this folder in PATH; what it makes comes in that folder too. */
const run = (folder: string, ...args: string[]) =>
  new Promise<Ended>((done) => {
    const options = { cwd: folder, env: { PATH: folder } };
    const script = resolve('scripts/deploy.ts');
    const child = execFile(process.execPath, [script, ...args], options, (_, said, wrong) =>
      done({ code: child.exitCode ?? -1, said, wrong }),
    );
  });

const FIRST_TIME = [
  'account show',
  'ad app list',
  'group exists',
  'ad app create',
  'group create',
  'deployment group create',
  'rest',
  'rest',
  'ad sp list',
  'ad sp create',
];

describe('somebody who sets it up', () => {
  it('gets all of it with one command, in this order, and reads what to do next', async () => {
    const az = fakeAz();

    const { code, said } = await run(az.folder, ...ASKED, '--skip-program');

    expect(code).toBe(0);
    expect(az.commands()).toEqual(FIRST_TIME);
    expect(said).toContain('[1/');
    expect(said).toContain('Open het Teams-beheercentrum');
    const zip = readFileSync(join(az.folder, 'build/veiligheidsplanner-test.zip'));
    const manifest = JSON.parse(strFromU8(unzipSync(zip)['manifest.json']!)) as unknown;
    const tab = az.state().apps[0]!;
    expect(manifest).toMatchObject({
      id: BOT_ID,
      validDomains: [`${NAME}.azurewebsites.net`],
      webApplicationInfo: {
        id: tab.appId,
        resource: `api://${NAME}.azurewebsites.net/${tab.appId}`,
      },
    });
  });

  it('has a tab that is not the bot, that only Teams may sign in to, with consent in Dutch', async () => {
    const az = fakeAz();

    await run(az.folder, ...ASKED, '--skip-program');

    const [tab] = az.state().apps;
    const [scope] = tab!.api.oauth2PermissionScopes;
    expect(tab).toMatchObject({
      displayName: `Veiligheidsplanner tab (${NAME})`,
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://${NAME}.azurewebsites.net/${tab!.appId}`],
      api: { requestedAccessTokenVersion: 2 },
    });
    expect(tab!.appId).not.toBe(BOT_ID);
    expect(scope).toMatchObject({
      value: 'access_as_user',
      userConsentDisplayName: 'Aanmelden bij de Veiligheidsplanner',
    });
    expect(tab!.api.preAuthorizedApplications).toEqual(
      TEAMS_CLIENTS.map((appId) => ({ appId, delegatedPermissionIds: [scope!.id] })),
    );
    expect(az.state().principals).toEqual([tab!.appId]);
    const program = readFileSync('src/tab/bezoek/sign-in.ts', 'utf8');
    expect(TEAMS_CLIENTS.filter((client) => !program.includes(client))).toEqual([]);
  });

  it('lets other organisations in that were named, and always their own', async () => {
    const az = fakeAz();

    await run(az.folder, ...ASKED, '--skip-program', '--tenants', `${OTHER_TENANT},${OWN_TENANT}`);

    const { settings } = az.calls().find(({ args }) => args[0] === 'deployment')!;
    expect(settings['PLANNER_TENANTS']).toBe(`${OWN_TENANT},${OTHER_TENANT}`);
    expect(az.state().apps[0]?.signInAudience).toBe('AzureADMultipleOrgs');
  });

  it('may leave the registration of the tab to somebody else', async () => {
    const az = fakeAz();

    const tabId = '0f3e6d3c-6a51-4f5e-9c43-0d5a1c9b7e21';
    const { code, said } = await run(az.folder, ...ASKED, '--skip-program', '--tab-id', tabId);

    expect(code).toBe(0);
    expect(az.commands().filter((command) => /^(ad|rest)/.test(command))).toEqual([]);
    expect(said).toContain(`api://${NAME}.azurewebsites.net/${tabId}`);
  });
});

describe('a second time', () => {
  it('makes nothing twice: no second app, no second group, and the budget keeps its beginning', async () => {
    const az = fakeAz();
    await run(az.folder, ...ASKED, '--skip-program');
    const budgets = [
      { name: `${NAME}-budget`, properties: { timePeriod: { startDate: '2026-03-01T00:00:00Z' } } },
    ];
    az.change({ budgets });
    const before = az.state();
    az.forget();

    const { code, said } = await run(az.folder, ...ASKED, '--skip-program');

    expect(code).toBe(0);
    expect(az.commands()).toEqual([
      'account show',
      'ad app list',
      'group exists',
      'rest',
      'deployment group create',
      'ad sp list',
    ]);
    expect(az.state()).toEqual(before);
    expect(said).toContain('De tab registreren in Entra: die registratie is er al');
  });

  it('goes on where it stopped, after a sentence that says where', async () => {
    const says = `WARNING: x\nERROR: {"code":"NameNotAvailable"} Bearer ${TOKEN} AccountKey=c2VjcmV0==;`;
    const az = fakeAz({ fails: { command: 'deployment group create', says } });

    const first = await run(az.folder, ...ASKED, '--skip-program');
    az.change({ fails: undefined });
    az.forget();
    const second = await run(az.folder, ...ASKED, '--skip-program');

    expect(first.code).toBe(1);
    expect(first.wrong).toContain('Dit lukte niet: Alles in Azure klaarzetten');
    expect(first.wrong).toContain('NameNotAvailable');
    expect(first.wrong).toContain('geef dezelfde opdracht nog eens');
    expect(first.said + first.wrong).not.toMatch(/eyJ|c2VjcmV0/);
    expect(existsSync(join(az.folder, 'build'))).toBe(true);
    expect(second.code).toBe(0);
    expect(az.commands()).not.toContain('ad app create');
    expect(az.state().apps).toHaveLength(1);
  });

  it('keeps what somebody added to the registration, and mends what is gone', async () => {
    const [more, ours] = [
      { id: 'meer', value: 'meer', isEnabled: true },
      { id: 'van-ons', value: 'access_as_user', isEnabled: false },
    ];
    const api = {
      requestedAccessTokenVersion: null,
      oauth2PermissionScopes: [more, ours],
      preAuthorizedApplications: [{ appId: 'ander', delegatedPermissionIds: ['meer'] }],
    };
    const az = fakeAz({ apps: [{ ...STANDING, api, identifierUris: ['api://oud.example/x'] }] });

    const { code } = await run(az.folder, ...ASKED, '--skip-program');

    const [mended] = az.state().apps;
    expect(code).toBe(0);
    expect(mended!.identifierUris).toEqual([
      'api://oud.example/x',
      `api://${NAME}.azurewebsites.net/${STANDING.appId}`,
    ]);
    expect(mended!.api).toMatchObject({
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [more, { id: 'van-ons', value: 'access_as_user', isEnabled: true }],
      preAuthorizedApplications: ['ander', ...TEAMS_CLIENTS].map((appId) => ({ appId })),
    });
  });

  it('stops when two registrations have the name', async () => {
    const az = fakeAz({ apps: [STANDING, { ...STANDING, id: 'object-2' }] });

    const { code, wrong } = await run(az.folder, ...ASKED, '--skip-program');

    expect(code).toBe(1);
    expect(wrong).toContain('2 registraties');
    expect(az.commands()).toEqual(['account show', 'ad app list']);
  });
});

describe('nothing is changed', () => {
  it('when az is not there', async () => {
    const az = fakeAz();
    const { code, wrong } = await run('/', ...ASKED);

    expect(code).toBe(1);
    expect(wrong).toContain('De Azure CLI (az) staat niet op deze computer');
    expect(az.calls()).toEqual([]);
  });

  it('when the program cannot be bundled', async () => {
    const az = fakeAz();
    az.beside('npm', 'echo "$@: geen ruimte" >&2; exit 1');

    const { code, wrong } = await run(az.folder, ...ASKED);

    expect(code).toBe(1);
    expect(wrong).toContain('Het inpakken lukte niet:\nrun bundle: geen ruimte');
    expect(az.commands()).toEqual(['account show', 'ad app list', 'group exists']);
  });

  it('when nobody is signed in', async () => {
    const az = fakeAz({ isSignedIn: false });

    const { code, wrong } = await run(az.folder, ...ASKED);

    expect(code).toBe(1);
    expect(wrong.trim()).toBe(
      'Je bent niet aangemeld bij Azure. Geef eerst deze opdracht: az login',
    );
    expect(az.commands()).toEqual(['account show']);
  });

  it.each([
    ['first time', [], 'alles wordt nieuw gemaakt'],
    ['later', [NAME], '3 to create'],
  ])('by --what-if, the %s', async (_, groups, told) => {
    const az = fakeAz({ groups });

    const { code, said } = await run(az.folder, ...ASKED, '--what-if');

    expect(code).toBe(0);
    expect(said).toContain(told);
    expect(az.commands().filter((command) => /create|patch|webapp/.test(command))).toEqual([]);
    expect(az.state()).toMatchObject({ apps: [], groups });
  });

  it('by --dry-run: it prints the commands and runs none', async () => {
    const az = fakeAz();

    const { code, said } = await run(az.folder, ...ASKED, '--dry-run');

    expect(code).toBe(0);
    expect(az.calls()).toEqual([]);
    const printed = said.split('\n').filter((line) => /^(PLANNER_\S+ )*az /.test(line));
    expect(printed.length).toBeGreaterThan(FIRST_TIME.length);
    expect(said).toContain('npm run bundle');
  });
});

describe('a command that is wrong', () => {
  it.each([
    ['no name', ['--alerts-to', 'a@gouda.example'], '--name is nodig'],
    ['nobody to warn', ['--name', 'planner-gouda'], '--alerts-to is nodig'],
    ['an unknown option', [...ASKED, '--snel'], 'Deze optie begrijp ik niet: --snel'],
    ['an unknown environment', [...ASKED, '--environment', 'acc'], 'test of production'],
    [
      'an address as host',
      [...ASKED, '--custom-host', 'https://p.nl'],
      '--custom-host is een naam',
    ],
    ['a tenant by name', [...ASKED, '--tenants', 'gouda'], '--tenants: geef'],
    ['half a machine', [...ASKED, '--instances', '0.5'], '--instances is een getal'],
    ['a slot for a test', [...ASKED, '--slot'], '--slot kan alleen'],
  ])('with %s is refused with a sentence', (_, args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });

  it('ends before anything runs', async () => {
    const az = fakeAz();

    const { code, wrong } = await run(az.folder, ...ASKED, '--program', 'weg.zip');

    expect(code).toBe(2);
    expect(wrong.trim()).toBe('Het bestand weg.zip is er niet.');
    expect(az.calls()).toEqual([]);
  });

  it('can be looked up', async () => {
    const { code, said } = await run('/', '--help');

    expect(code).toBe(0);
    expect(said).toContain('npm run deploy -- --name <naam>');
  });
});
