/** Digits that stand together in a text, and the signs between them and the group before. */
export interface Groep {
  cijfers: string;
  van: number;
  tot: number;
  /** Empty for the first group. */
  voor: string;
}

/** Signs that may stand inside one number: whatever is no letter, no digit and no end of a line. */
const TUSSEN = /^[^\p{L}\p{N}\n\uFFFF]{1,9}$/u;
const MAX_TUSSEN = 3;

/** A row of the same sign is one: nobody counts the spaces. */
const isTussen = (text: string) =>
  TUSSEN.test(text) && text.replace(/(.)\1+/gu, '$1').length <= MAX_TUSSEN;

/** The numbers of a text, each as the groups of digits in which it is written. Several numbers may stand in one of them. */
export function reeksenIn(text: string): Groep[][] {
  const reeksen: Groep[][] = [];
  for (const { 0: cijfers, index: van } of text.matchAll(/\d+/g)) {
    const reeks = reeksen.at(-1);
    const voor = text.slice(reeks?.at(-1)?.tot ?? 0, van);
    const groep = { cijfers, van, tot: van + cijfers.length };
    if (reeks && isTussen(voor)) reeks.push({ ...groep, voor });
    else reeksen.push([{ ...groep, voor: '' }]);
  }
  return reeksen;
}

/** The first groups that hold at least this many digits together; none when they hold more than `max`. */
export function eerste(groepen: readonly Groep[], min: number, max = min): readonly Groep[] {
  let aantal = 0;
  for (const [at, { cijfers }] of groepen.entries()) {
    aantal += cijfers.length;
    if (aantal >= min) return aantal <= max ? groepen.slice(0, at + 1) : [];
  }
  return [];
}

/** Signs between two numbers, that no one types inside one. */
const SCHEIDT = /[,;+=%€&<>"]/;

/** The parts of a row of groups between which nothing separates. */
export function delenVan(groepen: readonly Groep[]): Groep[][] {
  const delen: Groep[][] = [];
  for (const groep of groepen) {
    const deel = delen.at(-1);
    if (deel && !SCHEIDT.test(groep.voor)) deel.push(groep);
    else delen.push([groep]);
  }
  return delen;
}

export const cijfersVan = (groepen: readonly Groep[]): string =>
  groepen.map(({ cijfers }) => cijfers).join('');

export const plaatsVan = (groepen: readonly Groep[]) => ({
  van: groepen[0]?.van ?? 0,
  tot: groepen.at(-1)?.tot ?? 0,
});
