import { isGestart, profielVan } from '../feiten/gegevens.ts';
import type { Project } from '../feiten/project.ts';
import type { Traject } from './contract.ts';

/** All ways to work that this program knows. */
export interface Trajecten {
  readonly alle: readonly Traject[];
  /** The usual one, where nothing says which. */
  readonly gewoon: Traject;
  /**
   * The traject that a project follows. One that has not begun yet gets the traject that this verb begins, else the first.
   * Throws on a project of a traject that this program does not know.
   */
  readonly van: (project: Project, verb?: string) => Traject;
  /** True for the verb of an action with which a project begins. */
  readonly begint: (verb: string) => boolean;
  /** True for an action with a form and for a view, in any traject: they open something, and do not act at once. */
  readonly opent: (verb: string) => boolean;
}

/** The list of trajecten. Throws when two have an id, a step or the verb of their start in common. */
export function trajecten(first: Traject, ...more: readonly Traject[]): Trajecten {
  const alle = [first, ...more];
  const ids = alle.flatMap(({ id, start, stappen }) => [
    `traject ${id}`,
    `begin ${start}`,
    ...stappen.map((step) => `step ${step.id}`),
  ]);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) throw new Error(`in two trajecten: ${twice.join(', ')}`);
  return {
    alle,
    gewoon: first,
    van: (project, verb = '') => {
      if (!isGestart(project)) return alle.find(({ start }) => start === verb) ?? first;
      const { traject: id } = profielVan(project).facts;
      const found = alle.find((traject) => traject.id === id);
      if (!found) throw new Error(`no traject ${id}`);
      return found;
    },
    begint: (verb) => alle.some(({ start }) => start === verb),
    opent: (verb) =>
      alle.some(
        ({ acties, weergaven }) => weergaven.has(verb) || acties.get(verb)?.isTap === false,
      ),
  };
}
