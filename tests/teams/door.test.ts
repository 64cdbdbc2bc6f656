import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Incoming } from '../../src/teams/port.ts';
import {
  activity,
  ANNA,
  BOT,
  executes,
  GROUP_CHAT,
  opensDialog,
  PERSONAL,
  savesDialog,
  says,
  submits,
  type Wire,
} from '../../support/activities.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';
import { openDoor } from './openDoor.ts';

let door: Awaited<ReturnType<typeof openDoor>>;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

async function hears(wire: Wire): Promise<Incoming | undefined> {
  const { status } = await door.post(wire);
  expect(status).toBe(200);
  return door.received.at(-1);
}

describe('what comes in', () => {
  it('says who did what where, and when', async () => {
    expect(await hears(says('help', { id: 'a-1' }))).toEqual({
      activityId: 'a-1',
      at: '2027-01-11T09:00:00.000Z',
      receivedMs: expect.any(Number) as number,
      from: {
        teamsId: '29:anna',
        naam: 'Anna de Vries',
        account: '',
        oid: 'oid-anna',
        tenant: TENANT,
        extern: false,
      },
      place: {
        conversation: '19:stationsplein@thread.tacv2',
        thread: '1700000000001',
        kind: 'channel',
        tenant: TENANT,
        serviceUrl: SERVICE_URL,
        bot: { id: BOT.id, naam: 'Veiligheidsplanner' },
        team: '19:team@thread.tacv2',
        isBesloten: false,
      },
      what: { kind: 'command', text: 'help' },
    });
  });

  it('knows a chat from a group', async () => {
    expect((await hears(says('help', PERSONAL)))?.place).toMatchObject({
      ...{ kind: 'personal', conversation: 'a:anna', thread: '', team: '' },
    });
    expect((await hears(says('help', GROUP_CHAT)))?.place).toMatchObject({
      ...{ kind: 'groupChat', conversation: '19:groep@unq', thread: '', team: '' },
    });
  });

  it('leaves the object id of anonymous people empty', async () => {
    const from = { id: '29:anon', name: 'Iemand' };

    expect((await hears(says('help', { from })))?.from).toMatchObject({ oid: '', naam: 'Iemand' });
  });

  const AT = '<at>Veiligheidsplanner</at>';
  const bot = { type: 'mention', mentioned: BOT, text: AT };
  const jan = { type: 'mention', mentioned: { id: '29:jan', name: 'Jan' }, text: '<at>Jan</at>' };

  it.each<[string, string, unknown[]]>([
    [`${AT} help`, 'help', [bot]],
    [`${AT}&nbsp;mijn taken`, 'mijn taken', [bot]],
    [`${AT}\u00a0mijn\u00a0 taken \r\n`, 'mijn taken', [bot]],
    [`help ${AT}`, 'help', [bot]],
    [`${AT} ${AT} volgende ${AT} stap`, 'volgende stap', [bot]],
    [
      `<at>Veiligheids</at> <at>planner</at> plan`,
      'plan',
      [
        { ...bot, text: '<at>Veiligheids</at>' },
        { ...bot, text: '<at>planner</at>' },
      ],
    ],
    [AT, '', [bot]],
    [`${AT} help`, `${AT} help`, []],
    [`${AT} deelnemers <at>Jan</at>`, 'deelnemers <at>Jan</at>', [bot, jan]],
    [
      'help',
      'help',
      [{ ...bot, text: '' }, { ...bot, text: 5 }, null, 'x', { type: 'clientInfo' }],
    ],
  ])('takes the mention of the bot out of %j', async (text, command, entities) => {
    expect((await hears(activity('message', { text, entities })))?.what).toEqual({
      kind: 'command',
      text: command,
    });
  });

  it.each<[string, Wire, object]>([
    [
      'a submit',
      submits({ veld: 'x' }),
      { via: 'submit', data: { veld: 'x' }, messageId: '1700000000001' },
    ],
    [
      'an execute',
      executes('doe', { veld: 'x' }),
      { via: 'execute', data: { veld: 'x' }, messageId: '1700000000001' },
    ],
    ['an execute without data', executes('doe', undefined as never), { via: 'execute', data: {} }],
    [
      'an execute of another shape',
      activity('invoke', { name: 'adaptiveCard/action', value: 'x' }),
      { via: 'execute', data: {} },
    ],
    [
      'a dialog that opens',
      opensDialog({ veld: 'x' }),
      { via: 'open', data: { type: 'task/fetch', veld: 'x' } },
    ],
    [
      'a dialog that is saved',
      savesDialog({ veld: 'x' }),
      { via: 'save', data: { veld: 'x' }, messageId: '' },
    ],
    [
      'a dialog of another shape',
      activity('invoke', { name: 'task/submit', value: [] }),
      { via: 'save', data: {} },
    ],
    [
      'the command at a message',
      activity('invoke', {
        name: 'composeExtension/fetchTask',
        value: {
          commandId: 'uit-bericht',
          commandContext: 'message',
          messagePayload: { body: { contentType: 'html', content: '<p>Scooters.</p>' } },
        },
      }),
      { via: 'quote', data: { bericht: 'Scooters.' }, messageId: '' },
    ],
    [
      'the command at a message of another shape',
      activity('invoke', { name: 'composeExtension/fetchTask', value: {} }),
      { via: 'quote', data: { bericht: '' } },
    ],
    [
      'a button of the dialog that comes of it',
      activity('invoke', {
        name: 'composeExtension/submitAction',
        value: { commandId: 'uit-bericht', data: { veld: 'x' }, messagePayload: {} },
      }),
      { via: 'save', data: { veld: 'x' }, messageId: '' },
    ],
  ])('takes %s for a press', async (_what, wire, press) => {
    expect((await hears(wire))?.what).toMatchObject({ kind: 'press', ...press });
  });

  it('tells who came and who went, and leaves the bot out', async () => {
    const membersAdded = [{ id: '29:bram', name: 'Bram', aadObjectId: 'oid-bram' }];
    const added = await hears(activity('conversationUpdate', { membersAdded }));
    const removed = await hears(activity('conversationUpdate', { membersRemoved: [ANNA, BOT] }));

    expect(added?.what).toMatchObject({
      kind: 'membership',
      added: [{ naam: 'Bram' }],
      removed: [],
    });
    expect(removed?.what).toMatchObject({
      kind: 'membership',
      added: [],
      removed: [{ oid: 'oid-anna' }],
    });
  });

  it.each<[string, Wire]>([
    ['it joins', activity('conversationUpdate', { membersAdded: [ANNA, { id: BOT.id }] })],
    ['it is installed', activity('installationUpdate', { action: 'add' })],
    ['it is upgraded', activity('installationUpdate', { action: 'add-upgrade' })],
  ])('is told that the bot is there when %s', async (_when, wire) => {
    expect((await hears(wire))?.what).toEqual({ kind: 'installed' });
  });

  it.each<[string, Wire]>([
    ['typing', activity('typing')],
    ['an edited message', activity('messageUpdate', { text: 'nieuw' })],
    ['a deleted message', activity('messageDelete')],
    ['a reaction', activity('messageReaction', { reactionsAdded: [{ type: 'like' }] })],
    [
      'a renamed team',
      activity('conversationUpdate', {
        channelData: { tenant: { id: TENANT }, eventType: 'teamRenamed' },
      }),
    ],
    ['the bot that is removed', activity('installationUpdate', { action: 'remove' })],
    ['the bot that left', activity('conversationUpdate', { membersRemoved: [{ id: BOT.id }] })],
    ['another invoke', activity('invoke', { name: 'composeExtension/query', value: {} })],
    ['something Teams invents tomorrow', activity('somethingNew')],
  ])('passes over %s', async (_what, wire) => {
    expect(await hears(wire)).toBeUndefined();
  });
});

