import { z } from 'zod';
import {
  DEVELOPMENT_STORAGE,
  isDevelopmentStorage,
  isInsights,
  isRealStorage,
  hasWholeTab,
  provesItself,
  secretIn,
  storageIdentity,
  tabOf,
} from './config-checks.ts';
import type { TabSettings } from './tab/toegang/settings.ts';
import type { TeamsSettings } from './teams/settings.ts';

/** Everything that can be set from outside, checked. Nothing else reads the environment. */
export interface Config {
  host: string;
  port: number;
  /** Connection string or https endpoint of Azure Table Storage. */
  tables: string;
  /** The same of Azure Blob Storage, for files; left out: a document is a link. */
  blobs?: string;
  /** The same of the account for nightly backups; left out: none is made. */
  backups?: string;
  /** Client id of the managed identity that opens an https endpoint; left out: the host's own. */
  storageIdentity?: string;
  /** Connection string of Application Insights; left out: there is only the log. */
  insights?: string;
  /** How forms open: as a Teams dialog, or as a card of their own where there are no dialogs. */
  forms: 'dialoog' | 'kaart';
  /** Whether cards hold what only Teams can show, or what stands in its place everywhere. */
  cards: 'teams' | 'gewoon';
  logLevel: string;
  /** Where people report a hole: the address of a page, or of mail. */
  securityContact?: string;
  teams: TeamsSettings;
  tab: TabSettings;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in an environment. Throws one error that lists every fault by the name of its variable, without values,
 * since one of them may be a secret. `LOCAL=1` asks for local mode (Playground, no sign-in, 127.0.0.1 only). It is
 * refused wherever it could be a mistake: in production, beside an app id, or on real storage. Without it nobody is let
 * in unverified.
 */
export function loadConfig(environment: Environment): Config {
  const set = Object.entries(environment)
    .map(([name, value]) => [name, value?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '');
  const given = Object.fromEntries(set);
  const { data, error } = ('LOCAL' in given ? local : real).safeParse(given);
  if (data) return data;

  const faults = error.issues.map(({ path, message }) => `- ${path.join('.')} ${message}`);
  throw new Error(`Cannot start, because of these settings:\n${faults.join('\n')}`);
}

/** The settings of this process. Throws like `loadConfig`. */
export const readConfig = () => loadConfig(process.env);

/** Says what a setting must be, and whether it is wrong or missing. Never repeats its value, which may be a secret. */
const mustBe = (what: string) => ({
  error: ({ input }: { input?: unknown }) =>
    `${input === undefined ? 'is missing' : 'is wrong'}: it must be ${what}`,
});

const absent = (why: string) => z.undefined({ error: `must not be set ${why}` }).optional();

const guid = (whose: string) => z.guid(mustBe(`the GUID of ${whose}`)).toLowerCase();

/** A comma separated list. */
const listOf = (pattern: RegExp, what: string) =>
  z
    .string()
    .transform((value) => value.split(',').map((item) => item.trim().toLowerCase()))
    .refine((items) => items.every((item) => pattern.test(item)), mustBe(what));

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** A host name, not an IP address: its last part has letters only. */
const HOST = /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;

const common = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, mustBe('a port, 1 to 65535'))
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, mustBe('a port, 1 to 65535'))
    .default(3978),
  FORMS: z.enum(['dialoog', 'kaart'], mustBe('dialoog or kaart')).optional(),
  CARDS: z.enum(['teams', 'gewoon'], mustBe('teams or gewoon')).default('teams'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      mustBe('fatal, error, warn, info, debug, trace or silent'),
    )
    .default('info'),
};

const developmentBlobs = z
  .string()
  .refine(
    (storage) => isDevelopmentStorage(storage, 'blob'),
    mustBe('development storage on this machine when LOCAL is set'),
  )
  .optional();

const realBlobs = z
  .string()
  .refine(
    (storage) => isRealStorage(storage, 'blob'),
    mustBe('a connection string or an https endpoint of real storage'),
  )
  .optional();

