import type { Ctx } from '../../../process/contract/contract.ts';
import { deelnemer, isVan, leads, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../../process/feiten/gegevens.ts';
import { isNotulist } from '../../../process/feiten/overleg.ts';
import { one, type Entry, type Project } from '../../../process/feiten/project.ts';
import { huidig, isOpenFor, stap } from '../../../process/feiten/geopende-stap.ts';
import { instantText } from '../../../process/taal/time.ts';
import { magLezen } from '../../plan/plan.ts';

/** This step's id. */
export const STAP = 'probleem';

type Wie = Pick<Ctx, 'project' | 'actor'>;
type Besloten = Entry<{ vertrouwelijk: boolean; voor: readonly string[]; van: string }, unknown>;

/** Whose entry somebody may change: their own or taken over; for who leads also what they entered for a partner. */
export function isEigen(
  { project, actor }: Wie,
  { by, facts }: Entry<{ van: string }, unknown>,
): boolean {
  if (isVan(project, actor, facts.van)) return true;
  if (!leads(actor)) return false;
  return by === actor.id || one(project, deelnemer, facts.van)?.facts.identities.length === 0;
}

/** True when this person may read the entry; who took over from the owner may too. */
export const isLeesbaar = (project: Project, lid: Deelnemer, found: Besloten) =>
  magLezen(lid, found) || isVan(project, lid, found.facts.van);

/** True when this person may enter in this step now, as `judge` sees it: only to know which buttons to show. */
export function magInvoeren({
  project,
  actor,
  now,
}: Pick<Ctx, 'project' | 'actor' | 'now'>): boolean {
  const step = huidig(project);
  if (step?.id !== STAP || isAfgerond(project)) return false;
  return isOpenFor(step, now) || leads(actor);
}

/** True for who leads and for who keeps the notes: they work on clusters and links. */
export const magNotuleren = ({ project, actor }: Wie) =>
  leads(actor) || isNotulist(project, actor.id);

/** `Je kunt dit aanpassen tot do 14 januari, 17.00 uur.` */
export function aanpassenTot(project: Project): string {
  const tot = one(project, stap, STAP)?.facts.tot ?? '';
  return tot === ''
    ? 'Je kunt dit aanpassen zolang stap 2 open is.'
    : `Je kunt dit aanpassen tot ${instantText(tot)}.`;
}

/** The args that keep an entry in the name of the partner for whom it is made. */
export const metNamens = (args: Ctx['args'], rest: Ctx['args'] = {}): Ctx['args'] => {
  const namens = args['namens'];
  return namens ? { ...rest, namens } : rest;
};
