import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EENHEDEN } from '../../src/process/taal/getallen.ts';
import {
  bedrag,
  datum,
  getal,
  getalMetEenheid,
  kenmerk,
  keuze,
  kies,
  kort,
  KORT,
  lang,
  LANG,
  link,
  meer,
  numberInput,
  parse,
  teruggezet,
  tijd,
  vink,
  type Field,
} from '../../src/process/vormen/form.ts';

/** What the field makes of what was typed: the answer, or the sentence under its label. */
function read(field: Field<unknown>, raw: string): unknown {
  const parsed = parse({ veld: field }, { veld: raw });
  return 'velden' in parsed ? parsed.velden['veld'] : parsed.values.veld;
}

const NIVEAUS = [
  { id: 'hoog', tekst: 'Hoog' },
  { id: 'laag', tekst: 'Laag' },
] as const;

describe('a text', () => {
  const needed = { label: 'Naam', nodig: 'Geef een naam.' };

  it.each([
    ['  met ruimte eromheen\t', 'met ruimte eromheen'],
    ['<b>kaal</b> & [link](https://x) @allen', '<b>kaal</b> & [link](https://x) @allen'],
    ['👩‍👩‍👧 “gezin”', '👩‍👩‍👧 “gezin”'],
    ['', 'Geef een naam.'],
    ['   \n ', 'Geef een naam.'],
  ])('keeps what was typed, trimmed: %j', (raw, answer) => {
    expect(read(kort(needed), raw)).toBe(answer);
    expect(read(lang(needed), raw)).toBe(answer);
  });

  it.each(['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', ' \n '])(
    'of one line has a space where a line ended, and one of several lines an end: %j',
    (einde) => {
      const typed = `Jongerenoverlast${einde}op het plein`;
      expect(read(kort(needed), typed)).toBe('Jongerenoverlast op het plein');
      expect(read(kenmerk(needed), typed)).toBe('Jongerenoverlast op het plein');
      expect(read(lang(needed), typed)).toMatch(/^Jongerenoverlast ?\n ?op het plein$/);
    },
  );

  it('is asked for until there is something to read, and is empty where nothing is needed', () => {
    const NIETS = [
      '\u200B',
      '\u2060',
      '\u2800',
      '\u3164',
      '\uFEFF',
      '\u00A0',
      '\u202E',
      '\0',
      '\u00AD',
      '\n',
      '\t',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...NIETS)).map((found) => found.join('')),
        (raw) => {
          for (const make of [kort, lang, kenmerk]) {
            expect(read(make(needed), raw)).toBe('Geef een naam.');
            expect(read(make({ label: 'Functie' }), raw)).toBe('');
          }
          expect(read(link({ label: 'Link', nodig: 'Plak de link.' }), raw)).toBe('Plak de link.');
          for (const make of [datum, tijd, getal])
            expect(read(make(needed), raw)).toBe('Geef een naam.');
        },
      ),
      { seed: 2027 },
    );
  });

  it('turns nothing around in what stands after it', () => {
    expect(read(kort(needed), '\u202EJan\u202C \u2066Jansen\u2069')).toBe('Jan Jansen');
  });

  it('may stay empty when nothing is said about it', () => {
    expect(read(kort({ label: 'Functie' }), '  ')).toBe('');
  });

  it.each([
    [kort({ label: 'Kort' }), KORT],
    [lang({ label: 'Lang' }), LANG],
  ])('is refused from one sign too many on, and says how many there are', (field, max) => {
    expect(read(field, 'é'.repeat(max))).toBe('é'.repeat(max));
    expect(read(field, ` ${'é'.repeat(max)} `)).toBe('é'.repeat(max));
    expect(read(field, 'é'.repeat(max + 1))).toBe(
      `Dit mag ${max} tekens zijn. Het zijn er nu ${max + 1}.`,
    );
  });

  it('is checked for personal data, except where it is a number or a link', () => {
    const kinds = [kort, lang, kenmerk, link].map((make) => make({ label: 'x' }).vrij);
    expect(kinds).toEqual([true, true, false, false]);
  });
});

