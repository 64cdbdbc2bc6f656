/** A text of at most this many signs, cut after a whole word. A word that fills most of the room is cut itself. */
export function afgekort(tekst: string, max: number): string {
  const signs = [...tekst];
  return signs.length <= max ? tekst : `${woordEinde(signs, max - 1)}…`;
}

/** The share of the room that may stay empty to keep a word whole. */
const MAX_LEEG = 0.4;

/** The whole words that fit in this many signs. */
export function woordEinde(signs: readonly string[], room: number): string {
  const at = signs.slice(0, room + 1).findLastIndex((sign) => /\s/.test(sign));
  const isWoord = signs.length > room && at > room * (1 - MAX_LEEG);
  return signs
    .slice(0, isWoord ? at : room)
    .join('')
    .replace(/[\s,;:–-]+$/, '');
}
