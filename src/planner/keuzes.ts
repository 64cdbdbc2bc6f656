import type { Ctx } from '../process/contract.ts';
import { leden } from '../process/deelnemers.ts';
import type { Keuze } from '../process/form.ts';
import type { Project } from '../process/project.ts';
import type { Args } from '../process/screen.ts';
import { kortweg } from '../process/tekst.ts';

/** Everybody in the group as a choice: name and organisatie. */
export const ledenKeuzes = (project: Project): Keuze[] =>
  leden(project).map(({ id, texts }) => ({
    id,
    tekst: kortweg(texts.organisatie ? `${texts.naam} (${texts.organisatie})` : texts.naam),
  }));

/** Arguments for a next button that keep the partner for whom whoever leads is entering. */
export function metNamens({ args }: Pick<Ctx, 'args'>, rest: Args = {}): Args {
  const { namens } = args;
  return namens ? { ...rest, namens } : rest;
}
