import type { Ctx } from './contract.ts';
import { leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';
import type { Args } from '../vormen/screen.ts';

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

/** Arguments for a next button that keep the partner for whom whoever leads is entering. */
export function metNamens({ args }: Pick<Ctx, 'args'>, rest: Args = {}): Args {
  const { namens } = args;
  return namens ? { ...rest, namens } : rest;
}
