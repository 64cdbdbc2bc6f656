import type { Beeld, Step, Traject } from './contract.ts';
import { isLeiderloos } from '../feiten/deelnemers.ts';
import { isAfgerond, profielVan } from '../feiten/gegevens.ts';
import type { Project } from '../feiten/project.ts';
import { wordLeiderKnop } from './woorden.ts';
import { kaartKnop, type LiveKaart } from '../vormen/live-kaart.ts';
import type { Button } from '../vormen/screen.ts';

/** The frame of a step's live card. */
export function liveKaart(
  { project, traject }: Beeld,
  step: Step,
  knoppen: readonly Button[],
): LiveKaart {
  return {
    project: profielVan(project).texts.naam,
    plek: `Stap ${step.nummer} van ${traject.stappen.length}`,
    naam: step.naam,
    wijze: wijzeVan(traject, step),
    melding: '',
    knoppen: alsErIemandLeidt(project, traject, knoppen).map(kaartKnop),
  };
}

/** Where nobody leads any more, the way to lead stands in the place of what whoever leads can do. */
const alsErIemandLeidt = (
  project: Project,
  { woorden }: Traject,
  knoppen: readonly Button[],
): readonly Button[] =>
  isLeiderloos(project) && !isAfgerond(project)
    ? [...knoppen.filter(({ verb }) => verb !== 'leiding'), wordLeiderKnop(woorden)]
    : knoppen;

const wijzeVan = (traject: Traject, { werk }: Step) =>
  [
    ...new Set(
      werk.map(({ wijze }) => (wijze === 'overleg' ? 'in overleg' : wijzeTekst(traject, wijze))),
    ),
  ].join(' en ');

/** How a part of the work of a step is done, in the words of its traject: `online`, `door de projectleider`. */
export const wijzeTekst = (
  { woorden }: Pick<Traject, 'woorden'>,
  wijze: Step['werk'][number]['wijze'],
): string => (wijze === 'door wie leidt' ? `door de ${woorden.projectleider}` : wijze);
