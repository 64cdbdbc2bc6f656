import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWerkdag,
  meldbaar,
  usualDeadline,
  voorstelDag,
  type Bevrijdingsdag,
} from '../../src/process/kalender/dagen.ts';
import { isRefused } from '../../src/process/contract/decision.ts';
import { bestaat, dayText, localOf, plusDays } from '../../src/process/taal/time.ts';
import { laatsteAfspraak, volgendeAfspraak } from '../../src/planner/resultaat/moment.ts';
import { monitoring } from '../../src/planner/plan/plan.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { say } from '../../support/gezegd.ts';
import { metMatrix } from '../planner/stationsplein.ts';

const DAGEN = Array.from({ length: 731 }, (_, days) => plusDays('2027-01-01', { days }));
const KEUZES: readonly Bevrijdingsdag[] = ['lustrum', 'altijd', 'nooit'];

const isVoorstelbaar = (datum: string, keuze: Bevrijdingsdag) =>
  isWerkdag(datum, keuze) && !/-12-(?:24|31)$/.test(datum);

describe('what we propose over two years', () => {
  it('for a step is a Thursday three weeks or more ahead, and never a holiday or the eve of one', () => {
    for (const vandaag of DAGEN)
      for (const keuze of KEUZES) {
        const { datum, tijd } = usualDeadline(vandaag, keuze);
        expect(datum >= plusDays(vandaag, { weeks: 3 })).toBe(true);
        expect(datum <= plusDays(vandaag, { weeks: 7 })).toBe(true);
        expect(dayText(datum, datum)).toMatch(/^do /);
        expect(isVoorstelbaar(datum, keuze), datum).toBe(true);
        expect(tijd).toBe('17:00');
      }
  });

  it('is otherwise the first day on which people work, forward or back', () => {
    for (const dag of DAGEN)
      for (const keuze of KEUZES)
        for (const naar of [1, -1] as const) {
          const datum = voorstelDag(dag, keuze, naar);
          expect(isVoorstelbaar(datum, keuze), datum).toBe(true);
          expect(naar === 1 ? datum >= dag : datum <= dag).toBe(true);
          if (isVoorstelbaar(dag, keuze)) expect(datum).toBe(dag);
        }
  });

  it.each(['maand', 'kwartaal'] as const)(
    'for progress each %s is the chosen day, and after it a working day',
    (ritme) => {
      const world = metMatrix();
      for (const eerste of DAGEN.filter((_, at) => at % 11 === 0)) {
        world.said('sanne', [
          say(
            monitoring,
            'v1',
            { wie: 'ali', eerste, ritme, doelen: [] },
            { gegevens: 'Meldingen' },
          ),
        ]);
        expect(volgendeAfspraak(world.project, plusDays(eerste, { days: -1 }))).toBe(eerste);
        let na = eerste;
        for (let keer = 0; keer < 8; keer += 1) {
          const datum = volgendeAfspraak(world.project, na) ?? '';
          expect(isVoorstelbaar(datum, 'lustrum'), `${eerste} ${datum}`).toBe(true);
          expect(datum > na).toBe(true);
          expect(laatsteAfspraak(world.project, na, datum)).toBe(datum);
          na = datum;
        }
      }
    },
  );

  it('in a form is a working day too', () => {
    const world = metMatrix();
    for (const [verb, velden] of [
      ['stap.volgende', ['datum']],
      ['deadline', ['datum']],
      ['overleg.plannen', ['datum']],
      ['monitoring.afspreken', ['eerste']],
    ] as const) {
      for (const dag of ['2027-11-24', '2027-11-26', '2027-12-03', '2027-04-06', '2027-02-26']) {
        world.het_is(dag);
        const form = world.opent('sanne', verb, { nummer: '3' });
        if (isRefused(form)) throw new Error(`${verb} refused`);
        for (const veld of velden)
          expect(isVoorstelbaar((form as FormScreen).velden[veld]?.waarde ?? '', 'lustrum')).toBe(
            true,
          );
      }
    }
  });
});

describe('a time that no clock shows', () => {
  it('is the hour that a night in March skips, and no other in two years', () => {
    const nachten = ['2027-03-28', '2028-03-26'];
    for (const datum of DAGEN)
      for (let uur = 0; uur < 24; uur += 1)
        for (const minuut of ['00', '30', '59']) {
          const tijd = `${String(uur).padStart(2, '0')}:${minuut}`;
          expect(bestaat({ datum, tijd }), `${datum} ${tijd}`).toBe(
            !(nachten.includes(datum) && uur === 2),
          );
        }
  });

  const NACHT = '2027-03-28';
  it.each([
    ['overleg.plannen', { datum: NACHT, tijd: '02:30', plaats: 'x' }, 'tijd'],
    ['overleg.plannen', { datum: NACHT, tijd: '01:30', eind: '02:15', plaats: 'x' }, 'eind'],
    ['stap.volgende', { datum: NACHT, tijd: '02:00' }, 'tijd'],
    ['deadline', { datum: NACHT, tijd: '02:59' }, 'tijd'],
  ] as const)('is refused by %s at the field, with the way out', (verb, antwoord, veld) => {
    const world = metMatrix();
    world.het_is('2027-03-01');
    const refused = world.doet('sanne', verb, antwoord, { nummer: '3' });
    if (!isRefused(refused)) throw new Error('accepted');
    expect(refused.velden[veld]).toBe(
      'Deze tijd is er die nacht niet: om 2.00 uur wordt het 3.00 uur. Kies een andere tijd.',
    );
    expect(
      isRefused(world.doet('sanne', verb, { ...antwoord, [veld]: '03:30' }, { nummer: '3' })),
    ).toBe(false);
  });
});

it('what the clock posts comes in working hours, with the closings of that day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse('2027-01-01T00:00Z'), max: Date.parse('2028-12-31T00:00Z') }),
      fc.constantFrom(...KEUZES),
      (ms, keuze) => {
        const utc = new Date(ms).toISOString();
        const op = meldbaar(utc, keuze);
        const { datum, tijd } = localOf(op);
        expect(op >= utc).toBe(true);
        expect(isWerkdag(datum, keuze) && tijd >= '09:00' && tijd < '17:05', op).toBe(true);
      },
    ),
  );
});
