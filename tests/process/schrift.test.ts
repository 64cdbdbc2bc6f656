import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeesbaar, plat, regelsUit, schoon, sleutel } from '../../src/process/taal/schrift.ts';

const RUNS = { seed: 2027, numRuns: 2_000 };

/** All signs of which this holds. */
const signs = (isOne: RegExp) =>
  Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => isOne.test(sign));

const SPATIES = [...signs(/\p{Zs}/u), '\t'];
const STREEPJES = [...signs(/\p{Pd}/u), '\u2212'];
const ONZICHTBAAR = [
  ...['\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\u2063', '\uFEFF'],
  ...['\u180E', '\u034F', '\u2800', '\u3164', '\uFFA0', '\u115F', '\u{E0020}', '\uFE0F'],
];
const OMKEREN = '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'.split('');
const CIJFERS = signs(/\p{Nd}/u);

const STURING = signs(/\p{Cc}/u).filter((sign) => sign !== '\t' && sign !== '\n');
const breuk = fc.constantFrom(...STURING, '\u2028', '\u2029', '\uD83D', '\uDE00', '\uFFFE');
/** Halves of signs that stand together in the right order are a sign. */
const breuken = fc
  .array(breuk, { minLength: 1 })
  .map((found) => found.join(''))
  .filter((found) => !/\p{S}/u.test(found));
const woord = fc.stringMatching(/^[a-zéïA-Z0-9ß’.!?,-]{1,8}$/);
/** Anything that can come in: also halves of signs, and what no keyboard has. */
const alles = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.oneof(woord, breuk, fc.constantFrom(...OMKEREN, ...SPATIES, ...ONZICHTBAAR)))
    .map((parts) => parts.join('')),
);
const teken = <T>(list: readonly T[]) => fc.constantFrom(...list);

/** The text with other capitals, as one chose for each sign. */
const hoofdletters = (text: string, keuzes: readonly boolean[]) =>
  [...text]
    .map((sign, at) => (keuzes[at % keuzes.length] ? sign.toUpperCase() : sign.toLowerCase()))
    .join('');

/** The same signs as a keyboard for Chinese or Japanese makes them. */
const breed = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfe_e0));

describe('a text as it is kept', () => {
  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(alles, (text) => {
        expect(schoon(schoon(text))).toBe(schoon(text));
      }),
      RUNS,
    );
  });

  it('holds words that stood apart still apart, whatever the break between them was', () => {
    fc.assert(
      fc.property(fc.array(woord, { minLength: 2 }), breuken, (words, between) => {
        const text = words.join(between);
        expect(schoon(text).split(/\s+/)).toEqual(words.map((word) => word.normalize('NFC')));
      }),
      RUNS,
    );
  });

  it.each(['\v', '\f', '\u0085', '\u2028', '\u2029', '\r', '\r\n'])(
    'has one end of a line for that of every program: %j',
    (einde) => {
      expect(schoon(`Jongerenoverlast${einde}op het plein`)).toBe('Jongerenoverlast\nop het plein');
    },
  );

  it('shows no more than was typed: nothing at the edge of a word or a line, and no two spaces', () => {
    expect(schoon('\0plein \x1bis\0 leeg\0')).toBe('plein is leeg');
    expect(schoon('plein\0\nis leeg')).toBe('plein\nis leeg');
    expect(schoon('plein.\x1b\x1bIs leeg')).toBe('plein. Is leeg');
  });

  it('turns nothing around that stands after it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(woord, teken(OMKEREN))), (parts) => {
        const zonder = parts.filter((part) => !OMKEREN.includes(part)).join('');
        expect(schoon(parts.join(''))).toBe(zonder);
      }),
      RUNS,
    );
  });

  it('keeps every sign that a reader sees, and those that hold a sign together', () => {
    const GEZIEN = [
      '👩‍👩‍👧',
      '🏳️‍🌈',
      '👍🏽',
      '🇳🇱',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      '1️⃣',
      'นั้น',
      'नमस्ते',
      'می‌خواهم',
      'a̋',
      '①',
      'ﬁ',
      '½',
      '　',
    ];
    for (const sign of GEZIEN) expect(schoon(`Dit: ${sign}.`)).toBe(`Dit: ${sign}.`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const geenSturing = text
          .replace(/[\p{Cc}\u2028\u2029]/gu, 'x')
          .replace(/[\u202A-\u202E\u2066-\u2069]/g, 'y');
        expect(schoon(geenSturing)).toBe(geenSturing.normalize('NFC'));
      }),
      RUNS,
    );
  });
});

