import type { Ctx } from '../../process/contract/contract.ts';
import { notNow, type Refused } from '../../process/contract/decision.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { DOORGEVEN, VASTSTELLEN } from './knoppen.ts';
import { onderwerpen } from './plan.ts';

/** Without a list there is no problem that anything later can be about (E1). Whoever leads can make it from here. */
export function geenLijst({ project, actor }: Pick<Ctx, 'project' | 'actor'>): Refused {
  if (!leads(actor))
    return notNow('Er is nog geen prioriteitenlijst. De projectleider stelt die eerst vast.');
  return onderwerpen(project).length === 0
    ? notNow('Er zijn nog geen problemen. Geef er eerst een door.', [DOORGEVEN])
    : notNow('Er is nog geen prioriteitenlijst. Stel die eerst vast.', [VASTSTELLEN]);
}
