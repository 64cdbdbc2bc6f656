/** One thing said, before it has its place in the log. */
export interface NewEvent {
  /** The kind of entry it speaks of, e.g. `probleem`. */
  kind: string;
  /** The entry it speaks of; the first event of an id makes the entry. */
  id: string;
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
  /** Version of the event's shape. */
  v: number;
  /** When it was accepted, UTC ISO 8601. */
  at: string;
  /** Deelnemer id, or `klok`. */
  by: string;
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Facts = Readonly<Record<string, Json>>;
export type Texts = Readonly<Record<string, string>>;

/** The version that events are written in; readers accept this one and the one before. */
export const EVENT_VERSION = 1;

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
  /** Only carries the types. */
  readonly shape?: { facts: F; texts: T };
}

/**
 * What a kind says about the entries of before. `leeg`: what stands in a field that older events do not have. `was`: how a
 * key was called, with how it is called now; of several older names the latest first. The new name wins where both stand.
 */
interface Older<F, T> {
  readonly leeg?: { readonly facts?: Partial<F>; readonly texts?: Partial<T> };
  readonly was?: {
    readonly facts?: Readonly<Record<string, keyof F & string>>;
    readonly texts?: Readonly<Record<string, keyof T & string>>;
  };
}

/** Declares a kind of entry. F and T are what every entry of the kind holds, `older` what older ones lack of it. */
export function kind<F extends object, T extends object>(
  name: string,
  older?: Older<F, T>,
): Kind<F, T> {
  if (!older) return { name, current: (entry) => entry as Entry<F, T> };
  const facts = upToDate(older.leeg?.facts, older.was?.facts);
  const texts = upToDate(older.leeg?.texts, older.was?.texts);
  // An entry never changes, and a screen looks at it many times.
  const known = new WeakMap<Entry, Entry>();
  function current(entry: Entry): Entry {
    if (!facts.isOld(entry.facts) && !texts.isOld(entry.texts)) return entry;
    const before = known.get(entry);
    if (before) return before;
    const found = {
      ...entry,
      facts: facts.current(entry.facts),
      texts: texts.current(entry.texts),
    };
    known.set(entry, found);
    return found;
  }
  return { name, current: current as Kind<F, T>['current'] };
}

/** How older facts or texts are told from those of now, and what they are now. */
function upToDate(leeg: object = {}, was: Readonly<Record<string, string>> = {}) {
  const [added, before] = [Object.keys(leeg), Object.keys(was)];
  return {
    isOld: (fields: object) =>
      added.some((key) => !(key in fields)) || before.some((key) => key in fields),
    current: <V extends object>(fields: V): V => {
      const own = Object.entries(fields);
      const renamed = before.toReversed().flatMap((name) => {
        const key = was[name];
        const value = own.find(([one]) => one === name);
        return key && value ? [[key, value[1]]] : [];
      });
      const kept = own.filter(([key]) => !(key in was));
      return { ...leeg, ...Object.fromEntries([...renamed, ...kept]) } as V;
    },
  };
}

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
  events.some((event) => event.kind === gewist.name);

/** The events with the texts blanked that any of them erases. */
export function blank(events: readonly Event[]): readonly Event[] {
  const erased = new Map<number, readonly string[]>();
  for (const { kind: name, facts } of events) {
    if (name !== gewist.name || !facts) continue;
    const { events: numbers, velden } = facts as { events: number[]; velden: string[] };
    for (const n of numbers) erased.set(n, [...(erased.get(n) ?? []), ...velden]);
  }
  if (erased.size === 0) return events;
  return events.map((event) => {
    const velden = erased.get(event.n);
    return velden && event.texts ? { ...event, texts: blankTexts(event.texts, velden) } : event;
  });
}

/** The texts with these fields blanked. */
function blankTexts(texts: Texts, velden: readonly string[]): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([veld, text]) => [
      veld,
      velden.includes(veld) && text !== '' ? GEWIST : text,
    ]),
  );
}

function apply(entry: Entry | undefined, event: Event): Entry {
  return {
    id: event.id,
    facts: { ...entry?.facts, ...event.facts },
    texts: { ...entry?.texts, ...event.texts },
    first: entry?.first ?? event.n,
    rev: event.n,
    revs: event.texts ? [...(entry?.revs ?? []), event.n] : (entry?.revs ?? []),
    by: entry?.by ?? event.by,
    at: entry?.at ?? event.at,
    changedAt: event.at,
    changedBy: event.by,
    gone: event.gone ?? entry?.gone ?? false,
  };
}

/** All entries of a kind that still stand, in the order in which they were first said. */
export const all = <F, T>(project: Project, kindOf: Kind<F, T>): Entry<F, T>[] =>
  allEver(project, kindOf).filter((entry) => !entry.gone);

/** All entries of a kind, also those that are withdrawn. */
export const allEver = <F, T>(project: Project, { name, current }: Kind<F, T>): Entry<F, T>[] =>
  Array.from(project.entries.get(name)?.values() ?? [], (entry) => current(entry));

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

/** The event that says, changes or withdraws an entry of a kind. */
export function say<F extends object, T extends object>(
  { name }: Kind<F, T>,
  id: string,
  facts: Partial<F>,
  texts?: Partial<T>,
): NewEvent {
  return { kind: name, id, facts: facts as Facts, ...(texts ? { texts: texts as Texts } : {}) };
}

/** The event that withdraws an entry. */
export const withdraw = <F, T>({ name }: Kind<F, T>, id: string): NewEvent => ({
  kind: name,
  id,
  gone: true,
});
