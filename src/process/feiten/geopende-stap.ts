import { all, kind, one, type Entry, type Project } from './project.ts';
import { plusMs } from '../taal/time.ts';

/** A submission this much late still counts: Teams repeats an unanswered submit with a new time some 30 s later. */
const GRACE_MS = 60_000;
/**
 * The planner closes a step this long after its deadline: all who were in time have been stored by then, repeats
 * included.
 */
export const SLUIT_NA_MS = GRACE_MS + 30_000;

/** A step as the projectleider opened it. Its id is the step's. */
export const stap = kind<
  {
    nummer: number;
    geopend: string;
    /** Deadline of the invoer, or streefdatum where there is none: local, with the UTC instant beside it. Empty: none agreed. */
    datum: string;
    tijd: string;
    tot: string;
    /** When it was closed for deelnemers; empty while open. */
    gesloten: string;
    /** How often it was opened, extended or reopened. What was sent for an older generation is judged again. */
    generatie: number;
    /** The number of the event that opened it: what came later came in this step. 0 in an older entry, where it is not known. */
    sinds: number;
  },
  object
>('stap', { leeg: { facts: { sinds: 0 } } });

export type Stap = Entry<NonNullable<typeof stap.shape>['facts'], object>;

/** The steps opened so far, in order. */
export const geopend = (project: Project): Stap[] =>
  all(project, stap).sort((a, b) => a.facts.nummer - b.facts.nummer);

/** The present step; undefined before the project has started. */
export const huidig = (project: Project): Stap | undefined => geopend(project).at(-1);

/** True while deelnemers may enter: the step is open, and its deadline passed no longer ago than the grace. */
export function isOpenFor(step: Stap, now: string): boolean {
  if (step.facts.gesloten !== '') return false;
  return step.facts.tot === '' || now <= plusMs(step.facts.tot, GRACE_MS);
}

/** True when this is the present step. */
export const isHuidig = (project: Project, id: string) => huidig(project)?.id === id;

/** True once this step has been opened. */
export const isGeopend = (project: Project, id: string) => one(project, stap, id) !== undefined;

/** The version of a form about the present step. It stays the same when the clock closes the step meanwhile. */
export const versieVan = ({ facts: { nummer, generatie } }: Stap) => nummer * 1_000 + generatie;
