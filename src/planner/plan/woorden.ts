import type { Woorden } from '../../process/contract/woorden.ts';

/** What the planner calls things. */
export const woorden: Woorden = {
  project: 'project',
  projecten: 'projecten',
  projectleider: 'projectleider',
  projectgroep: 'projectgroep',
};
