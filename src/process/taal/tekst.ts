/** A text of at most this many signs, cut after a whole word. A word that fills most of the room is cut itself. */
export const afgekort = (tekst: string, max: number): string =>
  isHoogstens(tekst, max) ? tekst : `${woordEinde(tekst, max - 1)}…`;

/** True for a text of at most this many signs. A sign takes one or two units. */
function isHoogstens(tekst: string, max: number): boolean {
  if (tekst.length <= max) return true;
  return tekst.length <= 2 * max && [...tekst].length <= max;
}

/** The same of a text that is kept, of which a field counts the UTF-16 units. */
export function afgekortTot(tekst: string, units: number): string {
  let max = units;
  let kort = afgekort(tekst, max);
  while (kort.length > units) {
    max -= Math.ceil((kort.length - units) / 2);
    kort = afgekort(tekst, max);
  }
  return kort;
}

/** The share of the room that may stay empty to keep a word whole. */
const MAX_LEEG = 0.4;

/** The whole words that fit in this many signs. Only what fits is looked at. */
function woordEinde(tekst: string, room: number): string {
  const eind = eindeVan(tekst, room);
  const at = tekst.length > eind ? laatsteWit(tekst, eind) : -1;
  return tekst.slice(0, at > eind * (1 - MAX_LEEG) ? at : eind).replace(/[\s,;:–-]+$/, '');
}

/** Where so many signs end, in units. */
function eindeVan(tekst: string, signs: number): number {
  let at = 0;
  for (let nth = 0; nth < signs && at < tekst.length; nth++)
    at += (tekst.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

const WIT = /\s/;

/** The last space in a text up to here, or before its beginning. */
function laatsteWit(tekst: string, vanaf: number): number {
  let at = vanaf;
  while (at >= 0 && !WIT.test(tekst.charAt(at))) at--;
  return at;
}

/** The whole text on one line, at most this many signs, cut between whole characters. */
export function kortweg(text: string, max = 80): string {
  // Called for each of hundreds of long texts: what cannot be shown is not looked at.
  const start = text.slice(0, 4 * max);
  const line = start.replace(/\s+/g, ' ').trim();
  return start.length === text.length ? afgekort(line, max) : `${woordEinde(line, max - 1)}…`;
}
