import { accept, notNow, refuseFields, type Decision } from '../../../process/contract/decision.ts';
import type { Deelnemer } from '../../../process/feiten/deelnemers.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { sayIfNew } from '../../../process/feiten/say-if-new.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { stem } from '../../plan/plan.ts';
import type { Stemming } from '../regels/overleg1.ts';
import { missesInStem, puntenUit } from './stembiljet.ts';
import { stemVan } from './stemmen-nu.ts';
import { isKlein } from './zicht.ts';

export const alZelf = ({ naam }: Deelnemer) => notNow(aaneen`${naam} heeft zelf al gestemd.`);

/**
 * Stores a vote that fits the ballot, by subject and by the number of points. A raised hand never replaces a person's own
 * vote; of few voters that is not told, because it would tell who voted.
 */
export function brengUit(
  project: Project,
  nu: Stemming,
  { van, isHanden }: { van: Deelnemer; isHanden: boolean },
  values: Readonly<Record<string, unknown>>,
): Decision {
  const before = stemVan(project, van.id);
  const heeftZelf = isHanden && before !== undefined && !before.facts.handen;
  if (heeftZelf && !isKlein(project)) return alZelf(van);
  const punten = puntenUit(nu, values);
  const velden = missesInStem(project, nu, punten);
  if (velden) return refuseFields(velden);
  if (heeftZelf) return accept(van.id, []);
  const facts = { van: van.id, punten, handen: isHanden, ronde: nu.facts.ronde, voor: [] };
  return accept(van.id, sayIfNew(project, stem, { id: van.id, facts, texts: {} }));
}
