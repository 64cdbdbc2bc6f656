import { isHuidig, isOpenFor, type Stap } from '../feiten/geopende-stap.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import type { Project } from '../feiten/project.ts';
import {
  dateOf,
  daysBetween,
  deadlineText,
  isEindeVanDag,
  plusDays,
  utcOf,
  type LocalMoment,
} from '../taal/time.ts';
import type { Moment } from '../contract/contract.ts';
import type { Termijn } from '../vormen/live-kaart.ts';

/** In so many last days a deadline asks for attention. */
const LAATSTE_DAGEN = 2;

/** How a date of a step is said: until when one enters, or when something has to be done. */
export type Wat = 'Tot' | 'Klaar op';

/** The last whole day: at midnight a day is over. */
const laatsteDag = (moment: LocalMoment) =>
  isEindeVanDag(moment) ? plusDays(moment.datum, { days: -1 }) : moment.datum;

/** Until when this step lets people enter, or has to be done; undefined when that is over or was not agreed. */
export function termijnVan(
  project: Project,
  now: string,
  { id, facts, ...rest }: Stap,
  wat: Wat,
): Termijn | undefined {
  const isNu = isHuidig(project, id) && !isAfgerond(project);
  if (!isNu || facts.datum === '' || !isOpenFor({ id, facts, ...rest }, now)) return undefined;
  const dagen = daysBetween(dateOf(now), laatsteDag(facts));
  if (dagen < 0) return undefined;
  return {
    zin: `${wat} ${deadlineText(facts, now)}`,
    over: overText(dagen),
    haast: dagen <= LAATSTE_DAGEN,
  };
}

/** Further ahead, weeks say enough. */
const DAGEN_GETELD = 14;

/** `vandaag`, `morgen`, `nog 12 dagen`, `nog 3 weken` */
function overText(dagen: number): string {
  if (dagen === 0) return 'vandaag';
  if (dagen === 1) return 'morgen';
  return dagen <= DAGEN_GETELD ? `nog ${dagen} dagen` : `nog ${Math.floor(dagen / 7)} weken`;
}

/**
 * When the card says something else about how long it still is: at midnight of each of the last days, and before that once a
 * week.
 */
export function termijnMomenten({ id, facts }: Stap): Moment[] {
  if (facts.datum === '') return [];
  const [eerste, laatste] = [dateOf(facts.geopend), laatsteDag(facts)];
  const dagen = daysBetween(eerste, laatste);
  return Array.from({ length: Math.max(0, dagen) }, (_, at) => dagen - 1 - at)
    .filter((over) => overText(over) !== overText(over + 1))
    .map((over) => ({
      reeks: `termijn.${id}.${facts.generatie}`,
      op: utcOf({ datum: plusDays(laatste, { days: -over }), tijd: '00:00' }),
      tot: facts.tot,
      naam: '',
      events: [],
    }));
}