describe('a link', () => {
  const LINK = 'Plak een link die begint met https://.';

  it.each([
    'https://gemeente.sharepoint.com/sites/plein/Gedeelde%20documenten/plan.docx?web=1#p2',
    'HTTPS://voorbeeld.nl',
    `https://voorbeeld.nl/${'a'.repeat(500)}`,
  ])('may be any https address: %s', (url) => {
    expect(read(link({ label: 'Link', nodig: 'Plak de link.' }), ` ${url} `)).toBe(url);
  });

  it.each([
    ['http://voorbeeld.nl', LINK],
    ['javascript:alert(1)', LINK],
    ['data:text/html,<b>x', LINK],
    ['file:///C:/plan.docx', LINK],
    ['\\\\server\\map\\plan.docx', LINK],
    ['voorbeeld.nl/plan', LINK],
    ['https://', LINK],
    ['Notulen.docx', LINK],
    ['https://voorbeeld.nl/twee woorden', 'Plak alleen de link, zonder tekst erachter.'],
    [
      'zie https://voorbeeld.nl/Gedeelde documenten/plan.docx',
      'Plak alleen de link, zonder tekst erachter.',
    ],
    ['https://een.nl en https://twee.nl', 'Hier staan meer links. Plak er één.'],
    ['', 'Plak de link.'],
  ])('is nothing else: %s', (url, sentence) => {
    expect(read(link({ label: 'Link', nodig: 'Plak de link.' }), url)).toBe(sentence);
  });

  it('is taken out of what was copied with it', () => {
    const adres = fc.constantFrom(
      'https://gemeente.sharepoint.com/:w:/r/sites/plein/Gedeelde%20documenten/plan.docx?d=w12&csf=1',
      'https://voorbeeld.nl',
      'https://nl.wikipedia.org/wiki/Plein_(stad)',
      'HTTPS://Voorbeeld.nl/a,b;c=1#p-2',
    );
    const OM = [
      (url: string) => `<${url}>`,
      (url: string) => `\u200B\uFEFF${url}\u200E`,
      (url: string) => `Notulen.docx ${url}`,
      (url: string) => `Notulen.docx\n${url}\nGroeten, Jan`,
      (url: string) => `[12:03] Jan Jansen\r\nzie ${url} voor het hele stuk\r\ntot dan`,
      (url: string) => `Zie ${url}.`,
      (url: string) => `(${url}),`,
      (url: string) => `[Notulen](${url})`,
      (url: string) => `[${url}](${url})`,
      (url: string) => `${url}\n${url}`,
      (url: string) => `“${url}”`,
    ];
    fc.assert(
      fc.property(adres, fc.constantFrom(...OM), (url, om) => {
        expect(read(link({ label: 'Link' }), om(url))).toBe(url);
      }),
      { seed: 2027 },
    );
  });
});

