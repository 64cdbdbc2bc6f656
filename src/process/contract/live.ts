import type { Beeld, Step, Traject } from './contract.ts';
import { profielVan } from '../feiten/gegevens.ts';
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
    knoppen: knoppen.map(kaartKnop),
  };
}

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
