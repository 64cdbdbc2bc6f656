import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { LUKT_NIET } from '../../src/teams/drawing.ts';
import { HALF, LEEG, stadium, VOL, WIE, type Fase, type Omvang } from '../stadia.ts';
import { fouten, meldingen } from './geldig.ts';
import { elementen, isInput, knoppen, type Element } from './kaarten.ts';
import { loop, type Gezien, type Loop } from './lopen.ts';

/** What is wrong with something that somebody gets to see; with the library too where there is time for it. */
function gebreken({ waar, soort, card }: Gezien, metBibliotheek: boolean): string[] {
  const shown = card as Element;
  const buttons = knoppen(shown);
  return [
    ...fouten(shown),
    ...(metBibliotheek ? meldingen(shown) : []),
    ...(JSON.stringify(shown).includes('${') ? ['${ is left'] : []),
    ...(buttons.length === 0 && soort !== 'formulier' ? ['a dead end'] : []),
    ...buttons.filter(({ verb }) => !bestaat(verb)).map(({ verb }) => `no verb ${verb}`),
    ...(soort === 'kaart' && elementen(shown).some(isInput) ? ['a live card with inputs'] : []),
  ].map((gebrek) => `${waar}: ${gebrek}`);
}

const bestaat = (verb: string) =>
  verb === LUKT_NIET || planner.acties.has(verb) || planner.weergaven.has(verb);

/** Somebody presses everything they can reach: a list of what went wrong, and how much they saw. */
function alles(omvang: Omvang, stap: number, fase: Fase, wie: string, how: Loop = {}) {
  const { gezien, fouten: gegooid } = loop(stadium(omvang, stap, fase), wie, how);
  const wrong = gezien.flatMap((found) => gebreken(found, omvang !== VOL));
  return { wrong: [...new Set([...gegooid, ...wrong])], aantal: gezien.length };
}

type Moment = readonly [stap: number, fase: Fase];

const MOMENTEN: readonly Moment[] = [
  [1, 'open'],
  ...[2, 3, 4, 5, 6].flatMap((stap): Moment[] => [
    [stap, 'open'],
    [stap, 'gesloten'],
    [stap, 'overleg'],
    [stap, 'na overleg'],
  ]),
  [6, 'afgerond'],
];

describe('whatever one presses leads to a screen or a sentence, and from there one can go on', () => {
  it.each(MOMENTEN)('alone, with nothing entered, in step %i (%s) [A12]', (stap, fase) => {
    const leider = alles(LEEG, stap, fase, WIE.leider);
    const buiten = alles(LEEG, stap, fase, WIE.buiten);

    expect(leider.wrong).toEqual([]);
    expect(buiten.wrong).toEqual([]);
    expect(leider.aantal).toBeGreaterThan(50);
  });

  it.each(MOMENTEN)('in a group that is halfway, in step %i (%s)', (stap, fase) => {
    const ieder = [WIE.leider, WIE.notulist, WIE.lid, WIE.stil, WIE.aanvrager, WIE.weg, WIE.buiten];

    for (const wie of ieder) expect(alles(HALF, stap, fase, wie).wrong, wie).toEqual([]);
    expect(alles(HALF, stap, fase, WIE.leider, { forms: 'kaart' }).wrong).toEqual([]);
  });
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

describe('with 60 deelnemers and 300 problems of 2,000 characters every card fits', () => {
  it.each(VOLSTE)('in step %i (%s) [A10]', (stap, fase) => {
    for (const wie of [WIE.leider, WIE.lid])
      expect(alles(VOL, stap, fase, wie, { perKnop: 1, diep: 0 }).wrong, wie).toEqual([]);
  });
});

it('goes on without projectleider and plaatsvervanger: everybody still gets somewhere', () => {
  const wereld = stadium(HALF, 3, 'open');
  wereld.said(
    WIE.leider,
    [WIE.leider, WIE.plaatsvervanger].map((id) => ({
      kind: 'deelnemer',
      id,
      facts: { status: 'weg' },
    })),
  );

  for (const wie of [WIE.leider, WIE.lid, WIE.buiten]) {
    const { gezien, fouten: gegooid } = loop(wereld, wie);
    expect([...gegooid, ...gezien.flatMap((found) => gebreken(found, true))], wie).toEqual([]);
  }
});
