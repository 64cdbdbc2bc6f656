import type { Beeld } from '../../process/contract/contract.ts';
import { isGepland } from '../../process/contract/overleggen.ts';
import { overlegNr } from '../../process/feiten/overleg.ts';
import { komstKnoppen, overlegTekst } from '../../process/kalender/plannen.ts';
import { momentText, utcOf } from '../../process/taal/time.ts';
import type { Button } from '../../process/vormen/screen.ts';

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

/**
 * What the card of a step says of its overleg as long as that comes or goes on, with how one says to come: the group reads
 * on it when the overleg is, where the step was opened with that. Empty otherwise.
 */
export function opDeKaart(
  { project, now }: Pick<Beeld, 'project' | 'now'>,
  nummer: number,
): { zin: string; knoppen: Button[] } {
  const found = overlegNr(project, nummer);
  if (found && found.facts.begonnen !== '' && found.facts.gesloten === '')
    return { zin: `Overleg ${nummer} is bezig.`, knoppen: [] };
  if (!isGepland(found)) return { zin: '', knoppen: [] };
  const knoppen = utcOf(found.facts) > now ? komstKnoppen({ nummer: String(nummer) }) : [];
  return { zin: `Overleg ${nummer} is op ${overlegTekst(found, now)}.`, knoppen };
}
