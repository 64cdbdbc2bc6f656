import { describe, expect, it } from 'vitest';
import { loadConfig, type Environment } from '../../src/config.ts';
import { changed, files } from './bicep.ts';
import { BOT, deployed, environment, INSIGHTS, REGISTERED, singleTenant, TAB } from './deployed.ts';
import { bodyIn, GROUP, TENANT, valuesIn, type Values } from './values.ts';

const ACCOUNT = 'plannerdorabcdefghijklm';
const KEY = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n';

/** Settings that the platform reads, or Node itself: the program knows nothing of them. */
const PLATFORM = [
  'MALLOC_ARENA_MAX',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
  'WEBSITE_HEALTHCHECK_MAXPINGFAILURES',
  'WEBSITE_HEALTHCHECK_MAXUNHEALTHYWORKERPERCENT',
  'WEBSITE_RUN_FROM_PACKAGE',
  'WEBSITE_SWAP_WARMUP_PING_PATH',
  'WEBSITE_SWAP_WARMUP_PING_STATUSES',
];

type Deployed = ReturnType<typeof deployed>;

/** The environment in which the program wakes up there: a reference to the vault is then what the vault has. */
function settingsOf({ modules }: Deployed, resource = 'siteSettings'): Record<string, string> {
  const settings = bodyIn(modules.get('site')!, resource, 'properties') as Record<string, string>;
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value === '@Microsoft.KeyVault(VaultName=kv-abcdefghijklm;SecretName=bot)' ? KEY : value,
    ]),
  );
}

const start = (settings: Environment) => loadConfig({ ...settings, PORT: '8080' });

describe('the settings of the App Service', () => {
  it.each(['test', 'production'] as const)('let the program start, for %s', (kind) => {
    expect(start(settingsOf(deployed(kind)))).toMatchObject({
      tables: `https://${ACCOUNT}.table.core.windows.net`,
      blobs: `https://${ACCOUNT}.blob.core.windows.net`,
      backups: `https://${ACCOUNT}b.blob.core.windows.net`,
      storageIdentity: BOT,
      insights: INSIGHTS,
      logLevel: 'info',
      teams: { local: false, appId: BOT, tenantId: TENANT, tenants: [TENANT] },
      tab: { kind: 'teams', id: TAB, host: 'planner-dorp.azurewebsites.net' },
    });
  });

  it('let it prove itself with the certificate in the vault, and open storage with the identity', () => {
    const { teams, storageIdentity } = start(settingsOf(deployed('production', singleTenant)));

    expect(storageIdentity).toBe(BOT);
    expect(teams).toMatchObject({
      appId: REGISTERED,
      secret: { kind: 'certificate', thumbprint: 'a'.repeat(40), privateKey: KEY.trim() },
    });
  });

  it('let in the tenants that are named, at the host that is named', () => {
    const tenants = [TENANT, REGISTERED];
    const settings = settingsOf(deployed('test', { tenants, customHost: 'planner.dorp.nl' }));

    expect(start(settings)).toMatchObject({ teams: { tenants }, tab: { host: 'planner.dorp.nl' } });
  });

  it('are all known to the program or to the platform', () => {
    for (const more of [{}, singleTenant]) {
      const settings = settingsOf(deployed('production', more));
      const ours = Object.keys(settings).filter((name) => !PLATFORM.includes(name));

      expect(Object.keys(settings)).toEqual(expect.arrayContaining(PLATFORM));
      for (const name of ours)
        expect(() => start({ ...settings, [name]: '?' })).toThrow(`- ${name} is wrong`);
    }
  });

  it('are the same in the slot', () => {
    const production = deployed('production');

    expect(settingsOf(production, 'stagingSettings')).toEqual(settingsOf(production));
  });

  it.each([
    ['a name', 'modules/site.bicep', 'MicrosoftAppType: botType', 'MicrosoftAppTyp: botType'],
    ['a name that may be left out', 'modules/site.bicep', 'TABLES: tab', 'TABELS: tab'],
    [
      'another account',
      'main.bicep',
      'blobsEndpoint: storage.outputs.blobsEndpoint\n',
      'blobsEndpoint: identity.outputs.id\n',
    ],
    ['another identity', 'main.bicep', 'tabId: tabId', 'tabId: appId'],
  ])('do not let it start with %s', (_what, path, from, to) => {
    const wrong = deployed('production', {}, changed(path, from, to));

    expect(() => start(settingsOf(wrong))).toThrow('Cannot start, because of these settings');
  });
});

