import { all, type Project } from '../../process/feiten/project.ts';
import { isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import { meting, type EntryOf } from './plan.ts';

export type Meting = EntryOf<typeof meting>;

/** The values measured for a goal that can be read here, the oldest date first. */
export const metingenVan = (project: Project, id: string): Meting[] =>
  all(project, meting)
    .filter((found) => found.facts.doel === id && !isVerhuld(project, meting.name, found.id))
    .sort((a, b) => a.facts.datum.localeCompare(b.facts.datum) || a.rev - b.rev);

/** How far a value has come from the start to the norm, 0 to 1; null when that is not known. */
export function deelVan(
  { nu, doel: norm }: { nu: number | null; doel: number | null },
  waarde: number | null,
): number | null {
  if (nu === null || norm === null || waarde === null) return null;
  if (norm === nu) return waarde === norm ? 1 : 0;
  return Math.min(1, Math.max(0, (waarde - nu) / (norm - nu)));
}
