import type { Project } from '../feiten/project.ts';
import type { Beeld, Traject } from './contract.ts';

/** What was worked out of a project last. */
interface Uitgewerkt<T> {
  readonly minuut: string;
  readonly traject: Traject;
  readonly wat: T;
}

/**
 * Works it out once for each state of a project in each minute: a round of sixty messages asks for the same sixty times, with
 * the clock a little further each time. What is planned and agreed begins and ends on whole minutes.
 */
export function perMinuut<T>(maak: (beeld: Beeld) => T): (beeld: Beeld) => T {
  const known = new WeakMap<Project, Uitgewerkt<T>>();
  return (beeld) => {
    const { project, now, traject } = beeld;
    const minuut = now.slice(0, 'jjjj-mm-ddTuu:mm'.length);
    const before = known.get(project);
    if (before?.minuut === minuut && before.traject === traject) return before.wat;
    const wat = maak(beeld);
    known.set(project, { minuut, traject, wat });
    return wat;
  };
}
