import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log/log.ts';
import { botToken, singleFlight } from '../../src/teams/out/bot-token.ts';
import { createCall, type Transport } from '../../src/teams/out/calls.ts';
import { createConnector } from '../../src/teams/out/connector.ts';
import type { Message, Sent, Place, Teams } from '../../src/teams/port.ts';
import type { Secret, TeamsSettings } from '../../src/teams/settings.ts';
import { createDownload } from '../../src/teams/out/download.ts';
import { createUpload } from '../../src/teams/out/upload.ts';
import { BOT } from '../../support/activities.ts';
import {
  personalChat,
  startFakeTeams,
  type FakeTeams,
  type Fault,
} from '../../support/fake-teams.ts';
import { SERVICE_URL, TEAMS, TENANT } from '../../support/identity.ts';

const clock = () => performance.now();

const channel: Place = {
  conversation: '19:stationsplein@thread.tacv2',
  thread: '',
  kind: 'channel',
  tenant: TENANT,
  serviceUrl: SERVICE_URL,
  bot: { id: BOT.id, naam: BOT.name },
  team: '19:team@thread.tacv2',
  isBesloten: false,
};
const groupChat: Place = { ...channel, conversation: '19:groep@unq', kind: 'groupChat', team: '' };
const message: Message = { card: { type: 'AdaptiveCard', body: [] }, summary: 'Stap 2 is open' };

let teams: FakeTeams;
let bot: Teams;

function connect(
  asked: {
    transport?: Transport;
    token?: () => Promise<string>;
    settings?: TeamsSettings;
  } = {},
): Teams {
  const { transport = teams.transport, token = async () => 'bot-token', settings = TEAMS } = asked;
  const log = createLog('silent');
  const options = { settings, token, transport, log };
  const files = { upload: createUpload(transport, log), download: createDownload(options) };
  return createConnector(createCall(options), files);
}

beforeEach(async () => {
  teams = await startFakeTeams();
  bot = connect();
});
afterEach(() => teams.close());

describe('sending', () => {
  it('starts a thread in a channel and replies in it', async () => {
    const post = await bot.send(channel, message);
    const thread = post.kind === 'sent' ? post.activityId : '';
    const reply = await bot.send({ ...channel, thread }, { text: 'Vergeet het niet' });

    expect(post).toMatchObject({
      kind: 'sent',
      activityId: expect.stringMatching(/^\d+$/) as string,
    });
    expect(reply).toMatchObject({ kind: 'sent' });
    expect(teams.sent.map(({ conversation, thread }) => [conversation, thread])).toEqual([
      [channel.conversation, thread],
      [channel.conversation, thread],
    ]);
    expect(teams.asked.map(({ path }) => path)).toEqual([
      'conversations',
      `conversations/${encodeURIComponent(`${channel.conversation};messageid=${thread}`)}/activities`,
    ]);
  });

  it('sends a card with its plain summary, and the token of the bot', async () => {
    await bot.send(groupChat, message);

    expect(teams.sent[0]?.activity).toMatchObject({
      type: 'message',
      summary: 'Stap 2 is open',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: message.card },
      ],
    });
    expect(teams.sent[0]?.activity).not.toHaveProperty('text');
    expect(teams.asked[0]?.authorization).toBe('Bearer bot-token');
  });

  it('puts a mention where Teams looks for it: in the card, or beside the text', async () => {
    const mentions = [{ teamsId: '29:anna', naam: 'Anna' }];
    const entity = {
      type: 'mention',
      text: '<at>Anna</at>',
      mentioned: { id: '29:anna', name: 'Anna' },
    };

    await bot.send(groupChat, { card: { msteams: { width: 'Full' } }, mentions });
    await bot.send(groupChat, { text: 'Dag <at>Anna</at>', mentions });

    const [card, text] = teams.sent.map(({ activity }) => activity as Record<string, never>);
    expect(card).toMatchObject({
      attachments: [{ content: { msteams: { width: 'Full', entities: [entity] } } }],
    });
    expect(text).toMatchObject({ text: 'Dag <at>Anna</at>', entities: [entity] });
  });

  it('updates a message of its own', async () => {
    const first = await bot.send(channel, message);
    const activityId = first.kind === 'sent' ? first.activityId : '';

    expect(await bot.update(channel, activityId, { card: { versie: 2 } })).toEqual({
      kind: 'sent',
      activityId,
    });
    expect(await bot.update(channel, 'gone', message)).toEqual({
      kind: 'undeliverable',
      reason: 'gone',
    });
  });

  it('says that a message without id was sent', async () => {
    teams.failNext({ status: 202 });

    expect(await bot.send(groupChat, message)).toEqual({ kind: 'sent', activityId: '' });
  });

  it('needs no token in local mode', async () => {
    const local = createConnector(
      createCall({
        settings: { local: true },
        token: undefined,
        transport: fetch,
        log: createLog('silent'),
      }),
      { upload: async () => false, download: async () => ({ reden: 'stil' }) },
    );

    const outcome = await local.send({ ...groupChat, serviceUrl: teams.serviceUrl }, message);

    expect(outcome.kind).toBe('sent');
    expect(teams.asked[0]?.authorization).toBeUndefined();
  });
});

