import { naVink } from '../../process/stappen/lezers.ts';
import type { OutboxMessage } from '../../process/contract/decision.ts';
import type { NewEvent } from '../../process/feiten/project.ts';
import { vertrouwelijkVeld } from './lezers.ts';
import { OPEN, type Vertrouwelijk } from '../../process/feiten/vertrouwelijk.ts';

// A form about several rows has one box for all that is written in it. It makes confidential what is written now, and
// never opens what was confidential before: that is chosen at the entry itself.

/** The box fits on every form but the fullest, where each row has three questions of its own. */
const MAX_VRAGEN = 15;

/** The box, where the form has room for it; else the way to it. */
export function vinkBij(
  velden: object,
  nu: readonly (Vertrouwelijk | undefined)[],
): { velden: { vertrouwelijk?: ReturnType<typeof vertrouwelijkVeld> }; uitleg: string[] } {
  return Object.keys(velden).length < MAX_VRAGEN
    ? { velden: { vertrouwelijk: vertrouwelijkVeld(voorAlle(nu)) }, uitleg: [] }
    : {
        velden: {},
        uitleg: ['Is een opmerking vertrouwelijk? Geef die maatregel dan apart door.'],
      };
}

/** Whether the box is ticked when the form opens: only where it speaks of one entry. */
const voorAlle = (nu: readonly (Vertrouwelijk | undefined)[]): boolean =>
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
