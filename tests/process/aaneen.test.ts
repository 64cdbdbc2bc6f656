import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { alsTekst } from '../../src/process/stukken/als-tekst.ts';
import { klusVan } from '../../src/process/stukken/aanbod.ts';
import { mens } from '../../src/process/feiten/deelnemers.ts';
import { aaneen, aaneengeregen } from '../../src/process/taal/aaneen.ts';
import { HALF, stadium, WIE, type Fase, type Tekst } from '../../support/stadia.ts';
import { elementen } from '../cards/kaarten.ts';
import { loop } from '../cards/lopen.ts';
import { aangeplakt } from './aangeplakt.ts';

const EINDEN = ['', '.', '...', '…', '?', '!', ',', ';', ':', '.”', ' (nu)'];

/** A text with two signs behind it, of theirs and of ours. */
const DUBBEL = /[a-z](?:[.,;:] ?[.,;:]|[?!…] ?\.|[?!] ?:|\.” ?\.)/;

describe('what people wrote with signs of ours behind it', () => {
  it.each([
    ['Fietsen.', 'Fietsen: ja', 'Fietsen. Ja', 'Fietsen, ja', 'Fietsen (ja)'],
    ['Fietsen', 'Fietsen: ja', 'Fietsen. Ja', 'Fietsen, ja', 'Fietsen (ja)'],
    ['Fietsen?', 'Fietsen? ja', 'Fietsen? Ja', 'Fietsen?, ja', 'Fietsen? (ja)'],
    ['Fietsen...', 'Fietsen...: ja', 'Fietsen... Ja', 'Fietsen..., ja', 'Fietsen... (ja)'],
    ['Fietsen,', 'Fietsen: ja', 'Fietsen. Ja', 'Fietsen, ja', 'Fietsen (ja)'],
    [
      'Fietsen e.d.',
      'Fietsen e.d.: ja',
      'Fietsen e.d. Ja',
      'Fietsen e.d., ja',
      'Fietsen e.d. (ja)',
    ],
    ['“Fietsen.”', '“Fietsen.”: ja', '“Fietsen.” Ja', '“Fietsen.”, ja', '“Fietsen.” (ja)'],
  ])('%s has one sign between', (hun, punten, punt, komma, haakje) => {
    expect(aaneen`${hun}: ja`).toBe(punten);
    expect(aaneen`${hun}. Ja`).toBe(punt);
    expect(aaneen`${hun}, ja`).toBe(komma);
    expect(aaneen`${hun} (ja)`).toBe(haakje);
  });

  it('is theirs to the last letter, and never has two signs of ours and theirs together', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{4,9}( [a-z0-9]{4,6}){0,3}$/),
        fc.constantFrom(...EINDEN),
        fc.constantFrom('. Ja', ': ja', ', ja', '; ja', ' (ja)', ' en meer', ''),
        (kern, eind, ons) => {
          const samen =
            ons === '' ? aaneen`${kern + eind}` : aaneengeregen([kern + eind, 'x'], ons);
          expect(samen.startsWith(kern)).toBe(true);
          if (ons !== '') expect(samen.replace('...', '…')).not.toMatch(DUBBEL);
        },
      ),
      { seed: 2027 },
    );
  });

  it('reads the same when there is nothing, or a number', () => {
    expect(aaneen`Er zijn ${3}. ${''}: ${1.5}, klaar`).toBe('Er zijn 3. : 1.5, klaar');
    expect(aaneengeregen([], ', ')).toBe('');
    expect(aaneengeregen(['Een.'], ', ')).toBe('Een.');
  });
});

/** Each text ends in another way; what was typed can be told by its last word. */
const metEinden = (eerste: number): Tekst => {
  let nth = eerste;
  return () => `t${nth} avond${EINDEN[nth++ % EINDEN.length]}`;
};

const dubbele = (texts: readonly string[]) => [
  ...new Set(
    texts
      .flatMap((text) => text.replaceAll('...', '…').split('\n'))
      .filter((line) => DUBBEL.test(line)),
  ),
];

/** All texts in something drawn as data. */
const teksten = (wat: unknown): string[] => {
  if (typeof wat === 'string') return [wat];
  return typeof wat === 'object' && wat !== null ? Object.values(wat).flatMap(teksten) : [];
};

