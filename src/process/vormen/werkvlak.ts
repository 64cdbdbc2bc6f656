import type { Args, Button } from './screen.ts';

/**
 * What a group does with an agenda line on a big screen, beside its data. It says what there is and which actions one
 * gesture stands for, never how it looks. Nothing in it is confidential: it is drawn where everybody reads along.
 */
export type Werkvlak = Samenvoegen | Verband | PerOnderwerp | Telling | Volgorde | UitHoofdstuk;

/** One gesture: an action with its form filled in. What is still open is filled in by who works on it. */
export interface Opdracht {
  readonly verb: string;
  readonly args: Args;
  /** Revision of what it changes, as it was when this was drawn. */
  readonly rev: number;
  readonly velden: Readonly<Record<string, string>>;
  readonly vult: readonly Invulling[];
  /** What takes it back; left out: nothing does. */
  readonly terug?: Terug;
}

/** What comes where: ids with commas, or what was typed. */
export interface Invulling {
  readonly uit: 'gekozen' | 'tekst' | 'oorzaak' | 'gevolg';
  /** The argument it goes into; empty for none. */
  readonly arg: string;
  /** The field it goes into; empty for none. */
  readonly veld: string;
}

/** As it is drawn before, so that it needs no look at what there was. Its revision is that of what was stored. */
export interface Terug extends Omit<Opdracht, 'rev' | 'terug'> {
  /** The argument that names what was made; empty when `args` does. */
  readonly over: string;
}

/** One thing that can be chosen, moved or linked. */
export interface Stuk {
  readonly id: string;
  readonly tekst: string;
  /** Whose it is, how heavy it weighs; empty for nothing. */
  readonly bij: string;
}

/** Things that are the same become one: what is loose, and what was merged. */
export interface Samenvoegen {
  readonly soort: 'samenvoegen';
  /** `lijktOp`: ids of what seems to be about the same. Only a hint. */
  readonly los: readonly (Stuk & { lijktOp: readonly string[] })[];
  readonly groepen: readonly Verzameling[];
  /** Makes a new one of what was chosen. Left out, here and below, for who only reads along. */
  readonly maken?: Opdracht;
  /** What was taken apart and can come back. */
  readonly uiteen: readonly { readonly naam: string; readonly terug: Opdracht }[];
  /** Why nobody can work on it now; empty when one can. */
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

/** One thing causes another. */
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

/** What is known per thing, with what one adds to it. */
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

/** How many of how many; never who. */
export interface Telling {
  readonly soort: 'telling';
  readonly kop: string;
  readonly n: number;
  readonly van: number;
  /** `6 van de 8 hebben gestemd.` */
  readonly zin: string;
  readonly regels: readonly string[];
}

/** An order to bring about: the form of `verb` has a field with the place of each. */
export interface Volgorde {
  readonly soort: 'volgorde';
  readonly kop: string;
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
