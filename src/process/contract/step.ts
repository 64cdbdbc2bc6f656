import type { AgendaRegel, AnyAction, Step, Traject, View, Wegen } from './contract.ts';
import type { Button } from '../vormen/screen.ts';
import { SAMEN, type Verloopwoorden } from './verloop.ts';

/** What every project group has, whatever its steps. */
export interface Samen {
  acties: readonly AnyAction[];
  weergaven: readonly View[];
  wegen: Wegen;
}

/** A traject from its steps, from what every project group can do, and from how it ends. Throws when a verb is declared twice. */
export function traject(
  id: string,
  stappen: readonly Step[],
  samen: Samen,
  slot: readonly Button[],
  verloop: Verloopwoorden,
): Traject {
  const acties = [...samen.acties, ...stappen.flatMap((step) => step.acties)];
  const weergaven = [...samen.weergaven, ...stappen.flatMap((step) => step.weergaven)];
  const verbs = [...acties, ...weergaven].map(({ verb }) => verb);
  const twice = verbs.filter((verb, at) => verbs.indexOf(verb) !== at);
  if (twice.length > 0) throw new Error(`declared twice: ${twice.join(', ')}`);
  return {
    id,
    stappen,
    slot,
    acties: new Map(acties.map((action) => [action.verb, action])),
    weergaven: new Map(weergaven.map((view) => [view.verb, view])),
    wegen: samen.wegen,
    verloop: new Map([...SAMEN, ...verloop]),
  };
}

/** The step with this id; throws on an id that no step has. */
export function stepOf({ stappen }: Traject, id: string): Step {
  const found = stappen.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

/** The step after this one; undefined after the last. */
export const nextStep = ({ stappen }: Traject, id: string): Step | undefined =>
  stappen[stappen.findIndex((step) => step.id === id) + 1];

/** The lines of an overleg's agenda; its step holds them. */
export const agendaVan = ({ stappen }: Traject, nummer: number): readonly AgendaRegel[] =>
  stappen.find((step) => step.overleg === nummer && step.agenda.length > 0)?.agenda ?? [];
