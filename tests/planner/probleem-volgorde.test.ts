import fc from 'fast-check';
import { expect, it } from 'vitest';
import { all } from '../../src/process/project.ts';
import { cluster, onderwerpen, probleem, stem, stemming } from '../../src/planner/plan.ts';
import { draagvlak } from '../../src/planner/probleem/draagvlak.ts';
import { hasKring, verbanden } from '../../src/planner/probleem/kring.ts';
import { lijstVan, vasteLijst } from '../../src/planner/probleem/overleg1.ts';
import { uitslagen } from '../../src/planner/probleem/uitslag.ts';
import { probleem as stap2 } from '../../src/planner/probleem/index.ts';
import { geeft, inStap2, type Groep } from './probleem-groep.ts';

const WIE = ['anna', 'bram', 'cees'];
const N = 7;

/** Somebody presses something: who, which verb, and numbers that pick what it is about. */
const daad = fc.record({
  wie: fc.constantFrom(...WIE),
  verb: fc.constantFrom(
    ...[
      'cluster.maken',
      'cluster.maken',
      'cluster.wijzigen',
      'cluster.ontbinden',
      'cluster.herstellen',
    ],
    ...['gevolg.leggen', 'gevolg.leggen', 'gevolg.leggen', 'gevolg.weghalen'],
    ...['stemming.openen', 'stemming.sluiten', 'stemming.heropenen', 'stem', 'stem', 'stem.handen'],
    ...['probleem.intrekken', 'probleem.terughalen', 'probleem.doorgeven', 'probleem.ook'],
    ...['lijst.vaststellen', 'lijst.heropenen', 'akkoord.geven', 'akkoord.allen'],
  ),
  eerste: fc.nat(30),
  tweede: fc.nat(30),
  derde: fc.nat(30),
});

type Daad = typeof daad extends fc.Arbitrary<infer T> ? T : never;

const ids = (world: Groep, kind: string) => [...(world.project.entries.get(kind)?.keys() ?? [])];
const pick = (from: readonly string[], n: number) => from[n % Math.max(1, from.length)] ?? 'p0';

function doe(world: Groep, { wie, verb, eerste, tweede, derde }: Daad) {
  const problems = ids(world, 'probleem');
  const everything = [...problems, ...ids(world, 'cluster')];
  const some = [eerste, tweede, derde].map((n) => pick(everything, n));
  const about = verb.startsWith('cluster')
    ? pick(ids(world, 'cluster'), eerste)
    : verb.startsWith('gevolg')
      ? pick(ids(world, 'gevolg'), eerste)
      : pick(problems, eerste);
  return world.doet(
    wie,
    verb,
    {
      ...{
        omschrijving: `Nieuw ${world.project.n}`,
        kans: 'hoog',
        gevolgen: 'objecten',
        prioriteit: 'laag',
        naam: 'Samen',
      },
      ...{
        problemen: [eerste, tweede, derde].map((n) => pick(problems, n)).join(','),
        onderwerpen: some.join(','),
      },
      ...{ oorzaak: some[0] ?? '', gevolg: some[1] ?? '', vorm: eerste % 2 ? 'kiezen' : 'punten' },
      ...{ keuzes: some.join(','), van: pick(WIE, derde), eerst: String(1 + (tweede % 4)) },
      ...Object.fromEntries(some.map((id, at) => [`punten_${id}`, String(at + 1)])),
    },
    { id: about },
  );
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
    fc.property(fc.array(daad, { maxLength: 40 }), (daden) => {
      const world = inStap2(...WIE);
      for (let at = 0; at < N; at += 1) geeft(world, pick(WIE, at), `Probleem ${at}`);
      world.overleg(1, WIE);
      const given = new Set(ids(world, 'probleem'));

      for (const one of daden) {
        const lijst = lijstVan(world.project)?.facts.onderwerpen;
        const decision = doe(world, one);
        if (decision.accepted && decision.events.length > 0) {
          for (const id of ids(world, 'probleem')) given.add(id);
          houdt(world, given);
        }
        if (one.verb !== 'lijst.vaststellen')
          expect(lijstVan(world.project)?.facts.onderwerpen).toEqual(lijst);
        // The same again, by the same person, never says more.
        if (
          decision.accepted &&
          /sluiten|heropenen|ontbinden|weghalen|intrekken|terughalen|akkoord/.test(one.verb)
        ) {
          const again = doe(world, one);
          if (again.accepted) expect(again.events.length, `${one.verb} repeated`).toBe(0);
        }
      }
      expect(() => [
        stap2.kaart(world.beeld),
        stap2.plan(world.beeld),
        stap2.agenda.map((regel) => regel.gegevens(world.beeld)),
      ]).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
