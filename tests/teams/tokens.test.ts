import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activity, ANNA, BOT, CHANNEL, executes, says } from '../../support/activities.ts';
import {
  APP_ID,
  connectorClaims,
  makeKeys,
  SERVICE_URL,
  startIdentity,
} from '../../support/identity.ts';
import { openDoor } from './openDoor.ts';

type Door = Awaited<ReturnType<typeof openDoor>>;

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  door.received.length = 0;
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const nowPlus = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const good = (door: Door) => door.identity.bearer();

/** A good token with one of its three parts replaced. */
async function with3(door: Door, change: (parts: string[]) => string[]): Promise<string> {
  const parts = (await good(door)).replace('Bearer ', '').split('.');
  return `Bearer ${change(parts).join('.')}`;
}

const payload = (claims: object = {}) => part({ ...connectorClaims(), ...claims });

const FORGED: [string, (door: Door) => string | Promise<string>][] = [
  ['no token', () => ''],
  ['an empty bearer', () => 'Bearer '],
  ['garbage', () => 'Bearer abc.def.ghi'],
  ['two parts', (d) => with3(d, ([head = '', body = '']) => [head, body])],
  ['another scheme', async (d) => (await good(d)).replace('Bearer', 'Basic')],
  ['two tokens', async (d) => `${await good(d)} ${await good(d)}`],
  ['alg none', (d) => with3(d, () => [part({ alg: 'none' }), payload(), ''])],
  [
    'alg none with our key id',
    (d) => with3(d, () => [part({ alg: 'none', kid: d.identity.kid }), payload(), '']),
  ],
  [
    'alg None in capitals',
    (d) => with3(d, () => [part({ alg: 'NONE', kid: d.identity.kid }), payload(), '']),
  ],
  ['its signature removed', (d) => with3(d, ([head = '', body = '']) => [head, body, ''])],
  ['another signature', (d) => with3(d, ([head = '', body = '']) => [head, body, 'c2lnbmF0dXJl'])],
  [
    'a changed payload',
    (d) => with3(d, ([head = '', , end = '']) => [head, payload({ exp: nowPlus(9999) }), end]),
  ],
  [
    'the signature of another key',
    async (d) => d.identity.bearer({}, {}, (await makeKeys()).privateKey),
  ],
  ['an unknown key id', (d) => d.identity.bearer({}, { kid: 'unknown' })],
  ['no key id', (d) => d.identity.bearer({}, { kid: '' })],
  [
    'another RSA algorithm',
    (d) => with3(d, ([, ...rest]) => [part({ alg: 'RS512', kid: d.identity.kid }), ...rest]),
  ],
  ['HS256 with the public key', hmacWithPublicKey],
  ['an end that is past', (d) => d.identity.bearer({ exp: nowPlus(-301) })],
  ['no end', (d) => d.identity.bearer({ exp: undefined })],
  ['an end that is a text', (d) => d.identity.bearer({ exp: '9999999999' })],
  ['a start that is to come', (d) => d.identity.bearer({ nbf: nowPlus(900) })],
  ['another audience', (d) => d.identity.bearer({ aud: 'another-app' })],
  ['several audiences', (d) => d.identity.bearer({ aud: [APP_ID, 'another-app'] })],
  ['no audience', (d) => d.identity.bearer({ aud: undefined })],
  ['another issuer', (d) => d.identity.bearer({ iss: 'https://sts.windows.net/x/' })],
  ['no issuer', (d) => d.identity.bearer({ iss: undefined })],
  [
    'another service url',
    (d) => d.identity.bearer({ serviceurl: 'https://smba.trafficmanager.net/amer/' }),
  ],
  ['no service url', (d) => d.identity.bearer({ serviceurl: undefined })],
  [
    'the claims of an emulator',
    (d) =>
      d.identity.bearer({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        appid: APP_ID,
        ver: '1.0',
      }),
  ],
  ['the claims of another bot', (d) => d.identity.bearer({ ver: '2.0', azp: 'another-app' })],
];

