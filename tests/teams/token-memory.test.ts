import { expect, it } from 'vitest';
import type { Verified } from '../../src/teams/in/receiver.ts';
import { rememberTokens } from '../../src/teams/in/token-memory.ts';

/** A check that counts, and finds every token good that does not say otherwise. */
function counting() {
  const checked: string[] = [];
  const check = rememberTokens(async (_activity, token) => {
    checked.push(token);
    if (token === 'outage') throw new Error('no keys');
    return token === 'bad' ? undefined : ({ audience: token } as Verified);
  });
  const soon = Date.now() / 1000 + 60;
  return { checked, check: (token: string, expires = soon) => check({} as never, token, expires) };
}

it('checks a good token once while it lasts', async () => {
  const { checked, check } = counting();

  await check('a');
  expect(await check('a')).toEqual({ audience: 'a' });
  expect(checked).toEqual(['a']);
});

it('checks a token again when it has ended', async () => {
  const { checked, check } = counting();

  await check('a', Date.now() / 1000 - 1);
  await check('a');

  expect(checked).toEqual(['a', 'a']);
});

it('remembers neither bad tokens nor outages', async () => {
  const { checked, check } = counting();

  expect(await check('bad')).toBeUndefined();
  expect(await check('bad')).toBeUndefined();
  await expect(check('outage')).rejects.toThrow();
  await expect(check('outage')).rejects.toThrow();

  expect(checked).toEqual(['bad', 'bad', 'outage', 'outage']);
});

it('keeps the five hundred that were used last, and lets no bad token push a good one out', async () => {
  const { checked, check } = counting();
  await check('first');
  for (let n = 0; n < 499; n++) await check(`good ${n}`);
  for (let n = 0; n < 1_000; n++) await check('bad');
  checked.length = 0;

  await check('first');
  expect(checked).toEqual([]);

  await check('one more');
  await check('first');
  await check('good 0');
  expect(checked).toEqual(['one more', 'good 0']);
});
