import { expect, it } from 'vitest';
import { openDirectory } from '../../src/storage/directory.ts';
import { StorageDown } from '../../src/storage/table/failure.ts';
import blns from '../data/blns.json' with { type: 'json' };
import { Lab } from './lab.ts';
import { AT } from '../../support/vullen.ts';

const CHANNEL = '19:abc@thread.tacv2';
const anna = { tenant: 't1', oid: 'o1' };
const at = (minute: number) => AT.replace('10:00', `10:${String(minute).padStart(2, '0')}`);

async function instances(count: number) {
  const lab = new Lab();
  const proxy = await lab.proxy();
  const tables = await lab.tables(proxy.connectionString);
  const directories = Array.from({ length: count }, () => openDirectory(tables.wegwijzer));
  return { proxy, tables, directories, directory: directories[0]! };
}

it('opens exactly one project of 20 that are started at once in one conversation', async () => {
  const { directories } = await instances(4);

  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, nr) =>
      directories[nr % 4]!.claimOpen(CHANNEL, `p_${nr}`, at(nr)),
    ),
  );

  const winners = claims.flatMap((claim, nr) => (claim === 'yours' ? [`p_${nr}`] : []));
  expect(winners.length).toBe(1);
  expect(claims.filter((claim) => claim !== 'yours')).toEqual(
    Array(19).fill({ taken: winners[0] }),
  );
  expect(await directories[3]!.openOf(CHANNEL)).toBe(winners[0]);
  expect(await directories[3]!.projectsOf(CHANNEL)).toEqual(winners);
});

it('gives a repeated claim the same answer, also when the first answer was lost', async () => {
  const { directory, proxy } = await instances(1);
  let lose = true;
  proxy.fate = ({ url }) => {
    const isFirst = lose && url.includes('$batch');
    if (isFirst) lose = false;
    return isFirst ? 'lost' : 'pass';
  };

  expect(await directory.claimOpen(CHANNEL, 'p_1', AT)).toBe('yours');
  expect(await directory.claimOpen(CHANNEL, 'p_1', at(5))).toBe('yours');
  expect(await directory.claimOpen(CHANNEL, 'p_2', at(6))).toEqual({ taken: 'p_1' });
  expect(await directory.projectsOf(CHANNEL)).toEqual(['p_1']);
});

it('puts one round in the place of the one before, whoever tries at once', async () => {
  const { directories, directory } = await instances(2);
  await directory.claimOpen(CHANNEL, 'p_1', at(0));

  const claims = await Promise.all(
    [2, 3, 4, 5].map((nr) => directories[nr % 2]!.replaceOpen(CHANNEL, 'p_1', `p_${nr}`, at(nr))),
  );

  const open = (await directory.openOf(CHANNEL))!;
  expect(claims.filter((claim) => claim === 'yours').length).toBe(1);
  expect(claims.filter((claim) => claim !== 'yours')).toEqual(Array(3).fill({ taken: open }));
  expect(await directory.projectsOf(CHANNEL)).toEqual(['p_1', open]);
  expect(await directory.replaceOpen(CHANNEL, 'p_1', 'p_9', at(9))).toEqual({ taken: open });

  await directory.releaseOpen(CHANNEL, 'p_1');
  expect(await directory.openOf(CHANNEL)).toBe(open);
  await directory.releaseOpen(CHANNEL, open);
  await directory.releaseOpen(CHANNEL, open);
  expect(await directory.openOf(CHANNEL)).toBeUndefined();
  expect(await directory.replaceOpen(CHANNEL, open, 'p_9', at(9))).toBe('yours');
});

it('holds several projects of a personal chat, in the order in which they came', async () => {
  const { directory } = await instances(1);
  for (const [nr, id] of ['p_c', 'p_a', 'p_b', 'p_c'].entries())
    await directory.addTo('chat', id, at(nr));

  expect(await directory.projectsOf('chat')).toEqual(['p_c', 'p_a', 'p_b']);
  expect(await directory.openOf('chat')).toBeUndefined();
  expect(await directory.projectsOf('andere chat')).toEqual([]);
});

