import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';
import type { RealTeams } from '../src/teams/settings.ts';

export const APP_ID = '5a1f2f9e-6d0c-4c55-9a0b-3c2d9d0b7a11';
export const TENANT = '0b7f6a0e-2f0d-4d7b-8f0a-6a4b5f1c2d33';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
export const ISSUER = 'https://api.botframework.com';

/** A bot with the settings of production, whose Teams, keys and token are those of the test. */
export const TEAMS: RealTeams = {
  local: false,
  appId: APP_ID,
  tenantId: TENANT,
  secret: { kind: 'identity' },
  tenants: [TENANT],
  serviceHosts: ['smba.trafficmanager.net'],
};

/** The claims of the Bot Connector in its tokens, now. */
export function connectorClaims(): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: ISSUER, aud: APP_ID, serviceurl: SERVICE_URL, nbf: now - 60, exp: now + 3600 };
}

export interface Identity {
  openId: { metadataUrl: string };
  kid: string;
  publicKey: CryptoKey;
  privateKey: CryptoKey;
  /** How often the keys were fetched. */
  fetches(): number;
  /** The keys that are published; one to begin with. */
  published: JWK[];
  /** What a request for the keys gets. */
  gives: 'keys' | 'a fault' | 'nothing';
  /** A signed `Authorization` header. Claims and header replace those of a good token. */
  bearer(
    claims?: Record<string, unknown>,
    header?: Partial<JWTHeaderParameters>,
    key?: CryptoKey,
  ): Promise<string>;
  close(): Promise<void>;
}

/** A key as it is published. */
export const publishedKey = async (
  key: CryptoKey,
  about: Record<string, unknown>,
): Promise<JWK> => ({
  ...(await exportJWK(key)),
  ...{ use: 'sig', alg: 'RS256', ...about },
});

export const makeKeys = () => generateKeyPair('RS256', { extractable: true });

/** One pair for all worlds of a process, because making one takes longer than opening a world. */
let sharedKeys: ReturnType<typeof makeKeys> | undefined;

/**
 * The Bot Connector's keys, on this machine. Each has its own key id and address, because botbuilder remembers keys by
 * address for 24 hours in the whole process.
 */
export async function startIdentity({ endorsements = ['msteams'] } = {}): Promise<Identity> {
  const { publicKey, privateKey } = await (sharedKeys ??= makeKeys());
  const kid = randomUUID();
  const jwk = await publishedKey(publicKey, { kid, endorsements });
  let fetched = 0;
  const server = createServer((request, response) => {
    if (identity.gives === 'nothing') return;
    response.statusCode = identity.gives === 'keys' ? 200 : 503;
    fetched++;
    const keys = { issuer: ISSUER, jwks_uri: `${base()}/keys` };
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(request.url?.endsWith('/keys') ? { keys: identity.published } : keys),
    );
  });
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${kid}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const identity: Identity = {
    published: [jwk],
    gives: 'keys',
    openId: { metadataUrl: `${base()}/metadata` },
    kid,
    publicKey,
    privateKey,
    fetches: () => fetched,
    bearer: async (claims = {}, header = {}, key = privateKey) => {
      const payload = { ...connectorClaims(), ...claims };
      const jwt = new SignJWT(payload).setProtectedHeader({
        alg: 'RS256',
        typ: 'JWT',
        kid,
        ...header,
      });
      return `Bearer ${await jwt.sign(key)}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return identity;
}
