import { describe, expect, it } from 'vitest';
import { deelnemer, leden } from '../../src/process/feiten/deelnemers.ts';
import { planner } from '../../src/planner/index.ts';
import type { Fields } from '../../src/process/vormen/form.ts';
import { drawFor, LUKT_NIET } from '../../src/teams/cards/drawing.ts';
import type { Card } from '../../src/teams/port.ts';
import { HALF, LEEG, stadium, VOL, WIE, type Tekst, type Wereld } from '../../support/stadia.ts';
import { MOMENTEN, VOLSTE, type Moment } from '../../support/momenten.ts';
import { say as gezegd } from '../../support/gezegd.ts';
import { stem } from '../../src/planner/plan/plan.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { fouten, liveFouten, meldingen } from './geldig.ts';
import { elementen, isAction, knoppen, type Element } from './kaarten.ts';
import { loop, type Gelopen, type Gezien, type Loop } from './lopen.ts';
import { nl } from '../../src/text/nl.ts';
import { teVeel, teWoordrijk } from './kort.ts';
import { naamInLijst } from '../../src/process/taal/opsomming.ts';

/** What is wrong with something that somebody gets to see; with the library too where there is time for it. */
function gebreken(found: Gezien, metBibliotheek: boolean, isGewoon: boolean): string[] {
  const { waar, soort, screen, card: shown } = found;
  const buttons = knoppen(shown);
  return [
    ...fouten(shown),
    ...(metBibliotheek ? meldingen(shown) : []),
    ...(JSON.stringify(shown).includes('${') ? ['${ is left'] : []),
    ...(buttons.length === 0 && soort !== 'formulier' ? ['no buttons'] : []),
    ...buttons.filter(({ verb }) => !bestaat(verb)).map(({ verb }) => `no verb ${verb}`),
    ...(screen?.kind === 'formulier' ? onmogelijk(screen.velden) : []),
    ...teVeelKeuzes(shown),
    ...volleRijen(shown),
    ...(soort === 'kaart' ? liveFouten(shown) : []),
    ...teVeel(found),
    ...(isGewoon ? teWoordrijk(found) : []),
  ].map((gebrek) => `${waar}: ${gebrek}`);
}

const MAX_KEUZES = 40;

const teVeelKeuzes = (card: Card): string[] =>
  elementen(card)
    .filter(({ choices }) => Array.isArray(choices) && choices.length > MAX_KEUZES)
    .map(({ id }) => `more than ${MAX_KEUZES} choices at ${String(id)}`);

/** The rows with more than one button of their own: what more one can do there stands behind the row. */
const volleRijen = (card: Card): string[] =>
  elementen(card)
    .filter(({ items }) => (items as Element[] | undefined)?.[0]?.['type'] === 'ColumnSet')
    .filter((rij) => elementen(rij['items']).filter(isAction).length > 1)
    .map((rij) => `two buttons in a row: ${JSON.stringify(rij).slice(0, 200)}`);

/** What was pressed last to get here. */
const gedrukt = (waar: string) =>
  waar
    .split(' > ')
    .at(-1)
    ?.replace(/^typt | \(\w+\)$/g, '') ?? '';

/** What one reads after handing something in takes the place of the form: where one came from is still there. */
const isOntvangst = ({ screen }: Gezien) =>
  screen?.kind === 'bericht' && screen.soort === 'gelukt' && screen.regels.length === 0;

/** The screens that lead nowhere else: of a sentence every button comes back to it, of a list or page all others do too. */
function doodlopend(gezien: readonly Gezien[]): string[] {
  const weg = ({ waar, card }: Gezien) =>
    knoppen(card).some(
      ({ verb, titel }) =>
        titel === nl.terugNaarLijst || (verb !== LUKT_NIET && verb !== gedrukt(waar)),
    );
  const metWeg = new Set(gezien.filter(weg).map(({ waar }) => gedrukt(waar)));
  return gezien
    .filter((found) => found.soort !== 'formulier' && !isOntvangst(found))
    .filter(
      (found) => !weg(found) && (found.soort === 'bericht' || !metWeg.has(gedrukt(found.waar))),
    )
    .map(({ waar }) => `${waar}: a dead end`);
}

/** Questions that must be answered and cannot be. */
const onmogelijk = (velden: Fields) =>
  Object.entries(velden)
    .filter(([, { soort, verplicht, keuzes }]) => {
      const isKeuze = soort === 'keuze' || soort === 'meer';
      return isKeuze && verplicht && keuzes.length === 0;
    })
    .map(([id]) => `nothing to choose from at ${id}`);

