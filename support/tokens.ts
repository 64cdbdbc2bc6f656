import {
  createLocalJWKSet,
  exportJWK,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { KeysOf } from '../src/tab/toegang/keys.ts';
import type { TeamsTab } from '../src/tab/toegang/settings.ts';
import { APP_ID, makeKeys, TENANT } from './identity.ts';

export const TAB_ID = '0f3e6d3c-6a51-4f5e-9c43-0d5a1c9b7e21';
export const TAB_HOST = 'planner.gemeente.example';
/** Another organisation, which is not on the list. */
export const PARTNER_TENANT = '9d5f3b1e-77aa-4c11-8f6b-1b2c3d4e5f60';
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export const TAB: TeamsTab = {
  kind: 'teams',
  id: TAB_ID,
  host: TAB_HOST,
  appId: APP_ID,
  tenants: [TENANT],
};

const KID = 'tab-key';
const keys = makeKeys();

/** The key as Entra publishes it: every tenant signs with the same. */
export const publishedKey = async (): Promise<JWK> => ({
  ...(await exportJWK((await keys).publicKey)),
  ...{ kid: KID, use: 'sig', alg: 'RS256' },
});

/** Entra in the test, without a network. */
export const keysOf: KeysOf = () => async (header, token) =>
  createLocalJWKSet({ keys: [await publishedKey()] })(header, token);

/** What Entra says of a person in a token for the tab, at the moment `now` (UTC ISO). */
export function claimsOf(oid: string, now: string, tenant = TENANT): JWTPayload {
  const at = Math.floor(Date.parse(now) / 1000);
  return {
    aud: TAB_ID,
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    ...{ iat: at - 60, nbf: at - 60, exp: at + 3600 },
    ...{ tid: tenant, oid, name: oid.replace(/^oid-/, ''), ver: '2.0' },
    ...{ azp: TEAMS_WEB, scp: 'access_as_user', preferred_username: `${oid}@example.nl` },
  };
}

/** A signed token. What stands in `claims` and `header` is taken as it is. */
export async function tokenOf(
  claims: JWTPayload,
  header: Readonly<Record<string, unknown>> = {},
  key?: CryptoKey | Uint8Array,
): Promise<string> {
  const { privateKey } = await keys;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KID, ...header })
    .sign(key ?? privateKey);
}

/** The public half, for an attacker who uses it as a secret. */
export const publicKey = async () => (await keys).publicKey;
