import { aaneen } from '../../../process/taal/aaneen.ts';
import { all, fold, type NewEvent, type Project } from '../../../process/feiten/project.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { gevolg, naamVanOnderwerp, onderwerpen } from '../../plan/plan.ts';

/** One onderwerp causes another, as the group sees it now. `ids`: the links that say so. */
export interface Verband {
  oorzaak: string;
  gevolg: string;
  ids: readonly string[];
}

/**
 * The links between the present onderwerpen. A link with a problem counts for the cluster that the problem is in. A link
 * inside one cluster, or with something withdrawn or undone, is left out until that changes.
 */
export function verbanden(project: Project): Verband[] {
  const nu = new Map(
    onderwerpen(project).flatMap(({ id, problemen }) => [
      [id, id] as const,
      ...problemen.map((of) => [of.id, id] as const),
    ]),
  );
  const found = new Map<string, Verband>();
  for (const { id, facts } of all(project, gevolg)) {
    const oorzaak = nu.get(facts.oorzaak);
    const to = nu.get(facts.gevolg);
    if (oorzaak === undefined || to === undefined || oorzaak === to) continue;
    const key = `${oorzaak} ${to}`;
    found.set(key, { oorzaak, gevolg: to, ids: [...(found.get(key)?.ids ?? []), id] });
  }
  return [...found.values()];
}

/** True when following causes to effects leads back to where it began. */
export function hasKring(links: readonly Pick<Verband, 'oorzaak' | 'gevolg'>[]): boolean {
  const next = new Map<string, string[]>();
  const causes = new Map<string, number>();
  for (const { oorzaak, gevolg: to } of links) {
    next.set(oorzaak, [...(next.get(oorzaak) ?? []), to]);
    causes.set(to, (causes.get(to) ?? 0) + 1);
  }
  // Removes, again and again, what has no cause any more. What is left is in a circle.
  const free = [...next.keys()].filter((id) => !causes.has(id));
  let taken = 0;
  for (const id of free) {
    for (const to of next.get(id) ?? []) {
      taken += 1;
      const left = (causes.get(to) ?? 0) - 1;
      causes.set(to, left);
      if (left === 0) free.push(to);
    }
  }
  return taken < links.length;
}

/** True when these events would give the project a circle of causes. */
export const makesKring = (project: Project, events: readonly NewEvent[]) =>
  hasKring(verbanden(afterwards(project, events)));

function afterwards(project: Project, events: readonly NewEvent[]): Project {
  return fold(
    project,
    events.map((event, at) => ({ ...event, n: project.n + 1 + at, v: 1, at: '', by: '' })),
  );
}

/** `Oorzaak: geen verlichting. Gevolg: vernielingen` */
export const verbandZin = (project: Project, link: { oorzaak: string; gevolg: string }) =>
  aaneen`Oorzaak: ${kortweg(naamVanOnderwerp(project, link.oorzaak), 120)}. Gevolg: ${kortweg(naamVanOnderwerp(project, link.gevolg), 120)}`;
