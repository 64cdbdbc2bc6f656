import { isHuidig, isOpenFor, type Stap } from '../feiten/geopende-stap.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import type { Project } from '../feiten/project.ts';
import { dateOf, daysBetween, deadlineText, isEindeVanDag, plusDays } from '../taal/time.ts';
import { aantal } from '../taal/woorden.ts';
import type { Termijn } from '../vormen/live-kaart.ts';

/** In so many last days a deadline asks for attention. */
const LAATSTE_DAGEN = 2;

/** How a date of a step is said: until when one enters, or when something has to be done. */
export type Wat = 'Tot' | 'Klaar op';

/** Until when this step lets people enter, or has to be done; undefined when that is over or was not agreed. */
export function termijnVan(
  project: Project,
  now: string,
  { id, facts, ...rest }: Stap,
  wat: Wat,
): Termijn | undefined {
  const isNu = isHuidig(project, id) && !isAfgerond(project);
  if (!isNu || facts.datum === '' || !isOpenFor({ id, facts, ...rest }, now)) return undefined;
  const laatste = isEindeVanDag(facts) ? plusDays(facts.datum, { days: -1 }) : facts.datum;
  const dagen = daysBetween(dateOf(now), laatste);
  if (dagen < 0) return undefined;
  return {
    zin: `${wat} ${deadlineText(facts, now)}`,
    over: overText(dagen),
    haast: dagen <= LAATSTE_DAGEN,
  };
}

/** `vandaag`, `morgen`, `nog 12 dagen` */
function overText(dagen: number): string {
  if (dagen === 0) return 'vandaag';
  return dagen === 1 ? 'morgen' : `nog ${aantal(dagen, 'dag', 'dagen')}`;
}
