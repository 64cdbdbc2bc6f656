import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { RealTeams, Secret } from './settings.ts';

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

/** Who asks while an answer is underway gets that answer: 100 first sends asked Entra 100 times. */
export function singleFlight<T>(ask: () => Promise<T>): () => Promise<T> {
  let underway: Promise<T> | undefined;
  return () =>
    (underway ??= ask().finally(() => {
      underway = undefined;
    }));
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
