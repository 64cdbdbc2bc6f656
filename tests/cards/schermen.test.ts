import { describe, expect, it } from 'vitest';
import { deelnemer, leden } from '../../src/process/deelnemers.ts';
import { planner } from '../../src/planner/index.ts';
import type { Fields } from '../../src/process/form.ts';
import { LUKT_NIET } from '../../src/teams/drawing.ts';
import { HALF, LEEG, stadium, VOL, WIE, type Fase, type Tekst, type Wereld } from '../stadia.ts';
import { fouten, meldingen } from './geldig.ts';
import { elementen, isInput, knoppen } from './kaarten.ts';
import { loop, type Gezien, type Loop } from './lopen.ts';

/** What is wrong with something that somebody gets to see; with the library too where there is time for it. */
function gebreken({ waar, soort, screen, card }: Gezien, metBibliotheek: boolean): string[] {
  const shown = card;
  const buttons = knoppen(shown);
  return [
    ...fouten(shown),
    ...(metBibliotheek ? meldingen(shown) : []),
    ...(JSON.stringify(shown).includes('${') ? ['${ is left'] : []),
    ...(buttons.length === 0 && soort !== 'formulier' ? ['a dead end'] : []),
    ...buttons.filter(({ verb }) => !bestaat(verb)).map(({ verb }) => `no verb ${verb}`),
    ...(screen?.kind === 'formulier' ? onmogelijk(screen.velden) : []),
    ...(soort === 'kaart' && elementen(shown).some(isInput) ? ['a live card with inputs'] : []),
  ].map((gebrek) => `${waar}: ${gebrek}`);
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

/** Somebody presses everything they can reach: a list of what went wrong, and how much they saw. */
function alles(wereld: Wereld, wie: string, how: Loop = {}, metBibliotheek = false) {
  const { gezien, fouten: gegooid } = loop(wereld, wie, how);
  // The library looks at one card of each kind: it takes longer than all the rest.
  const looked = new Set<string>();
  const isNew = ({ soort, waar }: Gezien) => {
    const kind = `${soort} ${waar.split(' > ').at(-1) ?? ''}`;
    return metBibliotheek && !looked.has(kind) && looked.add(kind).size > 0;
  };
  const wrong = gezien.flatMap((found) => gebreken(found, isNew(found)));
  return { wrong: [...new Set([...gegooid, ...wrong])], aantal: gezien.length };
}

type Moment = readonly [stap: number, fase: Fase];

/** Each step as it opens; the others where they show something else. */
const MOMENTEN: readonly Moment[] = [
  [1, 'open'],
  [2, 'open'],
  [2, 'gesloten'],
  [2, 'overleg'],
  [2, 'na overleg'],
  [3, 'open'],
  [3, 'gesloten'],
  [4, 'open'],
  [4, 'overleg'],
  [5, 'open'],
  [6, 'open'],
  [6, 'gesloten'],
  [6, 'overleg'],
  [6, 'na overleg'],
  [6, 'afgerond'],
];

describe('whatever one presses leads to a screen or a sentence, and from there one can go on', () => {
  it.each(MOMENTEN)('alone, with nothing entered, in step %i (%s) [A12]', (stap, fase) => {
    const wereld = stadium(LEEG, stap, fase);

    const leider = alles(wereld, WIE.leider);

    expect(leider.wrong).toEqual([]);
    expect(leider.aantal).toBeGreaterThan(50);
  });

  it.each(MOMENTEN)('in a group that is halfway, in step %i (%s)', (stap, fase) => {
    const wereld = stadium(HALF, stap, fase);

    expect(alles(wereld, WIE.leider, { perKnop: 1 }, true).wrong).toEqual([]);
    expect(alles(wereld, WIE.lid).wrong).toEqual([]);
    expect(alles(wereld, fase === 'overleg' ? WIE.notulist : WIE.buiten).wrong).toEqual([]);
  });

  it.each([WIE.stil, WIE.aanvrager, WIE.weg, WIE.plaatsvervanger])(
    'also for somebody who is %s, with forms in the conversation itself',
    (wie) => {
      for (const stap of [2, 6])
        expect(alles(stadium(HALF, stap, 'open'), wie, { forms: 'kaart' }).wrong).toEqual([]);
    },
  );
});

/** Where each step shows most of what is in it. */
const VOLSTE: readonly Moment[] = [
  [1, 'open'],
  [2, 'open'],
  [2, 'overleg'],
  [2, 'na overleg'],
  [3, 'open'],
  [4, 'overleg'],
  [5, 'open'],
  [6, 'overleg'],
  [6, 'afgerond'],
];

/** Texts of full length that take most of a card: by their signs in JSON, or by their lines. */
const ZWAAR: Readonly<Record<string, Tekst>> = {
  aanhalingstekens: (soort) => '"'.repeat(soort === 'kort' ? 120 : 2_000),
  regels: (soort) => (soort === 'kort' ? 'x'.repeat(120) : `${'a\n'.repeat(999)}b`),
};

describe('with 60 deelnemers and 300 problems of 2,000 characters every card fits', () => {
  const kort = { perKnop: 1, diep: 0 };

  it.each(VOLSTE)('in step %i (%s) [A10]', (stap, fase) => {
    const wereld = stadium(VOL, stap, fase);

    expect(alles(wereld, WIE.leider, kort).wrong).toEqual([]);
    if (fase === 'open') expect(alles(wereld, WIE.lid, kort).wrong).toEqual([]);
  });

  it.each(Object.keys(ZWAAR))('also when each text is full of %s', (soort) => {
    for (const [stap, fase] of [
      [2, 'na overleg'],
      [6, 'overleg'],
    ] as const)
      expect(alles(stadium(VOL, stap, fase, ZWAAR[soort]), WIE.leider, kort).wrong).toEqual([]);
  });
});

/** Reached by another way than the buttons of a project: its beginning, its move, and what a refused form offers. */
const ELDERS = ['project.start', 'project.verplaatsen', 'nagekomen.sturen'];
/** Reached from what only some entries and people have. */
const SOMS = ['doei.vertrouwelijk', 'maatregel.collega.toch'];

it('has everything behind a button: no action or view that one must know by its word', () => {
  const op = MOMENTEN.filter(([, fase]) => fase !== 'gesloten').flatMap(([stap, fase]) =>
    [WIE.leider, WIE.lid].flatMap((wie) =>
      loop(stadium(HALF, stap, fase), wie, { perKnop: 1 }).gezien.flatMap(({ card }) =>
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
    expect(alles(niemandLeidt, wie).wrong, wie).toEqual([]);
  expect(alles(niemand, WIE.buiten).wrong).toEqual([]);
  expect(leden(niemand.project)).toEqual([]);
});
