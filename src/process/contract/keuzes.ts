import { leden, metOrganisatie } from '../feiten/deelnemers.ts';
import type { Keuze } from '../vormen/form.ts';
import type { Project } from '../feiten/project.ts';
import { kortweg } from '../taal/tekst.ts';

/** Everybody in the group as a choice: name and organisatie. */
export const ledenKeuzes = (project: Project): Keuze[] =>
  leden(project).map((lid) => ({ id: lid.id, tekst: kortweg(metOrganisatie(lid)) }));
