import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { RealTeams, Secret } from '../settings.ts';

/** Gives the token with which the bot calls Teams. Throws when Entra does not give one. */
export type BotToken = () => Promise<string>;

const SCOPE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

type Credentials = { getToken(): Promise<string> };

/** botbuilder's own credentials: it keeps the token until five minutes before its end. */
export function botToken(settings: RealTeams): BotToken {
  const factory = new ConfigurationServiceClientCredentialFactory(optionsFor(settings));
  let credentials: Credentials | undefined;
  return async () => {
    credentials ??= (await factory.createCredentials(
      settings.appId,
      SCOPE,
      LOGIN,
      true,
    )) as unknown as Credentials;
    return credentials.getToken();
  };
}

/** After a failure Entra is left alone for this long: each try takes seconds and makes many requests of its own. */
const REST_MS = 2_000;

/**
 * Shares one answer among callers that ask at the same time: without it 100 first sends asked Entra 100 times. Callers
 * just after a failure get that failure. `clock`: monotonic, ms.
 */
export function singleFlight<T>(ask: () => Promise<T>, clock: () => number): () => Promise<T> {
  let underway: Promise<T> | undefined;
  let failed: { at: number; error: unknown } | undefined;
  const begin = async () => {
    try {
      return await ask();
    } catch (error) {
      failed = { at: clock(), error };
      throw error;
    } finally {
      underway = undefined;
    }
  };
  return async () => {
    if (failed && clock() - failed.at < REST_MS) throw failed.error;
    return (underway ??= begin());
  };
}

function optionsFor({ appId, tenantId, secret }: RealTeams) {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: secret.kind === 'identity' ? 'UserAssignedMSI' : 'SingleTenant',
    ...proof(secret),
  };
}

function proof(secret: Secret) {
  switch (secret.kind) {
    case 'identity':
      return {};
    case 'password':
      return { MicrosoftAppPassword: secret.password };
    case 'certificate':
      return {
        CertificateThumbprint: secret.thumbprint,
        CertificatePrivateKey: secret.privateKey,
      };
  }
}
