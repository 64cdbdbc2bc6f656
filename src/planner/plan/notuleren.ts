import type { Ctx } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isNotulist } from '../../process/feiten/overleg.ts';

/** True for the projectleider and the notulist, who write down what an overleg says. */
export const magNotuleren = ({ project, actor }: Pick<Ctx, 'project' | 'actor'>) =>
  leads(actor) || isNotulist(project, actor.id);
