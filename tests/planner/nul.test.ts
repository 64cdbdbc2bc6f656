import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import {
  prioriteitenlijst,
  probleem as probleemMelding,
  regel,
} from '../../src/planner/plan/plan.ts';
import { probleem } from '../../src/planner/probleem/index.ts';
import { resultaat } from '../../src/planner/resultaat/index.ts';
import { isRefused } from '../../src/process/contract/decision.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { begin } from '../../src/process/feiten/project.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { groep } from '../../support/groep.ts';
import { say } from '../../support/gezegd.ts';
import { PROBLEEM, RIJ } from './feiten.ts';

/** What the group reads of each step, as the step comes along: its summary, what is ready, and its card. */
function gelezen(wereld: ReturnType<typeof groep>): string[] {
  return planner.stappen.slice(1).flatMap((step) => {
    wereld.stap(step.id);
    const open = JSON.stringify(step.kaart(wereld.beeld));
    wereld.sluit(step.id);
    const { titel, regels } = step.samenvatting(wereld.beeld);
    const checks = step.gereed(wereld.beeld).map(({ zin }) => zin);
    return [open, JSON.stringify(step.kaart(wereld.beeld)), titel, ...regels, ...checks];
  });
}

const iedereenWeg = ['Sanne', 'Bram'].map((naam) => say(deelnemer, naam, { status: 'weg' }, {}));

/** A row that this person leads. */
const rijVan = (trekker: string) =>
  begin(
    regel,
    'r1',
    { ...RIJ, trekker, vertrouwelijk: false, voor: [] },
    { wat: 'Lopen', werkwijze: '', bron: '' },
  );

describe('a group that gave nothing', () => {
  it('reads of no step a count of nothing, nor that anything is settled', () => {
    for (const zin of gelezen(groep('Sanne', 'Bram'))) {
      expect(zin).not.toMatch(
        /(?<![\d.(-])0 (?!u)[a-z]|: 0[.,]|(?:doelen staan vast|matrix staat)\./,
      );
      expect(zin).toMatch(/\p{L}/u);
    }
  });

  it('and of which nobody is left reads no sentence without words', () => {
    const wereld = groep('Sanne', 'Bram');
    wereld.said('klok', iedereenWeg);
    for (const zin of gelezen(wereld)) expect(zin).toMatch(/\p{L}/u);
  });

  it.each(planner.stappen.slice(1).map(({ id, nummer }) => [nummer, id] as const))(
    'has nothing ticked in step %i, also when nobody is left in it',
    (nummer, id) => {
      const wereld = groep('Sanne', 'Bram');
      for (const step of planner.stappen.slice(1, nummer)) wereld.stap(step.id);
      const klaar = () =>
        stepOf(planner, id)
          .gereed(wereld.beeld)
          .filter((check) => check.klaar)
          .map(({ zin }) => zin);
      expect(klaar()).toEqual([]);
      wereld.said('klok', iedereenWeg);
      expect(klaar()).toEqual([]);
    },
  );

  it('reads of a moment of progress that nobody answered and nothing was done, not that all did', () => {
    const wereld = groep('Sanne', 'Bram');
    for (const { id } of planner.stappen.slice(1)) wereld.stap(id);
    const gelezenBij = () => {
      const { titel, regels } = resultaat.samenvatting(wereld.beeld);
      return [titel, ...regels].join(' ');
    };
    expect(gelezenBij()).toBe('Er is nog geen voortgang. Er staan geen maatregelen in de matrix.');

    wereld.said('Sanne', [rijVan('Bram')]);
    expect(gelezenBij()).toBe(
      'Zo staat het ervoor met de maatregelen. Nog niemand heeft gereageerd. 1 maatregel is nog niet begonnen.',
    );
    wereld.said('klok', iedereenWeg);
    expect(gelezenBij()).toBe(
      'Zo staat het ervoor met de maatregelen. 1 maatregel is nog niet begonnen.',
    );
  });

  it('with a list that nobody is asked about any more reads of no akkoord', () => {
    const wereld = groep('Sanne', 'Bram');
    wereld.stap('probleem');
    wereld.said('Sanne', [
      begin(
        probleemMelding,
        'p1',
        { ...PROBLEEM, van: 'Sanne' },
        { omschrijving: 'Fietsen', plaats: '', cijfers: '' },
      ),
      begin(
        prioriteitenlijst,
        'lijst',
        { onderwerpen: ['p1'], eerst: ['p1'], tot: '', vastgesteld: wereld.now },
        {},
      ),
    ]);
    const gelezenBij = () => probleem.gereed(wereld.beeld).map(({ zin }) => zin);
    expect(gelezenBij()).toContain('Nog niemand is akkoord');
    wereld.said('klok', iedereenWeg);
    expect(gelezenBij().join(' ')).not.toMatch(/akkoord|niemand/i);
  });

  it('of whom nothing is asked is not told that everybody answered', () => {
    const wereld = groep('Sanne', 'Bram');
    wereld.stap('probleem');
    wereld.stap('maatregelen');
    const nee = wereld.opent('Sanne', 'herinner.nu');
    expect(isRefused(nee) && nee.vraag).toBe('Niemand hoeft in deze stap iets in te vullen.');
  });
});