const local = z
  .object({
    ...common,
    LOCAL: z.literal('1', mustBe('1, or left out')),
    NODE_ENV: z
      .enum(['development', 'test'], mustBe('development or test when LOCAL is set'))
      .optional(),
    MicrosoftAppId: absent('when LOCAL is: local mode verifies nobody'),
    TAB_ID: absent('when LOCAL is: local mode verifies nobody'),
    TAB_HOST: absent('when LOCAL is: the tab is on this machine'),
    TABLES: z
      .string()
      .refine(
        (storage) => isDevelopmentStorage(storage),
        mustBe('development storage on this machine when LOCAL is set'),
      )
      .default(DEVELOPMENT_STORAGE),
    BLOBS: developmentBlobs,
    BACKUPS: developmentBlobs,
    APPLICATIONINSIGHTS_CONNECTION_STRING: absent('when LOCAL is: nothing leaves this machine'),
  })
  .transform(({ PORT, TABLES, BLOBS, BACKUPS, FORMS, CARDS, LOG_LEVEL }): Config => ({
    host: '127.0.0.1',
    port: PORT,
    tables: TABLES,
    ...(BLOBS && { blobs: BLOBS }),
    ...(BACKUPS && { backups: BACKUPS }),
    forms: FORMS ?? 'kaart',
    cards: CARDS,
    logLevel: LOG_LEVEL,
    teams: { local: true },
    tab: { kind: 'local', port: PORT },
  }));

const real = z
  .object({
    ...common,
    NODE_ENV: z
      .enum(['production', 'development', 'test'], mustBe('production, development or test'))
      .optional(),
    NODE_TLS_REJECT_UNAUTHORIZED: absent('in earnest: it would accept any certificate'),
    MicrosoftAppId: guid("the bot's Entra app"),
    MicrosoftAppTenantId: guid('the tenant of that app'),
    MicrosoftAppType: z
      .string(mustBe('UserAssignedMSI or SingleTenant'))
      .toLowerCase()
      .pipe(z.enum(['userassignedmsi', 'singletenant'], mustBe('UserAssignedMSI or SingleTenant'))),
    MicrosoftAppPassword: z.string().optional(),
    CertificateThumbprint: z
      .string()
      .regex(/^[\da-f]{40}$/i, mustBe('40 hexadecimal digits'))
      .optional(),
    CertificatePrivateKey: z
      .string()
      .transform((key) => key.replaceAll('\\n', '\n'))
      .refine((key) => key.startsWith('-----BEGIN'), mustBe('a private key in PEM'))
      .optional(),
    TENANTS: listOf(GUID, 'GUIDs of tenants, with commas between').optional(),
    SERVICE_HOSTS: listOf(HOST, 'names of hosts, with commas between').default([
      'smba.trafficmanager.net',
    ]),
    TAB_ID: guid("the tab's Entra app").optional(),
    TAB_HOST: z
      .string()
      .toLowerCase()
      .regex(HOST, mustBe('the name of a host, such as planner.gemeente.nl'))
      .optional(),
    TABLES: z
      .string(mustBe('a connection string or an https endpoint'))
      .refine(
        (storage) => isRealStorage(storage),
        mustBe('a connection string or an https endpoint of real storage'),
      ),
    BLOBS: realBlobs,
    BACKUPS: realBlobs,
    SECURITY_CONTACT: z
      .string()
      .regex(
        /^(https:\/\/|mailto:)[^\s<>]+$/,
        mustBe('https:// of a page, or mailto: and an address'),
      )
      .optional(),
    STORAGE_CLIENT_ID: guid('the managed identity that opens storage').optional(),
    APPLICATIONINSIGHTS_CONNECTION_STRING: z
      .string()
      .refine(
        (connection) => isInsights(connection),
        mustBe('a connection string of Application Insights'),
      )
      .optional(),
  })
  .superRefine(provesItself, { when: () => true })
  .superRefine(hasWholeTab, { when: () => true })
  .transform((settings): Config => ({
    host: '0.0.0.0',
    port: settings.PORT,
    tables: settings.TABLES,
    ...(settings.BLOBS && { blobs: settings.BLOBS }),
    ...(settings.BACKUPS && { backups: settings.BACKUPS }),
    ...(settings.SECURITY_CONTACT && { securityContact: settings.SECURITY_CONTACT }),
    ...storageIdentity(settings),
    ...(settings.APPLICATIONINSIGHTS_CONNECTION_STRING && {
      insights: settings.APPLICATIONINSIGHTS_CONNECTION_STRING,
    }),
    forms: settings.FORMS ?? 'dialoog',
    cards: settings.CARDS,
    logLevel: settings.LOG_LEVEL,
    teams: {
      local: false,
      appId: settings.MicrosoftAppId,
      tenantId: settings.MicrosoftAppTenantId,
      secret: secretIn(settings),
      tenants: settings.TENANTS ?? [settings.MicrosoftAppTenantId],
      serviceHosts: settings.SERVICE_HOSTS,
    },
    tab: tabOf(settings),
  }));
