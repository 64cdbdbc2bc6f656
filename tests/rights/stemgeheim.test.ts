import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { deelnemer, mens } from '../../src/process/feiten/deelnemers.ts';
import { isGeopend } from '../../src/process/feiten/geopende-stap.ts';
import { openForm } from '../../src/process/contract/judge.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { aanbodVan, klusVan } from '../../src/process/stukken/aanbod.ts';
import { verloopHoofdstuk } from '../../src/process/weergaven/hoofdstuk-verloop.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { posterVan } from '../../src/process/weergaven/poster.ts';
import { uitslagen } from '../../src/planner/probleem/stemming/telling.ts';
import type { Zicht } from '../../src/planner/probleem/stemming/zicht.ts';
import type { Args, FormScreen } from '../../src/process/vormen/screen.ts';
import { maakBestand } from '../../src/exports/bestand.ts';
import { groep, tekst } from '../../support/groep.ts';
import { delenIn, geenFiguur } from '../exports/hulp.ts';
import { gedaan, geeft, geweigerd, inStap2, type Groep } from '../planner/probleem-groep.ts';

/** Leads and does not vote; looks on and does not vote. */
const LEIDER = 'Anna';
const KIJKER = 'Karel';
const kanarie = (n: number) => `Kanarie ${n}`;
const reeks = (n: number) => Array.from({ length: n }, (_, at) => kanarie(at + 1));

const PROBLEMEN = ['Scooters', 'Fietsdiefstal', 'Vernieling', 'Lawaai'];
/** Votes that all differ, so that any that changes place shows. */
const KEUZES: readonly (readonly number[])[] = [
  [0],
  [1, 2],
  [3],
  [0, 1, 3],
  [2],
  [0, 2],
  [1],
  [1, 3],
  [2, 3],
  [0, 3],
];

type Organisaties = 'ieder een' | 'samen een' | 'vijf samen';
const ORGANISATIES: Readonly<Record<Organisaties, (n: number) => string>> = {
  'ieder een': (n) => `Organisatie ${n}`,
  'samen een': () => 'Politie',
  'vijf samen': (n) => (n < 5 ? 'Politie' : `Organisatie ${n}`),
};

interface Geval {
  zicht: Zicht;
  n: number;
  wie: Organisaties;
  vorm?: 'kiezen' | 'punten';
  /** Whose vote each voter casts, by their number. */
  keus?: (n: number) => number;
}

function stemmend({ zicht, n, wie, vorm = 'kiezen', keus = (at) => at }: Geval): Groep {
  const world = inStap2(LEIDER, KIJKER);
  reeks(n).forEach((naam, at) => world.meedoen(naam, ORGANISATIES[wie](at)));
  const ids = PROBLEMEN.map((naam) => geeft(world, KIJKER, naam));
  world.overleg(1, [LEIDER, KIJKER]);
  gedaan(world.doet(LEIDER, 'stemming.openen', { onderwerpen: ids.join(','), vorm, zicht }));
  reeks(n).forEach((naam, at) => {
    const gekozen = (KEUZES[keus(at)] ?? []).map((nth) => ids[nth] ?? '');
    gedaan(
      world.doet(
        naam,
        'stem',
        vorm === 'kiezen'
          ? { keuzes: gekozen.join(',') }
          : Object.fromEntries(gekozen.map((id, nth) => [`punten_${id}`, nth === 0 ? '2' : '1'])),
      ),
    );
  });
  return world;
}

const eerste = (world: Groep) => [...world.project.entries.get('probleem')!.keys()][0] ?? '';

/** Who leads counts the hands of these people, as they are asked: of one or of several. */
function telHanden(world: Groep, wie: readonly string[]) {
  for (const naam of wie) {
    const args = { organisatie: naam };
    const { velden } = world.opent(LEIDER, 'stem.handen', args) as FormScreen;
    const kan = wie.filter((een) => tekst(velden['wie']!.keuzes).includes(een));
    gedaan(
      world.doet(
        LEIDER,
        'stem.handen',
        { wie: kan.join(','), keuzes: eerste(world), [`punten_${eerste(world)}`]: '1' },
        args,
      ),
    );
  }
}

const sluit = (world: Groep) => gedaan(world.doet(LEIDER, 'stemming.sluiten'));
const stelVast = (world: Groep) => gedaan(world.doet(LEIDER, 'lijst.vaststellen', { eerst: '2' }));

