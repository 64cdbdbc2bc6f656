import type { Button } from './screen.ts';

/** The frame that every live card shows around its own content. */
export interface LiveKaart {
  project: string;
  /** `Stap 2 van 6` */
  plek: string;
  naam: string;
  /** How the work of the step is done: `online`, `in overleg`, `online en in overleg` (A31, A32). */
  wijze: string;
  /** A short line for the person who just pressed; empty for everybody else. */
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

/** A button as a template takes it. */
export const kaartKnop = ({ titel, verb, args, stijl }: Button): KaartKnop => ({
  titel,
  verb,
  args: { ...args },
  stijl: stijl ?? 'default',
});
