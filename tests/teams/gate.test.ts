import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gate } from '../../src/teams/in/gate.ts';
import { isTeams } from '../../src/teams/service-url.ts';
import { activity, CHANNEL, type Wire } from '../../support/activities.ts';
import {
  APP_ID,
  connectorClaims,
  ISSUER,
  SERVICE_URL,
  TEAMS,
  TENANT,
} from '../../support/identity.ts';

const OTHER_TENANT = '99999999-0000-4000-8000-000000000009';

/** The parts a forger can choose; the first of each is what a real request has. */
const FORGERIES = {
  iss: [ISSUER, 'https://sts.windows.net/x/', 'https://evil.example', undefined],
  aud: [APP_ID, 'another-app', 'https://api.botframework.com', undefined],
  azp: [undefined, APP_ID, 'another-app'],
  channelId: ['msteams', 'AseChannel', 'emulator', 'webchat', 'directline', ''],
  serviceUrl: [
    SERVICE_URL,
    'https://smba.trafficmanager.net/amer/',
    'https://evil.example/',
    undefined,
  ],
  tenant: [TENANT, OTHER_TENANT, undefined],
  alg: ['RS256', 'HS256', 'none'],
};

type Forgery = { [part in keyof typeof FORGERIES]: string | undefined };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the gate sees it: it does not look at the signature. */
const unsigned = (claims: object, alg: string | undefined = 'RS256') =>
  `Bearer ${part({ alg, typ: 'JWT' })}.${part({ ...connectorClaims(), ...claims })}.c2ln`;

function inTenant(tenant: string | undefined): Wire {
  return {
    conversation: { ...CHANNEL.conversation, tenantId: tenant },
    channelData: { ...CHANNEL.channelData, tenant: { id: tenant } },
  };
}

function* allForgeries(): Generator<Forgery> {
  const names = Object.keys(FORGERIES) as (keyof Forgery)[];
  const count = names.reduce((product, name) => product * FORGERIES[name].length, 1);
  for (let n = 0; n < count; n++) {
    let rest = n;
    const chosen = names.map((name) => {
      const choices = FORGERIES[name];
      const choice = choices[rest % choices.length];
      rest = Math.floor(rest / choices.length);
      return [name, choice];
    });
    yield Object.fromEntries(chosen) as Forgery;
  }
}

it('lets none of 10,368 forged requests through but those that only a signature can tell', () => {
  const admitted: Forgery[] = [];
  let tried = 0;
  for (const forgery of allForgeries()) {
    const { iss, aud, azp, channelId, serviceUrl, tenant, alg } = forgery;
    const body = activity('message', { channelId, serviceUrl, ...inTenant(tenant) });
    if (gate(TEAMS, unsigned({ iss, aud, azp }, alg), body).admitted) admitted.push(forgery);
    tried++;
  }

  expect(tried).toBe(10_368);
  expect(admitted).toHaveLength(FORGERIES.azp.length);
  for (const forgery of admitted) {
    expect(forgery).toMatchObject({
      ...{ iss: ISSUER, aud: APP_ID, channelId: 'msteams' },
      ...{ serviceUrl: SERVICE_URL, tenant: TENANT, alg: 'RS256' },
    });
  }
});

const HOSTS_THAT_ARE_NOT_TEAMS = [
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.evil.nl/',
  'https://smba.trafficmanager.net./',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net@evil.nl/',
  'https://user:secret@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net/emea/?to=evil.nl',
  'https://smba.trafficmanager.net/emea/#evil',
  'https://evil.nl/smba.trafficmanager.net/',
  'https://evil.smba.trafficmanager.net/',
  'https://trafficmanager.net/',
  'https://evil.trafficmanager.net/',
  'https://ѕmba.trafficmanager.net/',
  'https://smba.trafficmanager.net%2eevil.nl/',
  'https://smba。trafficmanager。net。evil。nl/',
  'https://127.0.0.1/',
  'https://localhost/',
  'https://[::1]/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://169.254.169.254/metadata/identity',
  'http://169.254.169.254/metadata/identity',
  'https://10.0.0.1/',
  'https://blob.core.windows.net/',
  'https://contoso.sharepoint.com/',
  'ftp://smba.trafficmanager.net/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '//smba.trafficmanager.net/',
  'smba.trafficmanager.net',
  '',
];

it.each(HOSTS_THAT_ARE_NOT_TEAMS)(
  'does not take %j for Teams, also when the token names it',
  (url) => {
    const admission = gate(
      TEAMS,
      unsigned({ serviceurl: url }),
      activity('message', { serviceUrl: url }),
    );

    expect(isTeams(TEAMS, url)).toBe(false);
    expect(admission).toMatchObject({ admitted: false, status: 401 });
  },
);

