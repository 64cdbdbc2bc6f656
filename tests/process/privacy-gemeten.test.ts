import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../src/process/taal/privacy.ts';
import NUMBERS from '../data/privacy/numbers.json' with { type: 'json' };

// A guard has two errors: what it lets through, and what it asks about for nothing. Both are measured on one set, which
// grows with every example that comes in: `tests/data/privacy`.

/** Texts about the work that hold nothing of a person, each on a line of its own. */
const INNOCENT = readFileSync('tests/data/privacy/innocent.txt', 'utf8').trimEnd().split('\n');
/** The most innocent texts of a hundred that may be asked about. */
const MAX_FALSE_ALARMS = 2;

const asked = (text: string) => personalDataIn([text]);
const ways = NUMBERS.flatMap(({ soort, zo }) => zo.map((text) => ({ soort, text })));

describe('the guard of personal data, on the measured set', () => {
  it('is measured on at least 10 numbers in 20 ways each, and 300 innocent texts', () => {
    expect(NUMBERS.length).toBeGreaterThanOrEqual(10);
    expect(NUMBERS.filter(({ zo }) => new Set(zo).size < 20)).toEqual([]);
    expect(new Set(INNOCENT).size).toBeGreaterThanOrEqual(300);
  });

  it('lets no number through, in whatever way it is written, and calls it what it is', () => {
    const missed = ways.filter(({ soort, text }) => asked(text).join() !== soort);

    expect(missed.map(({ soort, text }) => ({ soort, text, gevraagd: asked(text) }))).toEqual([]);
  });

  it(`asks about less than ${MAX_FALSE_ALARMS} of a hundred innocent texts`, () => {
    const alarms = INNOCENT.filter((text) => asked(text).length > 0);

    expect(
      (100 * alarms.length) / INNOCENT.length,
      alarms.map((text) => `${text} → ${asked(text).join(' en ')}`).join('\n'),
    ).toBeLessThan(MAX_FALSE_ALARMS);
  });
});

describe('the signs between the digits of a number', () => {
  const signs = (isOne: RegExp) =>
    Array.from({ length: 0x11_0000 }, (_, code) => code)
      .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => isOne.test(sign));
  /** Signs that look like a dot, of whatever script. */
  const PUNTEN = '.·‧․•‥…。．｡･・﹒︒։۔᛫⸰⸱⸳∙⋅\u0387'.split('');
  const TUSSEN = [
    ...[...signs(/\p{Zs}/u), '\t', ...signs(/\p{Pd}/u), '\u2212', '_', '/', ...PUNTEN],
    ...['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u180E', '\u200E', '\u202A'],
  ];
  const tussen = fc
    .array(fc.constantFrom(...TUSSEN), { minLength: 1, maxLength: 3 })
    .map((found) => found.join(''));
  const CIJFERS = ['０'.codePointAt(0)!, '٠'.codePointAt(0)!, '०'.codePointAt(0)!];
  const met = (nul: number) => (text: string) =>
    text.replace(/\d/g, (cijfer) => String.fromCodePoint(nul + Number(cijfer)));
  const cijfers = fc.oneof(
    fc.constant((text: string) => text),
    fc.constantFrom(...CIJFERS).map(met),
  );

  /** A number as the groups in which people write it. */
  const groepen = fc.oneof(
    fc.constantFrom(
      ...['06 12345678', '06 12 34 56 78', '06 1234 5678', '030 2345678', '030 234 56 78'],
      ...['0343 565612', '0343 56 56 12', '085 123 45 67', '111 222 333', '1112 22 333'],
      ...['123456782', 'NL91 ABNA 0417 1643 00', 'BE68 5390 0754 7034', '+31 6 12345678'],
      ...['+32 470 12 34 56', '0049 1512 3456789', '0612345678', '+31 30 234 56 78'],
    ),
    // What is no number of a person is none with other signs either.
    fc.constantFrom('111 222 334', '0800 1234', '0900 8844', '112', '14 030', '20270021'),
  );
  const OMGEVING = [
    (text: string) => text,
    (text: string) => `Jan,${text}`,
    (text: string) => `Bel hem op ${text}, liefst ’s avonds.`,
    (text: string) => `(${text})`,
  ];

  it('make no difference: a number with any of them is asked about as the same number without', () => {
    fc.assert(
      fc.property(
        groepen,
        tussen,
        fc.boolean(),
        cijfers,
        fc.constantFrom(...OMGEVING),
        (nummer, s, isGespeld, schrijf, staat) => {
          const los = isGespeld
            ? [...nummer.replaceAll(' ', '')].join(s)
            : nummer.replaceAll(' ', s);
          // The plus stands before the number.
          const geschreven = schrijf(los.replace(/^\+[^\d]*/, '+'));
          expect(asked(staat(geschreven))).toEqual(asked(staat(nummer.replaceAll(' ', ''))));
        },
      ),
      { seed: 2027, numRuns: 20_000 },
    );
  });
});

