import type { Args, Button } from './screen.ts';

/** One page of the choices. */
interface Blad<T> {
  deel: readonly T[];
  /** Counts from 1. */
  pagina: number;
  van: number;
}

/** A form shows at most 40 choices, so a longer list is chosen from page by page. The page asked for may be anything. */
export function bladVan<T>(
  alles: readonly T[],
  perBlad: number,
  gevraagd: string | undefined,
): Blad<T> {
  const van = Math.max(1, Math.ceil(alles.length / perBlad));
  const pagina = Math.min(van, Math.max(1, Math.trunc(Number(gevraagd ?? '1')) || 1));
  return { deel: alles.slice((pagina - 1) * perBlad, pagina * perBlad), pagina, van };
}

/** The button to the next page, and from the last to the first; empty when everything fits. */
export function bladKnoppen(
  { pagina, van }: Blad<unknown>,
  verb: string,
  args: Args,
  wat: string,
): Button[] {
  if (van === 1) return [];
  const next = pagina === van ? 1 : pagina + 1;
  return [
    { titel: `Andere ${wat} (${next} van ${van})`, verb, args: { ...args, pagina: String(next) } },
  ];
}
