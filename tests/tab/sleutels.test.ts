import fc from 'fast-check';
import { decodeJwt, type JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { microsoftKeys } from '../../src/tab/toegang/keys.ts';
import { TENANT } from '../../support/identity.ts';
import { claimsOf, PARTNER_TENANT, publishedKey, tokenOf } from '../../support/tokens.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { start } from '../groep/hulp.ts';
import { odd, set } from '../odd.ts';

const SEED = { seed: 20261130 };
const MINUTE_MS = 60_000;

/** Entra, as far as it publishes keys: what it is asked, and what it gives. */
function entra() {
  const asked: string[] = [];
  let nowMs = 0;
  let gives: 'keys' | number | 'nothing' | 'nonsense' = 'keys';
  const fetched = async (url: string): Promise<Response> => {
    asked.push(/^https:\/\/login\.microsoftonline\.com\/([^/]+)\//.exec(url)?.[1] ?? url);
    if (gives === 'nothing') throw new TypeError('fetch failed');
    if (typeof gives === 'number') return new Response('{}', { status: gives });
    const body = gives === 'keys' ? { keys: [await publishedKey()] } : { sleutels: 1 };
    return new Response(JSON.stringify(body));
  };
  const keysOf = microsoftKeys({ tenants: [TENANT], clock: () => nowMs, fetched });
  return {
    asked,
    keysOf,
    gives: (what: typeof gives) => void (gives = what),
    pass: (ms: number) => void (nowMs += ms),
  };
}

let microsoft: ReturnType<typeof entra>;
let world: World;
let groep: Groep;
beforeEach(async () => {
  microsoft = entra();
  world = await openWorld({ keysOf: microsoft.keysOf });
  groep = world.groepschat('Sanne', 'Bram');
  await start(groep.lid('Sanne'));
  await world.rust();
});
// It also fails when an error was logged: a stranger rings no alarm.
afterEach(() => world.close());

const status = async (token: string): Promise<number> => {
  const response = await fetch(`${world.address}/tab/stand`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ project: 'p_x' }),
  });
  return response.status;
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What anybody can write: claims as they should be, and a signature that is none. */
const unsigned = (claims: JWTPayload, kid = 'tab-key') =>
  `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}.c2ln`;

const claims = (naam: string, tenant?: string) => claimsOf(`oid-${naam}`, world.nu(), tenant);
const signed = (naam: string, tenant?: string) => tokenOf(claims(naam, tenant));

const rosterCalls = () => world.teams.asked.filter(({ path }) => path.includes('pagedmembers'));

/** Somebody of another organisation is in the conversation, as Teams tells. */
function metPartner(naam: string) {
  const { rosters } = world.teams;
  const person = { id: `29:${naam}`, name: naam, aadObjectId: `oid-${naam}`, userRole: 'user' };
  const others = (rosters.get(groep.conversation) ?? []).filter(({ id }) => id !== person.id);
  rosters.set(groep.conversation, [...others, { ...person, tenantId: PARTNER_TENANT }]);
}

describe('a token that nobody signed', () => {
  it('has no keys fetched of the tenant that it names, whoever it says to be', async () => {
    const before = rosterCalls().length;
    const tokens = Array.from({ length: 60 }, () => unsigned(claims('Sanne', crypto.randomUUID())));
    const strangers = Array.from({ length: 60 }, () =>
      unsigned(claims(crypto.randomUUID(), crypto.randomUUID())),
    );

    const statuses = await Promise.all([...tokens, ...strangers].map(status));

    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(microsoft.asked).toEqual([]);
    expect(rosterCalls().length - before).toBeLessThan(2);
  });

  it('has those of our own tenant fetched once, however many keys it makes up', async () => {
    for (let nth = 0; nth < 60; nth++)
      expect(await status(unsigned(claims('Sanne'), `verzonnen ${nth}`))).toBe(401);
    microsoft.pass(MINUTE_MS);
    for (let nth = 0; nth < 60; nth++)
      expect(await status(unsigned(claims('Sanne'), `verzonnen ${nth}`))).toBe(401);

    expect(microsoft.asked).toEqual([TENANT, TENANT]);
  });

  it.each([403, 404, 413])(
    'is let in nowhere, without an alarm, when Teams refuses with %i to show who is in the conversation',
    async (refused) => {
      metPartner('Bram');
      world.het_is('2027-01-04', '10:05');
      world.teams.hidden.set(groep.conversation, { status: refused });

      expect(await status(await signed('Bram', PARTNER_TENANT))).toBe(401);
      expect(microsoft.asked).toEqual([]);
    },
  );

  it('is refused whatever stands in it', async () => {
    const names = ['tid', 'oid', 'ver', 'azp', 'scp', 'name', 'iat', 'nbf', 'exp', 'aud', 'iss'];

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names, '__proto__', 'length'),
        odd,
        async (name, value) => {
          const token = set({ ...claims('Sanne') }, name, value) as JWTPayload;

          expect(await status(unsigned(token))).toBe(401);
        },
      ),
      { ...SEED, numRuns: 300 },
    );
    expect(new Set(microsoft.asked)).toEqual(new Set([TENANT]));
  });
});

