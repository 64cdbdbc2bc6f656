import type { Beeld, Step } from './contract.ts';
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
    wijze: wijzeVan(step),
    melding: '',
    knoppen: knoppen.map(kaartKnop),
  };
}

const wijzeVan = ({ werk }: Step) =>
  [...new Set(werk.map(({ wijze }) => (wijze === 'overleg' ? 'in overleg' : wijze)))].join(' en ');