describe('what goes back', () => {
  const card = { type: 'AdaptiveCard', body: [] };
  const answering = (answer: Answer) => async () => answer;

  async function answer(answer: Answer, wire: Wire) {
    const other = await openDoor({ receive: answering(answer) });
    const { status, text, json } = await other.post(wire);
    await other.close();
    return { status, text, json };
  }

  it('is a card in the place of the card that was pressed', async () => {
    expect(await answer({ kind: 'card', card }, executes('x', {}))).toMatchObject({
      status: 200,
      json: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    });
  });

  it('is a dialog', async () => {
    const dialog: Answer = { kind: 'dialog', title: 'Probleem doorgeven', card };

    expect(await answer(dialog, opensDialog({}))).toMatchObject({
      status: 200,
      json: {
        task: {
          type: 'continue',
          value: {
            title: 'Probleem doorgeven',
            height: 'medium',
            width: 'medium',
            card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
          },
        },
      },
    });
  });

  it('is nothing for what has no answer', async () => {
    const nothing = { status: 200, text: '', json: undefined };

    expect(await answer({ kind: 'none' }, submits({}))).toEqual(nothing);
    expect(await answer({ kind: 'none' }, says('help'))).toEqual(nothing);
  });
});

describe('a turn that fails', () => {
  const CANARY = 'AccountKey=GEHEIM jan@voorbeeld.nl';
  const failing = () =>
    openDoor({
      receive: async () => {
        throw Object.assign(new Error(CANARY), { code: 'ETABLE' });
      },
    });

  it('is 500 for a message, with a number that is in the log', async () => {
    const broken = await failing();

    for (const wire of [
      says('help'),
      submits({ tekst: CANARY }),
      activity('installationUpdate', { action: 'add' }),
    ]) {
      const { status, text } = await broken.post(wire);

      expect(status).toBe(500);
      const reference = /^\{"fout":"Er ging bij mij iets mis\. Nummer: ([\da-f]{8})\."\}$/.exec(
        text,
      )?.[1];
      const line = broken.lines.find((one) => one.includes(`"reference":"${reference}"`));
      expect(line).toContain('"code":"ETABLE"');
      expect(line).toContain(`"activity":"${wire['id'] as string}"`);
    }
    await broken.close();
  });

  it.each([
    ['an execute', executes('doe', { tekst: CANARY })],
    ['a dialog that opens', opensDialog({ tekst: CANARY })],
    ['a dialog that is saved', savesDialog({ tekst: CANARY })],
  ])('gives %s an apology with what was typed', async (_what, wire) => {
    const broken = await failing();

    const { status, json } = await broken.post(wire);

    expect(status).toBe(200);
    expect(json).toMatchObject({ value: { trouble: 'failed', typed: { tekst: CANARY } } });
    const { reference } = (json as { value: { reference: string } }).value;
    expect(broken.lines.some((line) => line.includes(reference))).toBe(true);
    await broken.close();
  });

  it('leaves what people wrote, who they are and what failed out of the log', async () => {
    const broken = await failing();

    await broken.post(says(CANARY));
    await broken.post(executes('doe', { tekst: CANARY }));

    expect(broken.lines.length).toBeGreaterThan(1);
    expect(broken.lines.join('')).not.toMatch(/GEHEIM|jan@|Anna|Bearer|eyJ/);
    await broken.close();
  });

  it('is 500 when the apology fails too', async () => {
    const broken = await openDoor({
      receive: () => Promise.reject(new Error('first')),
      sorry: () => {
        throw new Error('second');
      },
    });

    expect((await broken.post(executes('doe', {}))).status).toBe(500);
    await broken.close();
  });
});

