import type { Vondst } from './vondst.ts';

const ADRES =
  /(?<![\p{L}\p{N}_.+-])([\p{L}\p{N}_.+-]{1,64})(?: ?@ ?| ?[([]at[)\]] ?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu;

/** Words in the address of a desk, a team or a subject: whoever reads it is no person in particular. */
const WOORDEN = [
  'secretariaat|bestuur|receptie|loket|klanten|klantcontact|service|helpdesk|support|no-?reply|administratie|inkoop|griffie',
  'communicatie|redactie|webmaster|planning|bibliotheek|gemeente|openbare|veiligheid|handhaving|toezicht|politie|brandweer',
  'meldkamer|reclassering|meldpunt|melding|overlast|vergunning|evenement|subsidie|aanmeld|inschrij|reserver|crisisdienst|beheer',
  '(?:wijk|buurt|dorps|gebieds|jeugd|jongeren)(?:team|bureau|agent|manager|raad|preventie|centrum|huis|werk|hulp|zorg)',
  'projectleider|programma|sociaal-?team|bewoners(?:commissie|vereniging|groep)|ondernemers|winkeliers|vereniging|stichting',
];
/** Words that do so only where the address begins with them. */
const BEGIN = [
  'info|contact|balie|kcc|oov|team|teams[a-z]+|privacy|facturen|klachten|verhuur|afspraak|personeelszaken|project',
];
/** Words that do so when they are all there is: with more they may be a name. */
const GEHEEL = [
  'post|mail|pers|raad|college|burgemeester|wethouder|griffier|directie|directeur|voorzitter|penningmeester|school|bureau',
  'kantoor|boa|hr|ict|fg|nieuws|hallo|welkom|algemeen|groen|afval|zorg|coordinator|adviseur|jurist|[0-9]+',
];
/** What stands behind a plus is for whoever reads it. */
const FUNCTIE = new RegExp(
  `^(?:[^+]*(?:${WOORDEN.join('|')})|(?:${BEGIN.join('|')})(?!\\p{L})|(?:${GEHEEL.join('|')})$)`,
  'iu',
);

/** Addresses of people. */
export const mailadressenIn = (text: string): Vondst[] =>
  [...text.matchAll(ADRES)]
    .filter(([, naam = '']) => !FUNCTIE.test(naam))
    .map(({ 0: adres, index: van }) => ({ van, tot: van + adres.length }));
