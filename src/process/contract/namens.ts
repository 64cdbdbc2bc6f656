import type { Ctx } from './contract.ts';
import { leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';

/** Whose entry this becomes: who acts, or the deelnemer for whom whoever leads enters it ("namens"). */
export function eigenaar({
  project,
  actor,
  args,
}: Pick<Ctx, 'project' | 'actor' | 'args'>): Deelnemer {
  const named = args['namens'];
  if (!named || !leads(actor)) return actor;
  return leden(project).find(({ id }) => id === named) ?? actor;
}
