import type { Ctx } from './contract.ts';
import { leden } from '../feiten/deelnemers.ts';
import type { Keuze } from '../vormen/form.ts';
import type { Project } from '../feiten/project.ts';
import type { Args } from '../vormen/screen.ts';
import { kortweg } from '../taal/tekst.ts';

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
