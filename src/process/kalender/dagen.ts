import { Temporal } from 'temporal-polyfill';
import { remember } from '../../memory/remember.ts';
import { localOf, plusDays, utcOf, type LocalMoment } from '../taal/time.ts';

/** The years in which 5 mei is a day off: lustrum years, every year, or never. */
export type Bevrijdingsdag = 'lustrum' | 'altijd' | 'nooit';

/** The planner writes to people between these hours of a working day. */
const VAN = '09:00';
const TOT = '17:00';

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
function pasen(jaar: number): Temporal.PlainDate {
  const a = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const rest = jaar % 100;
  const maan = (19 * a + eeuw - Math.floor(eeuw / 4) - Math.floor((8 * eeuw + 13) / 25) + 15) % 30;
  const dag = (32 + 2 * (eeuw % 4) + 2 * Math.floor(rest / 4) - maan - (rest % 4)) % 7;
  const schuif = Math.floor((a + 11 * maan + 22 * dag) / 451);
  const som = maan + dag - 7 * schuif + 114;
  return Temporal.PlainDate.from({
    year: jaar,
    month: Math.floor(som / 31),
    day: (som % 31) + 1,
  });
}

const SUNDAY = 7;

/** 27 april, or the day before when that is a Sunday. */
function koningsdag(jaar: number): Temporal.PlainDate {
  const dag = Temporal.PlainDate.from({ year: jaar, month: 4, day: 27 });
  return dag.dayOfWeek === SUNDAY ? dag.subtract({ days: 1 }) : dag;
}

const isVrijOp5Mei = (jaar: number, bevrijdingsdag: Bevrijdingsdag) =>
  bevrijdingsdag === 'altijd' || (bevrijdingsdag === 'lustrum' && jaar % 5 === 0);

const bekend = new Map<string, ReadonlySet<string>>();

/** The Dutch public holidays of a year (Algemene termijnenwet art. 3), yyyy-mm-dd. */
export function feestdagen(jaar: number, bevrijdingsdag: Bevrijdingsdag): ReadonlySet<string> {
  const key = `${jaar} ${bevrijdingsdag}`;
  const found = bekend.get(key);
  if (found) return found;
  const op = (month: number, day: number) => Temporal.PlainDate.from({ year: jaar, month, day });
  const eerste = pasen(jaar);
  const na = (days: number) => eerste.add({ days });
  const dagen = [
    op(1, 1),
    na(-2),
    eerste,
    na(1),
    koningsdag(jaar),
    ...(isVrijOp5Mei(jaar, bevrijdingsdag) ? [op(5, 5)] : []),
    na(39),
    na(49),
    na(50),
    op(12, 25),
    op(12, 26),
  ];
  const set = new Set(dagen.map(String));
  bekend.set(key, set);
  return set;
}

const SATURDAY = 6;

/** True for a local date that is a working day: no weekend, no holiday. */
export function isWerkdag(datum: string, bevrijdingsdag: Bevrijdingsdag): boolean {
  const dag = Temporal.PlainDate.from(datum);
  return dag.dayOfWeek < SATURDAY && !feestdagen(dag.year, bevrijdingsdag).has(datum);
}

/** What was worked out before: the same few days are asked for again at each look at a project. */
const ONTHOUDEN = 5_000;
const geteld = remember<string>(ONTHOUDEN);

/**
 * The local date this many working days later, or earlier for a negative number. 0: the date itself, or the first working
 * day after it.
 */
export function werkdagen(datum: string, aantal: number, bevrijdingsdag: Bevrijdingsdag): string {
  const key = `${datum} ${aantal} ${bevrijdingsdag}`;
  const known = geteld.get(key);
  if (known !== undefined) return known;
  const days = aantal < 0 ? -1 : 1;
  let dag = Temporal.PlainDate.from(datum);
  let over = Math.abs(aantal);
  while (over > 0 || !isWerkdag(dag.toString(), bevrijdingsdag)) {
    dag = dag.add({ days });
    if (isWerkdag(dag.toString(), bevrijdingsdag)) over -= 1;
  }
  geteld.set(key, dag.toString());
  return dag.toString();
}

/** Days on which nobody proposes anything, though they are working days: Christmas Eve and New Year's Eve. */
const VOORAVONDEN = ['12-24', '12-31'];

/** The first day, from this one on or back, that can be proposed for something. */
export function voorstelDag(
  datum: string,
  bevrijdingsdag: Bevrijdingsdag,
  days: 1 | -1 = 1,
): string {
  let dag = datum;
  while (!isWerkdag(dag, bevrijdingsdag) || VOORAVONDEN.includes(dag.slice(5)))
    dag = plusDays(dag, { days });
  return dag;
}

const THURSDAY = 4;

/** The first Thursday three weeks or more after this date that can be proposed: the usual deadline of a step. */
export function usualDeadline(datum: string, bevrijdingsdag: Bevrijdingsdag): LocalMoment {
  const day = Temporal.PlainDate.from(datum).add({ weeks: 3 });
  let dag = day.add({ days: (THURSDAY - day.dayOfWeek + 7) % 7 }).toString();
  while (voorstelDag(dag, bevrijdingsdag) !== dag) dag = plusDays(dag, { weeks: 1 });
  return { datum: dag, tijd: TOT };
}

/** A step closes a little after its deadline: what came in until the end of a working day is told on that day. */
const TOT_MET_SLUITEN = '17:05';

/** The first UTC instant, not before this one, at which the group may read what the clock did. */
export const meldbaar = (utc: string, bevrijdingsdag: Bevrijdingsdag) =>
  overdag(utc, bevrijdingsdag, TOT_MET_SLUITEN);

/** The first UTC instant, not before this one, at which we may write to people. */
export function overdag(utc: string, bevrijdingsdag: Bevrijdingsdag, eind = TOT): string {
  const { datum, tijd } = localOf(utc);
  if (!isWerkdag(datum, bevrijdingsdag) || tijd >= eind) {
    const dag = werkdagen(datum, isWerkdag(datum, bevrijdingsdag) ? 1 : 0, bevrijdingsdag);
    return utcOf({ datum: dag, tijd: VAN });
  }
  return tijd < VAN ? utcOf({ datum, tijd: VAN }) : utc;
}

const ochtenden = remember<string>(ONTHOUDEN);

/** The start of this working day, or of the first one after it, UTC. */
export function ochtend(datum: string, bevrijdingsdag: Bevrijdingsdag): string {
  const dag = werkdagen(datum, 0, bevrijdingsdag);
  const known = ochtenden.get(dag);
  if (known !== undefined) return known;
  const utc = utcOf({ datum: dag, tijd: VAN });
  ochtenden.set(dag, utc);
  return utc;
}
