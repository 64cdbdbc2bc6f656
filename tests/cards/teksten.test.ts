import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { nl, nlVan, weigeringen } from '../../src/text/nl.ts';
import { tab, tabVan } from '../../src/text/tab.ts';
import { HALF, LEEG, stadium, WIE } from '../../support/stadia.ts';
import { eigen, elementen, regels } from './kaarten.ts';
import { loop, type Gezien } from './lopen.ts';
import { MOMENTEN } from '../../support/momenten.ts';

/** See docs/bronnen.md#texts. */
const WOORDEN_PER_ZIN = 15;
const WOORDEN_PER_KAART = 60;

/** The words of the source documents stand as they are: agenda lines, purposes, and the help at two of the SMART letters. */
const LETTERLIJK: readonly string[] = [
  ...planner.stappen.map(({ doel }) => doel),
  ...planner.overleggen.flatMap(({ agenda }) => agenda.map(({ tekst }) => tekst)),
  'Doelen worden door iedereen gedragen zodat het engagement er is om er energiek en met voldoening aan deel te nemen.',
  'Doelen zijn haalbaar, de lat niet te hoog - maar ook niet te laag - en je moet er vat op hebben.',
];
const isLetterlijk = (regel: string) =>
  LETTERLIJK.some((zin) => zin === regel.replace(/^[\s–•]+/, '') || regel.endsWith(zin));

/** Words of ours: what people typed is a dot here. */
const woorden = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const zinnen = (regel: string) => regel.split(/(?<=[.?!:;])\s+|\n+| · /);

/** A line of a list: of the agenda, of what is known, of what is complete. */
const isLijst = (regel: string) => /^(\s+|[•–✔○]|\d+[.)]\s)/.test(regel) || isLetterlijk(regel);

const teLang = (regel: string) =>
  isLetterlijk(regel)
    ? []
    : zinnen(regel).filter((zin) => woorden(zin) > WOORDEN_PER_ZIN && !isLetterlijk(zin));

/** What counts for the length of a card: not its lists, nor what people typed, nor the questions of a form. */
function eigenRegels({ soort, screen, card }: Gezien): string[] {
  if (soort === 'formulier') return [];
  if (screen?.kind === 'lijst') return [screen.titel, ...screen.uitleg].map(eigen);
  const blocks =
    soort === 'kaart' ? elementen(card).filter(({ type }) => type === 'TextBlock') : [];
  return soort === 'kaart' ? blocks.map(({ text }) => eigen(String(text))) : regels(card);
}

describe('what somebody reads is short', () => {
  it.each(MOMENTEN)('in step %i (%s)', (stap, fase) => {
    const gezien = [
      ...loop(stadium(HALF, stap, fase), WIE.leider, { perKnop: 1 }).gezien,
      ...loop(stadium(HALF, stap, fase), WIE.lid, { perKnop: 1 }).gezien,
      ...loop(stadium(LEEG, stap, fase), WIE.buiten, { perKnop: 1 }).gezien,
    ];
    const alleRegels = new Set(gezien.flatMap(({ card }) => regels(card)));
    const lang = gezien
      .map((found) => ({ waar: found.waar, regels: eigenRegels(found) }))
      .filter(({ regels: own }) => {
        const counted = own.filter((regel) => !isLijst(regel)).map(woorden);
        return counted.reduce((sum, n) => sum + n, 0) > WOORDEN_PER_KAART;
      });

    expect([...alleRegels].flatMap(teLang)).toEqual([]);
    expect(lang).toEqual([]);
    expect([...alleRegels].filter((regel) => regel.includes('!'))).toEqual([]);
  });

  it('also where nothing was expected to go wrong', () => {
    const wat = {
      stap: 'Stap 2',
      sinds: 'do 14 januari, 17.00 uur',
      projectleider: '·',
      vraag: '',
      woorden: planner.woorden,
    };
    const doors = ['zelf', 'ander'] as const;
    const sentences = [
      ...zinnenIn(nl),
      ...zinnenIn(nlVan(planner.woorden)),
      ...zinnenIn(tab),
      ...zinnenIn(tabVan(planner.woorden)),
      ...doors.flatMap((door) => Object.values(weigeringen).map((zin) => zin({ ...wat, door }))),
    ];

    expect(sentences.flatMap(teLang)).toEqual([]);
    expect(sentences.filter((zin) => zin.includes('!'))).toEqual([]);
  });
});

/** Every sentence in a list of texts, also those that are made of something. */
function zinnenIn(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function')
    return zinnenIn((texts as (...made: unknown[]) => unknown)('·', 2, '·'));
  return Object.values(texts as object).flatMap(zinnenIn);
}
