import type { Facts, NewEvent } from '../feiten/project.ts';
import type { GeenTekst } from '../taal/vrij.ts';
import type { Button } from '../vormen/screen.ts';

/** Why the process says no. Each has its sentence in `text/nl.ts`. */
export type Reason =
  /** A field breaks its rule; `velden` says which one. */
  | 'velden'
  /** Nothing wrong, but asked again before it is stored; `vraag` is the question. */
  | 'bevestigen'
  | 'geen-deelnemer'
  /** Of the group, but not in its conversation any more. */
  | 'vertrokken'
  | 'alleen-projectleider'
  | 'alleen-eigen'
  | 'niet-gevonden'
  | 'stap-gesloten'
  | 'stap-nog-niet'
  | 'stap-voorbij'
  | 'project-afgerond'
  | 'voorbeeld'
  | 'al-project'
  | 'niet-nu'
  | 'gewijzigd';

/**
 * A message that the project's conversation must get. It is drawn from the state at the time of sending, so it holds ids
 * only.
 */
export interface OutboxMessage {
  soort: string;
  facts: Facts;
}

export interface Accepted {
  accepted: true;
  /** Empty: everything is already as asked. */
  events: readonly NewEvent[];
  messages: readonly OutboxMessage[];
  /** Id of the entry the outcome is about; empty when there is none. */
  about: GeenTekst;
}

export interface Refused {
  accepted: false;
  reason: Reason;
  /** A sentence for each field that breaks its rule. */
  velden: Readonly<Record<string, string>>;
  /** What the sentence needs: the question of `bevestigen`, what is not possible now and why. */
  vraag: string;
  /** What one can do instead. */
  knoppen: readonly Button[];
  /** Of `bevestigen`: the title of the button that leads back to what was filled in. */
  terug: string;
}

export type Decision = Accepted | Refused;

/** True for a refusal, in the place of whatever was asked for: a form, an entry, a decision. */
export const isRefused = (found: object): found is Refused =>
  'accepted' in found && found.accepted === false;

/** The process says yes. */
export function accept(
  about: GeenTekst,
  events: readonly NewEvent[],
  ...messages: OutboxMessage[]
): Accepted {
  return { accepted: true, events, messages, about };
}

const NEE = { accepted: false, velden: {}, vraag: '', knoppen: [], terug: '' } as const;

/** The process says no. Never thrown, never logged as an error. */
export function refuse(reason: Exclude<Reason, 'velden' | 'bevestigen' | 'niet-nu'>): Refused {
  return { ...NEE, reason };
}

/** Not possible at this moment; `zin` says in Dutch why, and what to do first. */
export const notNow = (zin: string, knoppen: readonly Button[] = []): Refused => ({
  ...NEE,
  reason: 'niet-nu',
  vraag: zin,
  knoppen,
});

/** These fields break their rule. */
export const refuseFields = (velden: Readonly<Record<string, string>>): Refused => ({
  ...NEE,
  reason: 'velden',
  velden,
});

/** Stored only after "Toch opslaan". */
export const ask = (vraag: string, terug = 'Aanpassen'): Refused => ({
  ...NEE,
  reason: 'bevestigen',
  vraag,
  terug,
});

/** One of the facts that a message stands in the outbox with; empty for one that it has not. */
export const tekstIn = (facts: Facts, key: string): string => {
  const value = facts[key];
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
};
