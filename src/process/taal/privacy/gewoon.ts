// What numbers in the texts of a group usually are. A test that one in eleven numbers passes by chance is no evidence; what
// stands beside a number is.

import { WEG } from './vondst.ts';

const zonderDeze = (text: string, patronen: readonly RegExp[]) =>
  patronen.reduce((nu, patroon) => nu.replace(patroon, WEG), text);

/** Addresses of pages, but not those that open a talk with a number, and names of files. */
const VERWIJZINGEN = [
  /(?:https?:\/\/|(?<!\p{L})www\.)(?!wa\.me|api\.whatsapp)[^\s\uFFFF]+/giu,
  /(?<![^\s(])(?!wa\.me)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/[^\s\uFFFF]*/giu,
  /(?<!\p{L})ecli:[^\s\uFFFF]+/giu,
  /(?<!\S)\S+\.(?:pdf|docx?|xls[xm]?|pptx?|od[tsp]|rtf|txt|csv|msg|eml|zip|jpe?g|jfif|png|gif|bmp|tiff?|heic|webp|mp4|mov|avi|mp3|m4a|wav)(?![\p{L}\p{N}])/giu,
];

/** The text without what points elsewhere. */
export const zonderVerwijzingen = (text: string): string => zonderDeze(text, VERWIJZINGEN);

const BEDRAG = String.raw`(?!0\d)(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+(?![^\p{L}\p{N}\n]{0,3}\d)|\d+)(?:,(?:\d{1,2}(?!\d)|-+))?`;
const BEDRAGEN = [
  String.raw`(?:€|(?<!\p{L})euro?(?!\p{L})):? ?-?${BEDRAG}`,
  String.raw`(?<!\d[ .,/+-]{0,2})${BEDRAG} ?(?:€|(?:euro?|miljoen|mln|miljard|mld)(?!\p{L}))`,
].map((patroon) => new RegExp(patroon, 'giu'));

const DAG = '(?:0?[1-9]|[12][0-9]|3[01])';
const MAAND = '(?:0?[1-9]|1[0-2])';
const JAAR = '(?:19|20)[0-9]{2}';
const KLOK = '(?:[01][0-9]|2[0-3])[0-5][0-9]';
const STREPEN = ['-', '/', String.raw`\.`];
const TIJD = String.raw`(?:[01]?[0-9]|2[0-3])(?:[.:][0-5][0-9]){1,2}(?![.:]?[0-9])`;
const MOMENT = `(?:${[
  ...STREPEN.map((streep) => `${DAG}${streep}${MAAND}${streep}[0-9]{2}(?![0-9]|${streep}[0-9])`),
  TIJD,
  `${DAG}[-/]${MAAND}(?= ${TIJD})`,
  String.raw`${KLOK} ?- ?${KLOK}(?![0-9])`,
].join('|')})`;
const REEKS = `${MOMENT}(?:[-, ]{1,3}${MOMENT})*`;
/** No other number before it, of which it may be a part. */
const NIETS_ERVOOR = '(?<![0-9][-/.: ]{0,3})';
/** Nor after it where it begins as that of a phone does. */
const NIETS_ERNA = '(?![-/.: ]{0,3}[0-9])';
const MOMENTEN = [
  ...STREPEN.flatMap((streep) => [
    `(?<![0-9])${DAG}${streep}${MAAND}${streep}${JAAR}(?![0-9])`,
    `(?<![0-9])${JAAR}${streep}${MAAND}${streep}${DAG}(?![0-9])`,
  ]),
  // As a phone or a camera names what it makes: the day, and often the time to a thousandth.
  `(?<![0-9][^\\p{L}\\p{N}\n]{0,3})${JAAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[_T-]?${KLOK}(?:[0-5][0-9][0-9]{0,3})?)?(?![0-9])`,
  `${NIETS_ERVOOR}(?:(?!0)${REEKS}|${REEKS}${NIETS_ERNA})`,
].map((patroon) => new RegExp(patroon, 'gu'));

const ZAAK =
  'kvk|k\\.v\\.k\\.?|kamer van koophandel|rsin|bag|oin|isbn|ean|btw|zaak|dossier|factuur|offerte|order|bestelling|kenmerk|referentie|ref|melding|vergunning|aanvraag|besluit|registratie|mutatie|parket|artikel|bvh|pv|incident|ticket|klacht|contract|polis|camera|container|lichtmast|kast|halte|dienst|pand|perceel|object';
const ZAKEN =
  'zaken|dossiers|facturen|offertes|orders|kenmerken|meldingen|vergunningen|aanvragen|besluiten|registraties';
/** A number of anything but a person: `klantnummer`, `vergaderings-id`. */
const SOORT_NUMMER = String.raw`(?!(?:tel|mob|gsm|bsn|burger|sofi|rek|iban|bank|fax|priv|thuis|werk|app|what|nood|contact))\p{L}{2,}-?(?:nummers?|nrs?|id|code|kenmerk)`;
const LIJM = String.raw`(?:[ :.#=(/-]{1,3}|(?:nummers?|nrs?|no|id|is|van|met|het|code|kenmerk|pand)(?!\p{L})){0,6}`;
const NUMMER = String.raw`(?:\p{Lu}{1,3}[-/.]?)?(?!06|0\d{2,3}[ )-])\d+(?:[./_-](?!06)\d+)*(?: [1-9]\d{2})*(?: \d{1,2}(?![ .-]?\d))?`;
const BENOEMD = [
  String.raw`(?<!\p{L})\p{L}*(?:${ZAKEN})(?!\p{L})${LIJM}${NUMMER}(?:(?:, ?| en | tot en met | t\/m )(?!0[1-9])\d[\d./_-]*)*`,
  String.raw`(?<!\p{L})(?:\p{L}*(?:${ZAAK})|${SOORT_NUMMER})(?!\p{L})${LIJM}${NUMMER}`,
  // Written as an account number, but none.
  String.raw`(?<![\p{L}\p{N}])[a-z]{2}\d{2}[a-z]{4}\d{10}(?!\d)`,
].map((patroon) => new RegExp(patroon, 'giu'));

/** The text without amounts, moments, and numbers of which the word before it says what they are. */
export const zonderBenoemd = (text: string): string =>
  zonderDeze(text, [...BENOEMD, ...BEDRAGEN, ...MOMENTEN]);

const EENHEID =
  '(?:inwoners|woningen|huishoudens|adressen|bezoekers|personen|mensen|meldingen|incidenten|regels|stuks|keer|uur|jaar|m2|m3|km|meter|kwh|%)';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const GETALLEN = [
  // A letter or two before it: a number of a case, in whatever system.
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?!BS|NR|NO)\p{Lu}{1,2}[-/]?\d[\d./-]*`, 'gu'),
  // Rounded, or counted.
  /(?<!\d[. ]?)[1-9]\d{0,2}(?:\.\d{3})*\.000(?![. ]?\d)/gu,
  /(?<!\d[. ]?)[1-9]\d{0,2}(?: \d{3})* 000(?![. ]?\d)/gu,
  new RegExp(
    String.raw`(?<!\d[. ]?)[1-9](?:\d{0,2}(?:[. ]\d{3})+|\d{3,}) ?${EENHEID}(?!\p{L})`,
    'giu',
  ),
  // Addresses of computers, and places on a map.
  new RegExp(`(?<![0-9.])(?:${OCTET}[.]){3}${OCTET}(?![0-9.])`, 'gu'),
  /(?<!\d)\d{1,3}\.\d{4,8}[ ,;]{1,3}\d{1,3}\.\d{4,8}(?!\d)/gu,
];

/** The text without the numbers that are usual in plans and figures. */
export const zonderGetallen = (text: string): string => zonderDeze(text, GETALLEN);
