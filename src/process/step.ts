import type { AnyAction, View } from './action.ts';
import type { Deelnemer } from './deelnemers.ts';
import type { Facts, Project } from './project.ts';
import type { Button, Groep } from './screen.ts';

/** What may be read off at one moment. */
export interface Beeld {
  readonly project: Project;
  /** UTC ISO */
  readonly now: string;
  readonly traject: Traject;
}

/** One thing that a step should give before the next one starts. */
export interface Check {
  klaar: boolean;
  /** `23 problemen`, `Nog geen prioriteitenlijst` */
  zin: string;
}

/** One thing somebody still has to do, with the button that does it. */
export interface Taak {
  zin: string;
  /** `tot do 14 januari, 17.00 uur`; empty without a date. */
  wanneer: string;
  knoppen: readonly Button[];
}

/** One line of an overleg's agenda: the words of the source, and what we know and can do about it now. */
export interface AgendaRegel {
  id: string;
  /** Verbatim. */
  tekst: string;
  /** True for a line that belongs to the line above. */
  isOnderdeel: boolean;
  /** What the group has said that is used here. */
  gegevens: (beeld: Beeld) => readonly string[];
  /** What one does at this line, for who leads or keeps the notes. */
  knoppen: (beeld: Beeld) => readonly Button[];
}

/** A short message for the whole group. */
export interface Bericht {
  titel: string;
  regels: readonly string[];
  knoppen: readonly Button[];
}

/** What makes a step different. A step declares and decides; it does not handle, store or send. */
export interface Step {
  /** Appears in verbs, file names, row keys and logs. */
  readonly id: string;
  readonly nummer: number;
  /** As the source spells it. */
  readonly naam: string;
  /** The purpose of the step, in the words of the source. */
  readonly doel: string;
  /** The work of the step and whether it is done online or in an overleg. */
  readonly werk: readonly { wat: string; wijze: 'online' | 'overleg' | 'door de projectleider' }[];
  /** True where deelnemers enter and the deadline locks them. */
  readonly heeftInvoer: boolean;
  /** The overleg of this step, 1 to 3; 0 without one. */
  readonly overleg: number;
  readonly acties: readonly AnyAction[];
  readonly weergaven: readonly View[];
  /** Data for `cards/<id>.json`. Everybody in the conversation sees it. */
  readonly kaart: (beeld: Beeld) => object;
  /** True when this person has nothing left to enter. */
  readonly heeftGereageerd: (project: Project, lid: Deelnemer) => boolean;
  /** What stands and what is missing, before the next step starts. */
  readonly gereed: (beeld: Beeld) => readonly Check[];
  /** Posted when the step closes. */
  readonly samenvatting: (beeld: Beeld) => Bericht;
  /** Draws the messages that this step's decisions ask for, per `soort`, from the state when they are sent. */
  readonly berichten: Readonly<Record<string, (beeld: Beeld, facts: Facts) => Bericht>>;
  /** Empty without an overleg of its own. */
  readonly agenda: readonly AgendaRegel[];
  /** This step's part of the plan so far. */
  readonly plan: (beeld: Beeld) => readonly Groep[];
  readonly taken: (beeld: Beeld, lid: Deelnemer) => readonly Taak[];
}

/** A way to work in steps, with everything one can do in it. */
export interface Traject {
  readonly id: string;
  readonly stappen: readonly Step[];
  readonly acties: ReadonlyMap<string, AnyAction>;
  readonly weergaven: ReadonlyMap<string, View>;
}

/** A traject from its steps and from what every project group can do. Throws when a verb is declared twice. */
export function traject(
  id: string,
  stappen: readonly Step[],
  samen: { acties: readonly AnyAction[]; weergaven: readonly View[] },
): Traject {
  const acties = [...samen.acties, ...stappen.flatMap((step) => step.acties)];
  const weergaven = [...samen.weergaven, ...stappen.flatMap((step) => step.weergaven)];
  const verbs = [...acties, ...weergaven].map(({ verb }) => verb);
  const twice = verbs.filter((verb, at) => verbs.indexOf(verb) !== at);
  if (twice.length > 0) throw new Error(`declared twice: ${twice.join(', ')}`);
  return {
    id,
    stappen,
    acties: new Map(acties.map((action) => [action.verb, action])),
    weergaven: new Map(weergaven.map((view) => [view.verb, view])),
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
