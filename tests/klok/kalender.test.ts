import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  feestdagen,
  isWerkdag,
  ochtend,
  overdag,
  werkdagen,
  type Bevrijdingsdag,
} from '../../src/process/kalender/dagen.ts';
import { herinnerMomenten } from '../../src/process/stappen/momenten.ts';
import { localOf, plusDays, utcOf } from '../../src/process/taal/time.ts';

/** As a printed calendar has them, day and month: what the code computes is compared with this. */
const KALENDER: readonly {
  jaar: number;
  goedeVrijdag: string;
  pasen: readonly [string, string];
  koningsdag: string;
  hemelvaart: string;
  pinksteren: readonly [string, string];
  /** The night in which 2.00 becomes 3.00, and the one in which 3.00 becomes 2.00. */
  vooruit: string;
  terug: string;
}[] = [
  jaar(2026, '04-03', ['04-05', '04-06'], '04-27', '05-14', ['05-24', '05-25'], '03-29', '10-25'),
  jaar(2027, '03-26', ['03-28', '03-29'], '04-27', '05-06', ['05-16', '05-17'], '03-28', '10-31'),
  jaar(2028, '04-14', ['04-16', '04-17'], '04-27', '05-25', ['06-04', '06-05'], '03-26', '10-29'),
  jaar(2029, '03-30', ['04-01', '04-02'], '04-27', '05-10', ['05-20', '05-21'], '03-25', '10-28'),
  jaar(2030, '04-19', ['04-21', '04-22'], '04-27', '05-30', ['06-09', '06-10'], '03-31', '10-27'),
  jaar(2031, '04-11', ['04-13', '04-14'], '04-26', '05-22', ['06-01', '06-02'], '03-30', '10-26'),
  jaar(2032, '03-26', ['03-28', '03-29'], '04-27', '05-06', ['05-16', '05-17'], '03-28', '10-31'),
  jaar(2033, '04-15', ['04-17', '04-18'], '04-27', '05-26', ['06-05', '06-06'], '03-27', '10-30'),
  jaar(2034, '04-07', ['04-09', '04-10'], '04-27', '05-18', ['05-28', '05-29'], '03-26', '10-29'),
  jaar(2035, '03-23', ['03-25', '03-26'], '04-27', '05-03', ['05-13', '05-14'], '03-25', '10-28'),
  jaar(2036, '04-11', ['04-13', '04-14'], '04-26', '05-22', ['06-01', '06-02'], '03-30', '10-26'),
];

function jaar(
  jaar: number,
  ...[goedeVrijdag, pasen, koningsdag, hemelvaart, pinksteren, vooruit, terug]: [
    goedeVrijdag: string,
    pasen: [string, string],
    koningsdag: string,
    hemelvaart: string,
    pinksteren: [string, string],
    vooruit: string,
    terug: string,
  ]
) {
  return { jaar, goedeVrijdag, pasen, koningsdag, hemelvaart, pinksteren, vooruit, terug };
}

const JAREN = KALENDER.map((rij) => rij.jaar);

/** When 5 mei is a day off, per setting. */
const MEI5: Readonly<Record<Bevrijdingsdag, readonly number[]>> = {
  lustrum: [2030, 2035],
  altijd: JAREN,
  nooit: [],
};
const KEUZES = ['lustrum', 'altijd', 'nooit'] as const;

/** All days off of these years, yyyy-mm-dd. */
function vrij(bevrijdingsdag: Bevrijdingsdag): Set<string> {
  return new Set(
    KALENDER.flatMap(({ jaar, goedeVrijdag, pasen, koningsdag, hemelvaart, pinksteren }) =>
      [
        ...['01-01', goedeVrijdag, ...pasen, koningsdag, hemelvaart, ...pinksteren],
        ...['12-25', '12-26'],
        ...(MEI5[bevrijdingsdag].includes(jaar) ? ['05-05'] : []),
      ].map((dag) => `${jaar}-${dag}`),
    ),
  );
}

const VRIJ = { lustrum: vrij('lustrum'), altijd: vrij('altijd'), nooit: vrij('nooit') };

const HOUR_MS = 3_600_000;

/** When summer time holds, UTC ms: both changes are at 1.00 UTC. */
const ZOMERS = KALENDER.map(({ jaar, vooruit, terug }) => ({
  van: Date.parse(`${jaar}-${vooruit}T01:00:00Z`),
  tot: Date.parse(`${jaar}-${terug}T01:00:00Z`),
}));

