import type { Keuze } from './form.ts';
import { PER_BLAD } from './grenzen.ts';
import { paginaNr, type Args, type Button } from './screen.ts';

/** One page of a long list: a form asks about so much of it at a time. */
export interface Blad<T> {
  deel: readonly T[];
  /** From 1. */
  nummer: number;
  van: number;
}

/** The page that is asked for, which may be anything. */
export function bladVan<T>(
  alles: readonly T[],
  perBlad: number,
  gevraagd: string | undefined,
): Blad<T> {
  const van = Math.max(1, Math.ceil(alles.length / perBlad));
  const nummer = paginaNr(gevraagd, van);
  return { deel: alles.slice((nummer - 1) * perBlad, nummer * perBlad), nummer, van };
}

/** One page of choices, and what was chosen before but stands elsewhere: kept as it is. */
export interface KeuzeBlad extends Blad<Keuze> {
  elders: string[];
}

/** One page of choices; what was chosen before comes first when there is more than one page. */
export function keuzeBlad(
  keuzes: readonly Keuze[],
  gevraagd: string | undefined,
  gekozen: readonly string[] = [],
): KeuzeBlad {
  const isGekozen = ({ id }: Keuze) => gekozen.includes(id);
  const ordered =
    keuzes.length <= PER_BLAD.keuzes
      ? keuzes
      : [...keuzes.filter(isGekozen), ...keuzes.filter((keuze) => !isGekozen(keuze))];
  const blad = bladVan(ordered, PER_BLAD.keuzes, gevraagd);
  return { ...blad, elders: gekozen.filter((id) => !blad.deel.some((keuze) => keuze.id === id)) };
}

/** The choices of a page for a question with one answer. What was chosen before is always among them. */
export function enkel(
  { deel }: KeuzeBlad,
  alles: readonly Keuze[],
  gekozen: string | undefined,
): Keuze[] {
  const before = alles.find(({ id }) => id === gekozen);
  return before && !deel.some(({ id }) => id === before.id) ? [before, ...deel] : [...deel];
}

/** Where a button to another page leads: the form, what it is about, and which argument says the page. */
interface Waar {
  /** What there is more of: `mensen`. */
  wat: string;
  verb: string;
  args: Args;
  arg?: string;
}

/** The button to the next page, and after the last to the first; none when everything fits. */
export function bladKnoppen({ nummer, van }: Blad<unknown>, waar: Waar): Button[] {
  return van === 1 ? [] : [naarBlad(`Andere ${waar.wat}`, (nummer % van) + 1, van, waar)];
}

/** The button to what comes after this page; none after the last. */
export function vervolgKnoppen({ nummer, van }: Blad<unknown>, waar: Waar): Button[] {
  return nummer < van ? [naarBlad(`Volgende ${waar.wat}`, nummer + 1, van, waar)] : [];
}

const naarBlad = (
  titel: string,
  nummer: number,
  van: number,
  { verb, args, arg = 'pagina' }: Waar,
): Button => ({
  titel: `${titel} (${nummer} van ${van})`,
  verb,
  args: { ...args, [arg]: String(nummer) },
});
