import { all, type Project } from '../../process/feiten/project.ts';
import { doel, genoeg, maatregel, nietsAan, onderwerpen, regel } from './plan.ts';

/** Ids of the onderwerpen that later steps speak of: what changes them would contradict what was said there. */
export function gebruikteOnderwerpen(project: Project): ReadonlySet<string> {
  return new Set([
    ...all(project, maatregel).map(({ facts }) => facts.onderwerp),
    ...all(project, nietsAan).map(({ facts }) => facts.onderwerp),
    ...all(project, doel).flatMap(({ facts }) => facts.onderwerpen),
    ...all(project, genoeg).map(({ id }) => id),
    ...all(project, regel).map(({ facts }) => facts.onderwerp),
  ]);
}

/** True when a later step speaks of this problem, or of the cluster that it is in. */
export function isGebruikt(project: Project, probleem: string): boolean {
  const gebruikt = gebruikteOnderwerpen(project);
  return onderwerpen(project).some(
    ({ id, problemen }) => gebruikt.has(id) && problemen.some((found) => found.id === probleem),
  );
}
