import { agenda as agendaVan1 } from '../../src/planner/probleem/agenda.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { all, one as nu, oneEver } from '../../src/process/feiten/project.ts';
import {
  cluster,
  onderwerpen,
  prioriteitenlijst,
  probleem,
  stem,
  stemming,
} from '../../src/planner/plan/plan.ts';
import { draagvlak } from '../../src/planner/probleem/lijst/draagvlak.ts';
import { hasKring, verbanden } from '../../src/planner/probleem/regels/kring.ts';
import { vasteLijst } from '../../src/planner/probleem/regels/overleg1.ts';
import { uitslagen } from '../../src/planner/probleem/stemming/telling.ts';
import { probleem as stap2 } from '../../src/planner/probleem/index.ts';
import { geeft, inStap2, type Groep } from './probleem-groep.ts';

const WIE = ['anna', 'bram', 'cees'];
const N = 6;

/** Somebody presses something: who, which verb, and numbers that pick what it is about. Mostly the one who leads. */
const daad = fc.record({
  wie: fc.constantFrom('anna', 'anna', 'anna', ...WIE),
  verb: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'cluster.maken',
        'cluster.wijzigen',
        'cluster.ontbinden',
        'cluster.herstellen',
      ),
    },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'gevolg.leggen',
        'gevolg.leggen',
        'gevolg.leggen',
        'gevolg.weghalen',
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'probleem.intrekken',
        'probleem.terughalen',
        'probleem.doorgeven',
        'probleem.ook',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('stemming.openen', 'stemming.heropenen', 'lijst.vaststellen'),
    },
    { weight: 4, arbitrary: fc.constantFrom('stemming.sluiten', 'stem', 'stem', 'stem.handen') },
    { weight: 3, arbitrary: fc.constantFrom('lijst.heropenen', 'akkoord.geven', 'akkoord.allen') },
  ),
  eerste: fc.nat(30),
  tweede: fc.nat(30),
  derde: fc.nat(30),
});

type Daad = typeof daad extends fc.Arbitrary<infer T> ? T : never;

const ids = (world: Groep, kind: string) => [...(world.project.entries.get(kind)?.keys() ?? [])];
const pick = (from: readonly string[], n: number) => from[n % Math.max(1, from.length)] ?? 'p0';

/** What a verb is about: where it brings back, something that is gone. */
function about(world: Groep, verb: string, n: number): string {
  const kind = ['cluster', 'gevolg'].find((name) => verb.startsWith(name)) ?? 'probleem';
  const isBack = /terughalen|herstellen/.test(verb);
  const found = ids(world, kind).filter(
    (id) => world.project.entries.get(kind)?.get(id)?.gone === isBack,
  );
  return pick(found.length > 0 ? found : ids(world, kind), n);
}

/** The act, ready to be done, and done again just so. */
function prepare(world: Groep, { wie, verb, eerste, tweede, derde }: Daad) {
  const numbers = [eerste, tweede, derde];
  const weighed = onderwerpen(world.project).map(({ id }) => id);
  const some = numbers.map((n) => pick(weighed, n));
  const voted = all(world.project, stemming)[0]?.facts.onderwerpen ?? [];
  const loose = weighed.filter((id) => id.startsWith('p'));
  const members = verb === 'cluster.maken' ? loose : ids(world, 'probleem');
  const id = about(world, verb, eerste);
  const owner = oneEver(world.project, probleem, id)?.facts.van ?? wie;
  const inputs = {
    ...{
      omschrijving: `Nieuw ${world.project.n}`,
      kans: 'hoog',
      gevolgen: 'objecten',
      prioriteit: 'laag',
      naam: 'Samen',
    },
    ...{ problemen: numbers.map((n) => pick(members, n)).join(','), onderwerpen: some.join(',') },
    ...{ oorzaak: some[0] ?? '', gevolg: some[1] ?? '', vorm: eerste % 2 ? 'kiezen' : 'punten' },
    ...{
      keuzes: numbers.map((n) => pick(voted, n)).join(','),
      van: pick(WIE, derde),
      eerst: String(1 + (tweede % 4)),
    },
    ...Object.fromEntries(voted.map((id, at) => [`punten_${id}`, String((eerste + at * 2) % 6)])),
  };
  const who = /intrekken|terughalen/.test(verb) && tweede % 3 ? owner : wie;
  return () => world.doet(who, verb, inputs, { id });
}

/** What must hold after whatever people did, in whatever order. */
function houdt(world: Groep, given: ReadonlySet<string>) {
  const { project } = world;
  const standing = all(project, cluster);
  const members = standing.flatMap(({ facts }) => facts.problemen);
  expect(new Set(members).size, 'a problem in two clusters').toBe(members.length);

  const weighed = onderwerpen(project).flatMap(({ problemen }) => problemen.map(({ id }) => id));
  expect(weighed.toSorted(), 'a problem lost or doubled').toEqual(
    all(project, probleem)
      .map(({ id }) => id)
      .toSorted(),
  );

  expect(hasKring(verbanden(project)), 'a circle').toBe(false);

  const vote = all(project, stemming)[0]?.facts;
  for (const { facts } of all(project, stem)) {
    if (facts.ronde !== vote?.ronde) continue;
    const sum = Object.values(facts.punten).reduce((total, n) => total + n, 0);
    expect(
      Object.keys(facts.punten).every((id) => vote.onderwerpen.includes(id)),
      'a vote outside the vote',
    ).toBe(true);
    expect(sum <= vote.max && sum > 0, 'more votes than there are').toBe(true);
  }
  const { mensen, akkoord, niet, geen } = draagvlak(project);
  expect(akkoord + niet + geen).toBe(mensen);
  if (!vasteLijst(project)) expect(akkoord).toBe(0);
  expect(uitslagen(project).length).toBe(vote?.onderwerpen.length ?? 0);
  for (const id of given)
    expect(project.entries.get('probleem')?.has(id), 'a problem gone from the log').toBe(true);
}

it('keeps every problem in at most one cluster, no circle, votes within the vote and nothing lost, in any order of doing', () => {
  fc.assert(
    fc.property(fc.array(daad, { minLength: 30, maxLength: 60, size: 'max' }), (daden) => {
      const world = inStap2(...WIE);
      for (let at = 0; at < N; at += 1) geeft(world, pick(WIE, at), `Probleem ${at}`);
      world.overleg(1, WIE);
      const given = new Set(ids(world, 'probleem'));

      for (const one of daden) {
        const lijst = nu(world.project, prioriteitenlijst, 'lijst')?.facts.onderwerpen;
        const act = prepare(world, one);
        const decision = act();
        if (decision.accepted && decision.events.length > 0) {
          for (const id of ids(world, 'probleem')) given.add(id);
          houdt(world, given);
        }
        if (one.verb !== 'lijst.vaststellen')
          expect(nu(world.project, prioriteitenlijst, 'lijst')?.facts.onderwerpen).toEqual(lijst);
        // The same again, by the same person, never says more.
        if (
          decision.accepted &&
          /sluiten|heropenen|ontbinden|weghalen|intrekken|terughalen|akkoord/.test(one.verb)
        ) {
          const again = act();
          if (again.accepted) expect(again.events.length, `${one.verb} repeated`).toBe(0);
        }
      }
      expect(() => [
        stap2.kaart(world.beeld),
        stap2.plan(world.beeld),
        agendaVan1.map((regel) => regel.gegevens(world.beeld)),
      ]).not.toThrow();
    }),
    { numRuns: 200, seed: 2027 },
  );
});
