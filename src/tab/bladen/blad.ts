import type { Bezoek } from '../bezoek/bezoek.ts';
import type { Html } from '../../http/html.ts';

/** A page of a project. */
export interface Blad {
  /** In addresses: `stand`, `hoofdstuk.problemen`. */
  readonly id: string;
  /** In the navigation. */
  readonly titel: string;
  /** The content of `<main>`; its first heading is an `<h2>`. */
  readonly toon: (bezoek: Bezoek) => Html | Promise<Html>;
}
