import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belangrijkste } from '../../src/planner/plan/maatregel.ts';
import { onderwerpen } from '../../src/planner/plan/plan.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { geopend } from '../../src/process/feiten/geopende-stap.ts';
import { planner } from '../../src/planner/index.ts';
import { dichteUitwegen, loos, maaktAf } from './afmaker.ts';
import { Bewaakt, begin, eenDruk } from './bewaakt.ts';

/** Always the same walks, so that a failure is one of the code; other ones when many are asked for, as each night. */
const { WANDELINGEN } = process.env;
const WALKS = WANDELINGEN ? { numRuns: Number(WANDELINGEN) } : { seed: 20_261_201, numRuns: 60 };

/** A count or a tick about a set with nothing in it. */
const OVER_NIETS = /\b(\d+) van de 0\b|✔ (?:Elk|Bij elk|Alle|Iedereen|Niets)/;

/** What each step that was opened says of itself now: no tick stands at something that is not there. */
function leegGevinkt({ project, now }: Bewaakt): string[] {
  const beeld = { project, now, traject: planner };
  const niets = belangrijkste(project).length === 0;
  return geopend(project).flatMap(({ id }) =>
    stepOf(planner, id)
      .gereed(beeld)
      .map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`)
      .filter((zin) => / van de 0\b/.test(zin) || (niets && OVER_NIETS.test(zin))),
  );
}

describe('a group, wherever it got to by whatever order of doing', () => {
  it('can be brought to an end by whoever leads with the buttons that are shown, within sixty presses [A16, C18, C19, E1, E3]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(eenDruk, { minLength: 0, maxLength: 60 }),
        (stapNu, presses) => {
          const groep = begin(stapNu);
          for (const press of presses) groep.druk(press);
          expect(leegGevinkt(groep)).toEqual([]);
          expect(dichteUitwegen(groep, presses[0]?.picks ?? [1, 1, 1, 1, 1, 1, 1, 1])).toEqual([]);

          const { isAf, gedrukt, gelezen } = maaktAf(groep);

          expect(isAf, gedrukt.join(' > ')).toBe(true);
          expect(gelezen.flatMap(loos)).toEqual([]);
          expect(geopend(groep.project)).toHaveLength(6);
          expect(leegGevinkt(groep)).toEqual([]);
          // Whatever problems there are, the steps after it were about them.
          if (onderwerpen(groep.project).length > 0)
            expect(belangrijkste(groep.project).length).toBeGreaterThan(0);
        },
      ),
      WALKS,
    );
  });
});