const MOMENTEN: readonly (readonly [number, Fase])[] = [
  [2, 'overleg'],
  [3, 'gesloten'],
  [4, 'overleg'],
  [5, 'open'],
  [6, 'overleg'],
  [6, 'afgerond'],
];

describe.each(MOMENTEN)(
  'in step %i (%s) there is one sign behind what people wrote',
  (stap, fase) => {
    const werelden = [0, 5].map((eerste) => stadium(HALF, stap, fase, metEinden(eerste)));

    it('on every card', () => {
      const read = werelden.flatMap((wereld) =>
        loop(wereld, WIE.leider, { perKnop: 1, diep: 0 }).gezien.flatMap(({ card }) =>
          elementen(card).flatMap((element) =>
            (['text', 'label', 'title'] as const).flatMap((key) =>
              typeof element[key] === 'string' ? [element[key].replace(/\\(?=[\W_])/g, '')] : [],
            ),
          ),
        ),
      );
      expect(read.length).toBeGreaterThan(500);
      expect(dubbele(read)).toEqual([]);
    });

    it('in every chapter, as the tab and a file show it, and as text', () => {
      const read = werelden.flatMap(({ project, now }) => {
        const lezer = mens(project, WIE.leider);
        if (!lezer) throw new Error('nobody leads');
        const lezing = { project, now, lezer, traject: planner };
        const hoofdstukken = hoofdstukkenVan(lezing);
        const stukken = ['plan', 'notulen', 'akkoord'].flatMap((soort) =>
          teksten(klusVan(lezing, { soort, vertrouwelijk: 'ja' })),
        );
        return [
          ...teksten(hoofdstukken),
          ...hoofdstukken.flatMap(({ delen }) => alsTekst(delen)),
          ...stukken,
        ];
      });
      expect(read.length).toBeGreaterThan(200);
      expect(dubbele(read)).toEqual([]);
    });
  },
);

/** Called as a text of people, and ours: the name of a question in the source, of a program, of an amount; the bot's own. */
const ONS: ReadonlySet<string> = new Set([
  'src/process/vormen/form.ts naam',
  'src/process/groep/fotos.ts naam',
  'src/process/stappen/gereed-regels.ts naam',
  'src/planner/probleem/lijst/inbreng.ts welke',
  'src/planner/uitvoering/kosten.ts BEDRAGEN[soort].naam',
  'src/text/nl.ts naam',
  'src/text/uploads.ts naam',
]);

describe('a sentence in the code with words of people and a sign of ours behind them', () => {
  it('is written with aaneen, in every file', () => {
    const found = globSync('src/**/*.ts', { exclude: ['src/tab/client/**'] }).flatMap((file) =>
      aangeplakt(readFileSync(file, 'utf8')).map((plek) => {
        const [line = '', ...wat] = plek.split(' ');
        return { waar: `${file}:${line}`, wat: `${file.replaceAll('\\', '/')} ${wat.join(' ')}` };
      }),
    );
    expect(found.filter(({ wat }) => !ONS.has(wat))).toEqual([]);
    expect([...ONS].filter((een) => found.every(({ wat }) => wat !== een))).toEqual([]);
  });

  it.each([
    '`${naam}: ja`',
    '`Van ${lid.organisatie}.`',
    '`${found.texts.wat}. Ja`',
    '`${naamVan(project, van)}, ja`',
    "`Jij doet mee${is ? '' : ` namens ${lid.organisatie}`}.`",
    'const wie = `${voluitVan(project, lid)}${meer}`; const zin = `Door ${wie}.`; const meer = lid?.naam;',
    "(lid?.naam ?? 'de leider') + '. Ja'",
    '`${kortweg(texts.omschrijving)!}; ja`',
  ])('is found: %s', (text) => {
    expect(aangeplakt(text)).not.toEqual([]);
  });

  it.each([
    'aaneen`${naam}: ja`',
    '`${naam}.wijzigen`',
    '`${naam}.${id}`',
    '`${aantal(3)}. Ja`',
    '`${naam} doet mee.`',
    '`${woorden.naam}: ja`',
    '`${aaneen`${naam}, ja`}. Ja`',
    '`• ${naam}`',
  ])('is not: %s', (text) => {
    expect(aangeplakt(text)).toEqual([]);
  });
});
