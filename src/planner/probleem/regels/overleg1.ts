import type { Ctx } from '../../../process/contract/contract.ts';
import { notNow, refuse, type Refused } from '../../../process/contract/decision.ts';
import { one, type Project } from '../../../process/feiten/project.ts';
import { isHuidig } from '../../../process/feiten/geopende-stap.ts';
import { prioriteitenlijst, stemming, type EntryOf } from '../../plan/plan.ts';
import { STAP } from './eigen.ts';

/** What may still change in overleg 1: clusters, votes and the list, until something was built on them. */

export type Lijst = EntryOf<typeof prioriteitenlijst>;
export type Stemming = EntryOf<typeof stemming>;

/** The list as it was last fixed, also while it is reopened. */
export const lijstVan = (project: Project): Lijst | undefined =>
  one(project, prioriteitenlijst, 'lijst');

/** The list; undefined while it is not fixed. */
export function vasteLijst(project: Project): Lijst | undefined {
  const lijst = lijstVan(project);
  return lijst && lijst.facts.vastgesteld !== '' ? lijst : undefined;
}

export const stemmingVan = (project: Project): Stemming | undefined =>
  one(project, stemming, 'stemming');

/** The vote; undefined while it is not open. */
export function openStemming(project: Project): Stemming | undefined {
  const found = stemmingVan(project);
  return found?.facts.open ? found : undefined;
}

/** A refusal once step 3 has opened: measures then refer to the problems, so these do not change any more. */
export const isVoorbij = ({ project }: Pick<Ctx, 'project'>): Refused | undefined =>
  isHuidig(project, STAP) ? undefined : refuse('stap-voorbij');

/** Why clusters cannot change: the group votes over them, or the list of them is fixed. */
export function magNietClusteren(ctx: Pick<Ctx, 'project'>): Refused | undefined {
  if (openStemming(ctx.project))
    return notNow('De stemming loopt nog. Sluit die eerst, dan kun je weer clusteren.');
  return magLijstNiet(ctx);
}

/** Why votes and clusters cannot change: the list is fixed. Reopening it makes that possible again. */
export function magLijstNiet(ctx: Pick<Ctx, 'project'>): Refused | undefined {
  const past = isVoorbij(ctx);
  if (past) return past;
  return vasteLijst(ctx.project)
    ? notNow('De prioriteitenlijst is vastgesteld. Heropen eerst de lijst.')
    : undefined;
}
