import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT, type JWTPayload } from 'jose';
import { APP_ID, connectorClaims, makeKeys, TENANT } from '../../support/identity.ts';
import { claimsOf, tokenOf } from '../../support/tokens.ts';

/** Where the keys of the Bot Connector are, as its metadata tells. */
const CONNECTOR_KEYS = '/v1/.well-known/keys';
const HOUR_S = 3_600;

/** Everything that Microsoft signs or vouches for, on this machine. */
export interface Entra {
  /** What App Service puts in the environment of a program that has an identity. */
  environment: { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string };
  /** What the identity was asked a token for, in order. */
  resources: string[];
  /** An `Authorization` header as the Bot Connector sends it. Claims replace those of a good token. */
  connectorBearer(claims?: JWTPayload): Promise<string>;
  /** An `Authorization` header as the tab sends it, for somebody of this tenant. */
  tabBearer(oid: string, tenant?: string): Promise<string>;
  /** True for a header that holds a token which this identity gave for this resource. */
  gave(authorization: string | undefined, resource: string): boolean;
  /** What is public of all this, by host and path; undefined for any other. */
  published(host: string, path: string): object | undefined;
  close(): Promise<void>;
}

export async function startEntra(): Promise<Entra> {
  const { publicKey, privateKey } = await makeKeys();
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  const secret = randomUUID();
  const given = new Map<string, string>();
  const resources: string[] = [];
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey);

  /** App Service's own protocol, of 2019-08-01. */
  async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
    const resource = asked.get('resource') ?? '';
    const isKnown =
      request.headers['x-identity-header'] === secret &&
      asked.get('api-version') === '2019-08-01' &&
      asked.get('client_id') === APP_ID &&
      resource !== '';
    response.writeHead(isKnown ? 200 : 400, { 'Content-Type': 'application/json' });
    if (!isKnown) return void response.end('{"statusCode":400,"message":"No such identity."}');
    resources.push(resource);
    const claims = identityClaims(resource);
    const token = await sign(claims);
    given.set(`Bearer ${token}`, resource);
    response.end(
      JSON.stringify({
        ...{ access_token: token, expires_on: String(claims.exp), resource },
        ...{ token_type: 'Bearer', client_id: APP_ID },
      }),
    );
  }

  const server = createServer((request, response) => {
    void giveToken(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));
  const { port } = server.address() as AddressInfo;
  const pages = new Map<string, object>([
    [
      'login.botframework.com/v1/.well-known/openidconfiguration',
      {
        issuer: 'https://api.botframework.com',
        jwks_uri: `https://login.botframework.com${CONNECTOR_KEYS}`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
    ],
    [`login.botframework.com${CONNECTOR_KEYS}`, { keys: [{ ...jwk, endorsements: ['msteams'] }] }],
    [`login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`, { keys: [jwk] }],
  ]);
  return {
    environment: {
      IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`,
      IDENTITY_HEADER: secret,
    },
    resources,
    connectorBearer: async (claims = {}) =>
      `Bearer ${await sign({ ...connectorClaims(), ...claims })}`,
    tabBearer: async (oid, tenant) => {
      const claims = claimsOf(oid, new Date().toISOString(), tenant);
      return `Bearer ${await tokenOf(claims, { kid }, privateKey)}`;
    },
    gave: (authorization = '', resource) => given.get(authorization) === resource,
    published: (host, path) => pages.get(host + path),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** As Entra writes them for an identity, in the older form of token that storage and the Bot Connector take. */
function identityClaims(resource: string) {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ aud: resource, iss: `https://sts.windows.net/${TENANT}/`, tid: TENANT },
    ...{ appid: APP_ID, oid: randomUUID(), ver: '1.0' },
    ...{ iat: now, nbf: now - 5, exp: now + 24 * HOUR_S },
  };
}
