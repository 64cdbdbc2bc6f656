import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belangrijkste } from '../../src/planner/plan/maatregel.ts';
import { onderwerpen } from '../../src/planner/plan/plan.ts';
import { geopend } from '../../src/process/feiten/geopende-stap.ts';
import { planner } from '../../src/planner/index.ts';
import { loos, maaktAf } from './afmaker.ts';
import { type Bewaakt, begin, beginLeeg, eenDruk } from './bewaakt.ts';
import { eenGang, komtOfGaat, wieLeidt } from './komen-en-gaan.ts';
import { overNiets, overNietsOp } from './over-niets.ts';
import { dichteUitwegen } from './uitwegen.ts';

/** Always the same walks, so that a failure is one of the code; other ones when many are asked for, as each night. */
const { WANDELINGEN } = process.env;
const WALKS = WANDELINGEN ? { numRuns: Number(WANDELINGEN) } : { seed: 20_261_201, numRuns: 60 };

/** Somebody presses something, or people come and go. */
const eenZet = fc.oneof({ weight: 7, arbitrary: eenDruk }, { weight: 1, arbitrary: eenGang });

/** A group in a step with what is usual by then, before its overleg or after it, or with nothing at all. */
const eenBegin = fc.record({
  stapNu: fc.integer({ min: 1, max: 6 }),
  met: fc.constantFrom('open' as const, 'na overleg' as const, 'niets' as const),
});

const beeldVan = ({ project, now }: Bewaakt) => ({ project, now, traject: planner });

/** What is pressed, and of nothing is said that it is settled, on whatever screen. */
function doet(groep: Bewaakt, zet: typeof eenZet extends fc.Arbitrary<infer T> ? T : never): void {
  if ('mensen' in zet) komtOfGaat(groep, zet);
  else for (const screen of groep.druk(zet)) expect(overNietsOp(groep.project, screen)).toEqual([]);
}

describe('a group, wherever it got to by whatever order of doing', () => {
  it('can be brought to an end by whoever leads with the buttons that are shown, within sixty presses [A16, C18, C19, E1, E3]', () => {
    fc.assert(
      fc.property(
        eenBegin,
        fc.array(eenZet, { minLength: 0, maxLength: 60 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        ({ stapNu, met }, zetten, picks) => {
          const groep = met === 'niets' ? beginLeeg(stapNu) : begin(stapNu, met);
          expect(overNiets(beeldVan(groep))).toEqual([]);
          for (const zet of zetten) doet(groep, zet);
          expect(overNiets(beeldVan(groep))).toEqual([]);
          expect(dichteUitwegen(groep, wieLeidt(groep), picks)).toEqual([]);

          const isOpTijd = geopend(groep.project).length < planner.stappen.length;
          const { isAf, gedrukt, gelezen, overNiets: gezegd } = maaktAf(groep);

          expect(isAf, gedrukt.join(' > ')).toBe(true);
          expect(gelezen.flatMap(loos)).toEqual([]);
          expect(gezegd).toEqual([]);
          expect(geopend(groep.project)).toHaveLength(6);
          expect(overNiets(beeldVan(groep))).toEqual([]);
          // Whatever problems there are, the steps after it were about them.
          if (isOpTijd && onderwerpen(groep.project).length > 0)
            expect(belangrijkste(groep.project).length).toBeGreaterThan(0);
        },
      ),
      WALKS,
    );
  });
});
