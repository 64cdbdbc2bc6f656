import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** The keys that a tenant signs with. */
export type KeysOf = (tenant: string) => JWTVerifyGetKey;

/** How long a page may wait for the keys, ms. */
const LIMIT_MS = 4_000;
/** The number of tenants whose keys are kept; a new one replaces the oldest. */
const REMEMBERED = 50;

/** Microsoft's own keys, by tenant: fetched when a person of it signs in, and kept while they are valid. */
export const microsoftKeys = (): KeysOf =>
  remembered((tenant) =>
    createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`), {
      timeoutDuration: LIMIT_MS,
    }),
  );

function remembered(keysOf: KeysOf): KeysOf {
  const kept = new Map<string, JWTVerifyGetKey>();
  return (tenant) => {
    const found = kept.get(tenant);
    if (found) return found;
    const keys = keysOf(tenant);
    const [oldest] = kept.keys();
    if (kept.size >= REMEMBERED && oldest !== undefined) kept.delete(oldest);
    kept.set(tenant, keys);
    return keys;
  };
}
