import fc from 'fast-check';
import { expect, it } from 'vitest';
import { begin, eenDruk } from './bewaakt.ts';

/** Always the same presses, so that a failure is one of the code. */
const SEED = 20_261_130;

it('keeps the rules, whoever presses whatever in whatever order [A3, A13, E18]', () => {
  const geteld = { gelukt: 0, gedrukt: 0 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(eenDruk, { minLength: 30, maxLength: 120 }),
      fc.nat(),
      (stapNu, presses, cut) => {
        const groep = begin(stapNu);
        for (const press of presses) groep.druk(press);
        groep.atTheEnd(cut);
        geteld.gelukt += groep.gelukt;
        geteld.gedrukt += presses.length;
      },
    ),
    { seed: SEED, numRuns: 150 },
  );
  console.info(`${geteld.gelukt} of ${geteld.gedrukt} presses were accepted`);
  expect(geteld.gelukt).toBeGreaterThan(100);
});