describe('the values of an environment', () => {
  it.each(['test', 'production'])('of %s are refused while one of them is not set', (kind) => {
    for (const name of Object.keys(environment)) {
      const less = Object.fromEntries(Object.entries(environment).filter(([one]) => one !== name));

      expect(() => valuesIn(files, `${kind}.bicepparam`, less)).toThrow(`${name} is not set`);
    }
  });

  it('make several people of one list', () => {
    const { alertsTo } = valuesIn(files, 'test.bicepparam', environment);

    expect(alertsTo).toEqual(['beheer@dorp.nl', 'wacht@dorp.nl']);
  });
});

describe('what the deployment tells', () => {
  it('is what the app package and the documents ask for', () => {
    const { outputs } = deployed('production');

    expect(outputs).toEqual({
      appId: BOT,
      host: 'planner-dorp.azurewebsites.net',
      siteName: 'planner-dorp',
      tablesEndpoint: `https://${ACCOUNT}.table.core.windows.net`,
      blobsEndpoint: `https://${ACCOUNT}.blob.core.windows.net`,
      backupsEndpoint: `https://${ACCOUNT}b.blob.core.windows.net`,
      principalId: 'p',
    });
  });

  it('has a name for storage that storage can have, however long the name', () => {
    for (const name of ['abc', 'veiligheidsplanner-dorp-1', 'a-b-c-d-e-f-g-h-i-j-k-l'])
      for (const output of ['tablesEndpoint', 'backupsEndpoint']) {
        const endpoint = deployed('test', { name }).outputs[output];

        expect(endpoint).toMatch(/^https:\/\/[a-z\d]{3,24}\.(table|blob)\./);
      }
  });
});

describe('the ways to storage', () => {
  const given = (all: Deployed, name: string): Values => all.modules.get(name)!.given;

  it('are private, for every service the program is told of', () => {
    const all = deployed('production', singleTenant);
    const ways = [...all.modules.keys()]
      .filter((name) => all.modules.get(name)!.path === 'modules/endpoint.bicep')
      .map((name) => given(all, name))
      .map(({ service, targetId }) => [
        service,
        (targetId as string).replace(`${GROUP}/Microsoft.`, ''),
      ]);

    expect(ways).toEqual([
      ['table', `Storage/storageAccounts/${ACCOUNT}`],
      ['blob', `Storage/storageAccounts/${ACCOUNT}`],
      ['blob', `Storage/storageAccounts/${ACCOUNT}b`],
      ['vault', 'KeyVault/vaults/kv-abcdefghijklm'],
    ]);
  });

  it('and a vault are there only for what needs them', () => {
    const made = (all: Deployed) => [...all.modules.keys()].filter((name) => /vault/i.test(name));

    expect(made(deployed('production'))).toEqual([]);
    expect(made(deployed('production', singleTenant))).toEqual([
      ...['vaultZone', 'vault', 'vaultEndpoint'],
    ]);
  });

  it('are open to the identity only: tables and files, and for backups files alone', () => {
    const all = deployed('production');

    expect(given(all, 'storageRoles')).toEqual({
      ...{ account: ACCOUNT, principalId: 'p', mayUseTables: true },
    });
    expect(given(all, 'backupRoles')).toEqual({ account: `${ACCOUNT}b`, principalId: 'p' });
  });

  it('lead to the tables and containers that the program uses, and old backups go', () => {
    const all = deployed('production');

    expect(given(all, 'storage')).toMatchObject({
      ...{ tables: ['projecten', 'wekker', 'wegwijzer'], containers: ['documenten'] },
    });
    expect(given(all, 'backups')).toMatchObject({
      ...{ containers: ['reservekopie'], versioned: true, expiresAfterDays: 35 },
      expiringPrefix: 'reservekopie/20',
    });
  });
});
