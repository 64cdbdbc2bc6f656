import type { GeenTekst, ZonderTekst } from '../taal/vrij.ts';
import { upToDate, type Older } from './vroeger.ts';

/** One thing said, before it has its place in the log. */
export interface NewEvent {
  /** The kind of entry it speaks of, e.g. `probleem`. */
  kind: string;
  /** The entry it speaks of; the first event of an id makes the entry. */
  id: GeenTekst;
  /** JSON without free text or names. A key replaces the same key of the entry; `null` clears it. */
  facts?: Facts;
  /** Free text and names, each field erasable by `gewist`. A key replaces the same key of the entry. */
  texts?: Texts;
  /** True: the entry is withdrawn. False: it is brought back. */
  gone?: boolean;
}

/** One thing said, as it stands in the log. */
export interface Event extends NewEvent {
  /** Number in this project's log, from 1 without gaps. */
  n: number;
  /** Version of the event's shape, see versies.ts. */
  v: number;
  /** When it was accepted, UTC ISO 8601. */
  at: string;
  /** Deelnemer id, or `klok`. */
  by: string;
}

export type Json =
  | GeenTekst
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Facts = Readonly<Record<string, Json>>;
export type Texts = Readonly<Record<string, string>>;

/** One thing the group said, with all that was said about it since. */
export interface Entry<F = Facts, T = Texts> {
  readonly id: string;
  readonly facts: F;
  readonly texts: T;
  /** Number of the event that made it. */
  readonly first: number;
  /** Number of the event that last changed it. */
  readonly rev: number;
  /** Numbers of all events with text in them that made it: what erasing it blanks. */
  readonly revs: readonly number[];
  /** Who said it first: deelnemer id or `klok`. */
  readonly by: string;
  /** When it was said first and last, UTC ISO. */
  readonly at: string;
  readonly changedAt: string;
  /** Who said something about it last. */
  readonly changedBy: string;
  readonly gone: boolean;
}

/** A kind of entry, with the shape of its facts and texts. Each kind is declared once, as a constant. */
export interface Kind<F, T> {
  readonly name: string;
  /** The entry in the shape that the kind has now, also when older events made it. */
  readonly current: (entry: Entry) => Entry<F, T>;
  /** The same of all entries of the kind, in order; worked out once for each state of a project. */
  readonly list: (entries: ReadonlyMap<string, Entry>) => readonly Entry<F, T>[];
  /** Only carries the types. */
  readonly shape?: { facts: F; texts: T };
}

/** Declares a kind of entry. F and T are what every entry of the kind holds, `older` what those of before lack of it. */
export const kind = <F extends object, T extends object>(
  name: string,
  older?: Older<F, T>,
): Kind<F, T> => {
  const current = (older ? upToDate(older) : (entry: Entry) => entry) as Kind<F, T>['current'];
  const lists = new WeakMap<ReadonlyMap<string, Entry>, readonly Entry<F, T>[]>();
  return {
    name,
    current,
    list: (entries) => {
      const known = lists.get(entries);
      if (known) return known;
      const list = Array.from(entries.values(), current);
      lists.set(entries, list);
      return list;
    },
  };
};

/** A project as said so far: its log, folded to entries. Everything else is computed from it. */
export interface Project {
  readonly id: string;
  /** Number of the last event folded in. */
  readonly n: number;
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
}

export const emptyProject = (id: string): Project => ({ id, n: 0, entries: new Map() });

/** What `gewist` says: these fields of these events are erased for good. */
export const gewist = kind<{ events: readonly number[]; velden: readonly string[] }, object>(
  'gewist',
);

/** What is taken out of events for good: these texts, and these facts, which read as is said here. */
export interface Wissing {
  readonly events: readonly number[];
  readonly velden: readonly string[];
  readonly feiten: Facts;
}

/** All of one person, deelnemer id, was erased. `delen` is worked out from the whole log when it is stored. */
export const persoonGewist = kind<
  {
    wie: string;
    delen: readonly { events: readonly number[]; velden: readonly string[]; feiten: Facts }[];
  },
  object
>('persoongewist');

/** What an event erases. */
export function wissingenVan({ kind: name, facts }: NewEvent): readonly Wissing[] {
  if (name === gewist.name && facts) {
    const { events, velden } = facts as Facts & Omit<Wissing, 'feiten'>;
    return [{ events, velden, feiten: {} }];
  }
  return name === persoonGewist.name
    ? (((facts ?? {}) as { delen?: readonly Wissing[] }).delen ?? [])
    : [];
}

/** What stands in place of a text that was erased. */
export const GEWIST = '(gewist)';

/** Folds events, in order, into the project. Blanks what any of them erases, also where a row is still old. */
export function fold(project: Project, events: readonly Event[]): Project {
  const blanked = blank(events);
  const entries = new Map(project.entries);
  const own = new Set<string>();
  for (const event of blanked) {
    const before = entries.get(event.kind);
    // Copy a kind's map once per fold, so that whoever still reads the older project sees it unchanged.
    const ofKind = own.has(event.kind) && before ? (before as Map<string, Entry>) : new Map(before);
    own.add(event.kind);
    ofKind.set(event.id, apply(ofKind.get(event.id), event));
    entries.set(event.kind, ofKind);
  }
  return { id: project.id, n: blanked.at(-1)?.n ?? project.n, entries };
}

