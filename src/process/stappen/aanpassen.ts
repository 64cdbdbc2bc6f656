import type { Ctx } from '../contract/contract.ts';
import { leads } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { isHuidig, isOpenFor, stap } from '../feiten/geopende-stap.ts';
import { one } from '../feiten/project.ts';
import { totText } from '../taal/time.ts';

/**
 * Until when this person may change what they entered in a step: a deelnemer until its deadline, whoever leads until the
 * end. What came in the minute after the deadline was in time, and is not said to be open until before that minute.
 */
export function aanpassenTot(
  { project, actor, now, traject: { woorden } }: Pick<Ctx, 'project' | 'actor' | 'now' | 'traject'>,
  id: string,
): string[] {
  const step = one(project, stap, id);
  if (!step || isAfgerond(project)) return [];
  if (leads(actor)) return [`Je kunt dit aanpassen tot het ${woorden.project} is afgerond.`];
  if (!isHuidig(project, id) || !isOpenFor(step, now)) return [];
  const { tot, nummer } = step.facts;
  if (tot === '') return [`Je kunt dit aanpassen zolang stap ${nummer} open is.`];
  return now < tot
    ? [`Je kunt dit aanpassen tot ${totText(tot, now)}.`]
    : [`Je was net op tijd. Stap ${nummer} gaat nu dicht.`];
}
