import type { Vondst } from './vondst.ts';

/** How many signs an account number has in each country that has them. */
const LENGTES: Readonly<Record<number, string>> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI FK FO GL NL SD',
  19: 'MK SI',
  20: 'AT BA EE KZ LT LU MN XK',
  21: 'CH HR LI LV',
  22: 'BG BH CR DE GB GE IE ME RS VA',
  23: 'AE GI IL IQ OM SO TL',
  24: 'AD CZ ES MD PK RO SA SE SK TN VG',
  25: 'LY PT ST',
  26: 'IS TR',
  27: 'BI DJ FR GR IT MC MR SM',
  28: 'AL AZ BY CY DO GT HN HU LB NI PL SV',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU YE',
  31: 'MT SC',
  32: 'LC',
  33: 'RU',
};
const LENGTE = new Map(
  Object.entries(LENGTES).flatMap(([lengte, landen]) =>
    landen.split(' ').map((land) => [land, Number(lengte)] as const),
  ),
);

/** The account numbers of every country hold at least this many digits; words do not. */
const MIN_CIJFERS = 10;
const TUSSEN = String.raw`[^\p{L}\p{N}\uFFFF]{0,9}`;
const BEGIN = new RegExp(String.raw`(?=([A-Z])${TUSSEN}([A-Z])${TUSSEN}\d${TUSSEN}\d)`, 'giu');
const TEKEN = new RegExp(String.raw`${TUSSEN}([A-Z0-9])`, 'iuy');

/** Account numbers, with whatever signs between theirs, that pass the test of their country. */
export function ibansIn(text: string): Vondst[] {
  const found: Vondst[] = [];
  for (const { 1: een = '', 2: twee = '', index: van } of text.matchAll(BEGIN)) {
    if (van < (found.at(-1)?.tot ?? 0)) continue;
    const { signs, tot } = lees(text, van, LENGTE.get(`${een}${twee}`.toUpperCase()) ?? 0);
    if (isIban(signs)) found.push({ van, tot });
  }
  return found;
}

/** This many letters and digits from here on. */
function lees(text: string, van: number, aantal: number): { signs: string; tot: number } {
  let signs = '';
  TEKEN.lastIndex = van;
  while (signs.length < aantal) {
    const sign = TEKEN.exec(text)?.[1];
    if (sign === undefined) return { signs: '', tot: van };
    signs += sign.toUpperCase();
    van = TEKEN.lastIndex;
  }
  return { signs, tot: van };
}

const isIban = (signs: string) =>
  signs.replace(/\D/g, '').length >= MIN_CIJFERS &&
  (!signs.startsWith('NL') || /^NL\d\d[A-Z]{4}\d{10}$/.test(signs)) &&
  rest97(signs) === 1;

/** The mod 97 test of ISO 13616: over the digits, with letters as 10 to 35, the first four signs last. */
const rest97 = (iban: string) =>
  [...iban.slice(4), ...iban.slice(0, 4)]
    .map((sign) => parseInt(sign, 36))
    .reduce((rest, waarde) => (rest * (waarde > 9 ? 100 : 10) + waarde) % 97, 0);