/** The wall clock in Amsterdam at this instant, by that table. */
function aanDeMuur(ms: number): { datum: string; uur: number } {
  const isZomer = ZOMERS.some(({ van, tot }) => van <= ms && ms < tot);
  const muur = new Date(ms + (isZomer ? 2 : 1) * HOUR_MS);
  return { datum: muur.toISOString().slice(0, 10), uur: muur.getUTCHours() };
}

const isWeekend = (datum: string) => [0, 6].includes(new Date(`${datum}T12:00:00Z`).getUTCDay());
const werktMen = (datum: string, keuze: Bevrijdingsdag) =>
  !isWeekend(datum) && !VRIJ[keuze].has(datum);

function magSchrijven(ms: number, keuze: Bevrijdingsdag): boolean {
  const { datum, uur } = aanDeMuur(ms);
  return werktMen(datum, keuze) && uur >= 9 && uur < 17;
}

/** The first instant from this one on at which we may write to people, found by looking at every hour. */
function eerstvolgende(ms: number, keuze: Bevrijdingsdag): number {
  let at = ms;
  while (!magSchrijven(at, keuze)) at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
  return at;
}

const ms = (utc: string) => Date.parse(utc);
const iso = (at: number) => new Date(at).toISOString();

const eenKeuze = fc.constantFrom(...KEUZES);
const MINUTE_MS = 60_000;
const EERSTE = ms('2026-02-01T00:00:00Z') / MINUTE_MS;
const LAATSTE = ms('2036-09-01T00:00:00Z') / MINUTE_MS;
/** Any minute of these years, UTC ms. */
const eenMoment = fc.integer({ min: EERSTE, max: LAATSTE }).map((minute) => minute * MINUTE_MS);
const eenDag = eenMoment.map((at) => aanDeMuur(at).datum);

describe('public holidays', () => {
  it.each(KEUZES)('are those of a printed calendar from 2026 to 2036, with 5 mei %s', (keuze) => {
    for (const jaar of JAREN) {
      const printed = [...VRIJ[keuze]].filter((dag) => dag.startsWith(`${jaar}-`));
      expect([...feestdagen(jaar, keuze)].sort(), `${jaar}`).toEqual(printed.sort());
    }
  });

  it('give Koningsdag to the Saturday when 27 april is a Sunday', () => {
    expect(isWerkdag('2029-04-27', 'lustrum')).toBe(false);
    expect(feestdagen(2031, 'lustrum').has('2031-04-27')).toBe(false);
    expect(feestdagen(2031, 'lustrum').has('2031-04-26')).toBe(true);
    expect(isWerkdag('2031-04-28', 'lustrum')).toBe(true);
  });

  it('make 5 mei a day off in a lustrum year, every year or never, as the group chose', () => {
    expect(KEUZES.map((keuze) => isWerkdag('2027-05-05', keuze))).toEqual([true, false, true]);
    expect(KEUZES.map((keuze) => feestdagen(2030, keuze).has('2030-05-05'))).toEqual([
      ...[true, true, false],
    ]);
  });
});

