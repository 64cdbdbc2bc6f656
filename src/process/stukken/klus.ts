import type { Figuur } from '../hoofdstuk.ts';
import type { Poster } from '../poster.ts';
import type { Stuk } from '../stuk.ts';
import type { AgendaBestand } from './agenda.ts';

/** One file to make, as plain data: it is made in another thread. `naam`: parts of its name, which may be user text. */
export type Klus = { readonly naam: readonly string[] } & (
  | { readonly soort: 'word'; readonly stuk: Stuk }
  | { readonly soort: 'excel'; readonly stuk: Stuk }
  | { readonly soort: 'agenda'; readonly agenda: AgendaBestand }
  | { readonly soort: 'figuur'; readonly figuur: Figuur }
  /** The same for a chat message: lighter, and with letters that can be read on a phone. */
  | { readonly soort: 'prent'; readonly figuur: Figuur }
  | { readonly soort: 'poster'; readonly poster: Poster; readonly als: 'png' | 'svg' }
);

export interface Bestand {
  /** Safe on every system. */
  readonly naam: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
