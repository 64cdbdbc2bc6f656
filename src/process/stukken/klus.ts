import type { Figuur } from '../vormen/hoofdstuk.ts';
import type { Poster } from '../vormen/poster.ts';
import type { Stuk } from '../vormen/stuk.ts';
import type { AgendaBestand } from './agenda.ts';

/** One file to make, as plain data, because another thread makes it. `naam`: parts of its name, which may be user text. */
export type Klus = { readonly naam: readonly string[] } & (
  | { readonly soort: 'word'; readonly stuk: Stuk }
  | { readonly soort: 'excel'; readonly stuk: Stuk }
  | { readonly soort: 'agenda'; readonly agenda: AgendaBestand }
  | { readonly soort: 'figuur'; readonly figuur: Figuur }
  /** The same for a chat message: lighter, and with letters that can be read on a phone. */
  | { readonly soort: 'prent'; readonly figuur: Figuur }
  | { readonly soort: 'poster'; readonly poster: Poster; readonly als: 'png' | 'svg' }
  /** A photo as somebody sent it: upright, without what its camera wrote in it, no side longer than so many points. */
  | { readonly soort: 'foto'; readonly bytes: Uint8Array; readonly zijde: number }
);

export interface Bestand {
  /** A name that every system accepts. */
  readonly naam: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Why there is no file: too many are asked for at once or the program stops, it took too long, what it is made of is too large,
 * or it went wrong.
 */
export class GeenBestand extends Error {
  readonly reden: 'druk' | 'te-lang' | 'te-groot' | 'mislukt';

  constructor(reden: GeenBestand['reden'], message: string) {
    super(message);
    this.reden = reden;
  }
}

/** The reason in what `Maak` rejects with. */
export const redenVan = (err: unknown): GeenBestand['reden'] =>
  err instanceof GeenBestand ? err.reden : 'mislukt';

/** True when asking again in a while may help. */
export const isDruk = (err: unknown) => redenVan(err) === 'druk';

/**
 * Makes a file; rejects with `GeenBestand`. `voor`: who asks for it, so that one person cannot take all places; left out:
 * no person does.
 */
export type Maak = (klus: Klus, voor?: string) => Promise<Bestand>;