describe('a file', () => {
  const bytes = new TextEncoder().encode('een plan');
  const address = 'https://gemeente-my.sharepoint.com/personal/sanne/upload?token=geheim';

  it('goes where Teams asked for it, in one piece, without our own token', async () => {
    expect(await bot.upload(address, bytes)).toBe(true);

    const [upload] = teams.uploads;
    expect(upload?.address).toBe('/gemeente-my.sharepoint.com/personal/sanne/upload?token=geheim');
    expect(upload?.method).toBe('PUT');
    expect(upload?.range).toBe(`bytes 0-${bytes.length - 1}/${bytes.length}`);
    expect(upload?.authorization).toBeUndefined();
    expect(upload?.bytes.toString()).toBe('een plan');
  });

  it('goes nowhere else, whatever the address looks like', async () => {
    const elsewhere = [
      'http://gemeente-my.sharepoint.com/upload',
      'https://sharepoint.com.evil.nl/upload',
      'https://evilsharepoint.com/upload',
      'https://.sharepoint.com/upload',
      'https://gemeente.sharepoint.com@evil.nl/upload',
      'https://user:pw@gemeente.sharepoint.com/upload',
      'https://gemeente.sharepoint.com:8443/upload',
      'https://gemeente.sharepoint.com./upload',
      'https://169.254.169.254/upload',
      'https://[::1]/upload',
      'file:///etc/passwd',
      'geen adres',
      '',
    ];
    for (const one of elsewhere) expect([one, await bot.upload(one, bytes)]).toEqual([one, false]);

    expect(teams.uploads).toEqual([]);
  });

  it('is said not to have arrived when it is refused or sent on', async () => {
    teams.failNext({ status: 404 }, { status: 302, headers: { Location: 'https://evil.nl/' } });

    expect(await bot.upload(address, bytes)).toBe(false);
    expect(await bot.upload(address, bytes)).toBe(false);
    expect(teams.uploads).toHaveLength(2);
  });
});

const undeliverable = (reason: 'blocked' | 'gone' | 'refused' | 'too-big' | 'bug'): Sent => ({
  kind: 'undeliverable',
  reason,
});
const notSent = (retryAfterMs: number): Sent => ({ kind: 'not-sent', retryAfterMs });
const elsewhere = { Location: 'https://evil.example/v3/conversations' };

const FAULTS: [string, Fault, Sent][] = [
  ['400', { status: 400, body: { error: { code: 'BadArgument' } } }, undeliverable('bug')],
  ['401', { status: 401 }, notSent(60_000)],
  [
    '403',
    { status: 403, body: { error: { code: 'MessageWritesBlocked' } } },
    undeliverable('blocked'),
  ],
  [
    '404',
    { status: 404, body: { error: { code: 'ConversationNotFound' } } },
    undeliverable('gone'),
  ],
  [
    '404 of a message that is gone',
    { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } },
    undeliverable('gone'),
  ],
  ['404 that says nothing', { status: 404 }, undeliverable('refused')],
  ['405', { status: 405 }, undeliverable('bug')],
  ['408', { status: 408 }, { kind: 'unknown' }],
  ['412', { status: 412 }, notSent(2_000)],
  ['413', { status: 413 }, undeliverable('too-big')],
  ['429 without a time', { status: 429 }, notSent(2_000)],
  ['429 with 7 seconds', { status: 429, headers: { 'Retry-After': '7' } }, notSent(7_000)],
  ['429 with nonsense', { status: 429, headers: { 'Retry-After': 'soon' } }, notSent(2_000)],
  ['429 with a day', { status: 429, headers: { 'Retry-After': '86400' } }, notSent(3_600_000)],
  ['500', { status: 500 }, { kind: 'unknown' }],
  ['502', { status: 502 }, { kind: 'unknown' }],
  ['503 with a second', { status: 503, headers: { 'Retry-After': '1' } }, notSent(1_000)],
  ['504', { status: 504 }, { kind: 'unknown' }],
  [
    'a redirect here',
    { status: 307, headers: { Location: '/v3/elsewhere' } },
    undeliverable('bug'),
  ],
  ['a redirect elsewhere', { status: 302, headers: elsewhere }, undeliverable('bug')],
  ['a connection dropped before', { drop: 'before' }, { kind: 'unknown' }],
  ['a connection dropped after', { drop: 'after' }, { kind: 'unknown' }],
];