describe('a number of a person, whatever its digits are', () => {
  const verdeeld = (cijfers: string, lengtes: readonly number[]) => {
    let van = 0;
    return lengtes.map((lengte) => cijfers.slice(van, (van += lengte)));
  };
  const cijfers = (aantal: number) => fc.stringMatching(new RegExp(`^[0-9]{${aantal}}$`));
  const mobiel = fc
    .tuple(
      cijfers(8).map((acht) => `06${acht}`),
      fc.constantFrom([10], [2, 8], [2, 2, 2, 2, 2], [2, 4, 4], [2, 3, 3, 2]),
    )
    // 06 07 08 09 10 is no number, and neither is 06 06 06 06 06.
    .filter(([nummer]) => new Set(nummer).size > 4);
  const vast = fc.oneof(
    fc.tuple(
      fc.tuple(fc.constantFrom('010', '030', '071', '088'), cijfers(7)).map(([a, b]) => a + b),
      fc.constantFrom([10], [3, 7], [3, 3, 4], [3, 3, 2, 2]),
    ),
    fc.tuple(
      fc.tuple(fc.constantFrom('0343', '0412', '0594'), cijfers(6)).map(([a, b]) => a + b),
      fc.constantFrom([10], [4, 6], [4, 2, 2, 2], [4, 3, 3]),
    ),
  );
  const som = (acht: string) => [...acht].reduce((t, c, at) => t + Number(c) * (9 - at), 0) % 11;
  const bsn = fc.tuple(
    cijfers(8)
      .filter((acht) => som(acht) < 10 && Number(acht) > 0)
      .map((acht) => `${acht}${som(acht)}`)
      // A round number is one: 129.000.000.
      .filter((negen) => !negen.endsWith('000')),
    fc.constantFrom([9], [3, 3, 3], [4, 2, 3]),
  );
  const streep = fc.constantFrom(' ', '-', '.', ' - ', '/', '_', '\t', ' . ', '  ', '·');
  const ZINNEN = [
    (text: string) => text,
    (text: string) => `bel ${text} na 18.00 uur`,
    (text: string) => `12-03-2026 ${text}`,
    (text: string) => `Jan: ${text}, 12 jaar`,
    (text: string) => `${text} 3 keer`,
    (text: string) => `op 12-03-26 om 12.30 ${text}`,
  ];

  it.each([
    ['een telefoonnummer', mobiel],
    ['een telefoonnummer', vast],
    ['een burgerservicenummer', bsn],
  ])('is asked about as %s in the middle of a sentence with dates and times', (soort, nummers) => {
    fc.assert(
      fc.property(nummers, streep, fc.constantFrom(...ZINNEN), ([nummer, lengtes], s, zin) => {
        expect(asked(zin(verdeeld(nummer, lengtes).join(s)))).toEqual([soort]);
      }),
      { seed: 2027, numRuns: 10_000 },
    );
  });
});

describe('a long text', () => {
  /** Nothing here counts on the clock: a pattern that goes back and forth would never come to an end. */
  const LANG = 50_000;
  const ROW = [
    '1',
    '0',
    '0 ',
    '1.',
    '1_',
    '06',
    '+3',
    '+31 6 ',
    'NL91',
    'NL91 ',
    'bsn 1 ',
    'a@',
    'a.',
    'a.a@a.',
    'zaak 1, ',
    'zaken 1, ',
    'nummer',
    '€1 ',
    '1 000 ',
    '01-01-26 ',
    '10.00 ',
    'gemeente 030 ',
    'x.pdf',
    '1.1.1.1 ',
    '12.3456 ',
    '０',
    '6\u200B',
    '- ',
    '(',
  ];

  it.each(ROW)('of %j over and over comes to an end, and hides no number that follows', (row) => {
    const lang = row.repeat(LANG / row.length);
    expect(asked(`${lang}\nBel 06-12345678 of 111222333.`)).toEqual(
      expect.arrayContaining(['een telefoonnummer', 'een burgerservicenummer']),
    );
  });
});
