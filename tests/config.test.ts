import { describe, expect, it } from 'vitest';
import { loadConfig, type Environment } from '../src/config.ts';
import { APP_ID, TENANT } from '../support/identity.ts';

const KEY = `-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----`;
const ENDPOINT = 'https://veilig.table.core.windows.net';
const CONNECTION =
  'DefaultEndpointsProtocol=https;AccountName=veilig;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net';

const real: Environment = {
  NODE_ENV: 'production',
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppTenantId: TENANT,
  TABLES: ENDPOINT,
};
const proofless = { ...real, MicrosoftAppType: 'SingleTenant' };
const single = { ...proofless, MicrosoftAppPassword: 'wachtwoord' };
const certificate = { CertificateThumbprint: 'a'.repeat(40), CertificatePrivateKey: KEY };
const local = { LOCAL: '1' };
const tab = {
  TAB_ID: '0f3e6d3c-6a51-4f5e-9c43-0d5a1c9b7e21',
  TAB_HOST: 'planner.gemeente.nl',
  BLOBS: 'https://planner.blob.core.windows.net',
};

describe('good settings', () => {
  it('run in Azure with a managed identity and no secret', () => {
    expect(loadConfig(real)).toEqual({
      host: '0.0.0.0',
      port: 3978,
      tables: ENDPOINT,
      storageIdentity: APP_ID,
      forms: 'dialoog',
      cards: 'teams',
      logLevel: 'info',
      teams: {
        local: false,
        appId: APP_ID,
        tenantId: TENANT,
        secret: { kind: 'identity' },
        tenants: [TENANT],
        serviceHosts: ['smba.trafficmanager.net'],
      },
      tab: { kind: 'off' },
    });
  });

  it('run elsewhere with a password or a certificate', () => {
    expect(loadConfig(single).teams).toMatchObject({
      secret: { kind: 'password', password: 'wachtwoord' },
    });
    expect(loadConfig({ ...proofless, ...certificate }).teams).toMatchObject({
      secret: {
        kind: 'certificate',
        privateKey: expect.stringContaining('KEY-----\nMIIE\n') as string,
      },
    });
  });

  it('run locally on this machine only, with forms as cards', () => {
    expect(loadConfig(local)).toEqual({
      host: '127.0.0.1',
      port: 3978,
      tables: 'UseDevelopmentStorage=true',
      forms: 'kaart',
      cards: 'teams',
      logLevel: 'info',
      teams: { local: true },
      tab: { kind: 'local', port: 3978 },
    });
  });

  it('may be written loosely: capitals, spaces, empty variables', () => {
    const other = '11111111-2222-4333-8444-555555555555';
    const config = loadConfig({
      ...real,
      PORT: ' 8080 ',
      MicrosoftAppId: APP_ID.toUpperCase(),
      MicrosoftAppType: 'userassignedmsi',
      MicrosoftAppPassword: '',
      TENANTS: `${TENANT.toUpperCase()} , ${other}`,
      SERVICE_HOSTS: 'SMBA.trafficmanager.net, smba.infra.gcc.teams.microsoft.com',
      LOCAL: '',
      TABLES: CONNECTION,
      FORMS: 'kaart',
    });

    expect(config).toMatchObject({ port: 8080, forms: 'kaart', tables: CONNECTION });
    expect(config.teams).toMatchObject({
      appId: APP_ID,
      tenants: [TENANT, other],
      serviceHosts: ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
    });
  });

  it('have a tab where its Entra app and its host are told', () => {
    const id = '0f3e6d3c-6a51-4f5e-9c43-0d5a1c9b7e21';

    const { tab } = loadConfig({
      ...real,
      TAB_ID: id.toUpperCase(),
      TAB_HOST: 'Planner.Gemeente.nl',
      BLOBS: 'https://planner.blob.core.windows.net',
    });

    expect(tab).toEqual({
      kind: 'teams',
      id,
      host: 'planner.gemeente.nl',
      appId: APP_ID,
      tenants: [TENANT],
    });
  });

  it('open storage with the identity of the bot, or with the one that is named', () => {
    const identity = '11111111-2222-4333-8444-555555555555';

    expect(loadConfig(real).storageIdentity).toBe(APP_ID);
    expect(loadConfig({ ...real, STORAGE_CLIENT_ID: identity }).storageIdentity).toBe(identity);
    expect(loadConfig(single).storageIdentity).toBeUndefined();
  });

  it('tell Application Insights and the place of the backups only where they are set', () => {
    const insights = 'InstrumentationKey=1;IngestionEndpoint=https://weurope.in.azure.com/';
    const backups = 'https://reserve.blob.core.windows.net';
    const environment = {
      ...real,
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights,
      BACKUPS: backups,
    };

    expect(loadConfig(environment)).toMatchObject({ insights, backups });
    expect(loadConfig(real)).not.toHaveProperty('insights');
    expect(loadConfig(real)).not.toHaveProperty('backups');
  });

  it('take the emulator of this machine in local mode', () => {
    const tables =
      'AccountName=devstoreaccount1;AccountKey=x==;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;';

    expect(loadConfig({ ...local, TABLES: tables }).tables).toBe(tables);
  });
});

