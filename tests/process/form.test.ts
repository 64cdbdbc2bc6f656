import { describe, expect, it } from 'vitest';
import {
  bedrag,
  datum,
  getal,
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
  tijd,
  vink,
  type Field,
} from '../../src/process/vormen/form.ts';

/** What the field makes of what was typed: the answer, or the sentence under its label. */
function read<T>(field: Field<T>, raw: string): unknown {
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
    ['twee\r\nregels\rof drie', 'twee\nregels\nof drie'],
    ['<b>kaal</b> & [link](https://x) @allen', '<b>kaal</b> & [link](https://x) @allen'],
    ['👩‍👩‍👧 “gezin”', '👩‍👩‍👧 “gezin”'],
    ['', 'Geef een naam.'],
    ['   \n ', 'Geef een naam.'],
  ])('keeps what was typed, trimmed: %j', (raw, answer) => {
    expect(read(kort(needed), raw)).toBe(answer);
    expect(read(lang(needed), raw)).toBe(answer);
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
    ['https://voorbeeld.nl/twee woorden', LINK],
    ['zie https://voorbeeld.nl', LINK],
    ['', 'Plak de link.'],
  ])('is nothing else: %s', (url, sentence) => {
    expect(read(link({ label: 'Link', nodig: 'Plak de link.' }), url)).toBe(sentence);
  });
});

describe('a number', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    [' 1250 ', 1250],
    ['1.250', 1250],
    ['1.250.000', 1_250_000],
    ['', null],
    ['12,5', 'Vul een heel getal in.'],
    ['1.25', 'Vul een heel getal in.'],
    ['12.50', 'Vul een heel getal in.'],
    ['1,250', 'Vul een heel getal in.'],
    ['twaalf', 'Vul een heel getal in.'],
    ['-1', 'Vul een heel getal in.'],
    ['1e3', 'Vul een heel getal in.'],
    ['2000000000', 'Vul een getal in van 0 tot 1000000000.'],
  ])('is read in Dutch notation: "%s"', (raw, answer) => {
    expect(read(getal({ label: 'Aantal' }), raw)).toBe(answer);
  });

  it.each([
    ['1250', 1250],
    ['1.250,50', 1250.5],
    ['€ 1.250,50', 1250.5],
    ['€1250', 1250],
    ['18.000,-', 18_000],
    ['0,05', 0.05],
    ['1250,555', 'Vul een getal in, zoals 1.250,50.'],
    ['1,250.50', 'Vul een getal in, zoals 1.250,50.'],
    ['1250.50', 'Vul een getal in, zoals 1.250,50.'],
    [',50', 'Vul een getal in, zoals 1.250,50.'],
    ['12 euro', 'Vul een getal in, zoals 1.250,50.'],
  ])('is an amount with at most two decimals: "%s"', (raw, answer) => {
    expect(read(bedrag({ label: 'Kosten' }), raw)).toBe(answer);
  });

  it.each([0, 0.05, 12, 1250.5, 999.99, 1_250_000, 1_000_000_000])(
    'stands in the form as one would type it: %d',
    (value) => {
      expect(read(bedrag({ label: 'Kosten' }), numberInput(value, 2))).toBe(value);
      expect(read(bedrag({ label: 'Kosten' }), numberInput(value))).toBe(value);
    },
  );

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

describe('a date and a time', () => {
  it.each([
    ['2027-01-14', '2027-01-14'],
    ['', 'Kies een dag.'],
    ['14-1-2027', 'Kies een datum.'],
    ['2027-02-30', 'Kies een datum.'],
  ])('are what the card sends: "%s"', (raw, answer) => {
    expect(read(datum({ label: 'Dag', nodig: 'Kies een dag.' }), raw)).toBe(answer);
  });

  it('may stay empty where nothing is needed, and are never guessed', () => {
    expect(read(datum({ label: 'Dag' }), '')).toBe('');
    expect(read(datum({ label: 'Dag' }), 'morgen')).toBe('Kies een datum.');
    expect(read(tijd({ label: 'Tijd' }), '')).toBe('');
    expect(read(tijd({ label: 'Tijd' }), '9 uur')).toBe('Kies een tijd.');
    expect(read(tijd({ label: 'Tijd', nodig: 'Hoe laat?' }), '')).toBe('Hoe laat?');
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
      'Kies er maximaal 1.',
      'Kies er een.',
      'Kies er een.',
      'Kies er maximaal 1.',
      'Kies iets uit de lijst.',
    ]);
    expect(read(meer({ label: 'Soort' }, NIVEAUS), 'laag,hoog')).toEqual(['hoog', 'laag']);
    expect(read(meer({ label: 'Soort' }, NIVEAUS), '')).toEqual([]);
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
      velden: { naam: 'Geef een naam.', dag: 'Kies een datum.' },
    });
  });
});
