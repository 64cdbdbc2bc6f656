import type { Facts, NewEvent } from '../feiten/project.ts';
import type { GeenTekst } from '../taal/vrij.ts';
import type { Button } from '../vormen/screen.ts';

/** Why the process says no. Each has its sentence in `text/nl.ts`. */
export type Reason =
  /** A field breaks its rule; `velden` says which. */
  | 'velden'
  /** Nothing wrong, but asked again before it is stored; `vraag` is the question. */
  | 'bevestigen'
  | 'geen-deelnemer'
  | 'alleen-projectleider'
  | 'alleen-eigen'
  | 'niet-gevonden'
  | 'stap-gesloten'
  | 'stap-nog-niet'
  | 'stap-voorbij'
  | 'project-afgerond'
  | 'al-project'
  | 'niet-nu'
  | 'gewijzigd';

/** Something that must be said in the project's conversation; drawn from the state when it is sent, so only ids. */
export interface OutboxMessage {
  soort: string;
  facts: Facts;
}

export interface Accepted {
  accepted: true;
  /** None: everything stands already as asked. */
  events: readonly NewEvent[];
  messages: readonly OutboxMessage[];
  /** Id of the entry the outcome is about; empty when there is none. */
  about: GeenTekst;
}

export interface Refused {
  accepted: false;
  reason: Reason;
  /** Sentence per field that breaks its rule. */
  velden: Readonly<Record<string, string>>;
  /** What the sentence needs: the question of `bevestigen`, what is not possible now and why. */
  vraag: string;
  /** What one can do instead. */
  knoppen?: readonly Button[];
}

export type Decision = Accepted | Refused;

/** The process says yes. */
export function accept(
  about: GeenTekst,
  events: readonly NewEvent[],
  ...messages: OutboxMessage[]
): Accepted {
  return { accepted: true, events, messages, about };
}

/** The process says no. Never thrown, never logged as an error. */
export function refuse(reason: Exclude<Reason, 'velden' | 'bevestigen' | 'niet-nu'>): Refused {
  return { accepted: false, reason, velden: {}, vraag: '' };
}

/** Not possible at this moment; `zin` says in Dutch why, and what to do first. */
export const notNow = (zin: string, knoppen?: readonly Button[]): Refused => ({
  accepted: false,
  reason: 'niet-nu',
  velden: {},
  vraag: zin,
  ...(knoppen && { knoppen }),
});

/** These fields break their rule. */
export const refuseFields = (velden: Readonly<Record<string, string>>): Refused => ({
  accepted: false,
  reason: 'velden',
  velden,
  vraag: '',
});

/** Stored only after "Toch opslaan". */
export const ask = (vraag: string): Refused => ({
  accepted: false,
  reason: 'bevestigen',
  velden: {},
  vraag,
});
