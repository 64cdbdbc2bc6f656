import type { Beeld, Step } from './contract.ts';
import { profielVan } from '../feiten/gegevens.ts';
import type { Button } from '../vormen/screen.ts';

/** What every live card shows around its own content. */
export interface LiveKaart {
  project: string;
  /** `Stap 2 van 6` */
  plek: string;
  naam: string;
  /** How the work of the step is done: `online`, `in overleg`, `online en in overleg` (A31, A32). */
  wijze: string;
  /** Short line for the one who just pressed; empty for everybody else. */
  melding: string;
  knoppen: KaartKnop[];
}

/** Card data as its sample shows it, with any buttons. */
export type KaartVan<Sample extends LiveKaart> = Omit<Sample, 'knoppen'> & LiveKaart;

export interface KaartKnop {
  titel: string;
  verb: string;
  args: Record<string, string>;
  /** `default`, `positive` or `destructive`, as Adaptive Cards call it. */
  stijl: string;
}

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

/** A button as a template takes it. */
export const kaartKnop = ({ titel, verb, args, stijl }: Button): KaartKnop => ({
  titel,
  verb,
  args: { ...args },
  stijl: stijl ?? 'default',
});
