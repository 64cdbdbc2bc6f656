import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { remember } from '../../memory/remember.ts';

/** The keys that a tenant signs with. */
export type KeysOf = (tenant: string) => JWTVerifyGetKey;

/** How long a page may wait for the keys, ms. */
const LIMIT_MS = 4_000;
/** Tenants whose keys are remembered. */
const REMEMBERED = 50;

/** Microsoft's own keys, by tenant: fetched when a person of it signs in, and kept while they are valid. */
export const microsoftKeys = (): KeysOf =>
  remembered((tenant) =>
    createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`), {
      timeoutDuration: LIMIT_MS,
    }),
  );

function remembered(keysOf: KeysOf): KeysOf {
  const kept = remember<JWTVerifyGetKey>(REMEMBERED);
  return (tenant) => {
    const found = kept.get(tenant);
    if (found) return found;
    const keys = keysOf(tenant);
    kept.set(tenant, keys);
    return keys;
  };
}