/** All that is read of the project by these people and by the group: screens, forms, pages, files, messages, the record. */
function alles(world: Groep, lezers: readonly string[]): string[] {
  const beeld = { ...world.beeld, project: voorIedereen(world.project) };
  const open = planner.stappen.filter(({ id }) => isGeopend(world.project, id));
  return [
    ...lezers.flatMap((wie) => vanEen(world, wie)),
    ...[
      ...open.map((step) => step.kaart(beeld)),
      ...open.map((step) => step.samenvatting(beeld)),
      ...open.flatMap((step) => Object.values(step.berichten).map((teken) => teken(beeld, {}))),
      ...open.flatMap((step) => step.momenten(beeld).map(({ vraag }) => vraag?.())),
      ...planner.overleggen.flatMap(({ agenda }) =>
        agenda.flatMap((line) => [
          line.gegevens(beeld),
          line.besloten(beeld),
          line.knoppen(beeld),
          line.werk({ ...beeld, lezer: mens(world.project, LEIDER)! }),
        ]),
      ),
      posterVan(beeld),
    ].map((what) => JSON.stringify([what])),
  ];
}

function vanEen(world: Groep, wie: string): string[] {
  const lezer = mens(world.project, wie)!;
  const lezing = { ...world.beeld, lezer };
  const args: Args[] = [{}, ...reeks(8).flatMap((id) => [{ namens: id }, { organisatie: id }])];
  const mails: Args[] = ['stap', 'overleg', 'samenvatting', 'agenda'].map((wat) => ({
    wat,
    nummer: '1',
  }));
  const leidt = wie === LEIDER;
  return [
    ...[...planner.weergaven.values()]
      .filter(({ right }) => leidt || right !== 'projectleider')
      .flatMap((view) =>
        (view.verb === 'als-email' ? mails : args.slice(0, 1)).map((een) =>
          view.show(world.ctx(wie, een)),
        ),
      ),
    ...[...planner.acties.values()].flatMap((action) =>
      (action.verb.startsWith('stem') && leidt ? args : args.slice(0, 1)).map((een) => {
        const form = openForm(action, world.ctx(wie, een));
        return action.isTap ? [] : [een, form];
      }),
    ),
    ...hoofdstukkenVan(lezing),
    ...planner.stappen.flatMap((step) => step.taken(world.beeld, lezer)),
    ...planner.stappen
      .filter(({ id }) => isGeopend(world.project, id))
      .map((step) => step.jij(world.beeld, lezer)),
    ...aanbodVan(lezing).map(({ vraag }) => klusVan(lezing, { ...vraag, vertrouwelijk: 'ja' })),
    verloopHoofdstuk(lezing, world.log),
  ].map((what) => JSON.stringify([what]));
}

/** The first voter keeps their vote and reads along; the others get one another's. */
const draai = (n: number) => (at: number) => (at === 0 ? 0 : 1 + (at % (n - 1)));
/** Only those of the organisatie of five. */
const draaiVijf = (at: number) => (at > 0 && at < 5 ? 1 + (at % 4) : at);

const NIVEAUS: readonly Zicht[] = ['open', 'organisatie', 'uitslag'];

