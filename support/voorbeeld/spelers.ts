import { ingevuld, zoMogelijk, type AnyCard, type Antwoorden } from './kaart.ts';

/** A person who can press buttons, in a test or in the Playground. */
export interface Speler {
  drukt: (titel: string, inputs?: Record<string, string>, on?: AnyCard) => Promise<AnyCard>;
  /** Makes do with the questions and choices that are there. */
  isSoepel?: boolean;
}

/** The person who also types. */
export interface Leider extends Speler {
  typt: (text: string) => Promise<AnyCard>;
}

/** A conversation in which the example is played. */
export interface Toneel {
  leider: Leider;
  partner: (naam: string) => Speler;
  /** The live card of a step, once it shows everything that was said; `knop`: what it then asks for. */
  kaart: (stap: number, knop?: string) => Promise<AnyCard>;
  /** The day on which it is played. */
  vandaag: string;
  /** Lets time go by between scenes, where a story is told faster than people press. */
  pauze?: () => void;
}

/** Fills in a form and presses the button that saves. */
export async function vulIn(
  wie: Speler,
  form: AnyCard,
  antwoorden: Antwoorden,
  knop = 'Opslaan',
): Promise<AnyCard> {
  const fill = wie.isSoepel ? zoMogelijk : ingevuld;
  return wie.drukt(knop, fill(form, antwoorden), form);
}

/** Opens a form from a card, fills it in and saves it. */
export async function opentEnVult(
  wie: Speler,
  card: AnyCard,
  knop: string,
  antwoorden: Antwoorden,
  opslaan = 'Opslaan',
): Promise<AnyCard> {
  return vulIn(wie, await wie.drukt(knop, {}, card), antwoorden, opslaan);
}