it('takes a project to another conversation, unless that one holds an open project', async () => {
  const { directory } = await instances(1);
  await directory.claimOpen(CHANNEL, 'p_1', at(0));
  await directory.claimOpen('19:vol', 'p_2', at(1));

  const full = { conversation: '19:vol', isShared: true };
  expect(await directory.move('p_1', CHANNEL, full, at(2))).toEqual({ taken: 'p_2' });
  expect(await directory.openOf(CHANNEL)).toBe('p_1');

  const free = { conversation: '19:leeg', isShared: true };
  for (const minute of [3, 4])
    expect(await directory.move('p_1', CHANNEL, free, at(minute))).toBe('yours');
  expect(await directory.openOf(CHANNEL)).toBeUndefined();
  expect(await directory.projectsOf(CHANNEL)).toEqual([]);
  expect([await directory.openOf('19:leeg'), await directory.projectsOf('19:leeg')]).toEqual([
    'p_1',
    ['p_1'],
  ]);

  expect(
    await directory.move('p_1', '19:leeg', { conversation: 'chat', isShared: false }, at(5)),
  ).toBe('yours');
  expect([await directory.openOf('19:leeg'), await directory.projectsOf('chat')]).toEqual([
    undefined,
    ['p_1'],
  ]);
});

it('knows the projects of a person in their own tenant', async () => {
  const { directory } = await instances(1);
  for (const id of ['p_1', 'p_2', 'p_1']) await directory.link(anna, id);

  expect(await directory.projectsOfPerson(anna)).toEqual(['p_1', 'p_2']);
  expect(await directory.projectsOfPerson({ ...anna, tenant: 't2' })).toEqual([]);
  await directory.unlink(anna, 'p_1');
  await directory.unlink(anna, 'p_1');
  expect(await directory.projectsOfPerson(anna)).toEqual(['p_2']);
});

it('writes the address of a conversation only when it has changed', async () => {
  const { directories, directory, proxy } = await instances(2);
  expect(await directory.place(CHANNEL)).toBeUndefined();
  const place = (serviceUrl: string) => JSON.stringify({ conversation: CHANNEL, serviceUrl });

  proxy.calls.length = 0;
  for (const url of ['a', 'a', 'b', 'b', 'b', 'a']) await directory.savePlace(CHANNEL, place(url));

  expect(proxy.calls.length).toBe(3);
  expect(await directories[1]!.place(CHANNEL)).toBe(place('a'));
});

it('makes keys that say nothing, whatever the conversation is called [risk R27]', async () => {
  const { directory, tables, proxy } = await instances(1);
  for (const name of ['a/b', 'c#d?', 'é\n', ...blns.slice(0, 40)])
    await directory.addTo(name, 'p_1', AT);

  const keys = proxy.calls.flatMap(({ url }) => [
    ...decodeURIComponent(url).matchAll(/Key='([^']*)'/g),
  ]);
  expect(keys.length).toBeGreaterThan(80);
  for (const [, key] of keys) expect(key).toMatch(/^[a-z]_[0-9A-Za-z_:.-]+$/);
  expect(await tables.wegwijzer.get('c_1', 'o_open')).toBeUndefined();
});

it('says that storage is out, and claims nothing', async () => {
  const { directory, proxy } = await instances(1);
  proxy.fate = () => 'unavailable';

  await expect(directory.claimOpen(CHANNEL, 'p_1', AT)).rejects.toThrow(StorageDown);
  await expect(directory.link(anna, 'p_1')).rejects.toThrow(StorageDown);
  proxy.fate = () => 'pass';
  expect(await directory.openOf(CHANNEL)).toBeUndefined();
});

it('lets one of all who ask at once be the first, and another some time later', async () => {
  const { directories } = await instances(3);
  const vraagt = async (now: string) =>
    (
      await Promise.all(
        Array.from({ length: 12 }, (_, nr) => directories[nr % 3]!.isEerste(CHANNEL, now, 3_000)),
      )
    ).filter(Boolean).length;

  expect([await vraagt(at(0)), await vraagt(at(0)), await vraagt(at(1))]).toEqual([1, 0, 1]);
  expect(await directories[0]!.isEerste('19:andere', at(1), 3_000)).toBe(true);
});
