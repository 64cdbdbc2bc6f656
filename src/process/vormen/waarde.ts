import { numberInput } from './form.ts';
import { somVan, type Cel, type Tabel, type Vorm } from './hoofdstuk.ts';
import { dateText, localOf, timeText } from '../taal/time.ts';
import { hoofdletter } from '../taal/woorden.ts';

/** Stands where a value is not known: that is never shown as 0 or as empty. */
export const ONBEKEND = 'nog niet bekend';

/** A cell as people read it: `€ 1.250,00`, `1 maart 2027`, `1 maart 2027, 10.00 uur`, `Hoog`. */
export function waardeTekst(cel: Cel, vorm: Vorm): string {
  if (cel === null) return ONBEKEND;
  if (cel === '') return '';
  switch (vorm) {
    case 'bedrag':
      return typeof cel === 'number' ? bedragTekst(cel) : cel;
    case 'getal':
      return typeof cel === 'number' ? numberInput(cel) : cel;
    case 'datum':
      return dateText(`${cel}`);
    case 'moment': {
      const { datum, tijd } = localOf(`${cel}`);
      return `${dateText(datum)}, ${timeText(tijd)}`;
    }
    case 'niveau':
      return hoofdletter(`${cel}`);
    case 'tekst':
      return `${cel}`;
  }
}

/** `€ 1.250,00` */
const bedragTekst = (value: number) => `€ ${numberInput(value, 2)}`;

/** The sum below a column: `€ 1.250,00 (bij 2 nog niet bekend)`. */
export function somTekst(tabel: Tabel, at: number): string {
  const { bekend, onbekend } = somVan(tabel, at);
  if (onbekend === tabel.rijen.length) return ONBEKEND;
  const tekst = waardeTekst(bekend, tabel.kolommen[at]?.vorm ?? 'getal');
  return onbekend === 0 ? tekst : `${tekst} (bij ${onbekend} ${ONBEKEND})`;
}

/** Our own units that change with the number; units that people typed stay as they are. */
const ENKELVOUD: ReadonlyMap<string, string> = new Map([
  ['maatregelen', 'maatregel'],
  ['punten', 'punt'],
  ['stemmen', 'stem'],
  ['uren', 'uur'],
]);

/** `1 stem`, `1.250,5 uren`, `€ 1.250,00` */
export function hoeveelTekst(waarde: number, eenheid: string): string {
  if (eenheid === 'euro') return bedragTekst(waarde);
  const woord = waarde === 1 ? (ENKELVOUD.get(eenheid) ?? eenheid) : eenheid;
  return `${numberInput(waarde)} ${woord}`.trim();
}
