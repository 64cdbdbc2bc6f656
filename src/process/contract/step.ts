import type { AnyAction, Beeld, Step, Traject, View, Voorwaarde, Wegen } from './contract.ts';
import {
  actieZoalsGelezen,
  overlegZoalsGelezen,
  stapZoalsGelezen,
  weergaveZoalsGelezen,
} from './gelezen.ts';
import { type Verloop, samenVerloop } from './verloop.ts';

/** What every project group can do and look at, whatever its traject. */
export interface Samen {
  readonly acties: readonly AnyAction[];
  readonly weergaven: readonly View[];
  readonly wegen: Wegen;
}

/** A traject as it is written down: what every group has comes with it. */
type Opzet = Omit<Traject, 'acties' | 'weergaven' | 'wegen' | 'verloop'> & {
  /** What one can do in it besides its steps. */
  readonly acties: readonly AnyAction[];
  readonly weergaven: readonly View[];
  /** What the record says of the kinds that only this traject has. */
  readonly verloop: Verloop;
};

/**
 * A traject from what makes it different, and from what every project group can do; whoever reads it gets what they may
 * read. Throws when a verb is declared twice.
 */
export function traject(opzet: Opzet, samen: Samen): Traject {
  const stappen = opzet.stappen.map(stapZoalsGelezen);
  const acties = [...samen.acties, ...opzet.acties, ...stappen.flatMap((step) => step.acties)];
  const weergaven = [
    ...samen.weergaven,
    ...opzet.weergaven,
    ...stappen.flatMap((step) => step.weergaven),
  ];
  const verbs = [...acties, ...weergaven].map(({ verb }) => verb);
  const twice = verbs.filter((verb, at) => verbs.indexOf(verb) !== at);
  if (twice.length > 0) throw new Error(`declared twice: ${twice.join(', ')}`);
  return {
    ...opzet,
    stappen,
    overleggen: opzet.overleggen.map(overlegZoalsGelezen),
    acties: new Map(acties.map((action) => [action.verb, actieZoalsGelezen(action)])),
    weergaven: new Map(weergaven.map((view) => [view.verb, weergaveZoalsGelezen(view)])),
    wegen: samen.wegen,
    verloop: new Map([...samenVerloop(opzet.woorden), ...opzet.verloop]),
  };
}

/** The step with this id; throws on an id that no step has. */
export function stepOf({ stappen }: Traject, id: string): Step {
  const found = stappen.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

/**
 * What the step after this one cannot do without and is not there. What an earlier step should have given is asked as well,
 * as long as nothing stands in its place.
 */
export const watMist = (beeld: Beeld, step: Step): Voorwaarde | undefined =>
  step.voorwaarde(beeld) ??
  beeld.traject.stappen
    .filter(({ nummer }) => nummer < step.nummer)
    .flatMap((eerder) => eerder.voorwaarde(beeld) ?? [])
    .find(({ events }) => events.length > 0);

/** The step after this one; undefined after the last. */
export const nextStep = ({ stappen }: Traject, id: string): Step | undefined =>
  stappen[stappen.findIndex((step) => step.id === id) + 1];
