import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { groep } from '../../support/groep.ts';
import { say } from '../../support/gezegd.ts';

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
    wereld.said('klok', [
      say(deelnemer, 'Sanne', { status: 'weg' }, {}),
      say(deelnemer, 'Bram', { status: 'weg' }, {}),
    ]);
    for (const zin of gelezen(wereld)) expect(zin).toMatch(/\p{L}/u);
  });
});
