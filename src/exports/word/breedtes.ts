import type { Kolom, Tabel } from '../../process/vormen/hoofdstuk.ts';
import { ONBEKEND, somTekst, waardeTekst } from '../../process/vormen/waarde.ts';

/** Twips: the width of an average sign of bold table text with some room, and the space beside a text. */
const PER_TEKEN = 112;
const RAND = 240;
/** A longer word is broken; a column of long texts does not grow with its longest word. */
const MAX_WOORD = 16;
const MAX_TEKST = 70;
/** This many rows are measured for the widths. */
const MAX_RIJEN = 60;

/**
 * The widths of the columns, in twips, together at most `breedte`. No word of a header breaks, and what is left over goes
 * to the long texts.
 */
export function breedtes(tabel: Tabel, breedte: number): number[] {
  const maten = tabel.kolommen.map((kolom, at) => maat(tabel, kolom, at));
  const least = maten.reduce((sum, { min }) => sum + min, 0);
  if (least >= breedte) return maten.map(({ min }) => Math.floor((min * breedte) / least));
  const vraag = maten.reduce((sum, { meer }) => sum + meer, 0) || 1;
  return maten.map(({ min, meer }) => Math.floor(min + ((breedte - least) * meer) / vraag));
}

/** The least width of a column, and how much more it could use. */
function maat(tabel: Tabel, kolom: Kolom, at: number): { min: number; meer: number } {
  const teksten = tabel.rijen
    .slice(0, MAX_RIJEN)
    .map(({ cellen }) => waardeTekst(cellen[at] ?? null, kolom.vorm).slice(0, MAX_TEKST));
  const som = kolom.isSom ? [somTekst(tabel, at)] : [];
  // An amount stays on one line.
  const heel = kolom.vorm === 'bedrag' ? teksten.filter((tekst) => tekst !== ONBEKEND) : [];
  const totaal = at === 0 && tabel.kolommen.some(({ isSom }) => isSom) ? ['Totaal'] : [];
  const words = [
    ...woorden(kolom.naam),
    ...teksten.flatMap(woorden),
    ...som.flatMap(woorden),
    ...heel,
    ...totaal,
  ];
  const min = longest(words, MAX_WOORD) * PER_TEKEN + RAND;
  const wens = longest([...teksten, kolom.naam], MAX_TEKST) * PER_TEKEN + RAND;
  return { min, meer: Math.max(0, wens - min) * Math.max(1, kolom.breedte / 2) };
}

const woorden = (text: string) => text.split(/[\s-]+/);
const longest = (texts: readonly string[], max: number) =>
  Math.min(
    max,
    texts.reduce((most, { length }) => Math.max(most, length), 2),
  );
