import type { Keuze } from './form.ts';
import type { Args, Button } from './screen.ts';

/** A question takes at most 40 choices; one place is kept for what was chosen before. */
const PER_BLAD = 39;

/** The part of a long list of choices that one form shows, and what was chosen outside it. */
export interface Blad {
  keuzes: Keuze[];
  /** Chosen before and not on this page: kept as it is. */
  elders: string[];
  nummer: number;
  van: number;
}

/** One page of choices. When there are several pages, what was chosen before comes first. */
export function bladVan(
  keuzes: readonly Keuze[],
  pagina: string | undefined,
  gekozen: readonly string[] = [],
): Blad {
  const van = Math.max(1, Math.ceil(keuzes.length / PER_BLAD));
  const nummer = Math.min(van, Math.max(1, Math.trunc(Number(pagina ?? '1')) || 1));
  const isGekozen = ({ id }: Keuze) => gekozen.includes(id);
  const ordered =
    van === 1
      ? keuzes
      : [...keuzes.filter(isGekozen), ...keuzes.filter((keuze) => !isGekozen(keuze))];
  const here = ordered.slice((nummer - 1) * PER_BLAD, nummer * PER_BLAD);
  return {
    keuzes: here,
    elders: gekozen.filter((id) => !here.some((keuze) => keuze.id === id)),
    nummer,
    van,
  };
}

/** The choices of a page for a question with one answer. What was chosen before is always among them. */
export function enkel(
  { keuzes }: Blad,
  all: readonly Keuze[],
  gekozen: string | undefined,
): Keuze[] {
  const before = all.find(({ id }) => id === gekozen);
  return before && !keuzes.includes(before) ? [before, ...keuzes] : keuzes;
}

/** The button to the next page of choices; undefined when all fit. */
export function meerKeuzes(
  { nummer, van }: Blad,
  titel: string,
  verb: string,
  args: Args,
  arg: string,
): Button[] {
  if (van === 1) return [];
  const next = nummer === van ? 1 : nummer + 1;
  return [{ titel: `${titel} (${next} van ${van})`, verb, args: { ...args, [arg]: String(next) } }];
}

/** `a, b, c en nog 4` */
export function opsomming(namen: readonly string[], max = 5): string {
  const rest = namen.length - max;
  if (rest <= 0) return namen.join(', ');
  return `${namen.slice(0, max).join(', ')} en nog ${rest}`;
}

/** The first lines, and how many more there are. */
export const eersteRegels = (regels: readonly string[], max = 10): string[] =>
  regels.length <= max
    ? [...regels]
    : [...regels.slice(0, max), `En nog ${regels.length - max} andere.`];
