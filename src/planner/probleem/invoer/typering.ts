import { kies } from '../../../process/vormen/form.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { antwoordenUit, antwoordRegels, criteriumVelden } from '../../plan/criteria.ts';
import {
  GEVOLGEN,
  NIVEAUS,
  type EntryOf,
  type Gevolgen,
  type Niveau,
  type probleem,
} from '../../plan/plan.ts';

/** A person's ratings of a problem: three standard ones and the own criteria (C4, C10). */
export type Typering = Pick<
  EntryOf<typeof probleem>['facts'],
  'kans' | 'gevolgen' | 'prioriteit' | 'criteria'
>;

/** The ratings as plain questions, each with its name in the source (C6 to C9). */
export const typeringVelden = (project: Project, nu?: Typering) => ({
  kans: kies(
    {
      label: 'Hoe hoog is het risico?',
      naam: 'Risicokans',
      nodig: 'Kies hoog, midden of laag.',
      waarde: nu?.kans,
    },
    NIVEAUS,
  ),
  gevolgen: kies(
    {
      label: 'Wat raakt dit: personen, objecten of allebei?',
      naam: 'Aard van de gevolgen',
      nodig: 'Kies personen, objecten of allebei.',
      waarde: nu?.gevolgen,
    },
    GEVOLGEN,
  ),
  prioriteit: kies(
    {
      label: 'Hoe belangrijk is het om dit probleem aan te pakken?',
      naam: 'Prioriteit',
      nodig: 'Kies hoog, midden of laag.',
      waarde: nu?.prioriteit,
    },
    NIVEAUS,
  ),
  ...criteriumVelden(project, 'probleem', nu?.criteria),
});

/** The ratings among the answers of a form. Answers to criteria that are no longer asked stay. */
export function typeringUit(
  project: Project,
  values: { kans: Niveau; gevolgen: Gevolgen; prioriteit: Niveau },
  eerder: Typering['criteria'] = {},
): Typering {
  const { kans, gevolgen, prioriteit } = values;
  return {
    kans,
    gevolgen,
    prioriteit,
    criteria: { ...eerder, ...antwoordenUit(project, 'probleem', values) },
  };
}

/** `Risico: hoog · Gevolgen voor: personen · Prioriteit: midden`, and a line for each own criterium. */
export const typeringRegels = (
  project: Project,
  { kans, gevolgen, prioriteit, criteria }: Typering,
) => [
  `Risico: ${kans} · Gevolgen voor: ${gevolgen} · Prioriteit: ${prioriteit}`,
  ...antwoordRegels(project, criteria),
];