describe('what is read of a vote', () => {
  const gevallen = NIVEAUS.flatMap((zicht, at) =>
    [2, 4, 5, 8].map((n, nth): Geval => ({
      zicht,
      n,
      wie: n === 2 || n === 8 ? 'ieder een' : 'samen een',
      vorm: (at + nth) % 2 === 0 ? 'kiezen' : 'punten',
    })),
  );
  const isDicht = ({ zicht, n }: Geval) => zicht !== 'open' || n < 5;

  it.each(gevallen.filter(isDicht))(
    'is the same whoever chose what: $zicht, $n voters, $wie organisatie, $vorm',
    (geval) => {
      const een = stemmend(geval);
      const ander = stemmend({ ...geval, keus: draai(geval.n) });
      const lezers = [LEIDER, KIJKER, kanarie(1)];
      if (geval.n > 2) expect(draai(geval.n)(1)).not.toBe(1);

      for (const doe of [() => 0, sluit, ...(geval.n === 5 ? [stelVast] : [])]) {
        [een, ander].forEach(doe);
        expect(alles(een, lezers)).toEqual(alles(ander, lezers));
      }
    },
  );

  it.each(gevallen.filter((geval) => !isDicht(geval)))(
    'tells who chose what where it is open: $n voters, $wie organisatie, $vorm',
    (geval) => {
      const een = stemmend(geval);
      const ander = stemmend({ ...geval, keus: draai(geval.n) });
      [een, ander].forEach(sluit);

      expect(alles(een, [KIJKER])).not.toEqual(alles(ander, [KIJKER]));
      for (const naam of reeks(geval.n))
        expect(tekst(een.ziet(KIJKER, 'stemming'))).toContain(naam);
    },
  );

  it.each(
    NIVEAUS.flatMap((zicht) =>
      (['ieder een', 'samen een'] as const).flatMap((wie) =>
        (['geen', 'geteld', 'namens'] as const).map((handen) => ({ zicht, wie, handen })),
      ),
    ),
  )(
    'never tells who the few voters are, before the close and after: $zicht, $wie organisatie, hands $handen',
    ({ zicht, wie, handen }) => {
      const worlds = [1, 2].map((n) => {
        const world = stemmend({ zicht, n: 0, wie });
        for (const at of [1, 2, 3]) world.meedoen(kanarie(at), ORGANISATIES[wie](at));
        const opgestoken = handen === 'geen' ? [] : [kanarie(1), kanarie(2)];
        if (handen === 'geteld') telHanden(world, opgestoken);
        else
          for (const namens of opgestoken)
            gedaan(world.doet(LEIDER, 'stem', { keuzes: eerste(world) }, { namens }));
        gedaan(world.doet(kanarie(n), 'stem', { keuzes: eerste(world) }));
        return world;
      });

      for (const doe of [() => 0, sluit, stelVast]) {
        worlds.forEach(doe);
        const [een, ander] = worlds.map((world) => alles(world, [LEIDER, KIJKER]));
        expect(een).toEqual(ander);
      }
    },
  );

  it.each(NIVEAUS)('says the same to a hand of who voted and of who did not: %s', (zicht) => {
    const zegt = (n: number) => {
      const world = stemmend({ zicht, n: 0, wie: 'ieder een' });
      for (const at of [1, 2]) world.meedoen(kanarie(at), ORGANISATIES['ieder een'](at));
      gedaan(world.doet(kanarie(n), 'stem', { keuzes: eerste(world) }));
      const keuzes = { keuzes: eerste(world) };
      return [
        () =>
          world.doet(
            LEIDER,
            'stem.handen',
            { wie: kanarie(1), ...keuzes },
            { organisatie: kanarie(1) },
          ),
        () => world.doet(LEIDER, 'stem', keuzes, { namens: kanarie(1) }),
      ].map((doe, at) => world.leest(LEIDER, ['stem.handen', 'stem'][at]!, gedaan(doe())));
    };

    expect(zegt(1)).toEqual(zegt(2));
  });

  it.each(NIVEAUS)('keeps the own vote of one of few whose hand is counted: %s', (zicht) => {
    const world = stemmend({ zicht, n: 1, wie: 'samen een' });
    const voor = uitslagen(world.project);
    gedaan(world.doet(LEIDER, 'stem', { keuzes: eerste(world) }, { namens: kanarie(1) }));
    telHanden(world, [kanarie(1)]);

    expect(uitslagen(world.project)).toEqual(voor);
  });

  it('tells per organisatie what five or more gave, and of the smaller ones together', () => {
    const geval: Geval = { zicht: 'organisatie', n: 10, wie: 'vijf samen' };
    const een = stemmend(geval);
    const ander = stemmend({ ...geval, keus: draaiVijf });
    [een, ander].forEach(sluit);

    expect(alles(een, [LEIDER, KIJKER])).toEqual(alles(ander, [LEIDER, KIJKER]));
    const gezien = tekst(een.ziet(KIJKER, 'stemming'));
    expect(gezien).toContain('Per organisatie: kleine groepen samen 3, Politie 2');
    expect(gezien).not.toContain('Organisatie 7');
  });

  it('tells of no organisatie what the others together would tell of a few', () => {
    const world = stemmend({ zicht: 'organisatie', n: 8, wie: 'vijf samen' });
    sluit(world);

    expect(tekst(world.ziet(LEIDER, 'stemming'))).not.toContain('Per organisatie: ');
    expect(tekst(world.ziet(LEIDER, 'stemming'))).toContain(
      'Per organisatie zou je kunnen zien wie wat koos.',
    );
  });

  it.each([
    ['open', true],
    ['organisatie', false],
    ['uitslag', false],
  ] as const)('grows under the eyes of who voted only where it is open: %s', (zicht, groeit) => {
    const world = stemmend({ zicht, n: 5, wie: 'samen een' });
    const gezien = tekst(world.ziet(kanarie(1), 'stemming'));

    expect(gezien.includes('van de 5 stemmers')).toBe(groeit);
    expect(gezien.includes('De uitslag zie je als de stemming sluit.')).toBe(!groeit);
  });

  it.each([
    ['open', 4, true],
    ['organisatie', 4, false],
    ['uitslag', 4, false],
    ['organisatie', 5, true],
    ['uitslag', 5, true],
  ] as const)('is counted at the order of the problems: %s, %i voters: %j', (zicht, n, telt) => {
    const world = stemmend({ zicht, n, wie: 'samen een' });
    sluit(world);
    const lezing = { ...world.beeld, lezer: mens(world.project, LEIDER)! };
    const kolommen = hoofdstukkenVan(lezing)
      .flatMap(({ delen }) => delen)
      .flatMap((deel) => (deel.soort === 'tabel' ? deel.kolommen : []));

    expect(tekst(world.ziet(LEIDER, 'lijst')).includes('Stemmen: ')).toBe(telt);
    expect(kolommen.some(({ naam }) => naam === 'Stemmen')).toBe(telt);
    expect(tekst(world.ziet(LEIDER, 'stemming')).includes('"grafiek"')).toBe(telt);
  });

  it('has no spread that is what each of a few gave', () => {
    const world = stemmend({ zicht: 'open', n: 2, wie: 'ieder een', vorm: 'punten' });
    sluit(world);

    expect(tekst(world.ziet(LEIDER, 'stemming'))).toContain('2 punten van 2 stemmers');
    expect(tekst(world.ziet(LEIDER, 'stemming'))).not.toContain('ieder gaf');
  });

  it('stays when somebody gets another organisatie after the close', () => {
    const world = stemmend({ zicht: 'organisatie', n: 10, wie: 'vijf samen' });
    sluit(world);
    const voor = tekst(world.ziet(LEIDER, 'stemming'));
    for (const [wie, organisatie] of [
      [kanarie(1), 'Woonstede'],
      [kanarie(9), 'Politie'],
    ] as const)
      world.said(LEIDER, [{ kind: deelnemer.name, id: wie, texts: { organisatie } }]);

    expect(tekst(world.ziet(LEIDER, 'stemming'))).toBe(voor);
  });
});

