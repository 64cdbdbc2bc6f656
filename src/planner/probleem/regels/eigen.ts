import type { Ctx } from '../../../process/contract/contract.ts';
import { deelnemer, isVan, leads, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../../process/feiten/gegevens.ts';
import { isNotulist } from '../../../process/feiten/overleg.ts';
import {
  one,
  say,
  type Entry,
  type Kind,
  type NewEvent,
  type Project,
} from '../../../process/feiten/project.ts';
import { huidig, isOpenFor, stap } from '../../../process/feiten/geopende-stap.ts';
import { instantText } from '../../../process/taal/time.ts';
import { magLezen } from '../../plan/plan.ts';

/** The id of this step. */
export const STAP = 'probleem';

type Wie = Pick<Ctx, 'project' | 'actor'>;
type Besloten = Entry<{ vertrouwelijk: boolean; voor: readonly string[]; van: string }, unknown>;

/**
 * True for entries that a person may change: their own, those they took over and, for the projectleider, what they
 * entered for a partner.
 */
export function isEigen(
  { project, actor }: Wie,
  { by, facts }: Entry<{ van: string }, unknown>,
): boolean {
  if (isVan(project, actor, facts.van)) return true;
  if (!leads(actor)) return false;
  return by === actor.id || one(project, deelnemer, facts.van)?.facts.identities.length === 0;
}

/** True when this person may read the entry; the opvolger of its owner may too. */
export const isLeesbaar = (project: Project, lid: Deelnemer, found: Besloten) =>
  magLezen(lid, found) || isVan(project, lid, found.facts.van);

/** True when this person may enter in this step now, by the rules of `judge`. Only decides which buttons are shown. */
export function magInvoeren({
  project,
  actor,
  now,
}: Pick<Ctx, 'project' | 'actor' | 'now'>): boolean {
  const step = huidig(project);
  if (step?.id !== STAP || isAfgerond(project)) return false;
  return isOpenFor(step, now) || leads(actor);
}

/** True for the projectleider and the notulist, who work on clusters and links. */
export const magNotuleren = ({ project, actor }: Wie) =>
  leads(actor) || isNotulist(project, actor.id);

/** `Je kunt dit aanpassen tot do 14 januari, 17.00 uur.` */
export function aanpassenTot(project: Project): string {
  const tot = one(project, stap, STAP)?.facts.tot ?? '';
  return tot === ''
    ? 'Je kunt dit aanpassen zolang stap 2 open is.'
    : `Je kunt dit aanpassen tot ${instantText(tot)}.`;
}

/** The event that changes an entry to this; undefined when the entry is already so. */
export function sayIfNew<F extends object, T extends object>(
  kindOf: Kind<F, T>,
  found: Entry<F, T> | undefined,
  id: string,
  facts: Partial<F>,
  texts: Partial<T> = {},
): NewEvent[] {
  const stands =
    found && !found.gone && isPartOf(found.facts, facts) && isPartOf(found.texts, texts);
  return stands
    ? []
    : [{ ...say(kindOf, id, facts, texts), ...(found?.gone ? { gone: false } : {}) }];
}

const isPartOf = (now: object, next: object) =>
  Object.entries(next).every(
    ([key, value]) =>
      JSON.stringify((now as Record<string, unknown>)[key]) === JSON.stringify(value),
  );

/** The args that keep an entry in the name of its partner. */
export const metNamens = (args: Ctx['args'], rest: Ctx['args'] = {}): Ctx['args'] => {
  const namens = args['namens'];
  return namens ? { ...rest, namens } : rest;
};
