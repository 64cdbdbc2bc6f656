import type { Ctx } from '../process/contract.ts';
import { leden } from '../process/deelnemers.ts';
import type { Keuze } from '../process/form.ts';
import type { Project } from '../process/project.ts';
import type { Args } from '../process/screen.ts';
import { kortweg } from './plan.ts';

/** All people of the group as choices: name and organisatie. */
export const ledenKeuzes = (project: Project): Keuze[] =>
  leden(project).map(({ id, texts }) => ({
    id,
    tekst: kortweg(texts.organisatie ? `${texts.naam} (${texts.organisatie})` : texts.naam),
  }));

/** Arguments for a next button, so that the projectleider goes on entering for the same partner. */
export function metNamens({ args }: Pick<Ctx, 'args'>, rest: Args = {}): Args {
  const { namens } = args;
  return namens ? { ...rest, namens } : rest;
}