/** All places that tell of a vote, by who reads them. */
async function overDeStemming(world: Groep): Promise<string> {
  const stap = planner.stappen.find(({ id }) => id === 'probleem')!;
  const beeld = world.beeld;
  const punt = planner.overleggen[0]!.agenda.find(({ id }) => id === 'prioritering')!;
  const lezing = { ...beeld, lezer: mens(world.project, LEIDER)! };
  const bestanden = await Promise.all(
    ['plan', 'tabellen'].map(async (soort) => {
      const klus = klusVan(lezing, { soort, hoofdstukken: 'prioriteiten', vertrouwelijk: 'ja' })!;
      const { bytes } = await maakBestand(klus, geenFiguur);
      return [...delenIn(bytes).values()].join('\n');
    }),
  );
  return [
    ...[LEIDER, KIJKER].flatMap((wie) =>
      ['stemming', 'lijst'].map((verb) => tekst(world.ziet(wie, verb))),
    ),
    ...['stemming-open', 'lijst-vastgesteld'].map((soort) =>
      tekst(stap.berichten[soort]!(beeld, {})),
    ),
    ...[stap.kaart(beeld), stap.samenvatting(beeld)].map(tekst),
    ...[punt.gegevens(beeld), punt.besloten(beeld), punt.werk(lezing)].map(tekst),
    ...hoofdstukkenVan(lezing)
      .filter(({ id }) => id === 'prioriteiten')
      .map(tekst),
    ...bestanden,
  ].join('\n');
}

describe('the names of who voted', () => {
  const gevallen = NIVEAUS.flatMap((zicht) => [1, 4, 5].map((n) => ({ zicht, n })));

  it.each(gevallen)(
    'stand with the result only where it is open and five voted: $zicht, $n voters',
    async ({ zicht, n }) => {
      const world = stemmend({ zicht, n, wie: 'samen een' });
      sluit(world);
      stelVast(world);
      const gelezen = await overDeStemming(world);

      expect(gelezen.includes('Kanarie')).toBe(zicht === 'open' && n === 5);
      expect(gelezen.includes('Politie')).toBe(zicht !== 'uitslag' && n === 5);
    },
  );
});

