import { ONBEKEND, waardeTekst } from '../../process/vormen/waarde.ts';
import type { Regel } from '../plan/uitvoeringsmatrix.ts';

/** `€ 1.250,00`; `nog niet bekend` for null, which is never counted as 0 (H8). */
export const euro = (value: number | null) => waardeTekst(value, 'bedrag');

/** The total costs of a row, in EUR; null while one of the two amounts is not known. */
export const totaalVan = ({ facts: { kosten, extra } }: Regel): number | null =>
  kosten === null || extra === null ? null : inCents([kosten, extra]);

/** The costs of a row that are not covered, in EUR; null while costs or cover are not known. */
export function ongedektVan(found: Regel): number | null {
  const totaal = totaalVan(found);
  const { dekking } = found.facts;
  return totaal === null || dekking === null ? null : Math.max(0, inCents([totaal, -dekking]));
}

/** A sum over rows: what is known, and the number of rows where it is not. */
export interface Som {
  bekend: number;
  onbekend: number;
  rijen: number;
}

/** Adds up what is known, in whole cents, so that the order of the rows does not change the sum. */
export function som(amounts: readonly (number | null)[]): Som {
  const known = amounts.filter((amount) => amount !== null);
  return {
    bekend: inCents(known),
    onbekend: amounts.length - known.length,
    rijen: amounts.length,
  };
}

/** `€ 1.250,00 (bij 2 maatregelen nog niet bekend)` */
export function totaalTekst({ bekend, onbekend, rijen }: Som): string {
  if (onbekend === rijen) return ONBEKEND;
  if (onbekend === 0) return euro(bekend);
  return `${euro(bekend)} (bij ${onbekend} ${onbekend === 1 ? 'maatregel' : 'maatregelen'} ${ONBEKEND})`;
}

/** The totals of the cost overview (H5). */
export const totalen = (rows: readonly Regel[]) => ({
  kosten: som(rows.map(({ facts }) => facts.kosten)),
  extra: som(rows.map(({ facts }) => facts.extra)),
  dekking: som(rows.map(({ facts }) => facts.dekking)),
  ongedekt: som(rows.map(ongedektVan)),
});

const inCents = (amounts: readonly number[]) =>
  amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
