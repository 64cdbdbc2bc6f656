import { planner } from '../../src/planner/index.ts';
import { eigen, elementen, regels, type Element } from './kaarten.ts';
import type { Gezien } from './lopen.ts';

/** See docs/bronnen.md#texts. */
const WOORDEN_PER_ZIN = 15;
const WOORDEN_PER_KAART = 60;
/** On any card, wherever they stand; a row that opens is not a button. */
const KNOPPEN_PER_KAART = 6;

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
const isLijst = (regel: string) =>
  /^(\s+|[•–]|\d+[.)]\s|Klaar: |Nog niet klaar: )/.test(regel) || isLetterlijk(regel);

/** The sentences of a line that are too long. */
export const teLang = (regel: string): string[] =>
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

/** All buttons that one sees on a card: its own, and those that stand in it. */
const zichtbaar = (card: Element): Element[] =>
  elementen(card).flatMap(({ actions }) => (actions as Element[] | undefined) ?? []);

/** What there is to press on a card, and to read of a receipt, that is more than one takes in at a glance. */
export function teVeel(found: Gezien): string[] {
  const knoppen = zichtbaar(found.card);
  const titels = knoppen.map(({ title }) => String(title)).join(', ');
  return [
    ...(knoppen.length > KNOPPEN_PER_KAART ? [`${knoppen.length} buttons: ${titels}`] : []),
    ...(knoppen.filter(({ style }) => style === 'positive').length > 1
      ? [`more than one button asks to be pressed: ${titels}`]
      : []),
    ...ontvangst(found),
  ];
}

/** What of a card is more to read than one does. */
export function teWoordrijk(found: Gezien): string[] {
  const geteld = eigenRegels(found).filter((regel) => !isLijst(regel));
  const n = geteld.reduce((sum, regel) => sum + woorden(regel), 0);
  const alles = regels(found.card);
  return [
    ...(n > WOORDEN_PER_KAART ? [`${n} words: ${geteld.join(' ')}`] : []),
    ...alles.flatMap(teLang).map((zin) => `too long: ${zin}`),
    ...alles.filter((regel) => regel.includes('!')),
  ];
}

/** What one reads after storing something is as small as a toast. */
function ontvangst({ screen, card }: Gezien): string[] {
  if (screen?.kind !== 'bericht' || screen.soort !== 'gelukt') return [];
  const { titel, regels: more } = screen;
  const knoppen = zichtbaar(card).map(({ title }) => String(title));
  return more.length === 0 && knoppen.length <= 1
    ? []
    : [`a receipt of more: ${[titel, ...more].map(eigen).join(' / ')} [${knoppen.join('] [')}]`];
}