type Way = (bot: Teams, serviceUrl?: string) => Promise<Sent>;

const WAYS: [string, Way][] = [
  ['a new post', (bot, url = SERVICE_URL) => bot.send({ ...channel, serviceUrl: url }, message)],
  [
    'a reply',
    (bot, url = SERVICE_URL) => bot.send({ ...channel, thread: '17', serviceUrl: url }, message),
  ],
  [
    'a chat message',
    (bot, url = SERVICE_URL) => bot.send({ ...groupChat, serviceUrl: url }, message),
  ],
  [
    'an update',
    (bot, url = SERVICE_URL) => bot.update({ ...groupChat, serviceUrl: url }, '17', message),
  ],
];

describe.each(WAYS)('%s', (_way, go) => {
  it.each(FAULTS)(
    'asks Teams once and says what became of it: %s',
    async (_what, fault, outcome) => {
      // A kept connection is where a client might quietly try again, so there is an earlier call.
      teams.failNext({ status: 200 }, fault);
      await go(bot);

      expect(await go(bot)).toEqual(outcome);
      expect(teams.asked).toHaveLength(2);
    },
  );

  it('sends nothing to a host that is not Teams', async () => {
    const dialled: string[] = [];
    const transport: Transport = async (url) => {
      dialled.push(url);
      return new Response();
    };

    const outcome = await go(connect({ transport }), 'https://smba.trafficmanager.net.evil.nl/');

    expect(outcome).toEqual(undeliverable('bug'));
    expect(dialled).toEqual([]);
  });
});

it('gives up after three seconds, whichever way, and says what it knows', async () => {
  const tokenless = connect({ token: () => new Promise(() => undefined) });
  teams.failNext(...WAYS.map(() => ({ slowMs: 30_000 })));
  const before = performance.now();

  const slow = await Promise.all([
    ...WAYS.map(([, go]) => go(bot)),
    tokenless.send(channel, message),
  ]);
  const tookMs = performance.now() - before;

  // An answer after thirty seconds would be known: nobody waited for it.
  expect(slow).toEqual([...WAYS.map(() => ({ kind: 'unknown' })), notSent(2_000)]);
  expect(tookMs).toBeGreaterThan(2_900);
  expect(teams.asked).toHaveLength(WAYS.length);
});

it('knows that nothing was sent when nobody listens', async () => {
  await teams.close();

  expect(await bot.send(groupChat, message)).toEqual(notSent(2_000));
});

it('reads a time to wait that is a date', async () => {
  const date = new Date(Date.now() + 30_000).toUTCString();
  teams.failNext({ status: 429, headers: { 'Retry-After': date } });

  const outcome = await bot.send(groupChat, message);

  expect(outcome.kind === 'not-sent' && Math.round(outcome.retryAfterMs / 10_000)).toBe(3);
});

describe('the token of the bot', () => {
  it.each<Secret>([
    { kind: 'identity' },
    { kind: 'password', password: 'wachtwoord' },
    { kind: 'certificate', thumbprint: 'a'.repeat(40), privateKey: '-----BEGIN PRIVATE KEY-----' },
  ])('can be had with $kind as proof', (secret) => {
    expect(() => botToken({ ...TEAMS, secret })).not.toThrow();
  });

  it('is asked for once when a hundred sends want it at the same time', async () => {
    let asked = 0;
    const token = singleFlight(async () => {
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return 'bot-token';
    }, clock);
    bot = connect({ token });

    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => bot.send(groupChat, message)),
    );

    expect(asked).toBe(1);
    expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true);
  });

  it('is asked for again some time after it failed, and until then nothing is sent', async () => {
    let now = 0;
    let asked = 0;
    const answers = [Promise.reject(new Error('Entra is away')), Promise.resolve('bot-token')];
    const ask = () => {
      asked += 1;
      return answers.shift()!;
    };
    const token = singleFlight(ask, () => now);
    bot = connect({ token });

    expect(await bot.send(groupChat, message)).toEqual(notSent(2_000));
    now = 1_999;
    expect(await bot.send(groupChat, message)).toEqual(notSent(2_000));
    expect(asked).toBe(1);
    expect(teams.asked).toEqual([]);
    now = 2_001;
    expect(await bot.send(groupChat, message)).toMatchObject({ kind: 'sent' });
  });
});

