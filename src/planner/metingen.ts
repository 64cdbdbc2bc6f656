import { all, type Project } from '../process/project.ts';
import { meting, type EntryOf } from './plan.ts';

export type Meting = EntryOf<typeof meting>;

/** The values measured for a goal, the oldest date first. */
export const metingenVan = (project: Project, id: string): Meting[] =>
  all(project, meting)
    .filter(({ facts }) => facts.doel === id)
    .sort((a, b) => a.facts.datum.localeCompare(b.facts.datum) || a.rev - b.rev);
