import type { Entry, Facts, Kind, Texts } from './project.ts';

/** What stands in place of a confidential text wherever people read along for whom it is not meant. */
export const BESLOTEN = '(vertrouwelijk)';

/** An entry by its kind and id; an empty kind is any. */
type Over = readonly [soort: string, id: string];

/** How a kind is kept whose entries can be confidential, or are about something that can (rule 10). */
export interface Geheim<F, T> {
  /** Deelnemer ids of the people who read it whatever was chosen: whose it is, and who has to do it. */
  readonly wie: (entry: Entry<F, T>) => readonly string[];
  /** What it is about, of which it is never more open. */
  readonly over: (entry: Entry<F, T>) => readonly Over[];
  /** What everybody reads of it: `Een vertrouwelijk doel` in place of the text that names it; empty for nothing. */
  readonly naam: Partial<Record<keyof T, string>>;
  /** Texts that say nothing of what it holds, and so stay. */
  readonly blijft: readonly (keyof T)[];
  /** Facts that say the same as its texts, empty. Who, when, how much and how far stay: they count for everybody. */
  readonly leeg: Partial<F>;
}

/** With the kinds put aside: the fold of a log knows entries by the name of their kind. */
type Bewaard = Geheim<Facts, Texts>;

const bewaard = new Map<string, Bewaard>();

/** Says how a kind is kept, where the kind is declared. What is not said: nobody, about nothing, all of it masked. */
export function geheim<F extends object, T extends object>(
  kindOf: Kind<F, T>,
  { wie = () => [], over = () => [], naam = {}, blijft = [], leeg = {} }: Partial<Geheim<F, T>>,
): Kind<F, T> {
  const { name, current } = kindOf;
  bewaard.set(name, {
    wie: (entry) => wie(current(entry)),
    over: (entry) => over(current(entry)),
    naam: naam,
    blijft: blijft as readonly string[],
    leeg: leeg as Bewaard['leeg'],
  });
  return kindOf;
}

/** A kind that says nothing is read by whose it is: a confidential entry of it is masked all the same. */
const ANDERS: Bewaard = {
  wie: ({ facts }) => (typeof facts['van'] === 'string' ? [facts['van']] : []),
  over: () => [],
  naam: {},
  blijft: [],
  leeg: {},
};

export const geheimVan = (soort: string): Bewaard => bewaard.get(soort) ?? ANDERS;

/** True for a kind that says how it is kept. */
export const kanGeheim = (soort: string) => bewaard.has(soort);

/** True for a text that was put in place of another. */
export const isMasker = (text: string) =>
  text !== '' &&
  (text === BESLOTEN ||
    [...bewaard.values()].some(({ naam }) => Object.values(naam).includes(text)));