describe('something to read', () => {
  it('is no space, no sign of no width, no filler and no lonely mark', () => {
    const niets = fc.array(
      teken([...SPATIES, ...ONZICHTBAAR, ...OMKEREN, '\n', '\0', '\uFFFC', '\u0301', '\uD800']),
    );
    fc.assert(
      fc.property(niets, (parts) => {
        expect(isLeesbaar(schoon(parts.join('')))).toBe(false);
      }),
      RUNS,
    );
  });

  it.each(['a', '7', '?', '€', '😀', '1️⃣', 'ß', '水', 'ب', '\u200Bx\u200B', '�'])(
    'is %j',
    (text) => {
      expect(isLeesbaar(text)).toBe(true);
    },
  );
});

describe('the key of a text', () => {
  const anders = fc.record({
    spatie: fc.array(teken(SPATIES), { minLength: 1, maxLength: 3 }).map((found) => found.join('')),
    streep: teken(STREEPJES),
    niets: fc
      .array(fc.oneof(teken(ONZICHTBAAR), teken(OMKEREN)), { maxLength: 3 })
      .map((found) => found.join('')),
    keuzes: fc.array(fc.boolean(), { minLength: 1 }),
    isBreed: fc.boolean(),
    vorm: teken(['NFC', 'NFD']),
  });
  const naam = teken([
    'Coöperatie Fryslân',
    'Sint-Jans Gasthuis',
    "Stichting 's-Hertogenbosch",
    'Veilig Thuis 24-7',
    'Bruggenstraße',
    'İstanbul Kültür',
  ]);

  it('is the same over all spaces, dashes, capitals, invisible signs and full-width forms', () => {
    fc.assert(
      fc.property(naam, anders, (text, { spatie, streep, niets, keuzes, isBreed, vorm }) => {
        const geschreven = hoofdletters(isBreed ? breed(text) : text, keuzes)
          .normalize(vorm)
          .replaceAll(' ', `${niets}${spatie}`)
          .replaceAll(/[-－]/g, streep);
        expect(sleutel(`${niets}${geschreven}${spatie}${niets}`)).toBe(sleutel(text));
      }),
      RUNS,
    );
  });

  it('is its own key, and that of the text in capitals', () => {
    fc.assert(
      fc.property(alles, (text) => {
        expect(sleutel(sleutel(text))).toBe(sleutel(text));
        expect(sleutel(text.toUpperCase())).toBe(sleutel(text));
        expect(plat(plat(text))).toBe(plat(text));
      }),
      RUNS,
    );
  });

  it('differs where a reader reads something else', () => {
    const NAMEN = [
      'Fryslân',
      'Fryslan',
      'Frys lân',
      'Frys-lân',
      'Fryslân 2',
      'Frysl',
      '',
      'ß',
      's',
    ];
    expect(new Set(NAMEN.map(sleutel)).size).toBe(NAMEN.length);
  });

  it('has a digit of its own for the digits of every script', () => {
    for (const sign of CIJFERS) expect(plat(sign)).toMatch(/^[0-9]$/);
    expect(plat('٠١٢٣٤٥٦٧٨٩ ०१२३४५६७८९ ０１２３４５６７８９')).toBe(
      '0123456789 0123456789 0123456789',
    );
  });
});

