import type { Ctx } from './contract.ts';
import { leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';

/** The owner of the entry: the person who acts or, when the projectleider enters for another ("namens"), that deelnemer. */
export function eigenaar({
  project,
  actor,
  args,
}: Pick<Ctx, 'project' | 'actor' | 'args'>): Deelnemer {
  const named = args['namens'];
  if (!named || !leads(actor)) return actor;
  return leden(project).find(({ id }) => id === named) ?? actor;
}
