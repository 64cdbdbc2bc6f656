import type { CellObject } from 'write-excel-file/node';
import type { Cel, Kolom, Vorm } from '../../process/vormen/hoofdstuk.ts';
import { localOf } from '../../process/taal/time.ts';
import { ONBEKEND, waardeTekst } from '../../process/vormen/waarde.ts';
import { schoon } from '../shared/schoon.ts';

/** The most signs in one cell: a little below Excel's own limit. */
const MAX_TEKENS = 32_000;

const FORMAAT = {
  bedrag: '"€" #,##0.00',
  geheel: '#,##0',
  gebroken: '#,##0.##',
  datum: 'dd-mm-yyyy',
  moment: 'dd-mm-yyyy hh:mm',
  tekst: '@',
} as const;

/** A text that is never a formula: both its type and its format are text. Excel would read `_x0041_` as a sign. */
export function tekstCel(text: string): CellObject {
  const value = schoon(text)
    .slice(0, MAX_TEKENS)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  // The library looks texts up in a plain object, which has words of its own (`constructor`, `toString`).
  const eigen = value in {} ? `${value} ` : value;
  return { value: eigen, type: String, format: FORMAAT.tekst, wrap: true, alignVertical: 'top' };
}

/** A value by its type: a date as a date, an amount as an amount. What is not known is empty, or said in a text column. */
export function cel(waarde: Cel, { vorm }: Kolom): CellObject | null {
  if (waarde === '') return null;
  if (waarde === null) return isTekst(vorm) ? tekstCel(ONBEKEND) : null;
  if (typeof waarde === 'number' && !isTekst(vorm) && vorm !== 'datum' && vorm !== 'moment')
    return { value: waarde, type: Number, format: formaatVan(vorm, waarde), alignVertical: 'top' };
  if (vorm === 'datum' || vorm === 'moment') {
    const value = vorm === 'datum' ? dag(`${waarde}`) : moment(`${waarde}`);
    return value < EERSTE_DAG
      ? tekstCel(uitgeschreven(value, vorm))
      : { value, type: Date, format: FORMAAT[vorm], alignVertical: 'top', align: 'left' };
  }
  return tekstCel(waardeTekst(waarde, vorm));
}

const isTekst = (vorm: Vorm) => vorm === 'tekst' || vorm === 'niveau';

/** How a number of this kind is shown. */
export function formaatVan(vorm: Vorm, waarde: number): string {
  if (vorm === 'bedrag') return FORMAAT.bedrag;
  return Number.isInteger(waarde) ? FORMAAT.geheel : FORMAAT.gebroken;
}

/** Excel counts days from here on, and shows signs for what is before. */
const EERSTE_DAG = new Date('1900-01-01T00:00:00Z');

/** As the formats show it. */
function uitgeschreven(value: Date, vorm: 'datum' | 'moment'): string {
  const [datum = '', tijd = ''] = value.toISOString().split('T');
  const dagen = datum.split('-').toReversed().join('-');
  return vorm === 'datum' ? dagen : `${dagen} ${tijd.slice(0, 5)}`;
}

/** A file has no zone. The clock of Amsterdam is written as if it were UTC, so that the reader's zone does not shift it. */
const dag = (datum: string) => new Date(`${datum}T00:00:00Z`);

function moment(utc: string): Date {
  const { datum, tijd } = localOf(utc);
  return new Date(`${datum}T${tijd}:00Z`);
}
