import type { Button } from './screen.ts';

/** How far something is: `5 van de 8 hebben gereageerd.`, with the same figures for a bar. */
export interface Voortgang {
  readonly zin: string;
  readonly n: number;
  readonly van: number;
}

/** Until when, in words that are true on any day, and how long that is from now: `nog 12 dagen`. */
export interface Termijn {
  /** `Tot do 14 januari, 17.00 uur` */
  readonly zin: string;
  readonly over: string;
  /** True in the last two days. */
  readonly haast: boolean;
}

/** A line of a list, and what there is to say about it below. */
interface Punt {
  readonly tekst: string;
  readonly bij: string;
}

/** The live card of a step: what is asked of the group, until when, how far it is, and what happens next. */
export interface LiveKaart {
  readonly project: string;
  readonly nummer: number;
  /** The number of steps. */
  readonly van: number;
  /** The name of the step. */
  readonly naam: string;
  /** How many steps lie behind: all of them once the whole is closed. */
  readonly gedaan: number;
  /** One line for the person who reads it; empty on the card that everybody sees. */
  readonly jij: string;
  /** The headline: what is asked, or how it stands. */
  readonly vraag: string;
  /** What one needs to know to answer it; may be empty, as may all that follows. */
  readonly uitleg: string;
  readonly termijn: Termijn | undefined;
  readonly voortgang: Voortgang | undefined;
  readonly feiten: readonly { readonly naam: string; readonly waarde: string }[];
  readonly lijst: readonly Punt[];
  /** `En nog 2 problemen.` */
  readonly meer: string;
  readonly regels: readonly string[];
  /** What happens next. */
  readonly straks: string;
  /** The first is the one that most people need. */
  readonly knoppen: readonly Button[];
}

/** How a step stands for one person. */
export interface Jij {
  /** `Jij: 2 problemen doorgegeven.`; empty where the step has nothing to do with them. */
  readonly zin: string;
  /** True while something is asked of them. */
  readonly moetNog: boolean;
  /** What they can press; undefined: the same as everybody. */
  readonly knoppen: readonly Button[] | undefined;
}

/** What a step says on its card; what it leaves out is not there. */
export type Inhoud = Partial<Omit<LiveKaart, 'project' | 'nummer' | 'van' | 'naam' | 'gedaan'>> &
  Pick<LiveKaart, 'vraag' | 'knoppen'>;

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

/** The same button where it is one among others. */
export const zonderStijl = ({ titel, verb, args = {} }: Button): Button => ({ titel, verb, args });
