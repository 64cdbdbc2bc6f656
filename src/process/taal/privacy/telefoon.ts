import { isVanInstelling } from './instelling.ts';
import { cijfersVan, delenVan, eerste, plaatsVan, reeksenIn, type Groep } from './reeks.ts';
import type { Vondst } from './vondst.ts';

/** The numbers by which one reaches a person; not those of a service, nor of an institution that is named beside it. */
export const telefoonsIn = (text: string): Vondst[] =>
  reeksenIn(heel(text))
    .flatMap(delenVan)
    .flatMap((deel) => inDeel(deel, text));

/** Between 06 and the eight digits after it, whatever stands there. */
const NA_06 = /(?<=(?<!\d)06)[^\p{L}\p{N}\uFFFF]{1,9}(?=\d{8}(?!\d))/gu;
/** In pairs, with the same signs after each. */
const IN_PAREN = /(?<!\d)06([^\p{L}\p{N}\uFFFF]{1,3})(?:\d\d\1){3}\d\d(?!\d)/gu;
/** A line that ends within a number. */
const REGELEINDE =
  /(?<=(?<!\d)06(?:[^\p{L}\p{N}\n\uFFFF]{0,3}\d){0,7})[^\p{L}\p{N}\n\uFFFF]{0,3}\n[^\p{L}\p{N}\n\uFFFF]{0,3}(?=\d)/gu;

/** The text with spaces for signs that stand within the number of a mobile phone. As long as it was. */
const heel = (text: string): string =>
  [NA_06, IN_PAREN, REGELEINDE].reduce(
    (nu, sign) => nu.replace(sign, (found) => found.replaceAll(/\D/gu, ' ')),
    text,
  );

function inDeel(deel: readonly Groep[], text: string): Vondst[] {
  const found: Vondst[] = [];
  for (let at = 0; at < deel.length;) {
    const nummer = nummerVanaf(deel.slice(at, at + MAX_CIJFERS), text);
    if (nummer.length > 0) found.push(plaatsVan(nummer));
    at += Math.max(nummer.length, 1);
  }
  return found;
}

const MAX_CIJFERS = 17;

/** The groups of the number that begins here; none when none does, or when it is no person's. */
function nummerVanaf(groepen: readonly Groep[], text: string): readonly Groep[] {
  const nummer = geschreven(groepen, text);
  const magBekend = ZEKER_VAST.test(cijfersVan(nummer)) && isVanInstelling(text, plaatsVan(nummer));
  return magBekend ? [] : nummer;
}

/** A Dutch number that is of no mobile phone: an institution may have it. */
const ZEKER_VAST = /^(?:(?:00)?310?|0)[1-57-9]/;

function geschreven(groepen: readonly Groep[], text: string): readonly Groep[] {
  const { van = 0, cijfers = '' } = groepen[0] ?? {};
  if (/(?<!\d)\+ ?$/.test(text.slice(Math.max(0, van - 3), van))) return buitenland(groepen, 0);
  if (/^316\d{8}$/.test(cijfers)) return groepen.slice(0, 1);
  // Two noughts and one digit are more likely one of a row: 003, 004, 005.
  if (/^00(?:$|\d\d)/.test(cijfers)) return buitenland(groepen, 2);
  return binnenland(groepen);
}

/**
 * How many digits a number holds with that of its country, by how it begins. A nought between brackets may be one more.
 * Where a short one is possible, it looks like a figure with a plus.
 */
const LANDEN: readonly (readonly [RegExp, number, number])[] = [
  [/^31/, 11, 12],
  [/^[17]/, 11, 11],
  [/^[34]/, 9, 15],
  [/^[25689]/, 10, 15],
];

/** A number with that of a country, after a plus or after this many noughts. */
function buitenland(groepen: readonly Groep[], nullen: number): readonly Groep[] {
  const cijfers = cijfersVan(groepen).slice(nullen);
  const [, min, max] = LANDEN.find(([begin]) => begin.test(cijfers)) ?? [null, 1, 0];
  return eerste(groepen, min + nullen, max + nullen);
}

const LENGTE = 10;
/** Free, paid and information numbers. */
const DIENST = /^0(?:800|90[069])/;
/** How the numbers of mobile phones, of regions and of networks begin. */
const NETNUMMER = /^0(?:6|1[0135-8]|2[02-69]|3[0-68]|4[013-9]|5\d|7\d|8[24578])/;

function binnenland(groepen: readonly Groep[]): readonly Groep[] {
  const nummer = eerste(groepen, LENGTE);
  const cijfers = cijfersVan(nummer);
  const isNummer = /^0[1-9]/.test(cijfers) && !DIENST.test(cijfers) && isGegroepeerd(nummer);
  return isNummer ? nummer : [];
}

/** True for groups in which people write such a number, rather than a row of figures. */
function isGegroepeerd(nummer: readonly Groep[]): boolean {
  if (nummer.length === 1) return true;
  const begin = nummer[0]?.cijfers ?? '';
  const isPaar = begin.length === 2 && begin !== '06';
  // One digit at the end counts something, unless all are spelled out.
  const isTeVeel = begin.length > 1 && nummer.at(-1)?.cijfers.length === 1;
  return (
    NETNUMMER.test(cijfersVan(nummer)) &&
    !isTelling(nummer) &&
    !isTeVeel &&
    (!isPaar || nummer.every(({ cijfers }) => cijfers.length === 2))
  );
}

/** Figures that go up by as much each time: 6, 7, 8, 9, 10 or 5, 10, 15, 20, 25. */
function isTelling(groepen: readonly Groep[]): boolean {
  const stappen = groepen
    .slice(1)
    .map(({ cijfers }, at) => Number(cijfers) - Number(groepen[at]?.cijfers));
  return stappen.length > 2 && stappen.every((stap) => stap > 0 && stap === stappen[0]);
}
