import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { hoort, inOverleg, sluit, steltVast } from './inbreng-groep.ts';
import { geeft, gedaan, geweigerd, type Groep } from './probleem-groep.ts';
import { van, wordt } from '../klok/lezen.ts';

/** A list of three problems, of which the first so many are tackled first; these places of it are withdrawn. */
function ingetrokken(eerst: number, plaatsen: readonly number[]): Groep {
  const world = inOverleg('bram', 'cees');
  const ids = ['A', 'B', 'C'].map((naam) => geeft(world, 'bram', naam));
  steltVast(world, eerst);
  for (const at of plaatsen)
    gedaan(world.doet('bram', 'probleem.intrekken', {}, { id: ids[at] ?? '' }));
  return world;
}

const stap2 = stepOf(planner, 'probleem');

/** All that the group reads about the list. */
function gelezen(world: Groep): string {
  const { project, now, traject } = world.beeld;
  const lezer = world.ctx('anna').actor;
  return JSON.stringify([
    stap2.kaart(world.beeld),
    stap2.gereed(world.beeld),
    stap2.poster(world.beeld),
    stap2.plan(world.beeld),
    stap2.jij(world.beeld, lezer),
    stap2.taken(world.beeld, lezer),
    stap2.berichten['lijst-vastgesteld']?.(world.beeld, {}),
    planner.overleggen[0]?.agenda.map((regel) => [
      regel.gegevens(world.beeld),
      regel.besloten(world.beeld),
      regel.knoppen(world.beeld),
    ]),
    world.ziet('bram', 'lijst'),
    world.ziet('bram', 'akkoord'),
    hoofdstukkenVan({ project, now, traject, lezer }),
  ]);
}

describe('a list of which every problem was withdrawn', () => {
  it.each([1, 2, 3])('is none to anybody, when %i of them came first', (eerst) => {
    const tekst = gelezen(ingetrokken(eerst, [2, 0, 1]));
    expect(tekst).not.toMatch(
      /eens (?:met deze lijst|bent met de prior)|eerst aan:|akkoord\.|Prioriteitenlijst \(|is vastgesteld/,
    );
    expect(tekst).toContain('Er is nog geen prioriteitenlijst.');
    expect(tekst).toContain('Alle problemen op de lijst zijn ingetrokken.');
  });

  it('asks nobody to agree any more', () => {
    const world = ingetrokken(2, [0, 1, 2]);
    sluit(world);
    const read = wordt(world, '2027-02-04', '12:00');
    expect(van(read, 'cees').join('\n')).not.toContain('prioriteitenlijst');
    expect(geweigerd(world.doet('cees', 'akkoord.geven'))).toContain('geen vastgestelde lijst');
    expect(hoort(world, 'cees', '2027-02-04')).toEqual([]);
  });

  it('gives way to a new one, or to the proposal when the group goes on without', () => {
    const world = ingetrokken(2, [0, 1, 2]);
    geeft(world, 'cees', 'D');
    const mist = stap2.voorwaarde(world.beeld);
    expect(mist?.zonder).toContain('met het ene probleem');
    expect(mist?.events.map(({ facts }) => facts?.['onderwerpen'])).toEqual([[expect.any(String)]]);
    steltVast(world, 1);
    expect(JSON.stringify(stap2.kaart(world.beeld))).toContain('1. D');
  });
});

it('tackles first what is left of a list when all that came first was withdrawn', () => {
  const world = ingetrokken(1, [0]);
  expect(gelezen(world)).toMatch(/pakken we eerst aan:.*?1\. B.*?2\. C/);
  sluit(world);
  expect(stap2.zonderReden(world.beeld)).toEqual([]);
});
