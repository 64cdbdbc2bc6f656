import type { Project } from '../../../process/feiten/project.ts';
import { dayText } from '../../../process/taal/time.ts';
import { eerstVan, lijstVan } from '../../plan/lijst.ts';
import type { Onderwerp } from '../../plan/plan.ts';
import { vasteLijst } from '../regels/overleg1.ts';
import { proposeVolgorde } from '../stemming/volgorde.ts';

/**
 * The present order: as it was last fixed, followed by what is new in the proposed order. Without a list it is the
 * proposal.
 */
export function volgorde(project: Project): Onderwerp[] {
  const voorstel = proposeVolgorde(project);
  const fixed = lijstVan(project)?.facts.onderwerpen ?? [];
  const known = new Map(voorstel.map((found) => [found.id, found]));
  return [
    ...fixed.flatMap((id) => known.get(id) ?? []),
    ...voorstel.filter(({ id }) => !fixed.includes(id)),
  ];
}

/** What the fixed list tackles first; empty while it is reopened (C19). */
export function eersteVan(project: Project): Onderwerp[] {
  const lijst = vasteLijst(project);
  return lijst ? eerstVan(project, lijst) : [];
}

/** All onderwerpen in the order of reading: what is tackled first, then the rest. */
export function geordend(project: Project): Onderwerp[] {
  const alles = volgorde(project);
  const eerst = new Set(eersteVan(project).map(({ id }) => id));
  return [...alles.filter(({ id }) => eerst.has(id)), ...alles.filter(({ id }) => !eerst.has(id))];
}

/** `vr 22 januari`; empty without a date. */
export const akkoordTot = (project: Project, now: string): string => {
  const tot = vasteLijst(project)?.facts.tot ?? '';
  return tot === '' ? '' : dayText(tot, now);
};