describe('somebody who presses without end', () => {
  it('is asked to wait after sixty presses in a minute, others are not', async () => {
    let nowMs = 600_000;
    const paced = await openDoor({ clock: () => nowMs });
    const bram = { id: '29:bram', name: 'Bram', aadObjectId: 'oid-bram' };

    for (let n = 0; n < 60; n++) await paced.post(submits({ n }));
    const submit = await paced.post(submits({ n: 61 }));
    const execute = await paced.post(executes('doe', { tekst: 'bewaard' }));

    expect(paced.received).toHaveLength(60);
    expect(submit.status).toBe(429);
    expect(submit.headers.get('retry-after')).toBe('60');
    expect(execute.json).toMatchObject({
      value: { trouble: 'too-fast', typed: { tekst: 'bewaard' } },
    });
    expect((await paced.post(submits({}, { from: bram }))).status).toBe(200);
    expect((await paced.post(says('help'))).status).toBe(200);
    nowMs += 60_000;
    expect((await paced.post(submits({}))).status).toBe(200);
    await paced.close();
  });
});

describe('the door itself', () => {
  it('says that it is well, and which version it is', async () => {
    const response = await fetch(`${door.base}/health`);

    expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3' });
  });

  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
  const PATHS = [
    '/health',
    '/api/messages',
    '/',
    '/api/messages/',
    '/api',
    '/%',
    '/../package.json',
  ];

  it('has its few routes and tells nothing about itself elsewhere', async () => {
    const open: string[] = [];
    for (const path of PATHS)
      for (const method of METHODS) {
        const response = await fetch(door.base + path, { method });
        const text = await response.text();

        expect(response.headers.get('server')).toBeNull();
        expect(response.headers.get('x-powered-by')).toBeNull();
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(text).not.toMatch(/node_modules|restify|Error|stack|package\.json/i);
        if (![404, 405].includes(response.status))
          open.push(`${method} ${path} ${response.status}`);
      }

    expect(open).toEqual(['GET /health 200', 'POST /api/messages 415', 'GET / 200']);
  });

  it('hangs up on who wants another protocol', async () => {
    const closed = new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(door.base).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
      socket.write(
        'GET /api/messages HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
    });

    expect(await closed).toBe('');
  });

  it('keeps a fault in a route of others to itself', async () => {
    door.door.server.get('/stuk', async () => {
      throw Object.assign(new Error('AccountKey=GEHEIM'), { statusCode: 404 });
    });

    const response = await fetch(`${door.base}/stuk`);

    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(
      /^\{"fout":"Er ging bij mij iets mis\. Nummer: [\da-f]{8}\."\}$/,
    );
    expect(door.lines.join('')).not.toContain('GEHEIM');
  });

  it('sends what the rest of the program says', async () => {
    const incoming = await hears(says('help'));

    const outcome = await door.out.send(incoming!.place, { text: 'Hallo' });

    expect(outcome).toMatchObject({ kind: 'sent' });
    expect(door.teams.sent).toMatchObject([
      { thread: '1700000000001', activity: { text: 'Hallo' } },
    ]);
    expect(door.teams.asked[0]?.authorization).toBe('Bearer token-of-the-bot');
  });

  it('lets the Playground in without a token in local mode, and nobody from elsewhere', async () => {
    const config = { host: '127.0.0.1', port: 0, teams: { local: true } as const };
    const local = await openDoor({ config, transport: fetch });
    const { serviceUrl } = local.teams;

    expect((await local.post(says('help', { serviceUrl }), '')).status).toBe(200);
    expect((await local.post(says('help'), '')).status).toBe(401);
    await local.out.send(local.received[0]!.place, { text: 'Hallo' });

    expect(local.received).toHaveLength(1);
    expect(local.teams.sent).toHaveLength(1);
    await local.close();
  });
});

it.each(['/', '/privacy', '/voorwaarden'])(
  'shows the page %s that the app package points to',
  async (path) => {
    const { base, close } = await openDoor();

    const response = await fetch(`${base}${path}`);
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<html lang="nl">');
    await close();
  },
);
