import { naVink } from '../../process/contract/lezers.ts';
import type { OutboxMessage } from '../../process/contract/decision.ts';
import type { NewEvent } from '../../process/feiten/project.ts';
import { OPEN, type Vertrouwelijk } from '../../process/feiten/vertrouwelijk.ts';

// A form about several rows has one box for all that is written in it. It makes confidential what is written now, and
// never opens what was confidential before: that is chosen at the entry itself.

/** Whether the box is ticked when the form opens: only where it speaks of one entry. */
export const voorAlle = (nu: readonly (Vertrouwelijk | undefined)[]): boolean =>
  nu.length === 1 && nu[0]?.vertrouwelijk === true;

interface Bij {
  readonly nu: readonly (Vertrouwelijk | undefined)[];
  readonly found: Vertrouwelijk | undefined;
  readonly heeftTekst: boolean;
}

/** What is stored of the box at one of the rows. A row without a text has nothing to hide. */
export function naVinkBijAlle(vink: boolean, { nu, found, heeftTekst }: Bij): Vertrouwelijk {
  if (nu.length === 1) return naVink(vink, found);
  return vink && heeftTekst ? naVink(true, found) : (found ?? OPEN);
}

/** Messages that held what is confidential from now on are drawn anew. */
export const hertekenenBij = (events: readonly NewEvent[]): OutboxMessage[] =>
  events.some(({ facts }) => facts?.['vertrouwelijk'] === true)
    ? [{ soort: 'hertekenen', facts: {} }]
    : [];
