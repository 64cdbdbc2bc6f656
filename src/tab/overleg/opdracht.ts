import type { Opdracht } from '../../process/vormen/werkvlak.ts';
import { html, type Html } from '../../http/html.ts';

/** A button for one gesture; the script fills in what was chosen. `meldt`: what is said after it was done. */
export const opdrachtKnop = (
  titel: string,
  opdracht: Opdracht,
  { meldt, naam = '', look = '' }: { meldt: string; naam?: string; look?: string },
): Html =>
  html`<button
    type="button"
    class="knop ${look}"
    ${naam !== '' && html`aria-label="${naam}"`}
    ${opdrachtKenmerken(opdracht, meldt)}
  >
    ${titel}
  </button>`;

/** What the script needs to carry out the gesture. */
export const opdrachtKenmerken = (opdracht: Opdracht, meldt: string): Html =>
  html`data-opdracht="${JSON.stringify(opdracht)}" data-meldt="${meldt}"`;
