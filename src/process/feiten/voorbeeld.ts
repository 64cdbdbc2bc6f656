import { dateOf, daysBetween, isDate, localOf, plusDays, utcOf } from '../taal/time.ts';
import type { Event, Json, Project } from './project.ts';

/** The id of the example. Nothing is ever stored under it, and no project gets it. */
export const VOORBEELD = 'p_voorbeeld';

/** True for the example, which everybody may look through and nobody can change. */
export const isVoorbeeld = ({ id }: Pick<Project, 'id'>): boolean => id === VOORBEELD;

/**
 * What was recorded, as if it ended in the past week, yesterday at the latest: at no hour of today does it lie ahead. All of
 * it moves by whole weeks, so that every day stays the same day of the week.
 */
export function verschoven(opname: readonly Event[], now: string): Event[] {
  const eind = opname.at(-1)?.at ?? now;
  const days = WEEK * Math.floor((daysBetween(dateOf(eind), dateOf(now)) - 1) / WEEK);
  return moved(opname as unknown as Json, days) as unknown as Event[];
}

const WEEK = 7;

/** Every date and moment in it so many days later. */
function moved(value: Json, days: number): Json {
  if (typeof value === 'string') return movedText(value, days);
  if (Array.isArray(value)) return value.map((one: Json) => moved(one, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, days)]));
}

function movedText(value: string, days: number): string {
  if (isDate(value)) return plusDays(value, { days });
  if (!MOMENT.test(value)) return value;
  const { datum, tijd } = localOf(value);
  return utcOf({ datum: plusDays(datum, { days }), tijd });
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