async function hmacWithPublicKey(door: Door): Promise<string> {
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: door.identity.kid })}.${payload()}`;
  const hmac = createHmac('sha256', await exportSPKI(door.identity.publicKey));
  return `Bearer ${signed}.${hmac.update(signed).digest('base64url')}`;
}

describe('a request that Teams did not sign', () => {
  it.each(FORGED)('gets 401 and reaches nobody: %s', async (_what, forge) => {
    const { status, text } = await door.post(executes('akkoord', {}), await forge(door));

    expect(status).toBe(401);
    expect(text).toMatch(/^\{"fout":"Dit bericht komt niet van Teams\. Nummer: [\da-f]{8}\."\}$/);
    expect(door.received).toEqual([]);
  });

  it.each([['webchat'], []])(
    'gets 401 when its key is endorsed for %s',
    async (...endorsements) => {
      const identity = await startIdentity({ endorsements });
      const other = await openDoor({ openId: identity.openId });

      expect((await other.post(says('help'), await identity.bearer())).status).toBe(401);
      expect(other.received).toEqual([]);
      await Promise.all([other.close(), identity.close()]);
    },
  );

  it('gets in with a good token', async () => {
    expect((await door.post(says('help'), await good(door))).status).toBe(200);
    expect(door.received).toHaveLength(1);
  });
});

/** What a forger can change of a request; each is tried alone and in pairs, with real signatures. */
const CHANGES: [string, { claims?: object; fields?: object; badKey?: true }][] = [
  ['issuer', { claims: { iss: 'https://login.microsoftonline.com/x/v2.0' } }],
  ['audience', { claims: { aud: 'another-app' } }],
  ['party', { claims: { azp: 'another-app', ver: '2.0' } }],
  ['AseChannel', { fields: { channelId: 'AseChannel' } }],
  ['emulator', { fields: { channelId: 'emulator' } }],
  ['service url', { fields: { serviceUrl: 'https://evil.example/' } }],
  [
    'service url and claim',
    {
      fields: { serviceUrl: 'https://evil.example/' },
      claims: { serviceurl: 'https://evil.example/' },
    },
  ],
  ['no service url', { fields: { serviceUrl: undefined } }],
  [
    'tenant',
    {
      fields: {
        conversation: { ...CHANNEL.conversation, tenantId: '99999999-0000-4000-8000-000000000009' },
        channelData: {},
      },
    },
  ],
  ['recipient', { fields: { recipient: { ...BOT, id: '28:another-app' } } }],
  ['signature', { badKey: true }],
];

it('lets in none of the forgeries, alone or in pairs, also when a good token went before', async () => {
  const otherKey = (await makeKeys()).privateKey;
  const answers: [string, number][] = [];

  for (const [nth, [first, one]] of CHANGES.entries())
    for (const [second, other] of CHANGES) {
      const claims = { ...one.claims, ...other.claims };
      const key = (one.badKey ?? other.badKey) ? otherKey : undefined;
      const token = await door.identity.bearer(claims, {}, key);
      const body = activity('message', { text: 'help', ...one.fields, ...other.fields });
      answers.push([`${first} + ${second}`, (await door.post(body, token)).status]);
      // Nobody types faster than they may.
      await door.post(
        says('help', { from: { ...ANNA, id: `29:${nth}`, aadObjectId: `oid-${nth}` } }),
      );
    }

  expect(answers).toHaveLength(CHANGES.length ** 2);
  expect(answers.filter(([, status]) => ![400, 401, 403].includes(status))).toEqual([]);
  expect(door.received).toHaveLength(CHANGES.length ** 2);
});

it('sends another organisation away without hearing it', async () => {
  const tenantId = '99999999-0000-4000-8000-000000000009';
  const elsewhere = { conversation: { ...CHANNEL.conversation, tenantId }, channelData: null };

  const { status, json } = await door.post(
    activity('installationUpdate', { action: 'add', ...elsewhere }),
  );

  expect(status).toBe(403);
  expect(json?.['fout']).toMatch(/^Deze organisatie gebruikt de Veiligheidsplanner niet\./);
  expect(door.received).toEqual([]);
});

describe('a token that was found good', () => {
  it('is checked once when many come at the same time', async () => {
    const cold = await openDoor();
    const token = await cold.identity.bearer();

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => cold.post(says('help'), token)),
    );

    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(cold.received).toHaveLength(50);
    // The address of the keys, and the keys.
    expect(cold.identity.fetches()).toBe(2);
    await cold.close();
  });

  it('does not vouch for another service url later', async () => {
    const token = await good(door);

    expect((await door.post(says('help'), token)).status).toBe(200);
    const moved = says('help', { serviceUrl: `${SERVICE_URL}elsewhere` });
    expect((await door.post(moved, token)).status).toBe(401);
    expect((await door.post(says('help', { recipient: BOT }), token)).status).toBe(200);
  });
});

it('answers 503, not 401, while the keys cannot be had, and recovers', async () => {
  let nowMs = 0;
  const cut = await openDoor({ clock: () => nowMs });
  const token = await cut.identity.bearer();

  for (const gives of ['a fault', 'nothing'] as const) {
    cut.identity.gives = gives;
    // After a failure it rests a little.
    nowMs += 5_000;
    expect((await cut.post(says('help'), token)).status).toBe(503);
  }
  cut.identity.gives = 'keys';
  nowMs += 5_000;
  expect((await cut.post(says('help'), token)).status).toBe(200);
  await cut.close();
});
