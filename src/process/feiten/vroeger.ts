/**
 * What a kind says about the entries of before. `leeg`: what stands in a field that older events do not have. `was`: how a
 * key was called, with how it is called now; of several older names the latest first. The new name wins where both stand.
 */
export interface Older<F, T> {
  readonly leeg?: { readonly facts?: Partial<F>; readonly texts?: Partial<T> };
  readonly was?: {
    readonly facts?: Readonly<Record<string, keyof F & string>>;
    readonly texts?: Readonly<Record<string, keyof T & string>>;
  };
}

interface Said {
  readonly facts: object;
  readonly texts: object;
}

/** Brings what was said of an entry into the shape of now. What lacks nothing stays the very same. */
export function upToDate<F, T>({
  leeg = {},
  was = {},
}: Older<F, T>): <E extends Said>(entry: E) => E {
  const facts = renewal(leeg.facts, was.facts);
  const texts = renewal(leeg.texts, was.texts);
  // An entry never changes, and a screen looks at it many times.
  const known = new WeakMap<Said, Said>();
  return <E extends Said>(entry: E): E => {
    if (!facts.isOld(entry.facts) && !texts.isOld(entry.texts)) return entry;
    const before = known.get(entry);
    if (before) return before as E;
    const found = {
      ...entry,
      facts: facts.renewed(entry.facts),
      texts: texts.renewed(entry.texts),
    };
    known.set(entry, found);
    return found;
  };
}

/** How older fields are told from those of now, and how they become those. */
function renewal(leeg: object = {}, was: Readonly<Record<string, string>> = {}) {
  const [added, before] = [Object.keys(leeg), Object.keys(was)];
  return {
    isOld: (fields: object) =>
      added.some((key) => !(key in fields)) || before.some((key) => key in fields),
    renewed: (fields: object): object => {
      const own = new Map<string, unknown>(Object.entries(fields));
      // The later one counts: an older name before a newer, and both before the name of now.
      const renamed = before.toReversed().filter((name) => own.has(name));
      const kept = [...own].filter(([key]) => !(key in was));
      return {
        ...leeg,
        ...Object.fromEntries(renamed.map((name) => [was[name] ?? name, own.get(name)])),
        ...Object.fromEntries(kept),
      };
    },
  };
}
