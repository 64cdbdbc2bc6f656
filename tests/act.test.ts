import { describe, expect, it } from 'vitest';
import { act, type Outcome, type Submission } from '../src/act.ts';
import { accept, refuse, type Decision } from '../src/process/contract/decision.ts';
import { all, newId, one, type Project } from '../src/process/feiten/project.ts';
import { say } from '../support/gezegd.ts';
import type { Log, Marker } from '../src/storage/log/log.ts';
import { keuze, Lab, probleem, problemen, sayProbleem, submission } from './storage/lab.ts';
import { fill, P } from '../support/vullen.ts';
import type { Fate } from './storage/proxy.ts';

type Stored = Extract<Outcome, { kind: 'stored' }>;

async function stored(outcome: Promise<Outcome>): Promise<Stored> {
  const known = await outcome;
  if (known.kind !== 'stored') throw new Error(`not stored: ${known.kind}`);
  return known;
}

/** A button: sets the choice of d1. */
const choose =
  (gekozen: string) =>
  (project: Project): Decision =>
    one(project, keuze, 'd1')?.facts.keuze === gekozen
      ? accept('d1', [])
      : accept('d1', [say(keuze, 'd1', { keuze: gekozen })]);

/** The same person has said something else since. */
const superseded = (project: Project, { n }: Marker) => (one(project, keuze, 'd1')?.rev ?? 0) > n;

const close = (project: Project) =>
  accept('dicht', [say(keuze, 'dicht', { keuze: `n${project.n}` })]);
const sayUntilClosed = (tekst: string) => (project: Project) =>
  one(project, keuze, 'dicht') ? refuse('stap-gesloten') : sayProbleem(tekst)(project);

describe('a click', () => {
  it('costs one call to storage when the project is known here', async () => {
    const lab = new Lab();
    const proxy = await lab.proxy();
    const log = await lab.log(proxy.connectionString);
    await stored(act(log, submission('a'), sayProbleem('een')));

    proxy.calls.length = 0;
    const outcome = await stored(act(log, submission('b', { nonce: 'mine' }), sayProbleem('twee')));

    expect(proxy.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /devstoreaccount1/$batch',
    ]);
    expect(outcome).toMatchObject({ about: 'x2', n: 2, repeated: false, nonce: 'mine' });
    expect(outcome.project).toBe(log.cached(P)?.project);
    expect(all(outcome.project, probleem).map(({ texts }) => texts.tekst)).toEqual(['een', 'twee']);
  });

  it('costs two calls for a new project and three for one that this instance does not know', async () => {
    const lab = new Lab();
    const proxy = await lab.proxy();
    const calls = async (log: Log, submission: Submission) => {
      proxy.calls.length = 0;
      await stored(act(log, submission, sayProbleem('x')));
      return proxy.calls.length;
    };

    expect(await calls(await lab.log(proxy.connectionString), submission('a'))).toBe(2);
    expect(await calls(await lab.log(proxy.connectionString), submission('b'))).toBe(3);
  });

  it('is decided again on what somebody else left, when they were first', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    await stored(act(here, submission('a'), sayProbleem('een')));
    await stored(act(there, submission('b'), sayProbleem('twee')));
    const seen: number[] = [];

    const outcome = await stored(
      act(here, submission('c'), (project) => {
        seen.push(project.n);
        return sayProbleem('drie')(project);
      }),
    );

    expect(seen).toEqual([1, 2]);
    expect(outcome).toMatchObject({ about: 'x3', n: 3 });
  });

  it('stores messages with the events, once', async () => {
    const log = await new Lab().log();
    const decide = (project: Project) => ({
      ...sayProbleem('een')(project),
      messages: [{ soort: 'gemeld', facts: { id: newId(project, 'x') } }],
    });

    await act(log, submission('a'), decide);
    await act(log, submission('a'), decide);

    expect(await log.outbox(P)).toMatchObject([{ soort: 'gemeld', facts: { id: 'x1' } }]);
  });

  it('that changes nothing is stored as it stands, and adds nothing', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    await stored(act(here, submission('a'), choose('ja')));
    const again = await stored(act(here, submission('b', { nonce: 'mine' }), choose('ja')));
    expect(again).toMatchObject({ about: 'd1', n: 1, repeated: true, nonce: 'mine' });

    await there.read(P);
    await stored(act(here, submission('c'), choose('nee')));
    const outcome = await stored(act(there, submission('d'), choose('ja')));

    expect(outcome).toMatchObject({ n: 3, repeated: false });
    expect(one(outcome.project, keuze, 'd1')?.facts.keuze).toBe('ja');
  });

  it('that can never be stored is told so', async () => {
    const log = await new Lab().log();

    expect(await act(log, submission('a'), sayProbleem('x'.repeat(600_000)))).toEqual({
      kind: 'too-big',
    });
    expect(await log.read(P)).toBeUndefined();
  });

  it('that waited three seconds in line is told that it is busy, and nothing is stored', async () => {
    const log = await new Lab().log();
    await stored(act(log, submission('a'), sayProbleem('een')));
    const startedMs = performance.now();
    let now = startedMs;
    const late = { startedMs, clock: () => now };

    const waiting = log.inLine(P, async () => void (now += 3_001));
    const outcome = await act(log, submission('b', late), sayProbleem('twee'));

    await waiting;
    expect(outcome).toEqual({ kind: 'busy' });
    expect((await log.read(P))?.project.n).toBe(1);
    expect((await stored(act(log, submission('b'), sayProbleem('twee')))).n).toBe(2);
  });

  it('fails loudly on a message that belongs to no event', async () => {
    const log = await new Lab().log();
    const decide = () => accept('', [], { soort: 'los', facts: {} });

    await expect(act(log, submission('a'), decide)).rejects.toThrow('without an event');
    await stored(act(log, submission('b'), sayProbleem('en verder')));
  });
});

