import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Envelope } from '../../src/teams/envelope.ts';
import { connectorKeys } from '../../src/teams/in/connector-keys.ts';
import { connectorVerify, type Verify } from '../../src/teams/in/connector-token.ts';
import { says } from '../../support/activities.ts';
import {
  makeKeys,
  publishedKey,
  startIdentity,
  TEAMS,
  type Identity,
} from '../../support/identity.ts';
import { FORGERIES, type Became, type Forgery } from './forgeries.ts';
import { oldVerifier } from './old-verifier.ts';

// botbuilder prints the public key and a stack for every bad signature.
const { error } = console;
beforeAll(() => {
  console.error = () => undefined;
});
afterAll(() => {
  console.error = error;
});
afterEach(() => {
  vi.useRealTimers();
});

const activity = Envelope.parse(says('help'));

const became = (verify: Verify, sent: Envelope, token: string): Promise<Became> =>
  verify(sent, token).then(
    (isGood) => (isGood ? 'in' : 'out'),
    () => 'down',
  );

/** Both verifiers, as they are when they have heard nothing yet. `clock`: that of ours. */
const both = ({ openId }: Identity, clock = () => performance.now()) => ({
  old: oldVerifier(openId),
  ours: connectorVerify(TEAMS, connectorKeys(clock, openId)),
});

async function judged({ token, body, keys }: Forgery): Promise<{ old: Became; ours: Became }> {
  const identity = await startIdentity();
  if (keys) identity.published = await keys(identity);
  const { old, ours } = both(identity);
  const authorization = token ? await token(identity) : await identity.bearer();
  const sent = body ? Envelope.parse(body) : activity;
  const said = {
    old: await became(old, sent, authorization),
    ours: await became(ours, sent, authorization),
  };
  await identity.close();
  return said;
}

const SAYS = { in: 'lets in', out: 'refuses', down: 'cannot judge' } as const;

describe('the verifier', () => {
  for (const forgery of FORGERIES) {
    const { wat, ours, old } = forgery;
    const besides = old ? `, where botbuilder ${SAYS[old.said]}` : '';

    it(`${SAYS[ours]} ${wat}${besides}`, async () => {
      expect(await judged(forgery)).toEqual({ ours, old: old?.said ?? ours });
    });
  }
});

it('differs from botbuilder with a reason, and never by letting in more', () => {
  const different = FORGERIES.filter(({ old }) => old);

  expect(FORGERIES.length).toBeGreaterThan(100);
  expect(different.every(({ ours, old }) => old?.said === 'in' && ours === 'out')).toBe(true);
  expect(different.filter(({ old }) => (old?.why.length ?? 0) < 40)).toEqual([]);
  // Both were tried on what is right, too.
  expect(FORGERIES.filter(({ ours }) => ours === 'in').length).toBeGreaterThan(5);
});

/** Another key of the Bot Connector, and a token that it signed at this moment. */
async function anotherKey(identity: Identity, kid: string) {
  const { publicKey, privateKey } = await makeKeys();
  return {
    jwk: await publishedKey(publicKey, { kid, endorsements: ['msteams'] }),
    bearer: () => identity.bearer({}, { kid }, privateKey),
  };
}

const MINUTE_MS = 60_000;

/** Two verifiers and a clock that both go by. */
async function inTime() {
  const identity = await startIdentity();
  const begun = Date.now();
  let passedMs = 0;
  const { old, ours } = both(identity, () => passedMs);
  return {
    identity,
    pass: (ms: number) => {
      passedMs += ms;
      vi.useFakeTimers({ toFake: ['Date'], now: begun + passedMs });
    },
    say: async (bearer: () => Promise<string>) => {
      const token = await bearer();
      return {
        old: await became(old, activity, token),
        ours: await became(ours, activity, token),
      };
    },
  };
}

it('takes a new key a minute after it asked for keys, where botbuilder takes an hour', async () => {
  const { identity, pass, say } = await inTime();
  const fresh = await anotherKey(identity, 'nieuw');
  await say(() => identity.bearer());
  identity.published.push(fresh.jwk);

  expect(await say(fresh.bearer)).toEqual({ old: 'out', ours: 'out' });
  pass(MINUTE_MS);
  expect(await say(fresh.bearer)).toEqual({ old: 'out', ours: 'in' });
  pass(60 * MINUTE_MS);
  expect(await say(fresh.bearer)).toEqual({ old: 'in', ours: 'in' });
  await identity.close();
});

it('refuses a key within an hour after it was withdrawn, where botbuilder takes a day', async () => {
  const { identity, pass, say } = await inTime();
  await say(() => identity.bearer());
  identity.published = [(await anotherKey(identity, 'nieuw')).jwk];

  pass(59 * MINUTE_MS);
  // What is held is old by now: it is asked for anew, while nobody waits.
  await say(() => identity.bearer());
  await expect
    .poll(() => say(() => identity.bearer()), { interval: 1 })
    .toEqual({ old: 'in', ours: 'out' });
  pass(24 * 60 * MINUTE_MS);
  expect(await say(() => identity.bearer())).toEqual({ old: 'out', ours: 'out' });
  await identity.close();
});

it('keeps a key for no more than an hour when nobody says whether it still holds', async () => {
  const { identity, pass, say } = await inTime();
  await say(() => identity.bearer());
  identity.gives = 'a fault';

  pass(59 * MINUTE_MS);
  expect(await say(() => identity.bearer())).toEqual({ old: 'in', ours: 'in' });
  pass(2 * MINUTE_MS);
  expect(await say(() => identity.bearer())).toEqual({ old: 'in', ours: 'down' });
  identity.gives = 'keys';
  pass(2_000);
  expect(await say(() => identity.bearer())).toEqual({ old: 'in', ours: 'in' });
  await identity.close();
});

it('asks for keys once a minute at most, however many keys are made up', async () => {
  const { identity, pass, say } = await inTime();
  await say(() => identity.bearer());
  const before = identity.fetches();

  for (let minute = 1; minute <= 3; minute++) {
    pass(MINUTE_MS);
    for (let nth = 0; nth < 20; nth++)
      await say(() => identity.bearer({}, { kid: `verzonnen ${minute} ${nth}` }));
  }

  // The address of the keys, and the keys; botbuilder asked nothing within an hour.
  expect(identity.fetches() - before).toBe(3 * 2);
  await identity.close();
});

it('rests after a failure, and judges nothing meanwhile', async () => {
  const { identity, pass, say } = await inTime();
  identity.gives = 'a fault';
  const down = { old: 'down', ours: 'down' };

  expect(await say(() => identity.bearer())).toEqual(down);
  const before = identity.fetches();
  const { openId } = identity;
  const verify = connectorVerify(
    TEAMS,
    connectorKeys(() => 0, openId),
  );
  const token = await identity.bearer();
  const all = await Promise.all(Array.from({ length: 50 }, () => became(verify, activity, token)));
  all.push(await became(verify, activity, token));

  expect(new Set(all)).toEqual(new Set(['down']));
  expect(identity.fetches() - before).toBe(1);
  identity.gives = 'keys';
  pass(2_000);
  expect((await say(() => identity.bearer())).ours).toBe('in');
  await identity.close();
});
