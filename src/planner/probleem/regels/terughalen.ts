import { all, withdraw, type NewEvent, type Project } from '../../../process/feiten/project.ts';
import { cluster, gevolg, probleem } from '../../plan/plan.ts';
import { makesKring } from './kring.ts';

/** Brings a problem back. Links that would now close a circle are removed, because they must never stop its owner. */
export function returnProbleem(project: Project, id: string): NewEvent[] {
  const back = { ...withdraw(probleem, id), gone: false };
  if (!makesKring(project, [back])) return [back];
  const touches = new Set([
    id,
    ...all(project, cluster)
      .filter(({ facts }) => facts.problemen.includes(id))
      .map((found) => found.id),
  ]);
  const links = all(project, gevolg).filter(
    ({ facts }) => touches.has(facts.oorzaak) || touches.has(facts.gevolg),
  );
  return [back, ...links.map((link) => withdraw(gevolg, link.id))];
}
