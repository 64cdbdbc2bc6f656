import { plat, sleutel } from './schrift.ts';

/** Words and signs that people write with a number, by what they mean. */
export const EENHEDEN = {
  euro: ['€', 'eur', 'euro', "euro's"],
  uren: ['u', 'h', 'uur', 'uren'],
  fte: ['fte', "fte's"],
  procent: ['%', 'procent', 'pct'],
  punten: ['punt', 'punten'],
  werkdagen: ['dag', 'dagen', 'werkdag', 'werkdagen'],
} as const;

/** What groups count, when nobody said yet in what. */
const GETELD =
  'keer meldingen incidenten klachten overtredingen aangiften personen mensen jongeren bewoners bezoekers camera’s dagen weken maanden jaar minuten'.split(
    ' ',
  );

/**
 * The words that may stand with a number that is counted in this unit, as the group called it: the whole of it, or what is
 * counted. A number `per week` is another than one `per month`, so what follows must be the same or be left out.
 */
export function eenhedenVan(eenheid: string): string[] {
  const heel = sleutel(eenheid);
  const wat = heel.replace(/ per .*|[/,(].*/, '').trim();
  const bekend = Object.values(EENHEDEN).find((woorden) => woorden.map(sleutel).includes(wat));
  if (wat !== '')
    return [heel, wat, wat.replace(/(?:en|s)$/, ''), heel.slice(wat.length), ...(bekend ?? [])];
  return [...GETELD, ...EENHEDEN.procent, ...EENHEDEN.uren, ...EENHEDEN.euro];
}

/** A number as somebody wrote it, and the words that stood with it. */
interface Geschreven {
  waarde: number;
  /** The unit before or behind it, in one form; empty for none. */
  eenheid: string;
}

/** What stands before a number, the number, and what stands behind it. Money may end in a dash for no cents. */
const DELEN = /^([^\d.,]*)([\d.,][\d., ]*(?:[-=]{1,2})?)(.*)$/;
/** Signs in which a digit means something else, such as a power or a half; and what separates two numbers. */
const GEEN_GETAL = /[\p{No}\p{Cc}\u2028\u2029]/u;

/**
 * The number in a text with at most this many decimals, in Dutch notation and in what a machine makes of it; undefined
 * when it is something else, or when it could be read in two ways. The caller looks whether the words with it fit.
 */
export function getalUit(text: string, decimalen: number): Geschreven | undefined {
  const kaal = text.trim();
  const [, voor = '', cijfers = '', na = ''] = DELEN.exec(plat(kaal)) ?? [];
  const waarde = GEEN_GETAL.test(kaal) ? NaN : waardeVan(cijfers.trim(), decimalen);
  return Number.isNaN(waarde) ? undefined : { waarde, eenheid: sleutel(`${voor} ${na}`) };
}

function waardeVan(cijfers: string, decimalen: number): number {
  const heel = cijfers.replace(/[,.][-=]{1,2}$/, '');
  const found = SCHRIJFWIJZEN.find((wijze) => wijze.test(heel));
  if (!found) return NaN;
  const [, geheel = '', deel = ''] = found.exec(heel) ?? [];
  // A number of hours that is 8,00 or 8.0 is whole.
  const isHeel = decimalen === 0 && /^0*$/.test(deel);
  if (deel.length > decimalen && !isHeel) return NaN;
  return Number(`${geheel.replace(/[. ]/g, '') || '0'}.${deel || '0'}`);
}

/**
 * Dots or spaces between thousands, a comma before the decimals. A dot is before decimals only where there are one or two
 * of them: with three it stands between thousands, and 0.500 could be either.
 */
const SCHRIJFWIJZEN = [
  /^(\d+)$/,
  /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d{1,2}))?$/,
  /^(\d*)[.,](\d{1,2})$/,
];