it('is read from the votes in these places alone, each of which says how far', () => {
  const met = (what: RegExp) =>
    globSync('src/**/*.ts')
      .filter((path) => what.test(readFileSync(path, 'utf8')))
      .map((path) => path.replace('src/planner/probleem/', ''))
      .sort();

  // What somebody gave: on their own ballot, counted blind, added up, and shown as far as may be.
  expect(met(/facts\??\.punten/)).toEqual([
    'stemming/getoond.ts',
    'stemming/handen-biljet.ts',
    'stemming/stemmen.ts',
    'stemming/telling.ts',
  ]);
  // What was added up: for the order, and the sums where they may be read.
  expect(met(/import \{[^}]*\b(puntenVan|uitslagen)\b[^}]*\} from '[^']*telling/)).toEqual([
    'lijst/hoofdstuk-lijst.ts',
    'lijst/lijst-weergave.ts',
    'stemming/getoond.ts',
    'stemming/volgorde.ts',
  ]);
});

describe('the level of a vote', () => {
  const ballot = (world: Groep, wie = KIJKER) => world.opent(wie, 'stem') as FormScreen;
  const kiest = (world: Groep, zicht: Zicht) => world.doet(LEIDER, 'stemming.zicht', { zicht });

  it.each([
    ['open', 'Vanaf 5 stemmers ziet iedereen wie wat koos.'],
    ['organisatie', 'Iedereen ziet wat organisaties kozen. Niemand ziet wat jij koos.'],
    ['uitslag', 'Iedereen ziet alleen de uitslag. Niemand ziet wat jij koos.'],
  ] as const)('is said on the ballot, and in the message to the group: %s', (zicht, zin) => {
    const world = stemmend({ zicht, n: 0, wie: 'ieder een' });
    const stap = planner.stappen.find(({ id }) => id === 'probleem')!;

    expect(ballot(world).uitleg).toContain(zin);
    expect(tekst(world.opent(LEIDER, 'stem', { namens: KIJKER }))).toContain(zin);
    expect(tekst(stap.berichten['stemming-open']!(world.beeld, {}))).toContain(zin);
  });

  it('is open unless who leads chooses otherwise, and in a vote of before', () => {
    const world = inStap2(LEIDER);
    for (const naam of PROBLEMEN) geeft(world, LEIDER, naam);
    const { zicht } = (world.opent(LEIDER, 'stemming.openen') as FormScreen).velden;

    expect(zicht!.waarde).toBe('open');
    expect(zicht!.keuzes.map(({ id }) => id)).toEqual(NIVEAUS);
    world.said(LEIDER, [
      {
        kind: 'stemming',
        id: 'stemming',
        facts: { onderwerpen: ['p1'], vorm: 'kiezen', max: 3, open: true, ronde: 1 },
      },
    ]);
    expect(tekst(world.opent(LEIDER, 'stemming.zicht'))).toContain('"waarde":"open"');
  });

  it('may be any until the first vote, and only closed further from then on', () => {
    const world = stemmend({ zicht: 'uitslag', n: 0, wie: 'ieder een' });
    for (const zicht of ['open', 'organisatie'] as const) gedaan(kiest(world, zicht));
    const [id = ''] = world.project.entries.get('probleem')!.keys();
    gedaan(world.doet(KIJKER, 'stem', { keuzes: id }));

    expect(geweigerd(kiest(world, 'open'))).toBe('velden: Maak een keuze.');
    gedaan(kiest(world, 'uitslag'));
    expect(ballot(world, LEIDER).uitleg).toContain(
      'Iedereen ziet alleen de uitslag. Niemand ziet wat jij koos.',
    );
    sluit(world);
    expect(geweigerd(kiest(world, 'open'))).toBe(
      'niet-nu: Er is al gestemd. Iedereen blijft alleen de uitslag zien.',
    );
  });

  it('is the one that stood on the ballot, or the ballot comes back first', () => {
    const world = stemmend({ zicht: 'uitslag', n: 0, wie: 'ieder een' });
    const { rev } = world.opent(KIJKER, 'stem') as FormScreen & { rev: number };
    gedaan(kiest(world, 'open'));

    expect((world.opent(KIJKER, 'stem') as FormScreen & { rev: number }).rev).not.toBe(rev);
  });

  it('lets nobody vote on after a secret result was read; a new round starts empty', () => {
    const world = stemmend({ zicht: 'uitslag', n: 5, wie: 'ieder een' });
    sluit(world);

    expect(geweigerd(world.doet(LEIDER, 'stemming.heropenen'))).toContain('stemt niet geheim');
    const ids = [...world.project.entries.get('probleem')!.keys()].join(',');
    gedaan(
      world.doet(LEIDER, 'stemming.openen', { onderwerpen: ids, vorm: 'kiezen', zicht: 'open' }),
    );
    sluit(world);
    expect(tekst(world.ziet(LEIDER, 'stemming'))).not.toContain('Kanarie');
  });

  it('keeps a secret ballot out of a conversation that others read', () => {
    const world = stemmend({ zicht: 'uitslag', n: 1, wie: 'ieder een' });
    const ctx = world.ctx(kanarie(1));
    const stem = planner.acties.get('stem')!;

    expect(tekst(openForm(stem, { ...ctx, project: voorIedereen(world.project) }))).toContain(
      'Stem in je chat met mij.',
    );
    expect(tekst(openForm(stem, ctx))).toContain('Stem');
  });

  it.each(NIVEAUS)('keeps what hands chose out of a conversation that others read: %s', (zicht) => {
    const world = stemmend({ zicht, n: 1, wie: 'ieder een' });
    telHanden(world, [KIJKER]);
    const ctx = world.ctx(LEIDER, { organisatie: KIJKER });
    const form = openForm(planner.acties.get('stem.handen')!, {
      ...ctx,
      project: voorIedereen(world.project),
    });

    if (zicht === 'open') expect((form as FormScreen).velden['keuzes']!.waarde).toBe('');
    else expect(tekst(form)).toContain('Tel de handen in je chat met mij, of in de tab.');
    expect(tekst(openForm(planner.acties.get('stem.handen')!, ctx))).toContain('Van wie zijn');
  });

  it.each(NIVEAUS)('never fills in a vote that somebody cast for another to read: %s', (zicht) => {
    const world = stemmend({ zicht, n: 5, wie: 'ieder een' });

    expect(geweigerd(world.doet(LEIDER, 'stem', {}, { namens: kanarie(1) }))).toContain(
      'heeft zelf al gestemd.',
    );
  });

  it.each(NIVEAUS)(
    'shows what was entered for a partner again only where it is open: %s',
    (zicht) => {
      const world = stemmend({ zicht, n: 5, wie: 'ieder een' });
      const [id = ''] = world.project.entries.get('probleem')!.keys();
      gedaan(world.doet(LEIDER, 'stem', { keuzes: id }, { namens: KIJKER }));
      const form = world.opent(LEIDER, 'stem', { namens: KIJKER }) as FormScreen;

      expect(form.velden['keuzes']!.waarde).toBe(zicht === 'open' ? id : '');
    },
  );

  it('holds for raised hands: counted blind, and told like the rest', () => {
    const world = groep(LEIDER, KIJKER);
    world.stap('probleem');
    for (const naam of reeks(5)) world.meedoen(naam, 'Politie');
    const [a = '', b = ''] = PROBLEMEN.map((naam) => geeft(world, KIJKER, naam));
    gedaan(
      world.doet(LEIDER, 'stemming.openen', {
        onderwerpen: `${a},${b}`,
        vorm: 'kiezen',
        zicht: 'organisatie',
      }),
    );
    const telt = (counts: Record<string, string>, wie: readonly string[]) =>
      world.doet(
        LEIDER,
        'stem.handen',
        { wie: wie.join(','), ...counts },
        { organisatie: kanarie(1) },
      );
    gedaan(telt({ [`punten_${a}`]: '3', [`punten_${b}`]: '1' }, reeks(4)));
    gedaan(world.doet(kanarie(5), 'stem', { keuzes: b }));

    const form = world.opent(LEIDER, 'stem.handen', { organisatie: kanarie(1) }) as FormScreen;
    expect(form.velden[`punten_${a}`]!.waarde).toBe('');
    expect(form.uitleg.join(' ')).toContain('Wat je eerder invulde, zie je niet.');
    sluit(world);
    const gezien = tekst(world.ziet(LEIDER, 'stemming'));
    expect(gezien).toContain('Per organisatie: Politie 3');
    // That four of the five raised hands would tell what the fifth chose.
    expect(gezien).not.toContain('met opgestoken handen)');
  });
});
