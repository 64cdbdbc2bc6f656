import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { activity, BOT, CHANNEL, says, type Wire } from '../../support/activities.ts';
import {
  APP_ID,
  connectorClaims,
  ISSUER,
  makeKeys,
  publishedKey,
  SERVICE_URL,
  type Identity,
} from '../../support/identity.ts';

/** What became of a request: let in, refused, or not decided because there were no keys. */
export type Became = 'in' | 'out' | 'down';

type Token = (identity: Identity) => Promise<string>;

/** One way in which a request is right or wrong. */
export interface Forgery {
  wat: string;
  /** `Authorization`; left out: a good one. */
  token?: Token;
  body?: Wire;
  /** What is published in the place of the one good key. */
  keys?: (identity: Identity) => Promise<object[]>;
  ours: Became;
  /** Where botbuilder said otherwise, what it said and why we do not follow it. */
  old?: { said: Became; why: string };
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const OTHER_APP = '99999999-0000-4000-8000-00000000000a';
const elsewhere = 'https://smba.trafficmanager.net/amer/';

const claims =
  (changed: Record<string, unknown>): Token =>
  (identity) =>
    identity.bearer(changed);

const header =
  (changed: Record<string, unknown>): Token =>
  (identity) =>
    identity.bearer({}, changed);

/** A good token with its three parts changed. */
const parts =
  (change: (head: string, body: string, end: string, kid: string) => string): Token =>
  async (identity) => {
    const [head = '', body = '', end = ''] = (await identity.bearer()).slice(7).split('.');
    return `Bearer ${change(head, body, end, identity.kid)}`;
  };

const signedWith = async (
  key: CryptoKey | Uint8Array,
  head: { alg: string; kid: string; [more: string]: unknown },
): Promise<string> =>
  `Bearer ${await new SignJWT(connectorClaims()).setProtectedHeader({ typ: 'JWT', ...head }).sign(key, { crit: { vreemd: true } })}`;

const about =
  (changed: Record<string, unknown>): NonNullable<Forgery['keys']> =>
  async ({ publicKey, kid }) => [
    await publishedKey(publicKey, { kid, endorsements: ['msteams'], ...changed }),
  ];

const to = (id: string) => says('help', { recipient: { ...BOT, id } });

const FORMS: Forgery[] = [
  { wat: 'everything as it should be', ours: 'in' },
  { wat: 'no token', token: async () => '', ours: 'out' },
  { wat: 'only a scheme', token: async () => 'Bearer ', ours: 'out' },
  { wat: 'no token at all behind it', token: async () => 'Bearer null', ours: 'out' },
  { wat: 'three words', token: async () => 'Bearer abc.def.ghi', ours: 'out' },
  {
    wat: 'another scheme',
    token: async (id) => (await id.bearer()).replace('Bearer', 'Basic'),
    ours: 'out',
  },
  {
    wat: 'the scheme in small letters',
    token: async (id) => (await id.bearer()).replace('Bearer', 'bearer'),
    ours: 'out',
  },
  {
    wat: 'two tokens',
    token: async (id) => `${await id.bearer()} ${await id.bearer()}`,
    ours: 'out',
  },
  { wat: 'two parts', token: parts((head, body) => `${head}.${body}`), ours: 'out' },
  { wat: 'four parts', token: parts((...all) => all.slice(0, 3).join('.') + '.e30'), ours: 'out' },
  {
    wat: 'five parts, as of an encrypted one',
    token: parts((head, body, end) => `${head}.e30.${body}.e30.${end}`),
    ours: 'out',
  },
  { wat: 'its signature left out', token: parts((head, body) => `${head}.${body}.`), ours: 'out' },
  {
    wat: 'another signature',
    token: parts((head, body) => `${head}.${body}.c2lnbmF0dXJl`),
    ours: 'out',
  },
  {
    wat: 'one sign of the signature changed',
    token: parts(
      (head, body, end) => `${head}.${body}.${end.startsWith('A') ? 'B' : 'A'}${end.slice(1)}`,
    ),
    ours: 'out',
  },
  {
    wat: 'its claims changed',
    token: parts(
      (head, _body, end) =>
        `${head}.${part({ ...connectorClaims(), exp: inSeconds(9_999) })}.${end}`,
    ),
    ours: 'out',
  },
];

const ALGORITHMS: Forgery[] = [
  ...['none', 'None', 'NONE', '', 'HS256', 'RS512', 'PS256', 'ES256'].flatMap((alg): Forgery[] => [
    {
      wat: `alg ${alg || 'empty'} with the signature of another`,
      token: parts((_head, body, end, kid) => `${part({ alg, kid })}.${body}.${end}`),
      ours: 'out',
    },
    {
      wat: `alg ${alg || 'empty'} without a signature`,
      token: parts((_head, body, _end, kid) => `${part({ alg, kid })}.${body}.`),
      ours: 'out',
    },
  ]),
  {
    wat: 'HS256 with the public key as its secret',
    token: async ({ publicKey, kid }) => {
      const signed = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${part(connectorClaims())}`;
      const hmac = createHmac('sha256', await exportSPKI(publicKey)).update(signed);
      return `Bearer ${signed}.${hmac.digest('base64url')}`;
    },
    ours: 'out',
  },
  {
    wat: 'a header that must be understood and is not',
    token: ({ kid, privateKey }) =>
      signedWith(privateKey, { alg: 'RS256', kid, crit: ['vreemd'], vreemd: 1 }),
    ours: 'out',
    old: { said: 'in', why: 'botbuilder reads over what a token says must be understood' },
  },
  {
    wat: 'an address of keys in its header',
    token: async ({ kid }) =>
      signedWith((await makeKeys()).privateKey, {
        alg: 'RS256',
        kid,
        jku: 'https://evil.example/keys',
      }),
    ours: 'out',
  },
];

const KEYS: Forgery[] = [
  {
    wat: 'a key of somebody else under the same id',
    token: async ({ kid }) => signedWith((await makeKeys()).privateKey, { alg: 'RS256', kid }),
    ours: 'out',
  },
  { wat: 'an id that no key has', token: header({ kid: 'unknown' }), ours: 'out' },
  { wat: 'an id that every object has', token: header({ kid: '__proto__' }), ours: 'out' },
  { wat: 'an empty id', token: header({ kid: '' }), ours: 'out' },
  { wat: 'no id', token: header({ kid: undefined }), ours: 'out' },
  {
    wat: 'a key endorsed for Teams among others',
    keys: about({ endorsements: ['webchat', 'msteams'] }),
    ours: 'in',
  },
  {
    wat: 'a key endorsed for other channels',
    keys: about({ endorsements: ['webchat', 'directline'] }),
    ours: 'out',
  },
  {
    wat: 'a key endorsed for nothing',
    keys: about({ endorsements: [] }),
    ours: 'out',
    old: {
      said: 'in',
      why: 'botbuilder takes an empty list for no list; Microsoft asks that the channel stands in it',
    },
  },
  {
    wat: 'a key of which no endorsement is told',
    keys: about({ endorsements: undefined }),
    ours: 'out',
    old: { said: 'in', why: 'botbuilder looks at endorsements where there are any' },
  },
  {
    wat: 'endorsements in one text',
    keys: about({ endorsements: 'msteams' }),
    ours: 'out',
    old: { said: 'in', why: 'botbuilder takes what is no list for no list' },
  },
  {
    wat: 'a key that is published for encryption',
    keys: about({ use: 'enc' }),
    ours: 'out',
    old: { said: 'in', why: 'botbuilder does not look what a key is for' },
  },
  {
    wat: 'a key that is published for another algorithm',
    keys: about({ alg: 'PS256' }),
    ours: 'out',
    old: { said: 'in', why: 'botbuilder does not look what a key is for' },
  },
  {
    wat: 'two keys under one id',
    keys: async (id) => [
      ...(await about({})(id)),
      await publishedKey((await makeKeys()).publicKey, { kid: id.kid, endorsements: ['msteams'] }),
    ],
    ours: 'out',
    old: {
      said: 'in',
      why: 'botbuilder takes the first; which of the two is meant, nobody can know',
    },
  },
  {
    wat: 'a key that is no RSA key',
    keys: async ({ kid }) => [
      await publishedKey((await generateKeyPair('ES256', { extractable: true })).publicKey, {
        ...{ kid, endorsements: ['msteams'], alg: 'ES256' },
      }),
    ],
    ours: 'out',
  },
];

const WHO: Forgery[] = [
  ...[
    '',
    'https://api.botframework.com/',
    'https://api.botframework.us',
    'https://sts.windows.net/x/',
    'https://evil.example',
    undefined,
    null,
    [ISSUER],
    { [ISSUER]: 1 },
  ].map((iss): Forgery => ({
    wat: `issuer ${JSON.stringify(iss)}`,
    token: claims({ iss }),
    ours: 'out',
  })),
  ...[
    '',
    OTHER_APP,
    ISSUER,
    APP_ID.toUpperCase(),
    `${APP_ID} `,
    undefined,
    null,
    [OTHER_APP],
    [APP_ID, OTHER_APP],
    [APP_ID],
    { [APP_ID]: 1 },
  ].map((aud): Forgery => ({
    wat: `audience ${JSON.stringify(aud)}`,
    token: claims({ aud }),
    ours: 'out',
  })),
  { wat: 'the claims of another bot', token: claims({ ver: '2.0', azp: OTHER_APP }), ours: 'out' },
  {
    wat: 'the older claims of another bot',
    token: claims({ ver: '1.0', appid: OTHER_APP }),
    ours: 'out',
  },
  {
    wat: 'another party without a version',
    token: claims({ azp: OTHER_APP }),
    ours: 'out',
    old: {
      said: 'in',
      why: 'botbuilder knows a bot by its version; a token that names another party is not for us',
    },
  },
  { wat: 'ourselves as the party', token: claims({ ver: '2.0', azp: APP_ID }), ours: 'in' },
  {
    wat: 'the claims of an emulator',
    token: claims({
      iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      appid: APP_ID,
      ver: '1.0',
    }),
    ours: 'out',
    old: {
      said: 'in',
      why: 'botbuilder also takes tokens of its emulator, which is for development',
    },
  },
];

const SKEW = {
  said: 'in',
  why: 'botbuilder allows clocks to differ five minutes; ours may differ one',
} as const;

const WHEN: Forgery[] = [
  { wat: 'an end half a minute ago', token: claims({ exp: inSeconds(-30) }), ours: 'in' },
  {
    wat: 'an end a minute and a half ago',
    token: claims({ exp: inSeconds(-90) }),
    ours: 'out',
    old: SKEW,
  },
  {
    wat: 'an end four minutes ago',
    token: claims({ exp: inSeconds(-240) }),
    ours: 'out',
    old: SKEW,
  },
  { wat: 'an end ten minutes ago', token: claims({ exp: inSeconds(-600) }), ours: 'out' },
  { wat: 'an end in 1970', token: claims({ exp: 0 }), ours: 'out' },
  { wat: 'an end that is a text', token: claims({ exp: '9999999999' }), ours: 'out' },
  {
    wat: 'no end',
    token: claims({ exp: undefined }),
    ours: 'out',
    old: {
      said: 'in',
      why: 'botbuilder checks an end where there is one; such a token would be good for ever',
    },
  },
  { wat: 'a start half a minute from now', token: claims({ nbf: inSeconds(30) }), ours: 'in' },
  {
    wat: 'a start in a minute and a half',
    token: claims({ nbf: inSeconds(90) }),
    ours: 'out',
    old: SKEW,
  },
  {
    wat: 'a start in four minutes',
    token: claims({ nbf: inSeconds(240) }),
    ours: 'out',
    old: SKEW,
  },
  { wat: 'a start in ten minutes', token: claims({ nbf: inSeconds(600) }), ours: 'out' },
  { wat: 'a start that is a text', token: claims({ nbf: 'gisteren' }), ours: 'out' },
  { wat: 'no start', token: claims({ nbf: undefined }), ours: 'in' },
];

const WHERE: Forgery[] = [
  {
    wat: 'another service url in the token',
    token: claims({ serviceurl: elsewhere }),
    ours: 'out',
  },
  {
    wat: 'another service url in the activity',
    body: says('help', { serviceUrl: elsewhere }),
    ours: 'out',
  },
  {
    wat: 'another service url in both',
    token: claims({ serviceurl: elsewhere }),
    body: says('help', { serviceUrl: elsewhere }),
    ours: 'in',
  },
  ...[undefined, null, '', `${SERVICE_URL} `, SERVICE_URL.slice(0, -1), [SERVICE_URL]].map(
    (serviceurl): Forgery => ({
      wat: `service url ${JSON.stringify(serviceurl)} in the token`,
      token: claims({ serviceurl }),
      ours: 'out',
    }),
  ),
  {
    wat: 'an activity of another channel, for which the key is endorsed',
    body: activity('message', { channelId: 'webchat' }),
    keys: about({ endorsements: ['webchat'] }),
    ours: 'in',
  },
  {
    wat: 'an activity of another channel',
    body: activity('message', { channelId: 'webchat' }),
    ours: 'out',
  },
  {
    wat: 'an activity of no channel',
    body: activity('message', { channelId: '' }),
    ours: 'out',
    old: {
      said: 'in',
      why: 'botbuilder takes the channel that is not named for one that is endorsed',
    },
  },
  ...['AseChannel', 'emulator', 'test'].map((channelId): Forgery => ({
    wat: `an activity of the channel ${channelId}`,
    body: activity('message', { channelId }),
    ours: 'out',
  })),
  ...['28:another', `28:${OTHER_APP}`, APP_ID, `29:${APP_ID}`, `28:${APP_ID} `, '29:anna'].map(
    (id): Forgery => ({
      wat: `an activity for ${id}`,
      body: to(id),
      ours: 'out',
      old: { said: 'in', why: 'botbuilder does not look to whom an activity is sent' },
    }),
  ),
  { wat: 'our own id in capitals', body: to(`28:${APP_ID.toUpperCase()}`), ours: 'in' },
  {
    wat: 'a chat instead of a channel',
    body: says('help', { ...CHANNEL, channelData: null }),
    ours: 'in',
  },
];

/** Every way in which a token or an activity is right or wrong. */
export const FORGERIES: readonly Forgery[] = [FORMS, ALGORITHMS, KEYS, WHO, WHEN, WHERE].flat();
