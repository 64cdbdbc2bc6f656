import { expect, it } from 'vitest';
import { act, END_AFTER_MS, type Outcome } from '../../src/act.ts';
import { refuse } from '../../src/process/contract/decision.ts';
import { all } from '../../src/process/feiten/project.ts';
import { StorageDown } from '../../src/storage/table/failure.ts';
import { clock, Lab, probleem, problemen, sayProbleem, submission } from './lab.ts';
import { fill, P } from '../../support/vullen.ts';
import type { Call, Fate, Proxy } from './proxy.ts';

const isTransaction = ({ url }: Call) => url.includes('$batch');

/** The first call that this is true of gets another fate. */
function once(proxy: Proxy, isIt: (call: Call) => boolean, fate: Fate): void {
  let done = false;
  proxy.fate = (call) => {
    if (done || !isIt(call)) return 'pass';
    done = true;
    return fate;
  };
}

/** A project of one event, known to one instance that reaches storage through a proxy. */
async function warm() {
  const lab = new Lab();
  const proxy = await lab.proxy();
  const log = await lab.log(proxy.connectionString);
  await fill(log, problemen(1));
  return { lab, proxy, log };
}

const problemenOf = (outcome: Outcome) =>
  outcome.kind === 'stored'
    ? all(outcome.project, probleem).map(({ texts }) => texts.tekst)
    : outcome.kind;

it.concurrent('finds what it stored when the answer is lost, and stores it once [risk R01]', async () => {
  const { proxy, log, lab } = await warm();
  once(proxy, isTransaction, 'lost');

  const outcome = await act(log, submission('a', { nonce: 'mine' }), sayProbleem('een'));

  expect(outcome).toMatchObject({
    kind: 'stored',
    n: 2,
    about: 'x2',
    repeated: false,
    nonce: 'mine',
  });
  expect(problemenOf(outcome)).toEqual(['probleem 0', 'een']);
  expect(await (await lab.log()).read(P)).toStrictEqual(log.cached(P));
});

it.concurrent('finds a new project that it stored when the answer is lost', async () => {
  const lab = new Lab();
  const proxy = await lab.proxy();
  const log = await lab.log(proxy.connectionString);
  once(proxy, isTransaction, 'lost');

  expect(await act(log, submission('a'), sayProbleem('een'))).toMatchObject({
    kind: 'stored',
    n: 1,
  });
});

it.concurrent('tries again when the transaction never arrived, or was turned away', async () => {
  for (const fate of ['unsent', 'unavailable'] as const) {
    const { proxy, log } = await warm();
    once(proxy, isTransaction, fate);

    proxy.calls.length = 0;
    const outcome = await act(log, submission('a'), sayProbleem('een'));

    expect(problemenOf(outcome)).toEqual(['probleem 0', 'een']);
    // Never again without having looked.
    const seen = proxy.calls.map((call) => (isTransaction(call) ? 'store' : 'look'));
    expect(seen).toEqual(['store', 'look', 'look', 'store']);
  }
});

it.concurrent('reads again after an answer that never came', async () => {
  const { proxy, lab, log } = await warm();
  const cold = await lab.log(proxy.connectionString);
  for (const fate of ['lost', 'unsent', 'unavailable'] as const) {
    once(proxy, ({ url }) => url.includes('head'), fate);
    expect((await cold.read(P))?.project.n).toBe(1);
  }
  once(proxy, isTransaction, 'lost');
  const outcome = await act(log, submission('a'), sayProbleem('een'));
  expect(outcome.kind).toBe('stored');
});

it.concurrent.each<Fate>(['unavailable', 'unsent'])(
  'says unknown within five seconds while storage is out, and stores once when it is back [risk R05]: %s',
  async (fate) => {
    const { proxy, log } = await warm();
    proxy.fate = () => fate;

    const begun = clock();
    const outcome = await act(log, submission('a'), sayProbleem('een'));

    expect(outcome).toEqual({ kind: 'unknown' });
    expect(clock() - begun).toBeLessThan(END_AFTER_MS + 1_000);
    proxy.fate = () => 'pass';
    expect((await log.read(P))?.project.n).toBe(1);
    expect(problemenOf(await act(log, submission('a'), sayProbleem('een')))).toEqual([
      'probleem 0',
      'een',
    ]);
  },
);

