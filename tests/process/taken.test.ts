import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afspraak } from '../../src/process/feiten/overleg.ts';
import { eerstGevraagd, takenVan } from '../../src/process/weergaven/taken.ts';
import { say } from '../../support/gezegd.ts';
import { HALF, stadium, WIE } from '../../support/stadia.ts';

const DAGEN = ['', '2027-01-05', '2027-01-20', '2027-02-11', '2027-12-01'] as const;

it('asks first what is due first, and last what has no date, in whatever order it was said', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...DAGEN), { maxLength: 8 }), (dagen) => {
      const wereld = stadium(HALF, 2, 'open');
      wereld.said(
        WIE.leider,
        dagen.map((wanneer, nth) =>
          say(
            afspraak,
            `eigen${nth}`,
            {
              ...{ wie: WIE.stil, wanneer, klaar: false, overleg: '' },
              ...{ soort: 'algemeen', vertrouwelijk: false, voor: [] },
            },
            { wat: wanneer === '' ? '~' : wanneer },
          ),
        ),
      );

      const eigen = takenVan(wereld.ctx(WIE.stil, {}))
        .map(({ tekst }) => tekst)
        .filter((tekst) => tekst === '~' || tekst.startsWith('2027'));

      expect(eigen).toEqual(dagen.map((dag) => (dag === '' ? '~' : dag)).toSorted());
    }),
    { numRuns: 30 },
  );
});

it('asks what a step has a deadline for before what is due later, and after what is due sooner', () => {
  const wereld = stadium(HALF, 2, 'open');
  wereld.said(
    WIE.leider,
    ['2020-01-01', '2030-01-01'].map((wanneer) =>
      say(
        afspraak,
        wanneer,
        {
          ...{ wie: WIE.stil, wanneer, klaar: false, overleg: '' },
          ...{ soort: 'algemeen', vertrouwelijk: false, voor: [] },
        },
        { wat: wanneer },
      ),
    ),
  );

  const taken = takenVan(wereld.ctx(WIE.stil, {}));

  expect(taken.map(({ tekst }) => tekst)).toEqual([
    '2020-01-01',
    'Geef door welke problemen jij ziet.',
    '2030-01-01',
  ]);
  expect(eerstGevraagd(taken).map(({ knoppen }) => knoppen[0]?.stijl)).toEqual([
    'positive',
    undefined,
    undefined,
  ]);
});
