import { Temporal } from 'temporal-polyfill';
import { remember } from '../../memory/remember.ts';
import { sleutel } from './schrift.ts';

/** The zone of the group: every date and time that a person reads or types is local to it. */
const ZONE = 'Europe/Amsterdam';

/** A local moment as people agree on it. */
export interface LocalMoment {
  /** yyyy-mm-dd */
  datum: string;
  /** hh:mm */
  tijd: string;
}

/**
 * The UTC instant of a local moment, ISO. When the clock changes, an hour that comes twice counts as the second, and one
 * that is skipped moves forward.
 */
export function utcOf({ datum, tijd }: LocalMoment): string {
  return Temporal.PlainDate.from(datum)
    .toPlainDateTime(Temporal.PlainTime.from(tijd))
    .toZonedDateTime(ZONE, { disambiguation: 'later' })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
}

/** The local moment of a UTC instant. */
export function localOf(utc: string): LocalMoment {
  const before = known.get(utc);
  if (before) return before;
  const local = Temporal.Instant.from(utc).toZonedDateTimeISO(ZONE);
  const found = {
    datum: local.toPlainDate().toString(),
    tijd: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
  known.set(utc, found);
  return found;
}

/** Kept, because one card says the same few moments many times, and the rules of a zone are slow to work out. */
const known = remember<LocalMoment>(2_000);

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The local date of a UTC instant, yyyy-mm-dd. */
export const dateOf = (utc: string) => localOf(utc).datum;

/** The UTC instant this many ms later. */
export function plusMs(utc: string, ms: number): string {
  return Temporal.Instant.from(utc)
    .add({ milliseconds: ms })
    .toString({ smallestUnit: 'millisecond' });
}

/** The local date this many calendar days, weeks, months or years later. */
export function plusDays(
  datum: string,
  duration: { days?: number; weeks?: number; months?: number; years?: number },
): string {
  return Temporal.PlainDate.from(datum).add(duration).toString();
}

/** How many calendar days it is from one local date to another. */
export const daysBetween = (van: string, tot: string): number =>
  Temporal.PlainDate.from(van).until(tot).days;

/** False for a time that no clock shows: that of the hour that is skipped in spring. */
export function bestaat(moment: LocalMoment): boolean {
  const { datum, tijd } = localOf(utcOf(moment));
  return datum === moment.datum && tijd === moment.tijd;
}

/** True for a date that exists, in the format of cards. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** True for a time of day in the format of cards. */
export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The first and the last year that a group means. */
const JAREN = { van: 2000, tot: 2100 } as const;

/** True for a date of a time in which no group works: a typing error, or a calendar of another people. */
export const isVerWeg = (datum: string) => {
  const jaar = Number(datum.slice(0, 4));
  return jaar < JAREN.van || jaar > JAREN.tot;
};

/** Further ahead nothing is planned: the year is a typing error. */
const MAX_VOORUIT = { years: 5 };
export const isVerVooruit = (datum: string, vandaag: string) =>
  datum > plusDays(vandaag, MAX_VOORUIT);

const MAANDEN = [
  'jan',
  'feb',
  'maa',
  'apr',
  'mei',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
];
const MAAND =
  /^(?:januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|mrt|sept|[a-z]{3})\.?$/;
const DAG = /^(?:ma|di|wo|do|vr|za|zo)(?:\.|[a-z]*dag)? +/;

const alsDatum = (jaar: string, maand: string, dag: string) =>
  `${jaar.length === 2 ? `20${jaar}` : jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;

/** The date in a text, yyyy-mm-dd: as a card sends it, as people write it; undefined when it is no date, or has no year. */
export function datumUit(text: string): string | undefined {
  const kaal = sleutel(text).replace(DAG, '');
  const [, jaar, maand = '', dag = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(kaal) ?? [];
  const [, d = '', m = '', j] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(kaal) ?? [];
  const [, nr = '', woord = '', in_] = /^(\d{1,2})[- ]([a-z]+\.?)[- ](\d{4})$/.exec(kaal) ?? [];
  const nummer = MAAND.test(woord)
    ? MAANDEN.indexOf(woord.replace('mrt', 'maa').slice(0, 3)) + 1
    : 0;
  const found = jaar
    ? alsDatum(jaar, maand, dag)
    : j
      ? alsDatum(j, m, d)
      : in_
        ? alsDatum(in_, String(nummer), nr)
        : '';
  return isDate(found) ? found : undefined;
}

const OP_DE_KLOK =
  /^(\d{1,2}) ?(?:[:.,]|u|h) ?(\d{2})(?:[:.]\d{2}(?:\.\d+)?)?(?: ?(?:u|uur|h)\.?)?$/;
/** A whole hour that is no hour of the morning as well. */
const HEEL_UUR = /^(1[3-9]|2[0-3]) ?(?:u|uur|h)\.?$/;
const VOOR_EN_NA_DE_MIDDAG = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})? ?([ap])\.?m\.?$/;

/** The time of day in a text, hh:mm: as a card sends it, as people write it; undefined when it is no time or could be two. */
export function tijdUit(text: string): string | undefined {
  const kaal = sleutel(text);
  const [, heel] = HEEL_UUR.exec(kaal) ?? [];
  if (heel !== undefined) return `${heel}:00`;
  const [, uur = '', minuut = ''] = OP_DE_KLOK.exec(kaal) ?? [];
  const [, half = '', rest = '00', deel = ''] = VOOR_EN_NA_DE_MIDDAG.exec(kaal) ?? [];
  const isHalf = deel !== '' && Number(half) >= 1 && Number(half) <= 12;
  const tijd = isHalf
    ? `${(Number(half) % 12) + (deel === 'p' ? 12 : 0)}:${rest}`
    : `${uur}:${minuut}`;
  const vol = tijd.padStart(5, '0');
  return isTime(vol) ? vol : undefined;
}

const noon = (datum: string) => new Date(`${datum}T12:00:00Z`);
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-NL', { ...options, timeZone: 'UTC' });
const DAY = format({ weekday: 'short', day: 'numeric', month: 'long' });
const DAY_YEAR = format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const HEEL = format({ weekday: 'long', day: 'numeric', month: 'long' });
const HEEL_JAAR = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = format({ month: 'long', year: 'numeric' });
const DATE = format({ day: 'numeric', month: 'long', year: 'numeric' });

const jaarVan = (moment: string) => (moment.length > 10 ? dateOf(moment) : moment).slice(0, 4);

/** `do 14 januari`, and in another year than that of `nu` (UTC, or a local date) `do 14 januari 2027`. */
export const dayText = (datum: string, nu: string) =>
  (jaarVan(datum) === jaarVan(nu) ? DAY : DAY_YEAR).format(noon(datum)).replaceAll('.', '');

/** The same in full, as in a sentence: `donderdag 14 januari`. */
export const dagVoluit = (datum: string, nu: string) =>
  (jaarVan(datum) === jaarVan(nu) ? HEEL : HEEL_JAAR).format(noon(datum));

/** `30 juni 2027` */
export const dateText = (datum: string) => DATE.format(noon(datum));

/** `juni 2027` */
export const monthText = (datum: string) => MONTH.format(noon(datum));

/** `17.00 uur` */
export const timeText = (tijd: string) => `${tijd.replace(':', '.')} uur`;

/** `do 14 januari, 17.00 uur` */
export const momentText = ({ datum, tijd }: LocalMoment, nu: string) =>
  `${dayText(datum, nu)}, ${timeText(tijd)}`;

/** `donderdag 14 januari om 17.00 uur` */
export const momentVoluit = ({ datum, tijd }: LocalMoment, nu: string) =>
  `${dagVoluit(datum, nu)} om ${timeText(tijd)}`;

/** `do 14 januari, 17.00 uur` of a UTC instant. */
export const instantText = (utc: string, nu: string) => momentText(localOf(utc), nu);

/** True where a day ends: people do not say that a day begins with its deadline. */
export const isEindeVanDag = ({ tijd }: LocalMoment) => tijd === '00:00';

/** Until when something can be done: `do 14 januari, 17.00 uur`, and at midnight `het einde van wo 13 januari`. */
export const deadlineText = (moment: LocalMoment, nu: string) =>
  isEindeVanDag(moment)
    ? `het einde van ${dayText(plusDays(moment.datum, { days: -1 }), nu)}`
    : momentText(moment, nu);

/** The same in full: `donderdag 14 januari om 17.00 uur`, and at midnight `het einde van woensdag 13 januari`. */
export const deadlineVoluit = (moment: LocalMoment, nu: string) =>
  isEindeVanDag(moment)
    ? `het einde van ${dagVoluit(plusDays(moment.datum, { days: -1 }), nu)}`
    : momentVoluit(moment, nu);

/** With its preposition: `op donderdag 14 januari om 17.00 uur`, `aan het einde van woensdag 13 januari`. */
export const opDeadline = (moment: LocalMoment, nu: string) =>
  `${isEindeVanDag(moment) ? 'aan' : 'op'} ${deadlineVoluit(moment, nu)}`;

/** The same of a UTC instant. */
export const totText = (utc: string, nu: string) => deadlineText(localOf(utc), nu);
