import { leden } from '../feiten/deelnemers.ts';
import type { Keuze } from '../vormen/form.ts';
import type { Project } from '../feiten/project.ts';
import { kortweg } from '../taal/tekst.ts';

/** Everybody in the group as a choice: name and organisatie. */
export const ledenKeuzes = (project: Project): Keuze[] =>
  leden(project).map(({ id, texts }) => ({
    id,
    tekst: kortweg(texts.organisatie ? `${texts.naam} (${texts.organisatie})` : texts.naam),
  }));
