import { eenmaal } from '../../process/feiten/eenmaal.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { onderwerpen, prioriteitenlijst, type EntryOf, type Onderwerp } from './plan.ts';

export type Lijst = EntryOf<typeof prioriteitenlijst>;

/** The list as it was last fixed, also while it is reopened. One of which nothing is left is none. */
export const lijstVan = eenmaal((project: Project): Lijst | undefined => {
  const lijst = one(project, prioriteitenlijst, 'lijst');
  return lijst && nuNog(project, lijst.facts.onderwerpen).length > 0 ? lijst : undefined;
});

/** What a list tackles first: what is left of that, else all that is left of the list (E1). */
export function eerstVan(
  project: Project,
  { facts: { eerst, onderwerpen: alle } }: Lijst,
): Onderwerp[] {
  const nu = nuNog(project, eerst);
  return nu.length > 0 ? nu : nuNog(project, alle);
}

/** The onderwerpen of these that still exist, in this order. */
function nuNog(project: Project, ids: readonly string[]): Onderwerp[] {
  const nu = new Map(onderwerpen(project).map((found) => [found.id, found]));
  return ids.flatMap((id) => nu.get(id) ?? []);
}
