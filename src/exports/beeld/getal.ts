import { numberInput } from '../../process/form.ts';
import { waardeTekst } from '../../process/waarde.ts';

/** `1.250,5 uren`, `€ 1.250,00`, `40 procent` */
export const hoeveel = (waarde: number, eenheid: string): string =>
  eenheid === 'euro' ? waardeTekst(waarde, 'bedrag') : `${numberInput(waarde)} ${eenheid}`.trim();
