import type { Beeld, Step } from './contract.ts';
import { isLeiderloos } from '../feiten/deelnemers.ts';
import { isAfgerond, profielVan } from '../feiten/gegevens.ts';
import type { Project } from '../feiten/project.ts';
import { WORD_LEIDER } from './woorden.ts';
import type { Inhoud, LiveKaart } from '../vormen/live-kaart.ts';
import type { Button } from '../vormen/screen.ts';

const NIETS = {
  jij: '',
  uitleg: '',
  termijn: undefined,
  voortgang: undefined,
  feiten: [],
  lijst: [],
  meer: '',
  regels: [],
  straks: '',
} as const;

/** The live card of a step, from what it says. */
export const liveKaart = (
  { project, traject }: Pick<Beeld, 'project' | 'traject'>,
  step: Pick<Step, 'nummer' | 'naam'>,
  { knoppen, ...inhoud }: Inhoud,
): LiveKaart => ({
  ...NIETS,
  project: profielVan(project).texts.naam,
  nummer: step.nummer,
  van: traject.stappen.length,
  naam: step.naam,
  gedaan: isAfgerond(project) ? traject.stappen.length : step.nummer - 1,
  ...inhoud,
  knoppen: alsErIemandLeidt(project, knoppen),
});

/** Where nobody leads any more, the way to lead stands in the place of what whoever leads can do. */
const alsErIemandLeidt = (project: Project, knoppen: readonly Button[]): readonly Button[] =>
  isLeiderloos(project) && !isAfgerond(project)
    ? [...knoppen.filter(({ verb }) => verb !== 'leiding'), WORD_LEIDER]
    : knoppen;
