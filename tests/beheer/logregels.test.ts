import { afterEach, expect, it } from 'vitest';
import { createLog } from '../../src/log/log.ts';
import { SIGNALS } from '../../src/log/signals.ts';
import { executes, says } from '../../support/activities.ts';
import { TEAMS } from '../../support/identity.ts';
import { openDoor } from '../teams/openDoor.ts';

let door: Awaited<ReturnType<typeof openDoor>>;
afterEach(() => door.close());

const parsed = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

it('puts the number that somebody reads in every line of their request, and in no other', async () => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  door = await openDoor({
    log,
    receive: async () => {
      log.info('begun');
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.info('halfway');
      throw new Error('broken');
    },
  });

  const told = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { json } = await door.post(executes('doe', {}));
      return (json as { value: { reference: string } }).value.reference;
    }),
  );
  log.info('outside');

  expect(new Set(told).size).toBe(5);
  for (const reference of told) {
    const own = parsed(lines).filter((line) => line['reference'] === reference);
    expect(own.map(({ msg }) => msg)).toEqual(['begun', 'halfway', SIGNALS.failed]);
  }
  expect(parsed(lines).at(-1)).not.toHaveProperty('reference');
  expect(lines.filter((line) => (line.match(/"reference"/g) ?? []).length > 1)).toEqual([]);
});

it('says that it is not ready while Entra gives the bot no token, and no more than that', async () => {
  let isDown = true;
  door = await openDoor({
    credentials: async () => {
      if (isDown) throw new Error('AADSTS700016: geheim van gemeente.nl');
      return 'token';
    },
  });
  const ready = async () => {
    const response = await fetch(`${door.base}/ready`);
    return { status: response.status, body: await response.json() };
  };

  expect(await ready()).toEqual({
    status: 503,
    body: { status: 'not ready', faults: ['identity'] },
  });
  isDown = false;
  // Not at once: asking again and again would take seconds each.
  await expect.poll(ready).toEqual({ status: 200, body: { status: 'ready' } });
});

it('says that it is not ready while it cannot tell whether Teams calls', async () => {
  let nowMs = 0;
  door = await openDoor({ clock: () => nowMs });
  const ready = async () => (await fetch(`${door.base}/ready`)).json();
  door.identity.gives = 'a fault';

  expect(await ready()).toEqual({ status: 'not ready', faults: ['keys'] });
  door.identity.gives = 'keys';
  nowMs += 5_000;
  expect(await ready()).toEqual({ status: 'ready' });
});

it('looks once for many who ask at the same time whether it is ready', async () => {
  let looked = 0;
  door = await openDoor({
    faults: async () => {
      looked += 1;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return [];
    },
  });

  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => (await fetch(`${door.base}/ready`)).status),
  );

  expect(new Set(answers)).toEqual(new Set([200]));
  expect(looked).toBeLessThan(5);
});

it('logs who is refused under the word that the alerts look for', async () => {
  door = await openDoor();

  await door.post(says('help'), 'Bearer geen.echt.bewijs');

  const refused = parsed(door.lines).filter(({ msg }) => msg === SIGNALS.refused);
  expect(refused).toMatchObject([{ status: 401, reference: expect.any(String) as unknown }]);
});

it('tells whom to warn of a hole in it, where that is set, for less than a year', async () => {
  door = await openDoor();
  const config = { host: '127.0.0.1', port: 0, teams: TEAMS };
  const told = await openDoor({
    config: { ...config, securityContact: 'mailto:ciso@gemeente.nl' },
  });

  const absent = await fetch(`${door.base}/.well-known/security.txt`);
  const found = await fetch(`${told.base}/.well-known/security.txt`);

  expect(absent.status).toBe(404);
  expect(found.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await found.text();
  expect(text).toContain('Contact: mailto:ciso@gemeente.nl\n');
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 24 * 3_600_000);
  await told.close();
});