it.concurrent('says unknown or busy within five seconds when storage takes five, to all who wait in line [risk R05]', async () => {
  const { proxy, log } = await warm();
  proxy.fate = () => ({ delayMs: 5_000 });
  const begun = clock();

  const outcomes = await Promise.all(
    ['a', 'b', 'c', 'd'].map((key) => act(log, submission(key), sayProbleem(key))),
  );

  expect(clock() - begun).toBeLessThan(END_AFTER_MS + 1_000);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'busy', 'busy', 'busy']);
  proxy.fate = () => 'pass';
  // The delayed transaction still arrives: what was unknown turns out to be stored, once.
  await new Promise((wait) => setTimeout(wait, 5_200 - (clock() - begun)));
  expect((await log.read(P))?.project.n).toBe(2);
  expect(await act(log, submission('a'), sayProbleem('a'))).toMatchObject({
    kind: 'stored',
    n: 2,
    repeated: true,
  });
});

it.concurrent('stores once when its first try arrives after its second', async () => {
  const { proxy, log } = await warm();
  once(proxy, isTransaction, { delayMs: 2_500 });

  const outcome = await act(log, submission('a'), sayProbleem('een'));
  await new Promise((wait) => setTimeout(wait, 1_000));

  expect(problemenOf(outcome)).toEqual(['probleem 0', 'een']);
  expect((await log.read(P))?.project.n).toBe(2);
});

it.concurrent('believes no refusal while it cannot look for the marker', async () => {
  const { proxy, log } = await warm();
  await act(log, submission('a'), sayProbleem('een'));
  proxy.fate = ({ url }) => (url.includes('s_a') ? 'unavailable' : 'pass');

  const outcome = await act(log, submission('a'), () => refuse('stap-gesloten'));

  expect(outcome).toEqual({ kind: 'unknown' });
});

it.concurrent('gives up reading in time, and says so', async () => {
  const { proxy, lab } = await warm();
  const log = await lab.log(proxy.connectionString);
  proxy.fate = () => ({ delayMs: 3_000 });
  const begun = clock();

  await expect(log.read(P, begun + 500)).rejects.toThrow(StorageDown);
  expect(clock() - begun).toBeLessThan(1_000);
});

it.concurrent('does not hide a defect as an outage', async () => {
  const { proxy, log } = await warm();
  const body = JSON.stringify({
    'odata.error': { code: 'AuthorizationFailure', message: { value: 'no' } },
  });
  const headers = { 'content-type': 'application/json' };
  proxy.fate = () => ({ answer: { status: 403, headers, body } });

  await expect(log.read(P)).rejects.not.toThrow(StorageDown);
  await expect(act(log, submission('a'), sayProbleem('een'))).rejects.toThrow();
});

it.concurrent('loses nothing and doubles nothing when every third call goes wrong', async () => {
  const lab = new Lab();
  const proxy = await lab.proxy();
  const logs = [await lab.log(proxy.connectionString), await lab.log(proxy.connectionString)];
  const FATES: Fate[] = [
    'pass',
    'lost',
    'pass',
    'pass',
    'unavailable',
    'pass',
    'pass',
    'unsent',
    'pass',
  ];
  let nth = 0;
  proxy.fate = () => FATES[nth++ % FATES.length]!;
  const keys = Array.from({ length: 10 }, (_, nr) => `k${nr}`);

  const press = (key: string, nr: number) => act(logs[nr % 2]!, submission(key), sayProbleem(key));
  const outcomes = await Promise.all(keys.map(press));
  proxy.fate = () => 'pass';
  // Whoever was not told that it is stored presses again.
  for (const [nr, { kind }] of outcomes.entries()) {
    if (kind !== 'stored') expect((await press(keys[nr]!, nr)).kind).toBe('stored');
  }

  const { project } = (await (await lab.log()).read(P))!;
  expect(
    all(project, probleem)
      .map(({ texts }) => texts.tekst)
      .sort(),
  ).toEqual(keys);
  for (const outcome of outcomes) {
    if (outcome.kind === 'stored')
      expect(one(project.entries.get('probleem')!, outcome.about)).toBe(outcome.n);
  }
});

const one = (entries: ReadonlyMap<string, { first: number }>, id: string) => entries.get(id)?.first;
