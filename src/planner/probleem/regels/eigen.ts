import type { Ctx } from '../../../process/contract/contract.ts';
import { deelnemer, isVan, leads, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../../process/feiten/gegevens.ts';
import { one, type Entry, type Project } from '../../../process/feiten/project.ts';
import { isHuidig, isOpenFor, stap } from '../../../process/feiten/geopende-stap.ts';
import { magLezen } from '../../../process/feiten/vertrouwelijk.ts';
import { probleem } from '../../plan/plan.ts';

/** The id of this step. */
export const STAP = 'probleem';

type Wie = Pick<Ctx, 'project' | 'actor'>;

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

/** True when this person may read the problem; who took over from its owner may too. */
export const isInbrengLeesbaar = (project: Project, lid: Deelnemer, { id }: Pick<Entry, 'id'>) =>
  magLezen(project, lid, probleem.name, id);

/** True when this person may enter in this step now, by the rules of `judge`. Only decides which buttons are shown. */
export function magInvoeren({
  project,
  actor,
  now,
}: Pick<Ctx, 'project' | 'actor' | 'now'>): boolean {
  const step = one(project, stap, STAP);
  if (!step || isAfgerond(project)) return false;
  return leads(actor) || (isHuidig(project, STAP) && isOpenFor(step, now));
}
