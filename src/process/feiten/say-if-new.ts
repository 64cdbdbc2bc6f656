import { oneEver, say, type Kind, type NewEvent, type Project } from './project.ts';

/** The event that says this of an entry, and brings a withdrawn one back; none when it stands so already. */
export function sayIfNew<F extends object, T extends object>(
  project: Project,
  kindOf: Kind<F, T>,
  { id, facts, texts = {} }: { id: string; facts: Partial<F>; texts?: Partial<T> },
): NewEvent[] {
  const found = oneEver(project, kindOf, id);
  const stands =
    found && !found.gone && isPartOf(found.facts, facts) && isPartOf(found.texts, texts);
  if (stands) return [];
  return [{ ...say(kindOf, id, facts, texts), ...(found?.gone ? { gone: false } : {}) }];
}

const isPartOf = (now: object, next: object) =>
  Object.entries(next).every(
    ([key, value]) =>
      JSON.stringify((now as Record<string, unknown>)[key]) === JSON.stringify(value),
  );
