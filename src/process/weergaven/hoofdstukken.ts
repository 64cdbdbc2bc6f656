import type { Lezing } from '../contract.ts';
import type { Hoofdstuk } from '../hoofdstuk.ts';
import { isGeopend } from '../stappen.ts';

/** Everything that can be read of a project, in the order of the plan: what every group has, then each opened step's own. */
export const hoofdstukkenVan = (lezing: Lezing): Hoofdstuk[] =>
  lezing.traject.stappen
    .filter(({ id }) => isGeopend(lezing.project, id))
    .flatMap((step) => step.hoofdstukken(lezing));
