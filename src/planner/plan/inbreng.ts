import { leads, mens, verantwoordelijke, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { isMasker } from '../../process/feiten/geheim.ts';
import type { Project } from '../../process/feiten/project.ts';

/**
 * Who hears what became of something of this owner: the owner, else who was chosen to take over. Whoever leads does the
 * work of the others who left, and brought nothing by that.
 */
function wieHoort(project: Project, van: string): Deelnemer | undefined {
  const lid = mens(project, van);
  return lid?.facts.opvolger ? verantwoordelijke(project, van) : lid;
}

/** Deelnemer ids of who hears what became of something of these owners. */
export const wieHoren = (project: Project, van: readonly string[]): string[] => [
  ...new Set(van.flatMap((id) => wieHoort(project, id)?.id ?? [])),
];

/** True when somebody waits for a reason: whoever leads needs none from themselves. */
export const wachtIemand = (project: Project, van: readonly string[]): boolean =>
  van.some((id) => {
    const lid = wieHoort(project, id);
    return lid?.facts.status === 'lid' && !leads(lid);
  });

/** `Waarom: er is geen geld.`; nothing without a reason, or where it may not be read. */
export const waarom = (reden: string): string[] =>
  reden === '' || isMasker(reden) ? [] : [`Waarom: ${reden}`];

/** The last of these moments, UTC. */
export const laatste = (...momenten: readonly (string | undefined)[]): string =>
  momenten
    .map((op) => op ?? '')
    .sort()
    .at(-1) ?? '';
