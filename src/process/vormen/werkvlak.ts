import type { Args, Button } from './screen.ts';

/**
 * What a group does with an agenda line on a big screen, beside its data. It says what there is and which actions one
 * gesture stands for, never how it looks. It holds nothing confidential, because everybody reads along.
 */
export type Werkvlak = Samenvoegen | Verband | PerOnderwerp | Telling | Volgorde | UitHoofdstuk;

/** One gesture: an action with its form filled in, except for the parts that the gesture itself gives. */
export interface Opdracht {
  readonly verb: string;
  readonly args: Args;
  /** Revision of what it changes, at the time this was drawn. */
  readonly rev: number;
  readonly velden: Readonly<Record<string, string>>;
  readonly vult: readonly Invulling[];
  /** What undoes it; left out: it cannot be undone. */
  readonly terug?: Terug;
}

/** Where a value goes: ids with commas, or a typed text. */
export interface Invulling {
  readonly uit: 'gekozen' | 'tekst' | 'oorzaak' | 'gevolg';
  /** The argument it goes into; empty for none. */
  readonly arg: string;
  /** The field it goes into; empty for none. */
  readonly veld: string;
}

/** Drawn beforehand, so that undoing need not look at the earlier state. Its revision is that of what was stored. */
export interface Terug extends Omit<Opdracht, 'rev' | 'terug'> {
  /** The argument that names what was made; empty when `args` names it. */
  readonly over: string;
}

/** One thing that can be chosen, moved or linked. */
export interface Stuk {
  readonly id: string;
  readonly tekst: string;
  /** Whose it is or how heavy it weighs; empty for nothing. */
  readonly bij: string;
}

/** Merging: things that are the same become one. Shows what is loose and what was merged. */
export interface Samenvoegen {
  readonly soort: 'samenvoegen';
  /** What one reads who adds nothing to a cluster: `Kies eerst een probleem.` */
  readonly kiesEerst: string;
  /** `lijktOp`: ids of things that seem to be about the same. Only a hint. */
  readonly los: readonly (Stuk & { lijktOp: readonly string[] })[];
  readonly groepen: readonly Verzameling[];
  /** Makes a new cluster of what was chosen. Left out, here and below, for people who only read along. */
  readonly maken?: Opdracht;
  /** What was taken apart, and can be brought back. */
  readonly uiteen: readonly { readonly naam: string; readonly terug: Opdracht }[];
  /** Why it cannot be worked on now; empty when it can. */
  readonly melding: string;
}

export interface Verzameling {
  readonly id: string;
  readonly naam: string;
  readonly leden: readonly (Stuk & { eruit?: Opdracht })[];
  /** Adds what was chosen. */
  readonly erbij?: Opdracht;
  readonly hernoemen?: Opdracht;
  readonly uiteen?: Opdracht;
}

/** Links: one thing causes another. */
export interface Verband {
  readonly soort: 'verband';
  readonly stukken: readonly Stuk[];
  readonly verbanden: readonly {
    readonly id: string;
    readonly oorzaak: string;
    readonly gevolg: string;
    readonly weg?: Opdracht;
  }[];
  readonly leggen?: Opdracht;
}

/** What is known about each thing, with what can be added to it. */
export interface PerOnderwerp {
  readonly soort: 'per-onderwerp';
  readonly onderwerpen: readonly {
    readonly id: string;
    readonly naam: string;
    readonly regels: readonly string[];
    readonly knoppen: readonly Button[];
  }[];
  readonly leeg: string;
}

/** A count out of a total; never who. */
export interface Telling {
  readonly soort: 'telling';
  readonly kop: string;
  readonly n: number;
  readonly van: number;
  /** `6 van de 8 hebben gestemd.` */
  readonly zin: string;
  readonly regels: readonly string[];
}

/** Putting things in order: the form of `verb` has a field for the place of each. */
export interface Volgorde {
  readonly soort: 'volgorde';
  readonly kop: string;
  /** How to do it: `Versleep een probleem, of kies het en gebruik de pijltoetsen.` */
  readonly uitleg: string;
  readonly verb: string;
  readonly stukken: readonly (Stuk & { veld: string })[];
}

/** Parts of a chapter: ids of tables and figures, headings of the rest. */
export interface UitHoofdstuk {
  readonly soort: 'hoofdstuk';
  readonly id: string;
  readonly delen: readonly string[];
}

export const uitHoofdstuk = (id: string, ...delen: string[]): UitHoofdstuk => ({
  soort: 'hoofdstuk',
  id,
  delen,
});