const bestaat = (verb: string) =>
  verb === LUKT_NIET || planner.acties.has(verb) || planner.weergaven.has(verb);

/**
 * What is wrong with all that somebody met, each once. The library looks at one card of each kind: it takes long.
 * `isGewoon`: no more was entered than groups do, so that what is read is short.
 */
function mis(
  { gezien, fouten: gegooid }: Gelopen,
  { metBibliotheek = false, isGewoon = true } = {},
): string[] {
  const looked = new Set<string>();
  const isNew = ({ soort, waar }: Gezien) => {
    const kind = `${soort} ${waar.split(' > ').at(-1) ?? ''}`;
    return metBibliotheek && !looked.has(kind) && looked.add(kind).size > 0;
  };
  return [
    ...new Set([
      ...gegooid,
      ...gezien.flatMap((found) => gebreken(found, isNew(found), isGewoon)),
      ...doodlopend(gezien),
    ]),
  ];
}

/** Somebody presses everything they can reach. */
const alles = (wereld: Wereld, wie: string, how: Loop = {}) => mis(loop(wereld, wie, how));

const gelopen = new Map<string, Gelopen>();
/** What somebody meets in a group that is halfway; walked once. */
function halverwege([stap, fase]: Moment, wie: string): Gelopen {
  const key = `${stap} ${fase} ${wie}`;
  const found = gelopen.get(key) ?? loop(stadium(HALF, stap, fase), wie, { perKnop: 1 });
  gelopen.set(key, found);
  return found;
}

describe('whatever one presses leads to a screen or a sentence, and from there one can go on', () => {
  it.each(MOMENTEN)('alone, with nothing entered, in step %i (%s) [A12]', (stap, fase) => {
    const wereld = stadium(LEEG, stap, fase);

    const leider = loop(wereld, WIE.leider);

    expect(mis(leider)).toEqual([]);
    expect(leider.gezien.length).toBeGreaterThan(50);
    // The way on is there and can be gone: what comes after saving is not the form again.
    const slot = stap < 6 ? 'stap.volgende' : 'project.afronden';
    const verder = leider.gezien.filter(({ waar }) => waar.endsWith(`${slot} (vol)`));
    expect(verder.some(({ soort }) => soort !== 'formulier')).toBe(fase !== 'afgerond');
  });

  it.each(MOMENTEN)('in a group that is halfway, in step %i (%s)', (stap, fase) => {
    const derde = fase === 'overleg' ? WIE.notulist : WIE.buiten;

    expect(mis(halverwege([stap, fase], WIE.leider), { metBibliotheek: true })).toEqual([]);
    expect(mis(halverwege([stap, fase], WIE.lid))).toEqual([]);
    expect(mis(halverwege([stap, fase], derde))).toEqual([]);
  });

  it.each([WIE.stil, WIE.aanvrager, WIE.weg, WIE.plaatsvervanger])(
    'also for somebody who is %s, with forms in the conversation itself',
    (wie) => {
      for (const stap of [2, 6])
        expect(alles(stadium(HALF, stap, 'open'), wie, { forms: 'kaart' })).toEqual([]);
    },
  );
});

/** Texts of full length that take most of a card: by their signs in JSON, or by their lines. */
const ZWAAR: Readonly<Record<string, Tekst>> = {
  aanhalingstekens: (soort) => '"'.repeat(soort === 'kort' ? 120 : 2_000),
  regels: (soort) => (soort === 'kort' ? 'x'.repeat(120) : `${'a\n'.repeat(999)}b`),
};

/** The states with the longest lists of people, of problems and of both. */
const LANGSTE = VOLSTE.filter(([stap, fase]) => stap === 3 || (stap !== 4 && fase === 'overleg'));

describe('with 60 deelnemers and 300 problems of 2,000 characters every card fits', () => {
  const vol = (wereld: Wereld, wie: string) =>
    mis(loop(wereld, wie, { perKnop: 1, diep: 0 }), { isGewoon: false });
  // In the other states there are more people still, below.
  const ELDERS = VOLSTE.filter((moment) => !LANGSTE.includes(moment));

  it.each(ELDERS)('in step %i (%s) [A10]', (stap, fase) => {
    const wereld = stadium(VOL, stap, fase);

    expect(vol(wereld, WIE.leider)).toEqual([]);
    if (stap === 2) expect(vol(wereld, WIE.lid)).toEqual([]);
  });

  it.each(Object.keys(ZWAAR))('also when each text is full of %s', (soort) => {
    const wereld = stadium(VOL, 6, 'overleg', ZWAAR[soort]);

    expect(vol(wereld, WIE.leider)).toEqual([]);
  });
});