/** What a parser of addresses reads over, changes, or takes for another sign. */
const SIGNS = [
  '\\',
  '@',
  ' ',
  '\t',
  '\n',
  '\r',
  '\0',
  '/',
  '.',
  './',
  '../',
  '%2e',
  ':443',
  'S',
  '。',
];
const ODD = [...SIGNS, '\u00ad', '\ufeff', 'x:y@', '\u202e', 'ſ', '?', '#'];
const ADDRESSES = [
  SERVICE_URL,
  'https://smba.trafficmanager.net/teams/',
  'https://evil.nl\\@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net\\@evil.nl/',
];

it('takes an address for Teams in one spelling only', () => {
  const places = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...ODD)), { maxLength: 4 });
  const taken = new Set<string>();

  fc.assert(
    fc.property(fc.constantFrom(...ADDRESSES), places, (address, added) => {
      const url = added.reduce(
        (text, [at, sign]) => text.slice(0, at) + sign + text.slice(at),
        address,
      );
      const admission = gate(
        TEAMS,
        unsigned({ serviceurl: url }),
        activity('message', { serviceUrl: url }),
      );

      expect(admission.admitted).toBe(isTeams(TEAMS, url));
      if (!admission.admitted) return;
      taken.add(url);
      // As another program would read it too: no blanks, no user, one host.
      expect(url).toBe(new URL(url).href);
      expect(url).toMatch(/^https:\/\/smba\.trafficmanager\.net\/[!-~]*$/);
    }),
    { seed: 20261130, numRuns: 5_000 },
  );

  expect(taken).toContain(SERVICE_URL);
});

const ENVELOPES_THAT_ARE_NONE: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['a text', 'activity'],
  ['a type that is a number', activity('message', { type: 5 })],
  ['an empty type', activity('')],
  ['a serviceUrl that is a list', activity('message', { serviceUrl: [SERVICE_URL] })],
  ['a serviceUrl that is an object', activity('message', { serviceUrl: { href: SERVICE_URL } })],
  ['no sender', activity('message', { from: undefined })],
  ['a sender without id', activity('message', { from: { name: 'Anna' } })],
  ['no recipient', activity('message', { recipient: null })],
  ['no conversation', activity('message', { conversation: undefined })],
  ['a conversation id that is an object', activity('message', { conversation: { id: {} } })],
  ['members that are no list', activity('conversationUpdate', { membersAdded: 'anna' })],
  ['a text that is an object', activity('message', { text: { toString: 'help' } })],
];

it.each(ENVELOPES_THAT_ARE_NONE)('refuses an envelope with %s', (_what, body) => {
  expect(gate(TEAMS, unsigned({}), body)).toMatchObject({ admitted: false, status: 400 });
});

it('refuses a tenant that is not ours, none at all, and two that differ', () => {
  const contradicting = {
    conversation: { ...CHANNEL.conversation, tenantId: TENANT },
    channelData: { ...CHANNEL.channelData, tenant: { id: OTHER_TENANT } },
  };
  for (const place of [inTenant(OTHER_TENANT), inTenant(undefined), contradicting]) {
    const admission = gate(TEAMS, unsigned({}), activity('message', place));

    expect(admission).toMatchObject({ admitted: false, status: 403, reason: 'tenant' });
  }
});

it('takes the tenant from the conversation or the channel data, in capitals too', () => {
  const capitals = inTenant(TENANT.toUpperCase());
  for (const place of [
    capitals,
    { ...capitals, channelData: null },
    { ...CHANNEL, channelData: {} },
  ]) {
    expect(gate(TEAMS, unsigned({}), activity('message', place)).admitted).toBe(true);
  }
});

it('drops what it does not know, so that nobody can change how a turn is answered', () => {
  const body = activity('message', {
    deliveryMode: 'expectReplies',
    callerId: 'urn:botframework:x',
  });

  const admission = gate(TEAMS, unsigned({}), body);

  expect(admission).toMatchObject({ admitted: true });
  expect(JSON.stringify(admission)).not.toMatch(/deliveryMode|callerId/);
});

it('takes only loopback in local mode, and needs no token there', () => {
  const local = { local: true } as const;
  const from = (serviceUrl: string) => gate(local, '', activity('message', { serviceUrl }));

  for (const url of ['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:9/'])
    expect(from(url).admitted).toBe(true);
  for (const url of [
    SERVICE_URL,
    'http://smba.trafficmanager.net/',
    'http://127.0.0.1.evil.nl/',
    'http://localhost@evil.nl/',
    'http://192.168.1.10/',
    'https://localhost/',
  ])
    expect(from(url)).toMatchObject({ admitted: false, status: 401 });
});
