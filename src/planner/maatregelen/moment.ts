import type { Ctx } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { isGeopend, isHuidig, isOpenFor, stap } from '../../process/feiten/geopende-stap.ts';

/** True while deelnemers may enter measures. */
export function isOpen(project: Project, now: string): boolean {
  const step = one(project, stap, 'maatregelen');
  return (
    step !== undefined && !isAfgerond(project) && isHuidig(project, step.id) && isOpenFor(step, now)
  );
}

/** True when this person may enter measures now, so that the buttons for it are shown. */
export const isOpenVoor = ({ project, actor, now }: Pick<Ctx, 'project' | 'actor' | 'now'>) =>
  isOpen(project, now) ||
  (leads(actor) && !isAfgerond(project) && isGeopend(project, 'maatregelen'));