describe('somebody of another organisation', () => {
  it('signs in when Teams names them with that organisation, and its keys are fetched once', async () => {
    metPartner('Eva');
    metPartner('Bram');
    world.het_is('2027-01-04', '10:05');

    // Eva takes part in nothing, so that nobody ever looks who is in her conversations.
    expect(await status(await signed('Eva', PARTNER_TENANT))).toBe(401);
    expect(microsoft.asked).toEqual([]);
    for (let nth = 0; nth < 5; nth++)
      expect(await status(await signed('Bram', PARTNER_TENANT))).toBe(200);

    expect(microsoft.asked).toEqual([PARTNER_TENANT]);
    expect(await status(unsigned(claims('Bram', PARTNER_TENANT)))).toBe(401);
    expect(await status(await signed('Bram', crypto.randomUUID()))).toBe(401);
  });
});

describe('keys that cannot be had', () => {
  it.each([400, 403, 404, 410])(
    'are no keys when Microsoft says %i: 401, for ten minutes',
    async (code) => {
      microsoft.gives(code);
      const token = await signed('Sanne');

      for (let nth = 0; nth < 20; nth++) expect(await status(token)).toBe(401);
      microsoft.pass(9 * MINUTE_MS);
      expect(await status(token)).toBe(401);
      expect(microsoft.asked).toEqual([TENANT]);

      microsoft.gives('keys');
      microsoft.pass(MINUTE_MS);
      await expect.poll(() => status(token)).toBe(200);
      expect(microsoft.asked).toEqual([TENANT, TENANT]);
    },
  );

  it.each([500, 503, 429, 'nothing', 'nonsense'] as const)(
    'are not known when Microsoft gives %s: 503, and soon asked for again',
    async (what) => {
      microsoft.gives(what);
      const token = await signed('Sanne');

      for (let nth = 0; nth < 20; nth++) expect(await status(token)).toBe(503);
      expect(microsoft.asked).toEqual([TENANT]);

      microsoft.gives('keys');
      microsoft.pass(30_000);
      expect(await status(token)).toBe(200);
    },
  );

  it('of a tenant that is not on the list are left alone for ten minutes', async () => {
    microsoft.gives(503);
    const token = await tokenOf(claimsOf('oid-x', world.nu(), PARTNER_TENANT));
    const header = { alg: 'RS256', kid: 'tab-key' };
    const find = () =>
      (microsoft.keysOf(PARTNER_TENANT) as (...of: unknown[]) => Promise<unknown>)(header, {
        ...{ payload: token.split('.')[1], signature: token.split('.')[2], header },
      }).then(
        () => 'found',
        (error: unknown) => (error as Error).name,
      );

    for (let nth = 0; nth < 20; nth++) expect(await find()).toBe('KeysDown');
    microsoft.pass(9 * MINUTE_MS);
    microsoft.gives('keys');
    expect(await find()).toBe('KeysDown');
    expect(microsoft.asked).toHaveLength(1);
    microsoft.pass(MINUTE_MS);
    expect(await find()).toBe('found');
    expect(decodeJwt(token).tid).toBe(PARTNER_TENANT);
  });

  it('are fetched for so many tenants in a minute and no more', async () => {
    const header = { alg: 'RS256', kid: 'tab-key' };
    const find = (tenant: string) =>
      (microsoft.keysOf(tenant) as (...of: unknown[]) => Promise<unknown>)(header, { header });

    await Promise.allSettled(Array.from({ length: 500 }, () => find(crypto.randomUUID())));
    expect(microsoft.asked).toHaveLength(30);
    microsoft.pass(MINUTE_MS);
    await find(TENANT);
    expect(microsoft.asked).toHaveLength(31);
  });
});
