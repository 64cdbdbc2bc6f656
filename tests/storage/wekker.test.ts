import { expect, it } from 'vitest';
import { LEASE_MS, openWekker, SETTLE_MS, WAKE_EVERY_MS } from '../../src/storage/wekker.ts';
import { Lab } from './lab.ts';
import { AT, P } from '../../support/vullen.ts';

const after = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();

async function wekkers(count: number) {
  const lab = new Lab();
  const proxy = await lab.proxy();
  const { wekker } = await lab.tables(proxy.connectionString);
  const time = { ms: 0 };
  const all = Array.from({ length: count }, () => openWekker(wekker, () => time.ms));
  return { proxy, time, all, here: all[0]!, there: all.at(-1)! };
}

it('names a project that was woken, until somebody has done all there was', async () => {
  const { here, there } = await wekkers(2);
  expect((await there.due(AT)).projects).toEqual([]);
  await here.wake(P, AT);
  expect((await there.due(AT)).projects).toEqual([P]);

  const lease = (await there.claim(P, 'b', AT))!;
  expect((await here.due(AT)).projects).toEqual([]);
  // The transaction that the wake announced may still come.
  expect(await there.release(lease, after(1_000))).toBe('kept');
  expect((await here.due(after(2_000))).projects).toEqual([]);
  expect((await here.due(after(SETTLE_MS))).projects).toEqual([P]);

  const last = (await here.claim(P, 'a', after(SETTLE_MS)))!;
  expect(await here.release(last, after(SETTLE_MS))).toBe('released');
  expect((await here.due(after(10 * SETTLE_MS))).projects).toEqual([]);
  expect(await here.claim(P, 'a', after(10 * SETTLE_MS))).toBeUndefined();
});

it('lets one of many have the lease', async () => {
  const { all, here } = await wekkers(6);
  await here.wake(P, AT);

  const leases = await Promise.all(all.map((wekker, nr) => wekker.claim(P, `instance${nr}`, AT)));

  expect(leases.filter((lease) => lease !== undefined).length).toBe(1);
});

it('makes the holder look once more when another has something to send', async () => {
  const { here, there } = await wekkers(2);
  await here.wake(P, AT);
  const lease = (await here.claim(P, 'a', AT))!;

  expect(await there.claim(P, 'b', after(5))).toBeUndefined();

  expect(await here.release(lease, after(10))).toBe('touched');
  const again = (await here.claim(P, 'a', after(10)))!;
  expect(await here.release(again, after(20))).toBe('kept');
});

it('makes the holder look once more after a wake, and somebody after it was kept as well', async () => {
  const { all, here, there } = await wekkers(3);
  await here.wake(P, AT);
  const lease = (await here.claim(P, 'a', AT))!;
  await there.wake(P, AT);
  expect(await here.release(lease, AT)).toBe('touched');
  const again = (await here.claim(P, 'a', AT))!;
  expect(await here.release(again, AT)).toBe('kept');
  expect((await here.due(after(1))).projects).toEqual([]);

  await all[1]!.wake(P, AT);

  expect((await here.due(after(1))).projects).toEqual([P]);
  expect(await there.claim(P, 'b', after(1))).toMatchObject({ holder: 'b' });
});

it('passes the lease of an instance that died to another when it has run out', async () => {
  const { here, there } = await wekkers(2);
  await here.wake(P, AT);
  const dead = (await here.claim(P, 'a', AT))!;
  expect((await there.due(after(LEASE_MS - 1))).projects).toEqual([]);
  expect((await there.due(after(LEASE_MS))).projects).toEqual([P]);

  const taken = (await there.claim(P, 'b', after(LEASE_MS)))!;

  expect(taken.holder).toBe('b');
  expect(await here.release(dead, after(LEASE_MS + 1))).toBe('touched');
  expect(await here.claim(P, 'a', after(LEASE_MS + 1))).toBeUndefined();
});

it('is missed for fifteen seconds at most when nobody asks for another lease, as in production', async () => {
  const { here, there } = await wekkers(2);
  await here.wake(P, AT);
  await here.claim(P, 'a', AT);

  expect(await there.claim(P, 'b', after(15_000))).toMatchObject({ holder: 'b' });
});

it('costs one call for a burst of clicks', async () => {
  const { here, proxy, time } = await wekkers(1);
  proxy.calls.length = 0;

  for (let click = 0; click < 20; click++) {
    time.ms = click * 100;
    await here.wake(P, after(time.ms));
  }
  expect(proxy.calls.length).toBe(1);

  time.ms = WAKE_EVERY_MS;
  await here.wake(P, after(time.ms));
  expect(proxy.calls.length).toBe(2);
});

it('finds what is due among many projects with one query per shard', async () => {
  const { here, proxy } = await wekkers(1);
  const projects = Array.from({ length: 60 }, (_, nr) => `p_${nr}`);
  await Promise.all(projects.map((id) => here.wake(id, AT)));
  proxy.calls.length = 0;

  expect([...(await here.due(AT)).projects].sort()).toEqual(projects.sort());
  expect(proxy.calls.length).toBe(16);
});

it('keeps the wake when its answer is lost, and takes the lease it already had', async () => {
  const { here, proxy } = await wekkers(1);
  let lost = 0;
  proxy.fate = ({ method }) =>
    ['PUT', 'PATCH', 'MERGE', 'POST'].includes(method) && lost++ % 2 === 0 ? 'lost' : 'pass';

  await here.wake(P, AT);
  const lease = (await here.claim(P, 'a', AT))!;

  expect(lease.holder).toBe('a');
  expect(lost).toBeGreaterThan(2);
  expect(await here.release(lease, AT)).toBe('touched');
});

it('an instance that stops leaves what came meanwhile to the next one at once, and what was asked for', async () => {
  const { here, there } = await wekkers(2);
  await here.raise(P, AT, 'always');
  const lease = (await here.claim(P, 'a', AT))!;
  await there.wake(P, after(1_000));
  expect((await there.due(after(1_000))).projects).toEqual([]);

  await here.letGo(lease);

  expect((await there.due(after(1_001))).projects).toEqual([P]);
  expect(await there.claim(P, 'b', after(1_001))).toMatchObject({ holder: 'b', raised: 'always' });
  // Whoever lost the lease long ago has nothing to let go of.
  await here.letGo(lease);
  expect((await here.due(after(1_002))).projects).toEqual([]);
});

it('tells how long the oldest of what nobody took up waits', async () => {
  const { here, there } = await wekkers(2);
  expect((await here.due(AT)).overdueMs).toBe(0);
  await here.wake(P, AT);
  expect((await there.due(after(90_000))).overdueMs).toBe(90_000);

  // Tried in vain is not left lying: one person's chat that does not open keeps a project busy for a day.
  await there.claim(P, 'b', after(90_000));

  expect((await here.due(after(90_000 + LEASE_MS))).overdueMs).toBe(LEASE_MS);
});