describe('with 200 deelnemers and 300 problems every card fits, and no list has more than forty choices', () => {
  it.each(LANGSTE)('in step %i (%s) [A10]', (stap, fase) => {
    const wereld = stadium({ ...VOL, deelnemers: 200 }, stap, fase);

    const leider = loop(wereld, WIE.leider, { perKnop: 2, diep: 0, vinkAlles: true });
    const lid = loop(wereld, WIE.lid, { perKnop: 1, diep: 0, vinkAlles: true });

    expect(leider.gezien.length).toBeGreaterThan(30);
    expect(mis(leider, { isGewoon: false })).toEqual([]);
    expect(mis(lid, { isGewoon: false })).toEqual([]);
  });
});

describe('when all 200 say the same thing, everybody who said it stands on one of the pages', () => {
  const wereld = stadium({ ...VOL, deelnemers: 200 }, 2, 'overleg', (soort) =>
    soort === 'kort' ? 'x'.repeat(120) : 'tekst',
  );
  const mensen = leden(wereld.project);
  const bladzijden = (verb: string): string => {
    const eerste = wereld.ziet(WIE.leider, verb);
    const van = eerste.kind === 'lijst' ? eerste.van : 1;
    return Array.from({ length: van }, (_, at) => {
      const args = { pagina: String(at + 1) };
      const screen = wereld.ziet(WIE.leider, verb, args);
      const style = {
        trajecten: trajecten(planner),
        forms: 'dialoog',
        cards: 'teams',
        now: () => wereld.now,
      } as const;
      const ctx = wereld.ctx(WIE.leider, args);
      const card = drawFor(style, { ctx, verb, screen, nonce: 'n', rev: 0 }, 'eigen');
      expect(fouten(card)).toEqual([]);
      return JSON.stringify(screen);
    }).join();
  };
  const namen = mensen.map((_, at) => `Persoon ${at} ${'van '.repeat(20)}achteren`);
  wereld.said(
    WIE.leider,
    mensen.map((lid, at) => ({ kind: 'deelnemer', id: lid.id, texts: { naam: namen[at] ?? '' } })),
  );

  it('voted for one problem', () => {
    const punten = { cl0: 1 };
    wereld.said(
      WIE.leider,
      mensen.map(({ id }) =>
        gezegd(stem, id, { van: id, punten, handen: true, ronde: 1, voor: [] }),
      ),
    );

    const gelezen = bladzijden('stemming');

    expect(namen.filter((naam) => !gelezen.includes(naamInLijst(naam)))).toEqual([]);
  });
});

/** Reached by another way than the buttons of a project: its beginning, its move, what a refused form offers, and a file. */
const ELDERS = [
  ...['project.start', 'project.verplaatsen', 'nagekomen.sturen'],
  ...['document.uploaden', 'foto.toevoegen', 'foto.weghalen'],
];
/** Reached from what only some entries and people have. */
const SOMS = [
  ...['doei.vertrouwelijk', 'maatregel.collega.toch', 'maatregel.toch'],
  ...['gevolg.weghalen', 'stemming.heropenen', 'projectleider.overnemen'],
];

it('has everything behind a button: no action or view that one must know by its word', () => {
  const op = MOMENTEN.flatMap(([stap, fase]) =>
    [WIE.leider, WIE.lid].flatMap((wie) =>
      halverwege([stap, fase], wie).gezien.flatMap(({ card }) =>
        knoppen(card).map(({ verb }) => verb),
      ),
    ),
  );

  const alle = [...planner.acties.keys(), ...planner.weergaven.keys()];
  const zonder = alle.filter((verb) => !op.includes(verb));
  expect(zonder.filter((verb) => ![...ELDERS, ...SOMS].includes(verb))).toEqual([]);
});

it('goes on without projectleider and plaatsvervanger, and when nobody is left at all', () => {
  const verlaten = (...namen: string[]) => {
    const wereld = stadium(HALF, 3, 'open');
    wereld.said(
      'klok',
      namen.map((id) => ({ kind: deelnemer.name, id, facts: { status: 'weg' } })),
    );
    return wereld;
  };
  const niemandLeidt = verlaten(WIE.leider, WIE.plaatsvervanger);
  const niemand = verlaten(...leden(stadium(HALF, 3, 'open').project).map(({ id }) => id));

  for (const wie of [WIE.leider, WIE.lid, WIE.buiten])
    expect(alles(niemandLeidt, wie), wie).toEqual([]);
  expect(alles(niemand, WIE.buiten)).toEqual([]);
  expect(leden(niemand.project)).toEqual([]);
});
