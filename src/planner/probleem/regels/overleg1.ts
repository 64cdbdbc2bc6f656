import type { Ctx } from '../../../process/contract/contract.ts';
import { notNow, refuse, type Refused } from '../../../process/contract/decision.ts';
import { one, type Project } from '../../../process/feiten/project.ts';
import { isHuidig } from '../../../process/feiten/geopende-stap.ts';
import { prioriteitenlijst, stemming, type EntryOf } from '../../plan/plan.ts';
import { STAP } from './eigen.ts';

/** Until which point the group works on clusters, votes and the list: what follows builds on what stands then. */

export type Lijst = EntryOf<typeof prioriteitenlijst>;
export type Stemming = EntryOf<typeof stemming>;

/** The list as it was last fixed, also while it is reopened. */
export const lijstVan = (project: Project): Lijst | undefined =>
  one(project, prioriteitenlijst, 'lijst');

/** The list, while it is fixed. */
export function vasteLijst(project: Project): Lijst | undefined {
  const lijst = lijstVan(project);
  return lijst && lijst.facts.vastgesteld !== '' ? lijst : undefined;
}

export const stemmingVan = (project: Project): Stemming | undefined =>
  one(project, stemming, 'stemming');

/** The vote, while it is open. */
export function openStemming(project: Project): Stemming | undefined {
  const found = stemmingVan(project);
  return found?.facts.open ? found : undefined;
}

/** Once step 3 has opened, measures refer to the problems as they stand: no more changes. */
export const isVoorbij = ({ project }: Pick<Ctx, 'project'>): Refused | undefined =>
  isHuidig(project, STAP) ? undefined : refuse('stap-voorbij');

/** Clusters stand still while the group votes over them, and once the list of them is fixed. */
export function magNietClusteren(ctx: Pick<Ctx, 'project'>): Refused | undefined {
  if (openStemming(ctx.project))
    return notNow('De stemming loopt nog. Sluit die eerst, dan kun je weer clusteren.');
  return magLijstNiet(ctx);
}

/** Votes and clusters come before the list; reopening it lets them change again. */
export function magLijstNiet(ctx: Pick<Ctx, 'project'>): Refused | undefined {
  const past = isVoorbij(ctx);
  if (past) return past;
  return vasteLijst(ctx.project)
    ? notNow('De prioriteitenlijst is vastgesteld. Heropen eerst de lijst.')
    : undefined;
}
