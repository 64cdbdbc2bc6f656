import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SIGNALS } from '../../src/log/signals.ts';
import { executes, opensDialog, says, submits, type Wire } from '../../support/activities.ts';
import { connectorClaims } from '../../support/identity.ts';
import { odd, set, withOdd } from '../odd.ts';
import { openDoor } from './openDoor.ts';

const ERROR = 50;
const SEED = 20261130;

let door: Awaited<ReturnType<typeof openDoor>>;
/** On the clock of the door, which stands still within a test. */
let nowMs = 0;
beforeAll(async () => {
  door = await openDoor({ clock: () => nowMs });
});
afterAll(() => door.close());
beforeEach(() => {
  nowMs += 60_000;
  door.lines.length = 0;
  door.received.length = 0;
});

interface Line {
  level: number;
  msg: string;
  times?: number;
}

const lines = () => door.lines.map((line) => JSON.parse(line) as Line);

const FIELDS = [
  ...['type', 'id', 'name', 'action', 'timestamp', 'channelId', 'serviceUrl', 'text', 'value'],
  ...['from', 'from.id', 'from.name', 'from.aadObjectId', 'recipient', 'recipient.id', 'replyToId'],
  ...['conversation', 'conversation.id', 'conversation.tenantId', 'conversation.isGroup'],
  ...['channelData', 'channelData.tenant', 'channelData.tenant.id', 'channelData.channel.type'],
  ...['entities', 'membersAdded', 'membersRemoved', 'value.action', 'value.data', 'value._'],
  ...['value.action.data', 'value.uploadInfo', 'value.context', '__proto__', 'length', 'toString'],
];

const activities = fc.constantFrom(
  ...[says('help'), submits({ veld: 'x' }), executes('doe', { veld: 'x' }), opensDialog({})],
);
const changed = fc
  .tuple(activities, fc.array(fc.tuple(fc.constantFrom(...FIELDS), odd), { maxLength: 3 }))
  .map(([activity, places]) =>
    places.reduce((one, [path, value]) => withOdd(one, path, value), activity),
  );
const body = fc.oneof({ weight: 3, arbitrary: changed }, { weight: 1, arbitrary: odd });

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that nobody signed, with what is public of a good one, and one thing odd. */
const token = fc
  .record({
    name: fc.constantFrom('', 'iss', 'aud', 'exp', 'serviceurl', 'alg', 'kid', 'crit', '__proto__'),
    value: odd,
    end: fc.constantFrom('c2ln', '', '!!', 'c2ln.c2ln'),
  })
  .map(({ name, value, end }) => {
    const header: Wire = { alg: 'RS256', typ: 'JWT', kid: door.identity.kid };
    const claims: Wire = { ...connectorClaims() };
    if (name !== '') set(['alg', 'kid', 'crit'].includes(name) ? header : claims, name, value);
    return `Bearer ${part(header)}.${part(claims)}.${end}`;
  });
const authorization = fc.oneof(
  { weight: 6, arbitrary: token },
  { weight: 1, arbitrary: fc.constantFrom('', 'Bearer', 'Bearer a.b.c', 'Basic x', 'Bearer ..') },
  { weight: 1, arbitrary: odd.map((value) => `Bearer ${part(value)}.${part(value)}.c2ln`) },
);

describe('whoever has not proven to be Teams', () => {
  it('is refused with a 4xx whatever they send, and rings no alarm', async () => {
    await fc.assert(
      fc.asyncProperty(body, authorization, async (sent, bearer) => {
        const { status, text } = await door.send(JSON.stringify(sent), { Authorization: bearer });

        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(text).toMatch(/^\{"fout":"[^"{}<>/\\]+ Nummer: [\da-f]{8}\."\}$/);
      }),
      { seed: SEED, numRuns: 1_500 },
    );

    expect(door.received).toEqual([]);
    expect(lines().filter(({ level, msg }) => level >= ERROR || msg === SIGNALS.failed)).toEqual(
      [],
    );
  });

  it('writes so many lines in a minute and no more; how often is counted', async () => {
    const knock = (times: number) =>
      Promise.all(Array.from({ length: times }, () => door.post(says('help'), 'Bearer a.b.c')));

    await knock(500);
    const during = lines();
    expect(during.length).toBeGreaterThan(20);
    expect(during.length).toBeLessThan(50);
    expect(during.some(({ times = 0 }) => times > 250)).toBe(true);

    nowMs += 60_000;
    await knock(1);
    const after = lines().slice(during.length);
    expect(after).toMatchObject([{ times: 500 }, { msg: SIGNALS.refused, status: 401 }]);
  });

  it('writes no more by knocking at doors that are not there', async () => {
    const paths = ['/nergens', '/api/messages/x', '/%', '/../etc', '/__proto__', '/constructor'];
    for (let nth = 0; nth < 60; nth++)
      for (const path of paths) expect((await fetch(door.base + path)).status).toBe(404);

    expect(lines().length).toBeLessThan(50);
    expect(lines().filter(({ level }) => level >= ERROR)).toEqual([]);
  });

  it('leaves room in the log for what those who were let in meet', async () => {
    for (let nth = 0; nth < 100; nth++) await door.post(says('help'), 'Bearer a.b.c');
    const broken = await openDoor({
      clock: () => nowMs,
      log: door.log,
      receive: () => Promise.reject(new Error('broken')),
    });

    expect((await broken.post(says('help'))).status).toBe(500);

    expect(lines().filter(({ msg }) => msg === SIGNALS.failed)).toHaveLength(1);
    await broken.close();
  });
});

it('takes whatever Teams passes on of a person who plays with the envelope, without a fault', async () => {
  const good = await door.identity.bearer();

  await fc.assert(
    fc.asyncProperty(changed, async (sent) => {
      const { status } = await door.send(JSON.stringify(sent), { Authorization: good });

      expect([200, 400, 401, 403, 429]).toContain(status);
    }),
    { seed: SEED, numRuns: 1_500 },
  );

  expect(lines().filter(({ level }) => level >= ERROR)).toEqual([]);
});
