import type { Cel, Vorm } from '../../process/hoofdstuk.ts';
import { dateOf, dateText, instantText, localOf, timeText } from '../../process/time.ts';
import { tab } from '../../text/tab.ts';
import { html, regels, type Html } from '../html.ts';

const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const euro = (minimumFractionDigits: number) =>
  new Intl.NumberFormat('nl-NL', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits,
    maximumFractionDigits: 2,
  });
const HELE_EURO = euro(0);
const EURO = euro(2);

/** `1.250`, `€ 1.250,50` */
export const getalTekst = (value: number, vorm: Vorm = 'getal'): string =>
  vorm === 'bedrag'
    ? (Number.isInteger(value) ? HELE_EURO : EURO).format(value)
    : GETAL.format(value);

/** A cell as one reads it. */
export function waarde(cel: Cel | undefined, vorm: Vorm): Html {
  if (cel === null || cel === undefined)
    return html`<span class="stil">${tab.onbekendeWaarde}</span>`;
  if (typeof cel === 'number') return html`${getalTekst(cel, vorm)}`;
  if (cel === '') return html``;
  switch (vorm) {
    case 'datum':
      return html`<time datetime="${cel}">${dateText(cel)}</time>`;
    case 'moment':
      return html`<time datetime="${cel}" title="${instantText(cel)}"
        >${dateText(dateOf(cel))}, ${timeText(localOf(cel).tijd)}</time
      >`;
    case 'niveau':
      return html`<span class="niveau ${niveauKlasse(cel)}">${cel}</span>`;
    case 'tekst':
    case 'getal':
    case 'bedrag':
      return regels(cel);
  }
}

/** The colour of a level only repeats what its text says. */
function niveauKlasse(niveau: string): string {
  const found = ['hoog', 'midden', 'laag'].find((one) => niveau.toLowerCase().startsWith(one));
  return found ? `niveau-${found}` : '';
}

/** Levels in their order; anything else by its text. */
const ORDE: Readonly<Record<string, string>> = { hoog: '3', midden: '2', laag: '1' };

/** What a column sorts on: numbers and moments as they are, levels by height; what is not known comes last. */
export function sorteerwaarde(cel: Cel | undefined, vorm: Vorm): string {
  if (cel === null || cel === undefined) return '';
  if (vorm === 'niveau') return ORDE[String(cel).toLowerCase()] ?? String(cel);
  return String(cel);
}
