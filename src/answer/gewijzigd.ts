import type { Ctx } from '../process/contract/contract.ts';
import { stap, versieVan } from '../process/feiten/geopende-stap.ts';
import { all } from '../process/feiten/project.ts';

/** Who changed what a form is about since this person opened it. */
export type Door = 'zelf' | 'ander';

/** `rev`: the revision that the form has now. Of something that cannot be found it was another. */
export function gewijzigdDoor(
  { project, actor }: Pick<Ctx, 'project' | 'actor'>,
  rev: number,
): Door {
  const gezegd = [...project.entries.values()].flatMap((ofKind) =>
    [...ofKind.values()].filter((entry) => entry.rev === rev),
  );
  // The form of a step counts its openings and deadlines instead.
  const stappen = all(project, stap).filter((nu) => versieVan(nu) === rev);
  const door = [...gezegd, ...stappen].map(({ changedBy }) => changedBy);
  return door.length > 0 && door.every((wie) => wie === actor.id) ? 'zelf' : 'ander';
}

/** True when a form with the revision `nu` is about something that was changed since it had `toen`. */
export const isGewijzigd = (nu: number, toen: number): boolean => nu !== 0 && nu !== toen;
