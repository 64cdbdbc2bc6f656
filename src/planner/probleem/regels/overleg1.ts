import type { Ctx } from '../../../process/contract/contract.ts';
import { notNow, type Refused } from '../../../process/contract/decision.ts';
import { one, type Project } from '../../../process/feiten/project.ts';
import { isHuidig } from '../../../process/feiten/geopende-stap.ts';
import { stemming, type EntryOf } from '../../plan/plan.ts';
import { gebruikteOnderwerpen } from '../../plan/gebruikt.ts';
import { lijstVan, type Lijst } from '../../plan/lijst.ts';
import { STAP } from './eigen.ts';
import { HEROPENEN, SLUITEN, STEMMING_OPENEN } from './knoppen.ts';
import { VASTSTELLEN } from '../../plan/knoppen.ts';

/** What may still change in overleg 1: clusters, votes and the list, until something was built on them. */

export type Stemming = EntryOf<typeof stemming>;

/** The list; undefined while it is not fixed, and when nothing is left of it. */
export function vasteLijst(project: Project): Lijst | undefined {
  const lijst = lijstVan(project);
  return lijst && lijst.facts.vastgesteld !== '' ? lijst : undefined;
}

export const stemmingVan = (project: Project): Stemming | undefined =>
  one(project, stemming, 'stemming');

export const NOG_GEEN_STEMMING: Refused = notNow('Er is nog geen stemming. Open er eerst een.', [
  STEMMING_OPENEN,
]);

/** The vote; undefined while it is not open. */
export function openStemming(project: Project): Stemming | undefined {
  const found = stemmingVan(project);
  return found?.facts.open ? found : undefined;
}

/** A refusal once a later step speaks of the problems: what it says would not be true any more. */
export const isVoorbij = ({ project }: Pick<Ctx, 'project'>): Refused | undefined =>
  isHuidig(project, STAP) || gebruikteOnderwerpen(project).size === 0
    ? undefined
    : notNow(
        'Er is al verder gewerkt met deze problemen. Wat je eerst aanpakt, kun je nog aanvullen.',
        [VASTSTELLEN],
      );

/** Why clusters cannot change: the group votes over them, or the list of them is fixed. */
export function magNietClusteren(ctx: Pick<Ctx, 'project'>): Refused | undefined {
  if (openStemming(ctx.project))
    return notNow(
      'De stemming loopt nog. Sluit die eerst. Dan kun je weer problemen samenvoegen.',
      [SLUITEN],
    );
  return magLijstNiet(ctx);
}

/** Why votes and clusters cannot change: the list is fixed. Reopening it makes that possible again. */
export function magLijstNiet(ctx: Pick<Ctx, 'project'>): Refused | undefined {
  const past = isVoorbij(ctx);
  if (past) return past;
  return vasteLijst(ctx.project)
    ? notNow('De prioriteitenlijst is vastgesteld. Heropen eerst de lijst.', [HEROPENEN])
    : undefined;
}
