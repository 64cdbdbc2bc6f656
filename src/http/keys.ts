import {
  createLocalJWKSet,
  errors,
  type CryptoKey,
  type FlattenedJWSInput,
  type JWK,
  type JWSHeaderParameters,
} from 'jose';
import { z } from 'zod';
import { inShape } from './shape.ts';

/** Keys that others sign with cannot be had now, so that nobody can say whether a token is good. */
class KeysDown extends Error {
  override readonly name = 'KeysDown';
}

/** Keys as they are published. */
export type PublishedKeys = readonly JWK[];

export interface Keys {
  /**
   * The key that a token names, with what is published of it. Throws a `JOSEError` when there is no such key, and
   * `KeysDown` when the keys cannot be had.
   */
  find: (
    header: JWSHeaderParameters,
    token: FlattenedJWSInput,
  ) => Promise<{ key: CryptoKey; jwk: JWK }>;
  /** Resolves when there are keys. Throws `KeysDown`. */
  had: () => Promise<void>;
}

export interface KeysOptions {
  /** Undefined: whoever publishes them says that there are none. Throws when there is no usable answer. */
  ask: () => Promise<PublishedKeys | undefined>;
  /** Monotonic, ms. */
  clock: () => number;
  /** After a failure nobody is asked for this long. */
  restMs: number;
}

const MINUTE_MS = 60_000;
/** Older keys are asked for again, while they are still good. */
const FRESH_MS = 10 * MINUTE_MS;
/** A key that was withdrawn is good for no longer than this, and neither is any other when nobody answers. */
const KEPT_MS = 60 * MINUTE_MS;
/** A token may name a key of which we have not heard, because it is new or because it is made up. */
const UNKNOWN_EVERY_MS = MINUTE_MS;

interface Held {
  byId: ReadonlyMap<string, { jwk: JWK; find: ReturnType<typeof createLocalJWKSet> }>;
  atMs: number;
  /** How often an unknown key is a reason to ask again. */
  everyMs: number;
}

/**
 * The keys of somebody who signs. They are asked for when they are needed, once for all who wait, and a stranger with a
 * made-up token cannot have them asked for more than once a minute. jose has a set of its own for this, which asks again
 * at every request after a failure, and has no keys at all once they are ten minutes old and nobody answers.
 */
export function createKeys({ ask, clock, restMs }: KeysOptions): Keys {
  let held: Held | undefined;
  let triedMs = -Infinity;
  let failed: { atMs: number; error: KeysDown } | undefined;
  let underway: Promise<Held> | undefined;

  async function begin(): Promise<Held> {
    triedMs = clock();
    try {
      held = heldOf(await ask(), clock());
      failed = undefined;
      return held;
    } catch (cause) {
      failed = { atMs: clock(), error: new KeysDown('keys cannot be had', { cause }) };
      throw failed.error;
    } finally {
      underway = undefined;
    }
  }

  async function asked(): Promise<Held> {
    if (failed && clock() - failed.atMs < restMs) throw failed.error;
    return (underway ??= begin());
  }

  async function present(): Promise<Held> {
    if (!held || clock() - held.atMs >= KEPT_MS) return asked();
    const isOld = clock() - held.atMs >= FRESH_MS && clock() - triedMs >= MINUTE_MS;
    // Nobody waits for this, and what is held is still good.
    if (isOld) void asked().catch(() => undefined);
    return held;
  }

  return {
    find: async (header, token) => {
      const now = await present();
      const found = now.byId.get(header.kid ?? '');
      const mayAsk = !found && clock() - triedMs >= now.everyMs;
      const named = mayAsk ? (await asked()).byId.get(header.kid ?? '') : found;
      if (!named) throw new errors.JWKSNoMatchingKey();
      return { key: await named.find(header, token), jwk: named.jwk };
    },
    had: async () => void (await present()),
  };
}

/** Where there are none, a token that names one is no reason to ask again soon. */
const heldOf = (published: PublishedKeys | undefined, atMs: number): Held => ({
  byId: byId(published ?? []),
  atMs,
  everyMs: published ? UNKNOWN_EVERY_MS : FRESH_MS,
});

/** Each key under its id; an id that stands for two is nobody's. */
function byId(published: PublishedKeys): Held['byId'] {
  const ids = published.map(({ kid }) => kid ?? '');
  const named = published.filter(
    ({ kid = '' }) => kid !== '' && ids.indexOf(kid) === ids.lastIndexOf(kid),
  );
  return new Map(
    named.map((jwk) => [jwk.kid ?? '', { jwk, find: createLocalJWKSet({ keys: [jwk] }) }]),
  );
}

/** How bytes come from an address: by `fetch`, or from a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const LATER = [408, 429];

/** The JSON at an address. Undefined: it says that there is none (4xx). Throws when there is no usable answer. */
export async function jsonAt(url: string, fetched: Fetch, signal: AbortSignal): Promise<unknown> {
  const response = await fetched(url, { redirect: 'manual', signal });
  const { status } = response;
  if (status === 200) return response.json();
  await response.body?.cancel();
  if (status >= 400 && status < 500 && !LATER.includes(status)) return undefined;
  throw new Error(`keys: status ${status}`);
}

const Published = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The keys in a JSON that holds them. Throws when it does not. */
export function keysIn(json: unknown): PublishedKeys {
  const found = inShape(Published, json);
  if (!found) throw new Error('keys: not a set of keys');
  return found.keys;
}
