import type { Beeld } from '../../process/contract/contract.ts';
import { overlegNr } from '../../process/feiten/overleg.ts';
import { momentText } from '../../process/taal/time.ts';

/** `Overleg 2 is op di 19 januari, 10.00 uur.`; none while it is not planned. */
export function planZin(
  { project, now }: Pick<Beeld, 'project' | 'now'>,
  nummer: number,
): string[] {
  const { datum = '', tijd = '' } = overlegNr(project, nummer)?.facts ?? {};
  return datum === '' || tijd === ''
    ? []
    : [`Overleg ${nummer} is op ${momentText({ datum, tijd }, now)}.`];
}