describe('a pasted list', () => {
  const MERKEN = [
    '• ',
    '•\t',
    '•',
    '- ',
    '– ',
    '* ',
    '▪ ',
    'o\t',
    '\uF0B7\t',
    '☐ ',
    '[ ] ',
    '[x] ',
    '→ ',
    '◦ ',
    ...['✅ ', '👉🏽 ', '➡️ ', '➡', '▶ ', '▶️', '■ ', '✔️ ', '☑️ ', '➤ ', '❖ ', '🔹', '- ✅ '],
  ];
  /** Arrows, and the squares, dots and triangles of a font; the coloured rounds and squares say something. */
  const isBolletje = (sign: string) =>
    /[\u2190-\u21FF\u25A0-\u25FF\u2798-\u27AF\u27B1-\u27BE✅✔☑👉☞🔶-🔹]/u.test(sign);
  const genummerd = [
    (nr: number) => `${nr}. `,
    (nr: number) => `${nr})\t`,
    (nr: number) => `(${nr}) `,
    (nr: number) => `${nr}\uFE0F\u20E3 `,
    (nr: number) => `${String.fromCodePoint(0x245f + nr)} `,
  ];
  const merkUit = (merken: readonly string[]) =>
    fc.oneof(
      teken(merken).map((found) => () => found),
      teken(genummerd),
      fc.constant(() => ''),
    );
  const merk = merkUit(MERKEN);
  /** A letter between two tabs is a cell. */
  const merkOpEenRegel = merkUit(MERKEN.filter((found) => found !== 'o\t'));
  const regel = fc.stringMatching(/^[A-Za-z]{2,6}( [a-z]{1,6}){0,2}$/);
  const regels = fc.uniqueArray(regel, { selector: sleutel, minLength: 1, maxLength: 6 });

  it('gives what stands on each line, without bullets, numbers, blank lines and invisible signs around it', () => {
    fc.assert(
      fc.property(
        regels,
        merk,
        teken(['\n', '\r\n', '\v', '\u2028', '\n\n', '\n\u200B\n']),
        (lines, voor, einde) => {
          const text = lines.map((line, at) => `  ${voor(at + 1)}${line} `).join(einde);
          expect(regelsUit(text)).toEqual(lines);
        },
      ),
      RUNS,
    );
  });

  it('may stand on one line, as the row of a sheet or with semicolons', () => {
    fc.assert(
      fc.property(regels, merkOpEenRegel, teken(['\t', ';', '; ', ' ;']), (lines, voor, tussen) => {
        const text = lines.map((line, at) => `${voor(at + 1)}${line}`).join(tussen);
        expect(regelsUit(text)).toEqual(lines);
      }),
      RUNS,
    );
  });

  it('has each once, as first written', () => {
    fc.assert(
      fc.property(
        regels,
        fc.nat(5),
        fc.array(fc.boolean(), { minLength: 1 }),
        (lines, at, keuzes) => {
          const again = hoofdletters(lines[at % lines.length]!, keuzes);
          expect(regelsUit([...lines, `• ${again}\u200B`].join('\n'))).toEqual(lines);
        },
      ),
      RUNS,
    );
  });

  it('keeps what belongs to a line: its own signs, a comma, a number that is the answer', () => {
    const lines = [
      'J. Jansen',
      'B&W van Utrecht, namens hen de griffier',
      '24/7',
      '-5',
      '1,5 jaar',
      '0-5',
      'a.s. maandag',
      '3e groep',
      ...['©Gemeente', '™ van een merk', '🇳🇱 Nederland', '°C te hoog', '№ 5', 'Op tijd ✅'],
    ];
    expect(regelsUit(lines.join('\n'))).toEqual(lines);
    expect(regelsUit('1\n2\n3')).toEqual(['1', '2', '3']);
    expect(regelsUit('1\t2\t3')).toEqual(['1', '2', '3']);
    expect(regelsUit('laag; midden;\nhoog; zeer hoog')).toEqual([
      'laag; midden',
      'hoog; zeer hoog',
    ]);
    expect(regelsUit('- de burgemeester;\n- de korpschef; en\n- de officier.')).toEqual([
      'de burgemeester',
      'de korpschef',
      'de officier.',
    ]);
    expect(regelsUit('')).toEqual([]);
  });

  it('keeps every picture before a text that is no mark of a list, also behind such a mark', () => {
    const alleMerken = MERKEN.join('');
    const plaatjes = signs(/(?![0-9])\p{Extended_Pictographic}/u).filter(
      (sign) => !alleMerken.includes(sign) && !isBolletje(sign) && !STREEPJES.includes(sign),
    );
    expect(plaatjes.length).toBeGreaterThan(1_000);
    const plaatje = fc.oneof(
      teken(plaatjes),
      teken(['🚲', '⚠️', '⭐⭐', '👩‍👩‍👧', '🇳🇱', '👍🏽', '🔴', '❤️', '©', '👁️‍🗨️']),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(plaatje, teken(['', ' ']), regel), {
          selector: (found) => found.join(''),
          minLength: 1,
          maxLength: 4,
        }),
        merk,
        teken(['\n', '\r\n', '\n\n']),
        (items, voor, einde) => {
          const lines = items.map((found) => found.join(''));
          fc.pre(new Set(lines.map(sleutel)).size === lines.length);
          expect(regelsUit(lines.map((line, at) => voor(at + 1) + line).join(einde))).toEqual(
            lines,
          );
        },
      ),
      RUNS,
    );
    expect(regelsUit('🚲 gestolen\n- 🛵 op de stoep\n☐ ✔ afval')).toEqual([
      '🚲 gestolen',
      '🛵 op de stoep',
      'afval',
    ]);
  });

  it('keeps an item that is a picture or a number and nothing else', () => {
    const items = ['✅', '👍🏽', '✔️', '👩‍👩‍👧', '2️⃣', '③'];
    for (const item of items) expect(regelsUit(item)).toEqual([item]);
    expect(regelsUit(items.map((item) => `- ${item}`).join('\n'))).toEqual(items);
    expect(regelsUit('•\n☐\n-')).toEqual([]);
  });

  it('may be counted with letters or as the Romans did, small or in capitals, and in parts', () => {
    const letters = (nr: number) => String.fromCodePoint(96 + nr);
    const romeins = (nr: number) => ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi'][nr] ?? '';
    const teller = teken([letters, romeins, String, (nr: number) => `1.${nr}`]);
    fc.assert(
      fc.property(
        regels.filter((found) => found.length > 1),
        teller,
        teken(['.', ')']),
        fc.boolean(),
        (lines, nr, erna, isGroot) => {
          const voor = (at: number) => (isGroot ? nr(at + 1).toUpperCase() : nr(at + 1));
          fc.pre(!(voor(0).includes('.') && erna === ')'));
          fc.pre(!(nr === letters && isGroot && erna === '.'));
          const text = lines.map((line, at) => `${voor(at)}${erna} ${line}`).join('\n');
          expect(regelsUit(text)).toEqual(lines);
          // Not from the first on, or only some of them: the letters of a name.
          if (nr === letters)
            expect(regelsUit(text.split('\n').toReversed().join('\n'))).toHaveLength(lines.length);
        },
      ),
      RUNS,
    );
    for (const lines of [
      ['A. Jansen', 'B. de Vries'],
      ['A. Jansen', 'B. de Vries', 'J. Bos'],
      ['I. Jansen'],
      ['V. Jansen', 'X. Bos'],
      ['A. Jansen', 'b. de Vries'],
      ['MIX. Alles', 'II. Meer'],
      ['1.5 jaar', '2.5 jaar'],
    ])
      expect(regelsUit(lines.join('\n'))).toEqual(lines);
  });

  it('takes letters with a dot for marks when they go on from a, and else for somebody’s name', () => {
    expect(regelsUit('a. Fietsen\nb. Scooters\nc. ✅ Jeugd')).toEqual([
      'Fietsen',
      'Scooters',
      'Jeugd',
    ]);
    for (const lines of [['a. jansen'], ['j. jansen', 'k. de vries'], ['a. jansen', 'de vries']])
      expect(regelsUit(lines.join('\n'))).toEqual(lines);
  });
});
