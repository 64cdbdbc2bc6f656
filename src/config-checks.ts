import type { z } from 'zod';
import type { TabSettings } from './tab/toegang/settings.ts';
import type { Secret } from './teams/settings.ts';

const PROOFS = ['MicrosoftAppPassword', 'CertificateThumbprint', 'CertificatePrivateKey'] as const;

type Proofs = { [name in (typeof PROOFS)[number]]?: string | undefined } & {
  MicrosoftAppType?: string;
};

/** Requires exactly one proof of identity, of the kind that fits the app type: botbuilder would take any it finds. */
export function provesItself(settings: Proofs, context: z.RefinementCtx): void {
  const fault = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  const given = PROOFS.filter((name) => settings[name] !== undefined);
  const [password, ...certificate] = PROOFS;
  if (settings.MicrosoftAppType === 'userassignedmsi') {
    for (const name of given)
      fault(name, 'must not be set for UserAssignedMSI: it needs no secret');
  } else if (settings.MicrosoftAppType !== 'singletenant') {
    return;
  } else if (given.length === 0) {
    fault(password, 'is missing: SingleTenant needs it, or a certificate');
  } else if (given.includes(password)) {
    for (const name of given.slice(1)) fault(name, `must not be set beside ${password}`);
  } else {
    for (const name of certificate)
      if (!given.includes(name))
        fault(name, 'is missing: a certificate needs both of its settings');
  }
}

export function secretIn(settings: Proofs): Secret {
  const { MicrosoftAppPassword, CertificateThumbprint, CertificatePrivateKey } = settings;
  if (MicrosoftAppPassword) return { kind: 'password', password: MicrosoftAppPassword };
  if (CertificateThumbprint && CertificatePrivateKey)
    return {
      kind: 'certificate',
      thumbprint: CertificateThumbprint,
      privateKey: CertificatePrivateKey,
    };
  return { kind: 'identity' };
}

/** The bot's own identity opens storage too, unless the bot has none: a certificate of an app opens no storage. */
export function storageIdentity(
  settings: Proofs & { MicrosoftAppId: string; STORAGE_CLIENT_ID?: string | undefined },
): { storageIdentity?: string } {
  const own = settings.MicrosoftAppType === 'userassignedmsi' ? settings.MicrosoftAppId : undefined;
  const identity = settings.STORAGE_CLIENT_ID ?? own;
  return identity ? { storageIdentity: identity } : {};
}

interface TabParts {
  MicrosoftAppId: string;
  MicrosoftAppTenantId: string;
  TENANTS?: readonly string[] | undefined;
  TAB_ID?: string | undefined;
  TAB_HOST?: string | undefined;
  BLOBS?: string | undefined;
}

/** Requires all settings of the tab or none: its host, its own Entra app, and a place for the files it takes in. */
export function hasWholeTab(settings: Partial<TabParts>, context: z.RefinementCtx): void {
  const { MicrosoftAppId, TAB_ID, TAB_HOST, BLOBS } = settings;
  const fault = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (TAB_ID && !TAB_HOST) fault('TAB_HOST', 'is missing: TAB_ID needs it');
  if (TAB_ID && !BLOBS) fault('BLOBS', 'is missing: TAB_ID needs it');
  if (TAB_HOST && !TAB_ID) fault('TAB_ID', 'is missing: TAB_HOST needs it');
  if (TAB_ID && TAB_ID === MicrosoftAppId)
    fault('TAB_ID', 'is wrong: it must be another app than MicrosoftAppId');
}

export function tabOf(settings: TabParts): TabSettings {
  const { TAB_ID, TAB_HOST, MicrosoftAppId, MicrosoftAppTenantId, TENANTS } = settings;
  if (!TAB_ID || !TAB_HOST) return { kind: 'off' };
  const tenants = TENANTS ?? [MicrosoftAppTenantId];
  return { kind: 'teams', id: TAB_ID, host: TAB_HOST, appId: MicrosoftAppId, tenants };
}

/** The parts of a connection string, with names in lower case; undefined when it is not one. */
function partsOf(storage: string): Map<string, string> | undefined {
  const parts = storage.split(';').filter((part) => part !== '');
  const pairs = parts.map((part) => /^(\w+)=(.+)$/.exec(part));
  if (!pairs.every((pair) => pair !== null)) return undefined;
  return new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}

export const DEVELOPMENT_STORAGE = 'UseDevelopmentStorage=true';

const isLoopback = (url: URL | null) =>
  /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(url?.hostname ?? '');

const isHttps = (url: URL | null) =>
  url?.protocol === 'https:' && !isLoopback(url) && !url.username && !url.password;

type Service = 'table' | 'blob';

/** True for the emulator on this machine, which is all that local mode may write to. */
export function isDevelopmentStorage(storage: string, service: Service = 'table'): boolean {
  if (storage === DEVELOPMENT_STORAGE) return true;
  const endpoint = partsOf(storage)?.get(`${service}endpoint`);
  return endpoint !== undefined && isLoopback(URL.parse(endpoint));
}

/** A part of the other service's endpoint, because the two are easily swapped. */
const OTHER: Readonly<Record<Service, string>> = { table: '.blob.', blob: '.table.' };

/** Storage in Azure, over https. */
export function isRealStorage(storage: string, service: Service = 'table'): boolean {
  if (/^https?:/i.test(storage)) {
    const url = URL.parse(storage);
    return isHttps(url) && !url?.hostname.includes(OTHER[service]);
  }
  const parts = partsOf(storage);
  const endpoint = parts?.get(`${service}endpoint`);
  const name = parts?.get('accountname');
  if (!parts || !name || name === 'devstoreaccount1') return false;
  return endpoint
    ? isHttps(URL.parse(endpoint))
    : parts.get('defaultendpointsprotocol') === 'https';
}

/** True when the connection string says where to send, over https. */
export function isInsights(connection: string): boolean {
  const parts = partsOf(connection);
  const endpoint = parts?.get('ingestionendpoint');
  const isSafe = endpoint === undefined || isHttps(URL.parse(endpoint));
  return parts?.has('instrumentationkey') === true && isSafe;
}
