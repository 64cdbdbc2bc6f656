import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Beeld } from '../../src/process/contract/contract.ts';
import type { OutboxMessage } from '../../src/process/contract/decision.ts';
import { groepBerichten } from '../../src/process/groep/berichten.ts';
import { iedereen, leads, leden, type Deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { volgensBericht } from '../../src/process/groep/aanwezig.ts';
import { groep } from '../../support/groep.ts';

const MENSEN = ['Sanne', 'Bram', 'Lotte', 'Noor'] as const;
const mens = fc.constantFrom(...MENSEN);

/** What becomes of who leads: by choosing, by leaving and by coming back, also of several at once. */
const gebeurtenis = fc.oneof(
  { weight: 3, arbitrary: fc.record({ wat: fc.constant('kiest'), door: mens, wie: mens }) },
  fc.record({ wat: fc.constant('draagt over'), door: mens, wie: mens }),
  fc.record({ wat: fc.constant('neemt over'), door: mens }),
  fc.record({
    wat: fc.constantFrom('vertrekken', 'zijn terug'),
    mensen: fc.uniqueArray(mens, { minLength: 1, maxLength: 3 }),
  }),
);

const heeftRol = (rol: string) => (lid: Deelnemer) => lid.facts.rol === rol;
const namen = (mensen: readonly Deelnemer[]) => mensen.map(({ naam }) => naam);

it('one leads and one stands in, and whoever leaves, the group reads who leads now [A15]', () => {
  const gelezen = { niemand: 0, vervangt: 0, kiest: 0 };
  fc.assert(
    fc.property(fc.array(gebeurtenis, { minLength: 3, maxLength: 25 }), (gebeurtenissen) => {
      const world = groep(...MENSEN);
      for (const een of gebeurtenissen) {
        if ('mensen' in een) {
          const ervoor = world.beeld;
          const said = komtOfGaat(world, een.wat === 'vertrekken', een.mensen);
          if (said) {
            const bericht = gelezenIn(world.beeld, said);
            // A message may be drawn on the state of just before.
            expect(gelezenIn(ervoor, said)).toEqual(bericht);
            tel(gelezen, world, said.facts['wie'] as string[], bericht);
          }
        } else if ('wie' in een)
          world.doet(
            een.door,
            een.wat === 'kiest' ? 'plaatsvervanger.kiezen' : 'projectleider.overdragen',
            { wie: een.wie },
          );
        else world.doet(een.door, 'projectleider.overnemen');
        const samen = iedereen(world.project);
        expect(samen.filter(heeftRol('projectleider'))).toHaveLength(1);
        expect(samen.filter(heeftRol('plaatsvervanger')).length).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 2027, numRuns: 400 },
  );
  expect(Math.min(...Object.values(gelezen))).toBeGreaterThan(10);
});

it('who left is no newcomer: asking to join would cost them their place', () => {
  const world = groep(...MENSEN);
  komtOfGaat(world, true, ['Sanne']);
  expect(world.doet('Sanne', 'deelnemer.meedoen')).toMatchObject({ reason: 'vertrokken' });
  komtOfGaat(world, false, ['Sanne']);
  expect(leden(world.project).find(leads)?.naam).toBe('Sanne');
});

type World = ReturnType<typeof groep>;

/** Teams tells of it; what the group reads of who left. */
function komtOfGaat(world: World, isWeg: boolean, mensen: readonly string[]) {
  const wie = mensen.map((oid) => ({ tenant: 'gemeente', oid, teamsId: oid }));
  const decision = volgensBericht(world.project, {
    ...(isWeg ? { erbij: [], eraf: wie } : { erbij: wie, eraf: [] }),
    at: world.now,
  });
  if (!decision.accepted) throw new Error('who comes and goes is never refused');
  world.said('klok', decision.events);
  return decision.messages.find(({ soort }) => soort === 'vertrokken');
}

const gelezenIn = (beeld: Beeld, { facts }: OutboxMessage) => {
  const bericht = groepBerichten['vertrokken']?.(beeld, facts);
  return {
    titel: bericht?.titel ?? '',
    zin: bericht?.regels.join(' ') ?? '',
    knop: bericht?.knoppen.map(({ titel }) => titel) ?? [],
  };
};

function tel(
  gelezen: { niemand: number; vervangt: number; kiest: number },
  world: World,
  weg: readonly string[],
  { titel, zin, knop }: ReturnType<typeof gelezenIn>,
) {
  const nu = namen(leden(world.project).filter(leads));
  const isProjectleiderWeg = iedereen(world.project).some(
    (lid) => heeftRol('projectleider')(lid) && weg.includes(lid.id),
  );
  for (const naam of weg) expect(titel).toContain(naam);
  if (nu.length === 0) {
    gelezen.niemand += 1;
    expect([zin, knop]).toEqual([
      'Niemand leidt dit project nu. Een deelnemer kan het overnemen.',
      ['Ik neem het over'],
    ]);
  } else if (isProjectleiderWeg) {
    gelezen.vervangt += 1;
    expect([zin, knop]).toEqual([
      `${nu[0]} vervangt de projectleider en kan het project overnemen.`,
      ['Project overdragen'],
    ]);
  } else {
    gelezen.kiest += 1;
    expect(zin).toBe('Projectleider, kies wie het werk overneemt. Tot die tijd is het jouw taak.');
    expect(knop).toEqual([weg.length === 1 ? 'Opvolger kiezen' : 'Deelnemers']);
  }
}
