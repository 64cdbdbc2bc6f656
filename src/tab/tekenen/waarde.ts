import type { Cel, Vorm } from '../../process/vormen/hoofdstuk.ts';
import { ONBEKEND, waardeTekst } from '../../process/vormen/waarde.ts';
import { html, regels, type Html } from '../../http/html.ts';

/** A cell as people read it. */
export function waarde(cel: Cel | undefined, vorm: Vorm): Html {
  if (cel === null || cel === undefined) return html`<span class="stil">${ONBEKEND}</span>`;
  if (cel === '') return html``;
  const tekst = waardeTekst(cel, vorm);
  switch (vorm) {
    case 'datum':
    case 'moment':
      return html`<time datetime="${String(cel)}">${tekst}</time>`;
    case 'niveau':
      return html`<span class="niveau ${niveauKlasse(tekst)}">${tekst}</span>`;
    case 'tekst':
    case 'getal':
    case 'bedrag':
      return isLink(tekst) ? link(tekst) : regels(tekst);
  }
}

/**
 * True for a cell that is an address as a whole, in the format of the document form. Nothing inside a text is made a
 * link.
 */
const isLink = (tekst: string) =>
  /^https:\/\/\S+$/.test(tekst) && URL.canParse(tekst) && new URL(tekst).protocol === 'https:';

const link = (tekst: string): Html =>
  html`<a href="${tekst}" target="_blank" rel="noopener noreferrer">${regels(tekst)}</a>`;

/** The colour of a level only repeats its text. */
function niveauKlasse(niveau: string): string {
  const found = ['hoog', 'midden', 'laag'].find((kleur) => niveau.toLowerCase().startsWith(kleur));
  return found ? `niveau-${found}` : '';
}

/** The order of levels; anything else is ordered by its text. */
const ORDE: ReadonlyMap<string, string> = new Map([
  ['hoog', '3'],
  ['midden', '2'],
  ['laag', '1'],
]);

/** What a column sorts on: numbers and moments as they are, levels by height. What is not known comes last. */
export function sorteerwaarde(cel: Cel | undefined, vorm: Vorm): string {
  if (cel === null || cel === undefined) return '';
  if (vorm === 'niveau') return ORDE.get(String(cel).toLowerCase()) ?? String(cel);
  return String(cel);
}
