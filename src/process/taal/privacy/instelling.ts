import type { Vondst } from './vondst.ts';

/** Words for a place or a desk that anybody may call. Parts of words do: a stadskantoor is a kantoor. */
const WOORDEN = [
  'gemeente|(?:stad|raad|provincie|dorps|buurt|wijk|zieken|veiligheids|politie|jongeren)huis|balie|receptie|loket|kantoor',
  'kcc|klantcontact|klantenservice|secretariaat|algemeen nummer|centrale|meldkamer|meldpunt|helpdesk|service(?:punt|nummer|desk)',
  '(?:wijk|buurt|dorps|gebieds|jeugd|jongeren|sociaal|sociale) ?teams?|(?:wijk|buurt|gezondheids|winkel|activiteiten)centrum',
  'politie|bureau|brandweer|kazerne|handhaving|toezicht|rechtbank|ministerie|parket|reclassering|kinderbescherming|belastingdienst',
  'jeugdbescherming|jeugdzorg|slachtofferhulp|veilig ?thuis|(?<!\\p{L})halt(?!\\p{L})|ggd|ggz|huisartsen|praktijk|apotheek|spoed|crisis',
  'corporatie|woningbouw|stichting|vereniging|school|college|opvang|bibliotheek|wijkgebouw|sporthal|zwembad|museum|theater|moskee',
  'dierenambulance|storing|hulplijn|infolijn|noodnummer|dienst|bedrijf|winkel|hotel|zorginstelling|verzekeraar|meldlijn',
];
/** A street may be called after one, and people live there. */
const STRAAT =
  '\\p{L}*(?:straat|plein|laan|weg|pad|dijk|kade|gracht|hof|singel|steeg|park|dreef|plantsoen)(?!\\p{L})';
const INSTELLING = `(?:${WOORDEN.join('|')})(?!${STRAAT})`;

/** Words that say that the number is of a person after all. */
const PERSOON =
  /(?<!\p{L})(?:mevr|mw|mevrouw|meneer|dhr|heer|buur(?:man|vrouw|jongen|meisje)|bewo(?:ner|ners|onster)|verdachten?|slachtoffers?|daders?|melders?|aangevers?|getuigen?|moeder|vader|zoon|dochter|ouders?|oma|opa|broer|zus|familie|gezin|jongen|meisje|cli[eë]nt|thuis|priv[eé]|mobiel|(?:zijn|haar|hun) (?:nummer|telefoon)|hij|hem|hen|woont|wonend|woonachtig)(?!\p{L})/iu;

/** Between the word and the number: a name, a place, an address, and how it is said, but no other clause. */
const ERVOOR = new RegExp(
  String.raw`${INSTELLING}(?:(?! (?:en (?:is|was|wil|kan|hij|zij|ze)|maar|want|omdat|die|dat|waar|belt|belde|sprak|hoorde|zoekt|zocht|kent|kende|kreeg|heeft|had) )[^\n\uFFFF;]){0,50}$`,
  'iu',
);
const ERNA = new RegExp(
  String.raw`^ ?[-(:/=|]? ?(?:(?:is|van|het|de|voor|bij|nummer) ){0,5}[\p{L}-]{0,12}${INSTELLING}`,
  'iu',
);

/** Where the part of the text before a number begins that can be about it: after another number, and within a line. */
const BEGIN = /^[^]*(?:\n|\d{5}|\d{3}[ -]\d{2})/u;
/** Another number of the same: `0900-8844 of 030-2345678`. */
const OF = /\d[\d -]* ?(?:of|\/|\|) ?$/u;
const EVEN = 60;

/** True for a number with the name of an institution beside it, and no word for a person. */
export function isVanInstelling(text: string, { van, tot }: Vondst): boolean {
  const voor = text
    .slice(Math.max(0, van - EVEN), van)
    .replace(OF, '')
    .replace(BEGIN, '');
  if (PERSOON.test(voor.replace(/veilig ?thuis/giu, ''))) return false;
  return ERVOOR.test(voor) || ERNA.test(text.slice(tot, tot + EVEN));
}
