/**
 * Works it out once for each state of what it is made from, which never changes: every card, count and right asks for the
 * same many times. What nobody holds any more is forgotten with it.
 */
export function eenmaal<Van extends object, Wat>(maak: (van: Van) => Wat): (van: Van) => Wat {
  const known = new WeakMap<Van, { readonly wat: Wat }>();
  return (van) => {
    let found = known.get(van);
    if (!found) {
      found = { wat: maak(van) };
      known.set(van, found);
    }
    return found.wat;
  };
}