describe('a number', () => {
  const ZOALS = 'Vul een getal in, zoals 1.250,50.';

  it.each([
    ['0', 0],
    ['12', 12],
    [' 1250 ', 1250],
    ['1.250', 1250],
    ['1.250.000', 1_250_000],
    ['', null],
    ['12,5', 'Vul een heel getal in, zoals 12.'],
    ['1.25', 'Vul een heel getal in, zoals 12.'],
    ['12.50', 'Vul een heel getal in, zoals 12.'],
    ['1,250', 'Vul een heel getal in, zoals 12.'],
    ['twaalf', 'Vul een heel getal in, zoals 12.'],
    ['-1', 'Vul een heel getal in, zoals 12.'],
    ['1e3', 'Vul een heel getal in, zoals 12.'],
    ['12.500', 12_500],
    ['1 250', 1250],
    ['1\u202F250', 1250],
    ['8,00', 8],
    ['8,0', 8],
    ['8.0', 8],
    ['8.00', 8],
    ['1.250,00', 1250],
    ['１２', 12],
    ['8h', 'Vul een heel getal in, zoals 12.'],
    ['1k', 'Vul een heel getal in, zoals 12.'],
    // In two ways, or in none.
    ['0.500', 'Vul een heel getal in, zoals 12.'],
    ['1.250 000', 'Vul een heel getal in, zoals 12.'],
    ['12 50', 'Vul een heel getal in, zoals 12.'],
    ['12\t500', 'Vul een heel getal in, zoals 12.'],
    ['12\n500', 'Vul een heel getal in, zoals 12.'],
    ['12\u0000500', 'Vul een heel getal in, zoals 12.'],
    ['5²', 'Vul een heel getal in, zoals 12.'],
    ['2½', 'Vul een heel getal in, zoals 12.'],
    ['20-25', 'Vul een heel getal in, zoals 12.'],
    ['20 uur', 'Vul een heel getal in, zoals 12.'],
    ['2000000000', 'Vul een getal in van 0 tot 1.000.000.000.'],
  ])('is read in Dutch notation: "%s"', (raw, answer) => {
    expect(read(getal({ label: 'Aantal' }), raw)).toBe(answer);
  });

  it.each([
    ['1250', 1250],
    ['1.250,50', 1250.5],
    ['€ 1.250,50', 1250.5],
    ['€1250', 1250],
    ['18.000,-', 18_000],
    ['1250,--', 1250],
    ['1250,–', 1250],
    ['1250,=', 1250],
    ['0,05', 0.05],
    [',50', 0.5],
    ['.5', 0.5],
    ['1250.50', 1250.5],
    ['12.5', 12.5],
    ['12.500', 12_500],
    ['1 250,50', 1250.5],
    ['1.250,50 €', 1250.5],
    ['EUR 1250', 1250],
    ['euro 1250', 1250],
    ['12 euro', 12],
    ['€ 1250,- euro', ZOALS],
    ['1250,555', ZOALS],
    ['1,250', ZOALS],
    ['1,250.50', ZOALS],
    ['1.250.50', ZOALS],
    ['0.125', ZOALS],
    ['2 miljoen', ZOALS],
    ['1250 per jaar', ZOALS],
    ['€ 12 of € 15', ZOALS],
    ['12,5,6', ZOALS],
    ['-12', ZOALS],
    ['ongeveer 12', ZOALS],
  ])('is an amount with at most two decimals: "%s"', (raw, answer) => {
    expect(read(bedrag({ label: 'Kosten' }), raw)).toBe(answer);
  });

  it('is never read as another one, however it is written', () => {
    const nl = (waarde: number, deel: number) =>
      new Intl.NumberFormat('nl-NL', {
        minimumFractionDigits: deel,
        maximumFractionDigits: 2,
      }).format(waarde);
    const VORMEN = [
      (waarde: number) => nl(waarde, 0),
      (waarde: number) => nl(waarde, 2),
      (waarde: number) => `€ ${nl(waarde, 2)}`,
      (waarde: number) => `${nl(waarde, 0)} euro`,
      (waarde: number) => nl(waarde, 2).replaceAll('.', ' '),
      (waarde: number) => nl(waarde, 2).replaceAll('.', ''),
      (waarde: number) => String(waarde),
      (waarde: number) => waarde.toFixed(2),
      (waarde: number) => `EUR ${waarde.toFixed(2)}`,
      (waarde: number) => nl(waarde, 2).replace(/^0,/, ','),
      (waarde: number) => nl(waarde, 2).replace(/,00$/, ',-'),
    ];
    const centen = fc.nat({ max: 10_000_000 }).map((cent) => cent / 100);
    fc.assert(
      fc.property(centen, fc.constantFrom(...VORMEN), (waarde, vorm) => {
        expect(read(bedrag({ label: 'Kosten' }), vorm(waarde))).toBe(waarde);
      }),
      { seed: 2027, numRuns: 5_000 },
    );
    // Notations of others are read the same or not at all.
    const ANDERS = [
      (waarde: number) => waarde.toLocaleString('en-US'),
      (waarde: number) => waarde.toLocaleString('de-CH'),
      (waarde: number) => waarde.toLocaleString('en-IN'),
      (waarde: number) => waarde.toExponential(),
      (waarde: number) => waarde.toFixed(3),
    ];
    fc.assert(
      fc.property(centen, fc.constantFrom(...ANDERS), (waarde, vorm) => {
        const found = read(bedrag({ label: 'Kosten' }), vorm(waarde));
        // A dot before three digits is between thousands here, and so 1.000 is a thousand.
        const isDuizend = /^[1-9]\d{0,2}[.]\d{3}$/.test(vorm(waarde));
        if (typeof found === 'number' && !isDuizend) expect(found).toBe(waarde);
      }),
      { seed: 2027, numRuns: 5_000 },
    );
  });

  it('may stand with the unit of its field, and with no other', () => {
    const uren = getal({ label: 'Uren', eenheden: EENHEDEN.uren, voorbeeld: '40' });
    for (const raw of ['36', '36u', '36h', '36 H', '36.0 h', '36 uur', '36 UREN', '36\u00A0uren'])
      expect(read(uren, raw)).toBe(36);
    for (const raw of [
      '36 fte',
      '24 uur per week',
      '36%',
      '2 x 18 uur',
      'uur',
      '36 u 30',
      '1k',
      '36hm',
    ])
      expect(read(uren, raw)).toBe('Vul een heel getal in, zoals 40.');
    const deel = getal({ label: 'Hoever?', max: 100, eenheden: ['%', 'procent'] });
    expect(['45%', '45 procent', '145%'].map((raw) => read(deel, raw))).toEqual([
      45,
      45,
      'Vul een getal in van 0 tot 100.',
    ]);
    const tijdOf = getalMetEenheid({ label: 'Hoeveel?', decimalen: 2, eenheden: ['fte', 'uur'] });
    expect(['0,5 FTE', '8', ''].map((raw) => read(tijdOf, raw))).toEqual([
      { waarde: 0.5, eenheid: 'fte' },
      { waarde: 8, eenheid: '' },
      null,
    ]);
  });

  it.each([0, 0.05, 12, 1250.5, 999.99, 1_250_000, 1_000_000_000])(
    'stands in the form as one would type it: %d',
    (value) => {
      expect(read(bedrag({ label: 'Kosten' }), numberInput(value, 2))).toBe(value);
      expect(read(bedrag({ label: 'Kosten' }), numberInput(value))).toBe(value);
    },
  );

  it('is asked again with an example that fits the field', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(50_000), fc.nat(50_000)),
        fc.constantFrom(0, 2),
        fc.constantFrom('1k', 'twaalf', '8 bananen', '1-2'),
        ([een, ander], decimalen, raw) => {
          const [min, max] = [Math.min(een, ander), Math.max(een, ander)];
          const veld = getal({ label: 'Hoeveel?', min, max, decimalen });
          const zin = String(read(veld, raw));
          const [, voorbeeld = ''] = /, zoals (.+)\.$/.exec(zin) ?? [];
          expect(read(veld, voorbeeld)).toBeTypeOf('number');
        },
      ),
      { seed: 2027 },
    );
  });

  it('knows what is needed and between what it lies', () => {
    const cijfer = getal({ label: 'Cijfer', nodig: 'Geef een cijfer.', min: 1, max: 5 });
    expect(['', '0', '1', '5', '6'].map((raw) => read(cijfer, raw))).toEqual([
      'Geef een cijfer.',
      'Vul een getal in van 1 tot 5.',
      1,
      5,
      'Vul een getal in van 1 tot 5.',
    ]);
    expect(numberInput(null)).toBe('');
  });
});