/** True when these events erase texts that an earlier fold may still hold; then everything is folded anew. */
export const erases = (events: readonly Event[]) =>
  events.some(({ kind: name }) => name === gewist.name || name === persoonGewist.name);

/** The events without what any of them erases. */
export function blank(events: readonly Event[]): readonly Event[] {
  const erased = new Map<number, Omit<Wissing, 'events'>>();
  for (const { events: numbers, velden, feiten } of events.flatMap(wissingenVan))
    for (const n of numbers) {
      const before = erased.get(n);
      erased.set(n, {
        velden: [...(before?.velden ?? []), ...velden],
        feiten: { ...before?.feiten, ...feiten },
      });
    }
  if (erased.size === 0) return events;
  return events.map((event) => {
    const weg = erased.get(event.n);
    return weg ? without(event, weg) : event;
  });
}

const without = (event: Event, { velden, feiten }: Omit<Wissing, 'events'>): Event => ({
  ...event,
  ...(event.facts && { facts: instead(event.facts, feiten) }),
  ...(event.texts && { texts: blankTexts(event.texts, velden) }),
});

/** A fact that was never said is not said now either. */
const instead = (facts: Facts, feiten: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, feiten[key] ?? value] as const),
  );

/** True for an event that still holds what was erased. */
export const isAnders = (een: Event, ander: Event | undefined): boolean =>
  ander !== undefined &&
  JSON.stringify([een.facts, een.texts]) !== JSON.stringify([ander.facts, ander.texts]);

/** The texts with these fields blanked. */
function blankTexts(texts: Texts, velden: readonly string[]): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([veld, text]) => [
      veld,
      velden.includes(veld) && text !== '' ? GEWIST : text,
    ]),
  );
}

const holdsText = ({ texts = {} }: Event) => Object.values(texts).some((text) => text !== '');

function apply(entry: Entry | undefined, event: Event): Entry {
  return {
    id: event.id,
    facts: { ...entry?.facts, ...event.facts },
    texts: { ...entry?.texts, ...event.texts },
    first: entry?.first ?? event.n,
    rev: event.n,
    revs: holdsText(event) ? [...(entry?.revs ?? []), event.n] : (entry?.revs ?? []),
    by: entry?.by ?? event.by,
    at: entry?.at ?? event.at,
    changedAt: event.at,
    changedBy: event.by,
    gone: event.gone ?? entry?.gone ?? false,
  };
}

/** All entries of a kind that still stand, in the order in which they were first said. */
export const all = <F, T>(project: Project, { name, list }: Kind<F, T>): Entry<F, T>[] =>
  list(project.entries.get(name) ?? NONE).filter((entry) => !entry.gone);

const NONE: ReadonlyMap<string, Entry> = new Map();

/** All entries of a kind, also those that are withdrawn. */
export const allEver = <F, T>(project: Project, { name, list }: Kind<F, T>): Entry<F, T>[] => [
  ...list(project.entries.get(name) ?? NONE),
];

/** One entry that still stands; undefined when it was never said or is withdrawn. */
export function one<F, T>(
  project: Project,
  kindOf: Kind<F, T>,
  id: string,
): Entry<F, T> | undefined {
  const entry = oneEver(project, kindOf, id);
  return entry?.gone ? undefined : entry;
}

/** One entry, also when it is withdrawn. */
export function oneEver<F, T>(
  project: Project,
  { name, current }: Kind<F, T>,
  id: string,
): Entry<F, T> | undefined {
  const entry = project.entries.get(name)?.get(id);
  return entry && current(entry);
}

/** An id for the nth new entry of one decision. Unique, because the log takes each number once. */
export const newId = (project: Project, prefix: string, nth = 0) =>
  `${prefix}${project.n + 1}${nth ? `x${nth}` : ''}`;

/** The fields of a kind and no others: one too many is a slip, also when it comes along in a spread. */
export type Exact<A, F> = A & { readonly [K in Exclude<keyof A, keyof F>]: never };

/** The event that makes an entry, or says all of it anew: complete, so that no reader misses a field. */
export const begin = <
  F extends object,
  T extends object,
  const A extends ZonderTekst<F>,
  const B extends T,
>(
  kindOf: Kind<F, T>,
  id: GeenTekst,
  facts: Exact<A, F>,
  texts: Exact<B, T>,
): NewEvent => said(kindOf, id, facts, texts);

/** The event that changes a part of an entry that is there. */
export const say = <
  F extends object,
  T extends object,
  const A extends Partial<ZonderTekst<F>>,
  const B extends Partial<T>,
>(
  kindOf: Kind<F, T>,
  { id }: Pick<Entry<F, unknown>, 'id' | 'facts'>,
  facts: Exact<A, F>,
  texts?: Exact<B, T>,
): NewEvent => said(kindOf, id, facts, texts);

const said = (
  { name }: Pick<Kind<unknown, unknown>, 'name'>,
  id: GeenTekst,
  facts: object,
  texts: object | undefined,
): NewEvent => ({
  kind: name,
  id,
  facts: facts as Facts,
  ...(texts && Object.keys(texts).length > 0 ? { texts: texts as Texts } : {}),
});

/** The event that withdraws an entry. */
export const withdraw = <F, T>({ name }: Kind<F, T>, id: string): NewEvent => ({
  kind: name,
  id,
  gone: true,
});
