import {
  begin,
  oneEver,
  say,
  type Entry,
  type Exact,
  type Kind,
  type NewEvent,
  type Project,
} from './project.ts';
import type { GeenTekst, ZonderTekst } from '../taal/vrij.ts';

/** The event that says all of an entry, and brings a withdrawn one back; none when it stands so already. */
export function sayIfNew<
  F extends object,
  T extends object,
  const A extends ZonderTekst<F>,
  const B extends T,
>(
  project: Project,
  kindOf: Kind<F, T>,
  { id, facts, texts }: { id: GeenTekst; facts: Exact<A, F>; texts: Exact<B, T> },
): NewEvent[] {
  const found = oneEver(project, kindOf, id);
  return asNew(found, begin(kindOf, id, facts, texts));
}

/** The event that changes a part of an entry that is there; none when it stands so already. */
export const changeIfNew = <
  F extends object,
  T extends object,
  const A extends Partial<ZonderTekst<F>>,
  const B extends Partial<T>,
>(
  kindOf: Kind<F, T>,
  found: Entry<F, T>,
  { facts, texts }: { facts: Exact<A, F>; texts: Exact<B, T> },
): NewEvent[] => asNew(found, say(kindOf, found, facts, texts));

function asNew<F, T>(found: Entry<F, T> | undefined, event: NewEvent): NewEvent[] {
  const stands =
    found &&
    !found.gone &&
    isPartOf(found.facts as object, event.facts ?? {}) &&
    isPartOf(found.texts as object, event.texts ?? {});
  if (stands) return [];
  return [{ ...event, ...(found?.gone ? { gone: false } : {}) }];
}

const isPartOf = (now: object, next: object) =>
  Object.entries(next).every(
    ([key, value]) =>
      JSON.stringify((now as Record<string, unknown>)[key]) === JSON.stringify(value),
  );