const GEEN_DATUM = 'Kies een datum. Of schrijf hem zo: 5 juni 2027.';

describe('a date and a time', () => {
  it('is a date however a client or a person writes it', () => {
    const maanden =
      'januari februari maart april mei juni juli augustus september oktober november december'.split(
        ' ',
      );
    const kort = 'jan feb mrt apr mei jun jul aug sept okt nov dec'.split(' ');
    const VORMEN: ((jaar: number, maand: number, dag: number) => string)[] = [
      (jaar, maand, dag) => `${jaar}-${maand}-${dag}`,
      (jaar, maand, dag) => `${jaar}-${maand}-${dag}T00:00:00.000Z`,
      (jaar, maand, dag) => `${jaar}/${maand}/${dag}`,
      (jaar, maand, dag) => `${jaar}.${maand}.${dag}`,
      (jaar, maand, dag) => `${dag}-${maand}-${jaar}`,
      (jaar, maand, dag) => ` ${dag} / ${maand} / ${jaar} `.replaceAll(' / ', '/'),
      (jaar, maand, dag) => `${dag}.${maand}.${jaar}`,
      (jaar, maand, dag) => `${dag}-${maand}-${jaar % 100}`,
      (jaar, maand, dag) => `${dag}\u2011${maand}\u2011${jaar}`,
      (jaar, maand, dag) => `\u200E${dag}-${maand}-${jaar}`,
      (jaar, maand, dag) => `${dag} ${maanden[maand - 1]} ${jaar}`,
      (jaar, maand, dag) => `Do ${dag}\u00A0${maanden[maand - 1]?.toUpperCase()} ${jaar}`,
      (jaar, maand, dag) => `donderdag ${dag} ${kort[maand - 1]} ${jaar}`,
      (jaar, maand, dag) => `${dag} ${kort[maand - 1]}. ${jaar}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 2010, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(...VORMEN),
        (jaar, maand, dag, vorm) => {
          const twee = (nr: number) => String(nr).padStart(2, '0');
          const goed = `${jaar}-${twee(maand)}-${twee(dag)}`;
          const veld = datum({ label: 'Dag' });
          expect(read(veld, vorm(jaar, maand, dag))).toBe(goed);
          expect(teruggezet(veld, vorm(jaar, maand, dag))).toBe(goed);
        },
      ),
      { seed: 2027, numRuns: 1_000 },
    );
  });

  it.each([
    ['2027-01-14', '2027-01-14'],
    ['', 'Kies een dag.'],
    ['2027-02-30', GEEN_DATUM],
    ['14-1', GEEN_DATUM],
    ['5 juni', GEEN_DATUM],
    ['5 foo 2027', GEEN_DATUM],
    ['31-4-2027', GEEN_DATUM],
    ['12-31-2027', GEEN_DATUM],
  ])('are what the card sends, and else a sentence that says how: "%s"', (raw, answer) => {
    expect(read(datum({ label: 'Dag', nodig: 'Kies een dag.' }), raw)).toBe(answer);
  });

  it('of a year in which no group works are asked about, in every field for a date', () => {
    const jaar = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1990, max: 2110 }));
    fc.assert(
      fc.property(jaar, fc.boolean(), (year, isNodig) => {
        const dag = `${String(year).padStart(4, '0')}-12-01`;
        const veld = datum({ label: 'Dag', ...(isNodig ? { nodig: 'Kies een dag.' } : {}) });
        expect(read(veld, dag)).toBe(
          year >= 2000 && year <= 2100 ? dag : 'Deze datum ligt erg ver weg. Klopt het jaar?',
        );
      }),
      { seed: 2027, numRuns: 500 },
    );
  });

  it('may stay empty where nothing is needed, and are never guessed', () => {
    expect(read(datum({ label: 'Dag' }), '')).toBe('');
    expect(read(datum({ label: 'Dag' }), 'morgen')).toBe(GEEN_DATUM);
    expect(read(tijd({ label: 'Tijd' }), '')).toBe('');
    for (const raw of ['9 uur', '24:00', '9:60', '12.5', '17:00 PM', '0:30 AM', '9', 'half tien'])
      expect(read(tijd({ label: 'Tijd' }), raw)).toBe('Kies een tijd. Of schrijf hem zo: 14.30.');
    expect(read(tijd({ label: 'Tijd', nodig: 'Hoe laat?' }), '')).toBe('Hoe laat?');
  });

  it('may be a whole hour that is no hour of the morning as well', () => {
    for (let uur = 0; uur <= 24; uur += 1)
      for (const erna of ['u', ' u', 'u.', ' uur', 'h'])
        expect(read(tijd({ label: 'Tijd' }), `${uur}${erna}`)).toBe(
          uur > 12 && uur < 24 ? `${uur}:00` : 'Kies een tijd. Of schrijf hem zo: 14.30.',
        );
  });

  it('is a time however a client or a person writes it', () => {
    const twee = (nr: number) => String(nr).padStart(2, '0');
    const half = (uur: number) => `${uur % 12 === 0 ? 12 : uur % 12}`;
    const deel = (uur: number) => (uur < 12 ? 'AM' : 'PM');
    const VORMEN = [
      (uur: number, minuut: number) => `${twee(uur)}:${twee(minuut)}`,
      (uur: number, minuut: number) => `${uur}:${twee(minuut)}`,
      (uur: number, minuut: number) => `${uur}.${twee(minuut)}`,
      (uur: number, minuut: number) => `${twee(uur)}.${twee(minuut)} uur`,
      (uur: number, minuut: number) => `${twee(uur)}:${twee(minuut)}:00`,
      (uur: number, minuut: number) => `${twee(uur)}:${twee(minuut)}:00.000`,
      (uur: number, minuut: number) => `${uur}u${twee(minuut)}`,
      (uur: number, minuut: number) => `${uur},${twee(minuut)}`,
      (uur: number, minuut: number) => `${uur} : ${twee(minuut)}`,
      (uur: number, minuut: number) => `${uur}u ${twee(minuut)}`,
      (uur: number, minuut: number) => `${uur}:${twee(minuut)}h`,
      (uur: number, minuut: number) => `${uur}.${twee(minuut)} u.`,
      (uur: number, minuut: number) => `${half(uur)}:${twee(minuut)} ${deel(uur)}`,
      (uur: number, minuut: number) => `${half(uur)}:${twee(minuut)}\u202F${deel(uur)}`,
      (uur: number, minuut: number) => `${half(uur)}:${twee(minuut)}:00 ${deel(uur).toLowerCase()}`,
      (uur: number, minuut: number) =>
        `${half(uur)}.${twee(minuut)} ${deel(uur) === 'AM' ? 'a.m.' : 'p.m.'}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(...VORMEN),
        (uur, minuut, vorm) => {
          const veld = tijd({ label: 'Tijd' });
          expect(read(veld, vorm(uur, minuut))).toBe(`${twee(uur)}:${twee(minuut)}`);
          expect(teruggezet(veld, vorm(uur, minuut))).toBe(`${twee(uur)}:${twee(minuut)}`);
        },
      ),
      { seed: 2027, numRuns: 1_000 },
    );
    expect(teruggezet(tijd({ label: 'Tijd' }), 'half tien')).toBe('half tien');
  });
});

