import fc from 'fast-check';
import { expect, it } from 'vitest';
import { act, type Outcome } from '../../src/act.ts';
import { accept, refuse } from '../../src/process/contract/decision.ts';
import { all, one, type Project } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import type { Log } from '../../src/storage/log/log.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { keuze, Lab, probleem, problemen, sayProbleem, submission } from './lab.ts';
import { fill, P } from '../../support/vullen.ts';

const teksten = (project: Project) => all(project, probleem).map(({ texts }) => texts.tekst);

it('stores what 20 people press at once on two instances: all of it, in one order, without gaps', async () => {
  const lab = new Lab();
  const logs = [await lab.log(), await lab.log()];
  await fill(
    logs[0]!,
    problemen(1, () => 'eerste'),
  );
  const people = Array.from({ length: 20 }, (_, nr) => `d${nr}`);

  const outcomes = await Promise.all(
    people.map((by, nr) => act(logs[nr % 2]!, submission(`k-${by}`, { by }), sayProbleem(by))),
  );

  expect(outcomes.map(({ kind }) => kind)).toEqual(people.map(() => 'stored'));
  const fresh = (await (await lab.log()).read(P))!;
  expect(fresh.project.n).toBe(21);
  expect(teksten(fresh.project).slice(1).sort()).toEqual([...people].sort());
  expect(await Promise.all(logs.map((log) => log.read(P)))).toStrictEqual([fresh, fresh]);
  expect((await logs[0]!.events(P)).map(({ n }) => n)).toEqual(
    Array.from({ length: 21 }, (_, nr) => nr + 1),
  );
});

it('counts right: ten choose at once on three instances, each once, and nobody after the tenth', async () => {
  const lab = new Lab();
  const logs = [await lab.log(), await lab.log(), await lab.log()];
  const FULL = 10;
  const choose = (by: string) => (project: Project) =>
    all(project, keuze).length >= FULL
      ? refuse('stap-gesloten')
      : accept(by, [say(keuze, by, { keuze: 'ja' })]);

  const outcomes = await Promise.all(
    Array.from({ length: 15 }, (_, nr) =>
      act(logs[nr % 3]!, submission(`k${nr}`, { by: `d${nr}` }), choose(`d${nr}`)),
    ),
  );

  const kinds = outcomes.map(({ kind }) => kind).sort();
  expect(kinds).toEqual([...Array<string>(5).fill('refused'), ...Array<string>(10).fill('stored')]);
  const { project } = (await (await lab.log()).read(P))!;
  for (const [nr, { kind }] of outcomes.entries()) {
    expect(one(project, keuze, `d${nr}`) !== undefined).toBe(kind === 'stored');
  }
});

interface Press {
  instance: number;
  key: number;
  afterMs: number;
  /** Another instance's cache: forgotten before it is pressed. */
  cold: boolean;
}

/** Presses on a handful of instances, at once or shortly after each other; the same key is the same submission. */
async function pressed(presses: readonly Press[]): Promise<{ logs: Log[]; outcomes: Outcome[] }> {
  const { projecten } = await new Lab().tables();
  const logs = [0, 1, 2, 3].map(() => openLog(projecten));
  const outcomes = await Promise.all(
    presses.map(async ({ instance, key, afterMs, cold }) => {
      await new Promise((wait) => setTimeout(wait, afterMs));
      const log = cold ? openLog(projecten) : logs[instance]!;
      return act(log, submission(`k${key}`), sayProbleem(`k${key}`));
    }),
  );
  return { logs, outcomes };
}

const anyPress = fc.record({
  instance: fc.nat(3),
  key: fc.nat(11),
  afterMs: fc.constantFrom(0, 0, 0, 2, 5, 15),
  cold: fc.boolean(),
});

it('keeps one order and loses nothing, however instances and repeats fall together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPress, { minLength: 4, maxLength: 24 }), async (presses) => {
      const { logs, outcomes } = await pressed(presses);

      const [first, ...others] = await Promise.all(logs.map((log) => log.read(P)));
      for (const other of others) expect(other).toStrictEqual(first);
      const keys = [...new Set(presses.map(({ key }) => `k${key}`))];
      expect(teksten(first!.project).sort()).toEqual(keys.sort());
      expect(first!.project.n).toBe(keys.length);
      for (const [nr, outcome] of outcomes.entries()) {
        const entry =
          outcome.kind === 'stored' ? one(first!.project, probleem, outcome.about) : undefined;
        expect(entry).toMatchObject({
          rev: (outcome as { n: number }).n,
          texts: { tekst: `k${presses[nr]!.key}` },
        });
      }
      const added = outcomes.filter((outcome) => outcome.kind === 'stored' && !outcome.repeated);
      expect(added.length).toBe(keys.length);
    }),
    { numRuns: 10 },
  );
});