const INSIGHTS = 'APPLICATIONINSIGHTS_CONNECTION_STRING';
const BAD: [string, Environment, string][] = [
  ['a port that is a word', { ...real, PORT: 'http' }, 'PORT'],
  ['port 0', { ...real, PORT: '0' }, 'PORT'],
  ['port 70000', { ...real, PORT: '70000' }, 'PORT'],
  ['no app id', { ...real, MicrosoftAppId: undefined }, 'MicrosoftAppId'],
  ['an app id of spaces', { ...real, MicrosoftAppId: '   ' }, 'MicrosoftAppId'],
  ['an app id that is none', { ...real, MicrosoftAppId: 'veiligheidsplanner' }, 'MicrosoftAppId'],
  ['no type', { ...real, MicrosoftAppType: undefined }, 'MicrosoftAppType'],
  ['a multi-tenant bot', { ...single, MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppType'],
  ['a misspelt type', { ...real, MicrosoftAppType: 'UserAssignedMIS' }, 'MicrosoftAppType'],
  ['no tenant', { ...real, MicrosoftAppTenantId: undefined }, 'MicrosoftAppTenantId'],
  ['the tenant of everybody', { ...real, MicrosoftAppTenantId: 'common' }, 'MicrosoftAppTenantId'],
  [
    'a managed identity with a password',
    { ...real, MicrosoftAppPassword: 'x' },
    'MicrosoftAppPassword',
  ],
  ['a managed identity with a certificate', { ...real, ...certificate }, 'CertificateThumbprint'],
  ['a single tenant without proof', proofless, 'MicrosoftAppPassword'],
  ['a password and a certificate', { ...single, ...certificate }, 'CertificateThumbprint'],
  [
    'a certificate without key',
    { ...proofless, CertificateThumbprint: 'a'.repeat(40) },
    'CertificatePrivateKey',
  ],
  [
    'a key without certificate',
    { ...proofless, CertificatePrivateKey: KEY },
    'CertificateThumbprint',
  ],
  [
    'a thumbprint that is none',
    { ...proofless, ...certificate, CertificateThumbprint: 'ab' },
    'CertificateThumbprint',
  ],
  [
    'a key that is none',
    { ...proofless, ...certificate, CertificatePrivateKey: 'geheim' },
    'CertificatePrivateKey',
  ],
  ['the tab as the same app', { ...real, ...tab, TAB_ID: APP_ID }, 'TAB_ID'],
  ['a tab without a host', { ...real, ...tab, TAB_HOST: undefined }, 'TAB_HOST'],
  ['a tab without a place for files', { ...real, ...tab, BLOBS: undefined }, 'BLOBS'],
  ['files on this machine', { ...real, BLOBS: 'UseDevelopmentStorage=true' }, 'BLOBS'],
  ['files over http', { ...real, BLOBS: 'http://planner.blob.core.windows.net' }, 'BLOBS'],
  ['local mode with real files', { ...local, BLOBS: tab.BLOBS }, 'BLOBS'],
  ['a tab without an app', { ...real, TAB_HOST: tab.TAB_HOST }, 'TAB_ID'],
  ['a tab at an address', { ...real, ...tab, TAB_HOST: 'https://planner.nl/tab' }, 'TAB_HOST'],
  ['a tab at a number', { ...real, ...tab, TAB_HOST: '10.0.0.1' }, 'TAB_HOST'],
  ['local mode with a tab in Teams', { ...local, TAB_ID: tab.TAB_ID }, 'TAB_ID'],
  ['every tenant', { ...real, TENANTS: '*' }, 'TENANTS'],
  ['a tenant by name', { ...real, TENANTS: `${TENANT},gemeente.nl` }, 'TENANTS'],
  ['a list of nothing', { ...real, TENANTS: ',' }, 'TENANTS'],
  ['every host', { ...real, SERVICE_HOSTS: '*.trafficmanager.net' }, 'SERVICE_HOSTS'],
  ['a host that is this machine', { ...real, SERVICE_HOSTS: 'localhost' }, 'SERVICE_HOSTS'],
  ['a host by number', { ...real, SERVICE_HOSTS: '127.0.0.1' }, 'SERVICE_HOSTS'],
  [
    'a host with a port',
    { ...real, SERVICE_HOSTS: 'smba.trafficmanager.net:8443' },
    'SERVICE_HOSTS',
  ],
  [
    'a host as an address',
    { ...real, SERVICE_HOSTS: 'https://smba.trafficmanager.net' },
    'SERVICE_HOSTS',
  ],
  ['no storage', { ...real, TABLES: undefined }, 'TABLES'],
  ['development storage', { ...real, TABLES: 'UseDevelopmentStorage=true' }, 'TABLES'],
  ['storage over http', { ...real, TABLES: 'http://veilig.table.core.windows.net' }, 'TABLES'],
  ['storage on this machine', { ...real, TABLES: 'https://127.0.0.1:10002/veilig' }, 'TABLES'],
  ['a connection over http', { ...real, TABLES: CONNECTION.replace('https', 'http') }, 'TABLES'],
  [
    'a connection to the emulator',
    {
      ...real,
      TABLES: 'AccountName=devstoreaccount1;AccountKey=x;TableEndpoint=https://veilig.nl',
    },
    'TABLES',
  ],
  [
    'a connection to http',
    { ...real, TABLES: `${CONNECTION};TableEndpoint=http://veilig.nl` },
    'TABLES',
  ],
  ['the endpoint of files', { ...real, TABLES: tab.BLOBS }, 'TABLES'],
  ['half a connection', { ...real, TABLES: 'AccountName' }, 'TABLES'],
  ['forms of another kind', { ...real, FORMS: 'venster' }, 'FORMS'],
  ['cards of another kind', { ...real, CARDS: 'kaal' }, 'CARDS'],
  ['a level that is none', { ...real, LOG_LEVEL: 'verbose' }, 'LOG_LEVEL'],
  ['a misspelt environment', { ...real, NODE_ENV: 'prod' }, 'NODE_ENV'],
  [
    'any certificate accepted',
    { ...real, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    'NODE_TLS_REJECT_UNAUTHORIZED',
  ],
  ['backups on this machine', { ...real, BACKUPS: 'UseDevelopmentStorage=true' }, 'BACKUPS'],
  ['local mode with real backups', { ...local, BACKUPS: tab.BLOBS }, 'BACKUPS'],
  ['an identity by name', { ...real, STORAGE_CLIENT_ID: 'opslag' }, 'STORAGE_CLIENT_ID'],
  ['insights without a key', { ...real, [INSIGHTS]: 'IngestionEndpoint=https://x.nl' }, INSIGHTS],
  [
    'insights over http',
    { ...real, [INSIGHTS]: 'InstrumentationKey=1;IngestionEndpoint=http://x.nl' },
    INSIGHTS,
  ],
  ['local mode with insights', { ...local, [INSIGHTS]: 'InstrumentationKey=1' }, INSIGHTS],
  ['a contact that is no address', { ...real, SECURITY_CONTACT: 'ciso' }, 'SECURITY_CONTACT'],
  [
    'a contact of two lines',
    { ...real, SECURITY_CONTACT: 'mailto:a@b.nl\nContact: x' },
    'SECURITY_CONTACT',
  ],
  ['local mode with yes', { LOCAL: 'yes' }, 'LOCAL'],
  ['local mode with 0', { ...real, LOCAL: '0' }, 'LOCAL'],
  ['local mode in production', { ...local, NODE_ENV: 'production' }, 'NODE_ENV'],
  ['local mode in misspelt production', { ...local, NODE_ENV: 'Production' }, 'NODE_ENV'],
  ['local mode with an app id', { ...local, MicrosoftAppId: APP_ID }, 'MicrosoftAppId'],
  ['local mode on real storage', { ...local, TABLES: ENDPOINT }, 'TABLES'],
  ['local mode on a real connection', { ...local, TABLES: CONNECTION }, 'TABLES'],
];

describe('bad settings', () => {
  it.each(BAD)('refuse to start: %s', (_what, environment, name) => {
    expect(() => loadConfig(environment)).toThrow(new RegExp(`^Cannot start[^]*^- ${name} `, 'm'));
  });

  it('are listed all at once, by name and without their values', () => {
    const environment = {
      PORT: 'x',
      MicrosoftAppId: 'not-a-guid',
      MicrosoftAppType: 'SingleTenant',
      CertificatePrivateKey: 'SECRET-KEY',
      TABLES: 'AccountKey=SECRET-ACCOUNT',
      FORMS: 'x',
    };

    const message = messageOf(() => loadConfig(environment));

    expect(message.split('\n')).toEqual([
      'Cannot start, because of these settings:',
      '- PORT is wrong: it must be a port, 1 to 65535',
      '- FORMS is wrong: it must be dialoog or kaart',
      "- MicrosoftAppId is wrong: it must be the GUID of the bot's Entra app",
      '- MicrosoftAppTenantId is missing: it must be the GUID of the tenant of that app',
      '- CertificatePrivateKey is wrong: it must be a private key in PEM',
      '- TABLES is wrong: it must be a connection string or an https endpoint of real storage',
      '- CertificateThumbprint is missing: a certificate needs both of its settings',
    ]);
  });

  it('never open local mode beside an app id', () => {
    for (const LOCAL of [undefined, '', '1', 'true', 'yes'])
      for (const NODE_ENV of [undefined, 'production', 'development', 'test'])
        for (const TABLES of [undefined, 'UseDevelopmentStorage=true', ENDPOINT]) {
          const environment = { ...single, LOCAL, NODE_ENV, TABLES };
          const config = TABLES === ENDPOINT && !LOCAL ? loadConfig(environment) : undefined;

          if (config) expect(config.teams.local).toBe(false);
          else expect(() => loadConfig(environment)).toThrow('Cannot start');
        }
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