describe('a choice', () => {
  it('is one of the list, and nothing that a forged card says', () => {
    const needed = kies({ label: 'Kans', nodig: 'Kies hoog of laag.' }, NIVEAUS);
    expect(['hoog', '', 'midden', 'Hoog', '__proto__'].map((raw) => read(needed, raw))).toEqual([
      'hoog',
      ...Array<string>(4).fill('Kies hoog of laag.'),
    ]);
    const free = keuze({ label: 'Kans' }, NIVEAUS);
    expect(['laag', '', 'x'].map((raw) => read(free, raw))).toEqual([
      'laag',
      '',
      'Kies iets uit de lijst.',
    ]);
  });

  it('of several keeps the order of the list, each once, up to its maximum', () => {
    const soorten = meer({ label: 'Soort', nodig: 'Kies er een.' }, NIVEAUS, 1);
    expect(
      ['laag', 'laag,laag', '', ',', 'laag,hoog', 'laag,x'].map((r) => read(soorten, r)),
    ).toEqual([
      ['laag'],
      ['laag'],
      'Kies er een.',
      'Kies er een.',
      'Kies er maximaal 1.',
      'Kies iets uit de lijst.',
    ]);
    expect(read(meer({ label: 'Soort' }, NIVEAUS), 'laag,hoog')).toEqual(['hoog', 'laag']);
    expect(read(meer({ label: 'Soort' }, NIVEAUS), '')).toEqual([]);
  });

  it('of several may come with whatever a client puts between them', () => {
    const veld = meer({ label: 'Soort' }, NIVEAUS);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('hoog', 'laag')),
        fc.constantFrom(',', ';', ', ', '; ', ' ,', ' ; ', ',,', '\u00A0;\u00A0'),
        (ids, tussen) => {
          const raw = ids.join(tussen);
          expect(read(veld, raw)).toEqual(
            (['hoog', 'laag'] as const).filter((id) => ids.includes(id)),
          );
          expect(teruggezet(veld, raw)).toBe([...new Set(ids)].join(','));
        },
      ),
      { seed: 2027 },
    );
  });

  it('of yes or no is no until it is ticked', () => {
    expect(['true', 'false', '', 'ja'].map((raw) => read(vink({ label: 'Ja?' }), raw))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a form', () => {
  const fields = {
    naam: kort({ label: 'Naam', nodig: 'Geef een naam.' }),
    dag: datum({ label: 'Dag', nodig: 'Kies een dag.' }),
    kans: kies({ label: 'Kans', nodig: 'Kies.' }, NIVEAUS),
  };

  it('names every field that breaks its rule, each with its own sentence', () => {
    expect(parse(fields, { naam: '', dag: 'x', kans: 'hoog' })).toEqual({
      velden: { naam: 'Geef een naam.', dag: GEEN_DATUM },
    });
  });
});
