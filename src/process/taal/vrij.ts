declare const getypt: unique symbol;

/** What somebody typed: free text. It may hold anything, also about a person, and so it must be erasable. */
export type Tekst = string & { readonly [getypt]: true };

/** A string that nobody typed: an id, a date, what was chosen from a list. The compiler refuses a `Tekst` where this is asked. */
export type GeenTekst = string & { readonly [getypt]?: never };

/** The same shape, with nothing in it that somebody typed. */
export type ZonderTekst<V> = V extends string
  ? string extends V
    ? GeenTekst
    : V
  : V extends readonly (infer I)[]
    ? readonly ZonderTekst<I>[]
    : V extends object
      ? { readonly [K in keyof V]: ZonderTekst<V[K]> }
      : V;
