import type { Button } from '../vormen/screen.ts';

/** What a traject calls things, where the words of trajecten differ. Small letters; in Dutch each keeps its article. */
export interface Woorden {
  /** `project`; takes "het". */
  readonly project: string;
  /** `projecten` */
  readonly projecten: string;
  /** `projectleider`; takes "de". */
  readonly projectleider: string;
  /** `projectgroep`; takes "de". */
  readonly projectgroep: string;
}

/** The button for a deelnemer when nobody leads any more. */
export const WORD_LEIDER: Button = {
  titel: 'Ik neem het over',
  verb: 'projectleider.overnemen',
};

/** The button to what whoever leads can do: the same words everywhere. */
export const leidingKnop = ({ woorden }: { readonly woorden: Woorden }): Button => ({
  titel: `Voor de ${woorden.projectleider}`,
  verb: 'leiding',
});