describe('members', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      id: `29:lid-${n}`,
      name: `Lid ${n}`,
      aadObjectId: `oid-${n}`,
      tenantId: TENANT,
      userRole: 'user',
    }));

  const seen = (members: Awaited<ReturnType<Teams['members']>>) =>
    members === 'hidden' ? [] : members;

  it('gives all pages of a large team, without the bot itself', async () => {
    teams.rosters.set(channel.conversation, [...people(1_200), { id: BOT.id, name: BOT.name }]);

    const members = seen(await bot.members({ ...channel, thread: '17' }));

    expect(members).toHaveLength(1_200);
    expect(new Set(members.map(({ teamsId }) => teamsId)).size).toBe(1_200);
    expect(teams.asked).toHaveLength(3);
  });

  it('tells guests, people of other organisations and anonymous people apart', async () => {
    teams.rosters.set(channel.conversation, [
      { id: '1', name: 'Anna', aadObjectId: 'a', tenantId: TENANT, userRole: 'user' },
      { id: '2', name: 'Gast', aadObjectId: 'b', tenantId: TENANT, userRole: 'guest' },
      { id: '3', name: 'Partner', aadObjectId: 'c', tenantId: 'tenant-politie', userRole: 'user' },
      { id: '4', name: 'Onbekend', userRole: 'anonymous' },
    ]);

    const members = seen(await bot.members(channel));

    expect(members.map(({ naam, oid, tenant, extern }) => [naam, oid, tenant, extern])).toEqual([
      ['Anna', 'a', TENANT, false],
      ['Gast', 'b', TENANT, true],
      ['Partner', 'c', 'tenant-politie', true],
      ['Onbekend', '', TENANT, false],
    ]);
  });

  const TWICE: [string, Fault][] = [
    ['502', { status: 502 }],
    ['429 with a second', { status: 429, headers: { 'Retry-After': '1' } }],
    ['a dropped connection', { drop: 'before' }],
    ['a lost answer', { drop: 'after' }],
  ];

  it.each(TWICE)('asks once more after %s', async (_what, fault) => {
    teams.rosters.set(channel.conversation, people(3));
    teams.failNext(fault);

    expect(await bot.members(channel)).toHaveLength(3);
    expect(teams.asked).toHaveLength(2);
  });

  it.each([403, 404, 413])(
    'says that they are hidden when Teams refuses with %i',
    async (status) => {
      teams.failNext({ status });

      expect(await bot.members(channel)).toBe('hidden');
      expect(teams.asked).toHaveLength(1);
    },
  );

  it('gives up after the second time, and when the wait is long', async () => {
    teams.failNext({ status: 502 }, { status: 502 });
    await expect(bot.members(channel)).rejects.toMatchObject({ code: '502' });
    teams.failNext({ status: 429, headers: { 'Retry-After': '60' } });
    await expect(bot.members(channel)).rejects.toMatchObject({ code: '429' });

    expect(teams.asked).toHaveLength(3);
  });
});

describe('a personal chat', () => {
  const anna = { teamsId: '29:anna', tenant: TENANT };

  it('is opened, and is the same chat the second time', async () => {
    const first = await bot.personal({ ...channel, thread: '17' }, anna);

    expect(first).toEqual({
      ...channel,
      conversation: personalChat('29:anna'),
      kind: 'personal',
      team: '',
    });
    expect(await bot.personal(channel, anna)).toEqual(first);
  });

  it('is not there for somebody whom the bot cannot reach', async () => {
    teams.failNext({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });

    expect(await bot.personal(channel, anna)).toBeUndefined();
    expect(teams.asked).toHaveLength(1);
  });

  it('is asked for once more when Teams falters, and then given up', async () => {
    teams.failNext({ status: 502 });
    expect(await bot.personal(channel, anna)).toBeDefined();

    teams.failNext({ status: 502 }, { drop: 'before' });
    await expect(bot.personal(channel, anna)).rejects.toThrow('Teams did not give conversations');
  });
});
