import type { JWTVerifyGetKey } from 'jose';
import {
  createKeys,
  jsonAt,
  keysIn,
  type Fetch,
  type Keys,
  type PublishedKeys,
} from '../../http/keys.ts';
import { createPace } from '../../http/pace.ts';
import { remember } from '../../memory/remember.ts';

/** The keys that a tenant signs with. What it gives throws a `JOSEError` for a token that is not good, else keys cannot be had. */
export type KeysOf = (tenant: string) => JWTVerifyGetKey;

export interface KeysOfOptions {
  /** Tenants on the list, whose people are the ones who use it every day. */
  tenants: readonly string[];
  /** Monotonic, ms. */
  clock: () => number;
  /** Left out: by the network. */
  fetched?: Fetch;
}

/** How long a page may wait for the keys, ms. */
const LIMIT_MS = 3_000;
/** Tenants whose keys are remembered. */
const REMEMBERED = 50;
/** For all tenants together; a day with fifty organisations needs a tenth of it. */
const FETCHES_PER_MINUTE = 30;
/** A tenant that gave no answer is left alone for this long. One on the list less: all of its people wait. */
const REST_MS = 10 * 60_000;
const REST_LISTED_MS = 30_000;

/** Microsoft's own keys, by tenant: fetched when a person of it signs in. */
export function microsoftKeys({ tenants, clock, fetched = fetch }: KeysOfOptions): KeysOf {
  const kept = remember<Keys>(REMEMBERED);
  const may = createPace(FETCHES_PER_MINUTE, clock);

  async function ask(tenant: string): Promise<PublishedKeys | undefined> {
    if (!may('fetches')) throw new Error('too many tenants at once');
    const url = `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`;
    const json = await jsonAt(url, fetched, AbortSignal.timeout(LIMIT_MS));
    return json === undefined ? undefined : keysIn(json);
  }

  return (tenant) => {
    const restMs = tenants.includes(tenant) ? REST_LISTED_MS : REST_MS;
    const keys = kept.get(tenant) ?? createKeys({ ask: () => ask(tenant), clock, restMs });
    kept.set(tenant, keys);
    return async (header, token) => (await keys.find(header, token)).key;
  };
}
