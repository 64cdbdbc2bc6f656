import { vertrouwelijkVeld as veld } from '../../process/stappen/lezers.ts';
import type { Entry, Kind, Project } from '../../process/feiten/project.ts';
import { isBesloten, isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import type { Woorden } from '../../process/contract/woorden.ts';
import { woorden } from './woorden.ts';

/** The box "Dit is vertrouwelijk" in the forms of the planner. */
export const vertrouwelijkVeld = (nu: boolean | undefined) => veld(woorden, nu);

/** Who reads what is confidential whatever was chosen: of what a person wrote, and of what people have to do. */
export const JIJ = ({ projectleider }: Woorden) => `jij, de ${projectleider}`;
export const WIE_HET_DOET = ({ projectleider }: Woorden) =>
  `jij, de ${projectleider}, wie het doet`;

/** The line at something confidential, for whoever reads it; in the place of others its name says so. */
export const vertrouwelijkRegel = <F, T>(
  project: Project,
  { name }: Kind<F, T>,
  { id }: Pick<Entry, 'id'>,
): string[] =>
  isBesloten(project, name, id) && !isVerhuld(project, name, id) ? ['Vertrouwelijk.'] : [];
