import { leden } from '../feiten/deelnemers.ts';
import type { Keuze } from '../vormen/form.ts';
import type { Project } from '../feiten/project.ts';
import { kortweg } from '../taal/tekst.ts';

/** All people of the group as choices: name and organisatie. */
export const ledenKeuzes = (project: Project): Keuze[] =>
  leden(project).map((lid) => ({ id: lid.id, tekst: kortweg(lid.voluit) }));
