import { z } from 'zod';
import { EENHEDEN } from '../taal/getallen.ts';
import { datumUit, tijdUit } from '../taal/time.ts';
import type { Tekst } from '../taal/vrij.ts';
import { MAX_KEUZES, OPEN } from './grenzen.ts';
import {
  idsUit,
  leesDatum,
  leesGetal,
  leesKort,
  leesLang,
  leesLink,
  leesRij,
  leesTijd,
  type Getal,
} from './lezen.ts';

/** The longest texts that people can type. */
export const KORT = 120;
export const LANG = 2000;

export interface Keuze {
  id: string;
  tekst: string;
}

/** How a long list of choices is shown: so many at a time. Lists of the same things turn their pages together. */
interface Bladeren {
  per: number;
  /** Up to so many stand open, so that choosing one is one tap; a longer list folds. */
  open: number;
  /** What there is more of: `mensen`. */
  wat: string;
}

/** One question of a form: how it looks, what stands in it, and what an answer must be. T is the type of a good answer. */
export interface Field<T> {
  readonly soort: 'kort' | 'lang' | 'keuze' | 'meer' | 'datum' | 'tijd' | 'getal' | 'vink';
  /** A plain question or a short noun; of a box to tick the whole sentence. */
  readonly label: string;
  /** What the source calls this question, for those who know it by that name; empty for none. */
  readonly naam: string;
  /** A hint for whoever answers; empty for none. */
  readonly uitleg: string;
  /** All of them, however many. */
  readonly keuzes: readonly Keuze[];
  readonly bladeren: Bladeren;
  /** What stands in it when the form opens, in the format of the card's input. */
  readonly waarde: string;
  readonly verplicht: boolean;
  /** The sentence when it stays empty; empty where it may. */
  readonly nodig: string;
  /** True where people write about others: such a text is checked for personal data. */
  readonly vrij: boolean;
  /**
   * Parses what the card sends. The message of an issue is the Dutch sentence under the label. Made when something is read:
   * most forms are only shown.
   */
  readonly schema: () => z.ZodType<T, string>;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What stands small with a question: its name in the source, and the hint. */
export const hintVan = ({ naam, uitleg }: Pick<Field<unknown>, 'naam' | 'uitleg'>): string =>
  naam === '' || uitleg === '' ? naam + uitleg : `${naam}. ${uitleg}`;

/** A question with its name and hint as one text, where nothing but words tells them apart. */
export const vraagTekst = ({
  label,
  naam,
  uitleg,
}: Pick<Field<unknown>, 'label' | 'naam' | 'uitleg'>): string =>
  [
    naam + uitleg === '' ? label : alsZin(label),
    ...(naam === '' ? [] : [`(${naam})`]),
    ...(uitleg === '' ? [] : [alsZin(uitleg)]),
  ].join(' ');

const alsZin = (tekst: string) => (/[.?:"”]$/.test(tekst) ? tekst : `${tekst}.`);

/** A question with nothing to choose from is not asked. */
export const hasChoice = ({ soort, keuzes }: Field<unknown>) =>
  keuzes.length > 0 || (soort !== 'keuze' && soort !== 'meer');

/** The answers that a form's fields give. */
export type Values<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** The answers that were typed: free text, for the texts of an event. */
export type Typed<V> = { [K in keyof V as V[K] extends Tekst ? K : never]: V[K] };

/** The answers that were not: choices, numbers, dates, ticks. */
export type Chosen<V> = { [K in keyof V as V[K] extends Tekst ? never : K]: V[K] };

interface Question {
  label: string;
  naam?: string;
  uitleg?: string;
  waarde?: string | undefined;
  /** The sentence when it stays empty. Left out: it may stay empty. */
  nodig?: string;
}

/** A question with choices, of which a long list is shown in pages. */
type Keuzevraag = Question & Partial<Bladeren>;

function field<T>(
  soort: Field<T>['soort'],
  question: Keuzevraag,
  schema: Field<T>['schema'],
  keuzes: readonly Keuze[] = [],
): Field<T> {
  return {
    soort,
    label: question.label,
    naam: question.naam ?? '',
    uitleg: question.uitleg ?? '',
    keuzes,
    bladeren: {
      per: question.per ?? MAX_KEUZES,
      open: question.open ?? OPEN.gewoon,
      wat: question.wat ?? 'keuzes',
    },
    waarde: question.waarde ?? '',
    verplicht: question.nodig !== undefined,
    nodig: question.nodig ?? '',
    vrij: soort === 'kort' || soort === 'lang',
    schema,
  };
}

/** A field in which one types: its answer is free text, whatever it is about. */
const vrijeTekst = (soort: 'kort' | 'lang', question: Question, schema: Field<string>['schema']) =>
  field(soort, question, schema as Field<Tekst>['schema']);

/** One line of at most 120 characters. The end of a line in a pasted text becomes a space. */
export const kort = (question: Question): Field<Tekst> =>
  vrijeTekst('kort', question, () => leesKort(question.nodig, KORT));

/** One line that names several: people, places. What was pasted as a list stands between commas. */
export const rij = (question: Question): Field<Tekst> =>
  vrijeTekst('kort', question, () => leesRij(question.nodig, KORT));

/** Several lines, at most 2,000 characters. */
export const lang = (question: Question): Field<Tekst> =>
  vrijeTekst('lang', question, () => leesLang(question.nodig, LANG));

/** A short field that is no running text, such as a link or a number of a case: not checked for personal data. */
export const kenmerk = (question: Question): Field<Tekst> => ({ ...kort(question), vrij: false });

/** An https link, alone or in a text that was copied with it; empty when it may stay empty. */
export const link = (question: Question): Field<Tekst> => ({
  ...vrijeTekst('kort', question, () => leesLink(question.nodig, LANG)),
  vrij: false,
});

/** One of these choices. The answer is its id; '' when no answer is needed. */
export function keuze<const K extends string>(
  question: Keuzevraag,
  keuzes: readonly { id: K; tekst: string }[],
): Field<K | ''> {
  const isEen = (id: string): id is K | '' =>
    id === '' ? question.nodig === undefined : keuzes.some((een) => een.id === id);
  const schema = () => z.string().refine(isEen, question.nodig ?? 'Kies iets uit de lijst.');
  return field('keuze', question, schema, keuzes);
}

/** One of these choices; an answer is needed. */
export function kies<const K extends string>(
  question: Keuzevraag & { nodig: string },
  keuzes: readonly { id: K; tekst: string }[],
): Field<K> {
  return keuze(question, keuzes) as Field<K>;
}

/** Any number of these choices, at least one when needed. The answer is their ids in the order of the list. */
export function meer(
  question: Omit<Keuzevraag, 'waarde'> & { waarde?: readonly string[] },
  keuzes: readonly Keuze[],
  max = Infinity,
): Field<string[]> {
  const ids = keuzes.map(({ id }) => id);
  const schema = () =>
    z
      .string()
      .transform(idsUit)
      .refine((chosen) => chosen.every((id) => ids.includes(id)), 'Kies iets uit de lijst.')
      .refine((chosen) => question.nodig === undefined || chosen.length > 0, question.nodig ?? '')
      .refine((chosen) => chosen.length <= max, `Kies er maximaal ${max}.`)
      .transform((chosen) => ids.filter((id) => chosen.includes(id)));
  return field('meer', { ...question, waarde: question.waarde?.join(',') }, schema, keuzes);
}

/** A local date of a time in which groups work, yyyy-mm-dd; '' when it may stay empty. */
export const datum = (question: Question): Field<string> =>
  field('datum', question, () => leesDatum(question.nodig));

/** A time of day, hh:mm, however it is written; '' when it may stay empty. */
export const tijd = (question: Question): Field<string> =>
  field('tijd', question, () => leesTijd(question.nodig));

type GetalVraag = Question & Getal;

/** A number in Dutch notation; null when it stays empty. */
export const getal = (question: GetalVraag): Field<number | null> =>
  field('getal', question, () =>
    leesGetal(question.nodig, question).transform((found) => found?.waarde ?? null),
  );

/** A number with the unit that was written with it, in one form; empty when none was. */
export const getalMetEenheid = (
  question: GetalVraag,
): Field<{ waarde: number; eenheid: string } | null> =>
  field('getal', question, () => leesGetal(question.nodig, question));

/** An amount in EUR with two decimals, in Dutch notation; null when it stays empty. */
export const bedrag = (question: Question): Field<number | null> =>
  getal({ voorbeeld: '1.250,50', ...question, decimalen: 2, eenheden: EENHEDEN.euro });

/** `1.250,00`, as people type it. */
export const numberInput = (value: number | null, decimalen: 0 | 2 = 0) =>
  value === null ? '' : NUMBERS[decimalen].format(value);

const numbers = (minimumFractionDigits: number) =>
  new Intl.NumberFormat('nl-NL', { minimumFractionDigits, maximumFractionDigits: 2 });
/** Kept, because making one takes longer than all the rest of a form. */
const NUMBERS = { 0: numbers(0), 2: numbers(2) } as const;

/** A box to tick. */
export const vink = (
  question: Omit<Question, 'waarde' | 'nodig'> & { aan?: boolean },
): Field<boolean> =>
  field('vink', { ...question, waarde: question.aan ? 'true' : 'false' }, () =>
    z.string().transform((raw) => raw === 'true'),
  );

/** An answer as it stands in its field again, in the format of the card's input. What cannot be read stays as it came. */
export function teruggezet({ soort }: Field<unknown>, raw: string): string {
  if (soort === 'meer') return idsUit(raw).join(',');
  if (soort === 'datum') return datumUit(raw) ?? raw;
  return soort === 'tijd' ? (tijdUit(raw) ?? raw) : raw;
}

/** Under this key a form sends along what was ticked on the pages of a list that it does not show. */
export const elders = (id: string) => `elders.${id}`;

/** Ids of people in Teams are long, and a card holds so much: of those goes along what tells them apart. */
const MAX_ID = 16;

/** What stands for a choice among those that go along. */
export function kenteken(id: string): string {
  if (id.length <= MAX_ID) return id;
  const [een, twee] = [0x811c9dc5, 0x9e3779b9].map((begin) =>
    [...id]
      .reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0, begin)
      .toString(36),
  );
  return `${een}.${twee}`;
}

/**
 * An answer over all pages of its list; undefined when none came. What was ticked on another page and is no choice any
 * more is not chosen.
 */
export function antwoordOp(
  id: string,
  { soort, keuzes }: Field<unknown>,
  raw: Readonly<Record<string, string>>,
): string | undefined {
  const along = new Set(idsUit(raw[elders(id)] ?? ''));
  if (soort !== 'meer' || along.size === 0) return raw[id];
  const more = keuzes.filter((one) => along.has(kenteken(one.id))).map((one) => one.id);
  return [...new Set([...idsUit(raw[id] ?? ''), ...more])].join(',');
}

/** The answers, or a sentence per field that breaks its rule. */
export function parse<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, string>>,
): { values: Values<F> } | { velden: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const velden: Record<string, string> = {};
  for (const [id, vraag] of Object.entries(fields)) {
    const result = vraag.schema().safeParse(antwoordOp(id, vraag, raw) ?? '');
    if (result.success) values[id] = result.data;
    else velden[id] = result.error.issues[0]?.message ?? 'Dit klopt nog niet.';
  }
  return Object.keys(velden).length > 0 ? { velden } : { values: values as Values<F> };
}

/** True for a field in which one writes something oneself, a number too; all others offer what can be answered. */
export const isTeTypen = (vraag: Field<unknown>) => isTyped(vraag) || vraag.soort === 'getal';

/** True for a field whose answer is free text. */
const isTyped = ({ soort }: Field<unknown>) => soort === 'kort' || soort === 'lang';

/** A form's answers, for the event that they make: what was typed is text, all else are facts. */
export function split<F extends Fields>(
  fields: F,
  values: Values<F>,
): { facts: Chosen<Values<F>>; texts: Typed<Values<F>> } {
  const apart = (typed: boolean) =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, vraag]) => isTyped(vraag) === typed)
        .map(([id]) => [id, values[id]]),
    );
  return { facts: apart(false), texts: apart(true) } as ReturnType<typeof split<F>>;
}
