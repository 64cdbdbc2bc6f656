import { describe, expect, it } from 'vitest';
import { akkoord, prioriteitenlijst, probleem } from '../../src/planner/plan/plan.ts';
import { one } from '../../src/process/feiten/project.ts';
import { plusDays } from '../../src/process/taal/time.ts';
import { takenVan } from '../../src/process/weergaven/taken.ts';
import { say } from '../../support/gezegd.ts';
import { groep, tekst } from '../../support/groep.ts';
import { PROBLEEM } from '../planner/feiten.ts';
import { wordt } from './lezen.ts';

const GEVRAAGD = 'eens bent met de prioriteitenlijst';
const HERINNERD = 'Ben je het eens met de prioriteitenlijst?';

/** A list of one problem, with akkoord asked until 11 February. Ali gave it; Zoë and Anna, who leads, are silent. */
function metLijst() {
  const world = groep('anna', 'ali', 'zoë');
  world.stap('probleem', '2027-01-14');
  world.sluit('probleem');
  world.het_is('2027-01-18');
  world.said('anna', [
    say(probleem, 'p1', { ...PROBLEEM, van: 'anna' }, { omschrijving: 'Fietsen op de stoep' }),
    say(prioriteitenlijst, 'lijst', {
      onderwerpen: ['p1'],
      eerst: ['p1'],
      vastgesteld: world.now,
      tot: '2027-02-11',
    }),
  ]);
  const lijst = one(world.project, prioriteitenlijst, 'lijst')?.rev ?? 0;
  world.said('ali', [
    say(akkoord, 'ali', { van: 'ali', antwoord: 'akkoord', lijst, door: 'ali' }, { reden: '' }),
  ]);
  return world;
}

type Wereld = ReturnType<typeof groep>;

/** Who has a task about it now, and who was reminded of it until its date. */
function gevraagd(world: Wereld) {
  const taken = ['anna', 'ali', 'zoë'].filter((wie) =>
    tekst(takenVan(world.ctx(wie))).includes(GEVRAAGD),
  );
  const herinnerd = Array.from({ length: 24 }, (_, dagen) =>
    wordt(world, plusDays('2027-01-19', { days: dagen }), '16:00'),
  )
    .flat()
    .filter(({ tekst: gezegd }) => gezegd.includes(HERINNERD))
    .map(({ wie }) => wie);
  return { taken, herinnerd: [...new Set(herinnerd)].filter((wie) => wie !== 'de groep').sort() };
}

describe('akkoord with the list', () => {
  it.each([
    ['step 2 is the last one', []],
    ['step 3 is open', ['maatregelen']],
  ])('is asked of who is silent while %s', (_waar, stappen) => {
    const world = metLijst();
    for (const stap of stappen) world.stap(stap, '2027-02-25');

    expect(gevraagd(world)).toEqual({ taken: ['anna', 'zoë'], herinnerd: ['anna', 'zoë'] });
  });

  it.each([
    ['step 4 is open', ['maatregelen', 'doelstellingen']],
    ['step 5 is open', ['maatregelen', 'doelstellingen', 'uitvoering']],
    ['step 6 is open', ['maatregelen', 'doelstellingen', 'uitvoering', 'resultaat']],
  ])('is asked of nobody any more once %s', (_waar, stappen) => {
    const world = metLijst();
    for (const stap of stappen) world.stap(stap, '2027-02-25');

    expect(gevraagd(world)).toEqual({ taken: [], herinnerd: [] });
  });
});