describe('when the clock changes', () => {
  it.each(KALENDER)('in the spring of $jaar, a skipped hour moves forward', ({ jaar, vooruit }) => {
    const datum = `${jaar}-${vooruit}`;
    expect(utcOf({ datum, tijd: '01:59' })).toBe(`${datum}T00:59:00.000Z`);
    expect(utcOf({ datum, tijd: '02:30' })).toBe(`${datum}T01:30:00.000Z`);
    expect(utcOf({ datum, tijd: '03:00' })).toBe(`${datum}T01:00:00.000Z`);
    expect(localOf(`${datum}T00:59:59.999Z`)).toEqual({ datum, tijd: '01:59' });
    expect(localOf(`${datum}T01:00:00.000Z`)).toEqual({ datum, tijd: '03:00' });
  });

  it.each(KALENDER)('in the autumn of $jaar, a doubled hour counts as its last', (rij) => {
    const datum = `${rij.jaar}-${rij.terug}`;
    const daarvoor = plusDays(datum, { days: -1 });
    expect(utcOf({ datum, tijd: '01:59' })).toBe(`${daarvoor}T23:59:00.000Z`);
    expect(utcOf({ datum, tijd: '02:30' })).toBe(`${datum}T01:30:00.000Z`);
    expect(utcOf({ datum, tijd: '03:00' })).toBe(`${datum}T02:00:00.000Z`);
    expect(localOf(`${datum}T00:30:00.000Z`)).toEqual({ datum, tijd: '02:30' });
    expect(localOf(`${datum}T01:30:00.000Z`)).toEqual({ datum, tijd: '02:30' });
    expect(localOf(`${datum}T02:00:00.000Z`)).toEqual({ datum, tijd: '03:00' });
  });

  it('a deadline less so many calendar days is at the same time of day', () => {
    const tijd = '17:00';
    expect(plusDays('2027-04-01', { days: -7 })).toBe('2027-03-25');
    expect(utcOf({ datum: '2027-04-01', tijd })).toBe('2027-04-01T15:00:00.000Z');
    expect(utcOf({ datum: '2027-03-25', tijd })).toBe('2027-03-25T16:00:00.000Z');
    for (const { jaar, vooruit, terug } of KALENDER) {
      for (const dag of [vooruit, terug]) {
        const deadline = plusDays(`${jaar}-${dag}`, { days: 4 });
        for (const days of [-1, -3, -7, -14, -30]) {
          const eerder = utcOf({ datum: plusDays(deadline, { days }), tijd });
          expect(aanDeMuur(ms(eerder)).uur, eerder).toBe(17);
          expect(localOf(eerder).tijd).toBe(tijd);
        }
      }
    }
  });

  it('the working day after it still begins at nine', () => {
    for (const { jaar, vooruit, terug } of KALENDER) {
      for (const zondag of [`${jaar}-${vooruit}`, `${jaar}-${terug}`]) {
        const begin = ochtend(zondag, 'lustrum');
        expect(aanDeMuur(ms(begin)).uur, begin).toBe(9);
        expect(begin).toBe(iso(eerstvolgende(ms(`${zondag}T01:00:00Z`), 'lustrum')));
      }
    }
  });

  it('any instant and its wall time belong together', () => {
    fc.assert(
      fc.property(eenMoment, (at) => {
        const { datum, tijd } = localOf(iso(at));
        expect({ datum, uur: Number(tijd.slice(0, 2)) }).toEqual(aanDeMuur(at));
        const terug = ms(utcOf({ datum, tijd }));
        // The first time of a doubled hour is read as the second.
        const isDubbel = ZOMERS.some(({ tot }) => tot - HOUR_MS <= at && at < tot);
        expect(terug).toBe(isDubbel ? at + HOUR_MS : at);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('working days', () => {
  it.each([
    ['over a weekend', '2027-01-15', 1, '2027-01-18'],
    ['over a weekend, back', '2027-01-18', -1, '2027-01-15'],
    ['from a Saturday', '2027-01-16', 1, '2027-01-18'],
    ['from a Saturday, back', '2027-01-16', -1, '2027-01-15'],
    ['over Easter', '2026-04-02', 1, '2026-04-07'],
    ['over Easter, back', '2026-04-07', -1, '2026-04-02'],
    ['over Christmas', '2026-12-24', 1, '2026-12-28'],
    ['over Christmas and New Year', '2026-12-24', 5, '2027-01-04'],
    ['over Christmas and New Year, back', '2027-01-04', -5, '2026-12-24'],
    ['over Koningsdag', '2027-04-26', 1, '2027-04-28'],
    ['over Hemelvaart', '2027-05-05', 2, '2027-05-10'],
    ['over Pinksteren, back', '2027-05-18', -1, '2027-05-14'],
    ['none, from a working day', '2027-01-15', 0, '2027-01-15'],
    ['none, from a day off', '2026-12-25', 0, '2026-12-28'],
  ])('%s', (_naam, van, aantal, naar) => {
    expect(werkdagen(van, aantal, 'lustrum')).toBe(naar);
  });

  it('are counted as on a printed calendar', () => {
    fc.assert(
      fc.property(eenDag, fc.integer({ min: -15, max: 15 }), eenKeuze, (van, aantal, keuze) => {
        const naar = werkdagen(van, aantal, keuze);
        const days = aantal < 0 ? -1 : 1;
        let geteld = 0;
        for (let dag = van; dag !== naar;) {
          dag = plusDays(dag, { days });
          if (werktMen(dag, keuze)) geteld += 1;
        }
        expect(werktMen(naar, keuze), naar).toBe(true);
        // None from a day off is the first working day after it.
        const verwacht = aantal === 0 && !werktMen(van, keuze) ? 1 : Math.abs(aantal);
        expect(geteld).toBe(verwacht);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('working hours', () => {
  it.each([
    ['in the night', '2027-01-14', '03:00', '2027-01-14', '09:00'],
    ['just before nine', '2027-01-14', '08:59', '2027-01-14', '09:00'],
    ['at nine', '2027-01-14', '09:00', '2027-01-14', '09:00'],
    ['at the end of the day', '2027-01-14', '16:59', '2027-01-14', '16:59'],
    ['at five', '2027-01-14', '17:00', '2027-01-15', '09:00'],
    ['on Friday evening', '2027-01-15', '20:00', '2027-01-18', '09:00'],
    ['on Sunday', '2027-01-17', '12:00', '2027-01-18', '09:00'],
    ['on the evening before Easter', '2026-04-02', '17:30', '2026-04-07', '09:00'],
    ['before the clock goes forward', '2028-03-24', '17:00', '2028-03-27', '09:00'],
  ])('%s', (_naam, datum, tijd, opDatum, opTijd) => {
    expect(localOf(overdag(utcOf({ datum, tijd }), 'lustrum'))).toEqual({
      ...{ datum: opDatum, tijd: opTijd },
    });
  });

  it('nothing is ever said outside them, and nothing later than needed', () => {
    fc.assert(
      fc.property(eenMoment, eenKeuze, (at, keuze) => {
        expect(overdag(iso(at), keuze)).toBe(iso(eerstvolgende(at, keuze)));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('when to remind within a window', () => {
  const eenVenster = fc.tuple(
    eenMoment,
    fc.oneof(
      fc.integer({ min: 1, max: 24 * 60 }),
      fc.integer({ min: 24 * 60, max: 7 * 24 * 60 }),
      fc.integer({ min: 7 * 24 * 60, max: 90 * 24 * 60 }),
    ),
  );

  it('always in working hours, within the window, in order and at most twice', () => {
    fc.assert(
      fc.property(eenVenster, eenKeuze, ([van, minutes], keuze) => {
        const tot = van + minutes * MINUTE_MS;
        const momenten = herinnerMomenten(iso(van), iso(tot), keuze).map(ms);
        expect(momenten.length).toBeLessThanOrEqual(2);
        expect(momenten).toEqual([...new Set(momenten)].sort((a, b) => a - b));
        for (const at of momenten) {
          expect(magSchrijven(at, keuze), iso(at)).toBe(true);
          expect(at).toBeGreaterThan(van);
          expect(at).toBeLessThan(tot);
        }
      }),
      { numRuns: 4_000 },
    );
  });

  it('in a window of more than a day half-way and at 80 percent, or what comes next in working hours, but no later than the morning of the last working day before the end', () => {
    fc.assert(
      fc.property(eenVenster, eenKeuze, ([van, minutes], keuze) => {
        fc.pre(minutes > 24 * 60);
        const tot = van + minutes * MINUTE_MS;
        // A window until midnight ends with the day before.
        let dag = plusDays(aanDeMuur(tot - 1).datum, { days: -1 });
        while (!werktMen(dag, keuze)) dag = plusDays(dag, { days: -1 });
        const uiterlijk = eerstvolgende(ms(`${dag}T05:00:00Z`), keuze);
        const verwacht = [0.5, 0.8]
          .map((deel) => eerstvolgende(van + deel * minutes * MINUTE_MS, keuze))
          .map((at) => Math.min(at, uiterlijk))
          .filter((at) => at > van);
        const laat = eerstvolgende(tot - 2 * HOUR_MS, keuze);
        // Where the last working day before the end is over already, two hours before is better than nothing.
        const anders = verwacht.length > 0 || laat >= tot ? [] : [laat];
        const momenten = herinnerMomenten(iso(van), iso(tot), keuze);
        expect(momenten).toEqual([...new Set([...verwacht, ...anders].map(iso))]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('in a window of less than a day only two hours before the end', () => {
    fc.assert(
      fc.property(
        eenMoment,
        fc.integer({ min: 1, max: 24 * 60 - 1 }),
        eenKeuze,
        (van, minutes, keuze) => {
          const tot = van + minutes * MINUTE_MS;
          const at = eerstvolgende(tot - 2 * HOUR_MS, keuze);
          const kan = tot - 2 * HOUR_MS > van && at < tot;
          expect(herinnerMomenten(iso(van), iso(tot), keuze)).toEqual(kan ? [iso(at)] : []);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('of more than three weeks on the two Mondays that come next', () => {
    const van = utcOf({ datum: '2027-01-04', tijd: '10:00' });
    const tot = utcOf({ datum: '2027-01-28', tijd: '17:00' });
    expect(herinnerMomenten(van, tot, 'lustrum').map(localOf)).toEqual([
      { datum: '2027-01-18', tijd: '09:00' },
      { datum: '2027-01-25', tijd: '09:00' },
    ]);
  });
});
