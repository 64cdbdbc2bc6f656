const getallen = (decimals: number) =>
  new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 2,
  });
const GEWOON = getallen(0);
const GELD = getallen(2);

/** `1.250,5 uren`, `€ 1.250,00`, `40 procent` */
export const hoeveel = (waarde: number, eenheid: string): string =>
  eenheid === 'euro' ? `€ ${GELD.format(waarde)}` : `${GEWOON.format(waarde)} ${eenheid}`.trim();