describe('a refusal', () => {
  it('on an old state is not believed: the newest decides', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    await stored(act(here, submission('a'), close));
    await there.read(P);
    await stored(
      act(here, submission('open'), () => accept('', [{ kind: 'keuze', id: 'dicht', gone: true }])),
    );

    expect(await stored(act(there, submission('b'), sayUntilClosed('mag')))).toMatchObject({
      n: 3,
    });
  });

  it('comes with the state that refused', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    await fill(here, problemen(2));
    await there.read(P);
    await stored(act(here, submission('a'), close));

    const outcome = await act(there, submission('b'), sayUntilClosed('te laat'));

    expect(outcome).toMatchObject({
      kind: 'refused',
      decision: refuse('stap-gesloten'),
      project: { n: 3 },
    });
  });
});

describe('a repeat', () => {
  it('four times over two instances, in every order, is one event with one outcome [risk R01, risk R02]', async () => {
    const ORDERS = ['aabb', 'abab', 'abba', 'baab', 'bbaa', 'baba', 'aaaa'];
    for (const order of ORDERS) {
      const lab = new Lab();
      const logs: Record<string, Log> = { a: await lab.log(), b: await lab.log() };
      await fill(logs['a']!, problemen(2));
      await logs['b']!.read(P);

      const outcomes: Stored[] = [];
      for (const [nth, name] of [...order].entries()) {
        // Between the second and the third somebody else says something, and the step is closed.
        if (nth === 2) await stored(act(logs['a']!, submission('dicht'), close));
        outcomes.push(await stored(act(logs[name]!, submission('zelfde'), sayUntilClosed('een'))));
      }

      expect(outcomes.map(({ repeated }) => repeated)).toEqual([false, true, true, true]);
      expect(new Set(outcomes.map(({ about, n, nonce }) => `${about} ${n} ${nonce}`)).size).toBe(1);
      expect(outcomes.map(({ project }) => project.n)).toEqual([3, 3, 4, 4]);
    }
  });

  it('at the same moment in four instances is one event', async () => {
    const lab = new Lab();
    const logs = await Promise.all([1, 2, 3, 4].map(() => lab.log()));
    await fill(logs[0]!, problemen(1));

    const outcomes = await Promise.all(
      logs.flatMap((log) =>
        [1, 2].map(() => stored(act(log, submission('zelfde'), sayProbleem('een')))),
      ),
    );

    expect(outcomes.filter(({ repeated }) => !repeated).length).toBe(1);
    expect(new Set(outcomes.map(({ about, n, nonce }) => `${about} ${n} ${nonce}`)).size).toBe(1);
    expect((await logs[0]!.read(P))?.project.n).toBe(2);
  });

  it('that is stored elsewhere just while it is looked for is not refused for what it did itself', async () => {
    const lab = new Lab();
    const [here, proxy] = [await lab.log(), await lab.proxy()];
    const there = await lab.log(proxy.connectionString);
    const reopen = () => accept('', [{ kind: 'keuze', id: 'dicht', gone: true }]);
    const sayOnce = (project: Project) =>
      all(project, probleem).length > 0
        ? refuse('niet-nu' as never)
        : sayUntilClosed('een')(project);
    await stored(act(here, submission('a'), close));
    await there.read(P);
    await stored(act(here, submission('b'), reopen));
    let looked = false;
    proxy.fate = async ({ url }): Promise<Fate> => {
      if (url.includes('s_zelfde') && !looked) {
        looked = true;
        await stored(act(here, submission('zelfde'), sayOnce));
      }
      return 'pass';
    };

    const repeat = await stored(act(there, submission('zelfde'), sayOnce));

    expect(looked).toBe(true);
    expect(repeat).toMatchObject({ n: 3, repeated: true, project: { n: 3 } });
  });

  it('of akkoord, niet akkoord, akkoord from one card is no repeat: three events, and each repeat is one', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    const press = (log: Log, gekozen: string) =>
      stored(act(log, submission(`kaart-${gekozen}`, { superseded }), choose(gekozen)));

    const outcomes: Stored[] = [];
    for (const gekozen of ['ja', 'nee', 'ja', 'nee', 'ja']) {
      const first = await press(here, gekozen);
      expect(first.repeated).toBe(false);
      for (const log of [here, there, here]) {
        expect(await press(log, gekozen)).toMatchObject({
          about: 'd1',
          n: first.n,
          nonce: first.nonce,
          repeated: true,
        });
      }
      outcomes.push(first);
    }

    expect(outcomes.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
    expect((await there.read(P))?.project.n).toBe(5);
    expect(one((await there.read(P))!.project, keuze, 'd1')?.facts.keuze).toBe('ja');
  });

  it('of a form is one, also when somebody changed the same thing since', async () => {
    const log = await new Lab().log();
    const first = await stored(act(log, submission('a'), choose('ja')));
    await stored(act(log, submission('b', { by: 'd2' }), choose('nee')));

    const repeat = await stored(act(log, submission('a'), choose('ja')));

    expect(repeat).toMatchObject({ n: first.n, repeated: true });
    expect(one(repeat.project, keuze, 'd1')?.facts.keuze).toBe('nee');
  });
});
