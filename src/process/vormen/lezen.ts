import { z } from 'zod';
import { getalUit } from '../taal/getallen.ts';
import { linkUit } from '../taal/links.ts';
import { isLeesbaar, regelsUit, schoon, sleutel } from '../taal/schrift.ts';
import { datumUit, isVerWeg, tijdUit } from '../taal/time.ts';
import { opEenRij } from '../taal/opsomming.ts';

// How an answer is read: what a client or a person may make of it, within the range of its kind. `nodig` is the sentence
// when it stays empty; undefined when it may.

/** What is left of a text when nobody can read it: nothing. */
const leesbaar = (text: string) => (isLeesbaar(text) ? schoon(text).trim() : '');
const opEenRegel = (text: string) => leesbaar(text).replace(/\s*\n\s*/g, ' ');

function tekst(nodig: string | undefined, max: number, lees: (raw: string) => string) {
  const typed = z
    .string()
    .transform(lees)
    .pipe(
      z.string().max(max, {
        error: ({ input }) =>
          `Dit mag ${max} tekens zijn. Het zijn er nu ${(input as string).length}.`,
      }),
    );
  return nodig === undefined ? typed : typed.pipe(z.string().min(1, nodig));
}

/** A text on one line. */
export const leesKort = (nodig: string | undefined, max: number) => tekst(nodig, max, opEenRegel);

/** A list on one line, however it was written or pasted. */
export const leesRij = (nodig: string | undefined, max: number) =>
  tekst(nodig, max, (raw) => opEenRij(regelsUit(leesbaar(raw))));

/** A text of several lines. */
export const leesLang = (nodig: string | undefined, max: number) => tekst(nodig, max, leesbaar);

const GEEN_LINK = {
  geen: 'Plak een link die begint met https://.',
  meer: 'Hier staan meer links. Plak er één.',
  tekst: 'Plak alleen de link, zonder tekst erachter.',
};

export const leesLink = (nodig: string | undefined, max: number) =>
  tekst(nodig, max, leesbaar).transform((raw, ctx) => {
    if (raw === '') return '';
    const found = linkUit(raw);
    return 'link' in found ? found.link : mis(ctx, GEEN_LINK[found.fout]);
  });

/** The ids that a client sends: between commas, or as some write them between semicolons. */
export const idsUit = (raw: string): string[] => [
  ...new Set(
    raw
      .split(/[,;]/)
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  ),
];

/** Refuses an answer with this sentence. */
function mis(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** An answer as it was sent, which may stay empty unless it is needed. */
const gegeven = (nodig: string | undefined) =>
  z
    .string()
    .transform((raw) => (isLeesbaar(raw) ? raw.trim() : ''))
    .refine((raw) => raw !== '' || nodig === undefined, nodig ?? '');

/** The sentence about a date that nobody means, whoever finds out. */
export const KLOPT_HET_JAAR = 'Deze datum ligt erg ver weg. Klopt het jaar?';

/** Where a client has nothing to choose from, one reads how it can be written. */
const GEEN_DATUM = 'Kies een datum. Of schrijf hem zo: 5 juni 2027.';
const GEEN_TIJD = 'Kies een tijd. Of schrijf hem zo: 14.30.';

export const leesDatum = (nodig: string | undefined) =>
  gegeven(nodig).transform((raw, ctx) => {
    if (raw === '') return '';
    const found = datumUit(raw);
    if (found === undefined) return mis(ctx, GEEN_DATUM);
    return isVerWeg(found) ? mis(ctx, KLOPT_HET_JAAR) : found;
  });

export const leesTijd = (nodig: string | undefined) =>
  gegeven(nodig).transform((raw, ctx) => (raw === '' ? '' : (tijdUit(raw) ?? mis(ctx, GEEN_TIJD))));

/** What a number may be. */
export interface Getal {
  decimalen?: number;
  min?: number;
  max?: number;
  /** Words that may stand with it; they are no part of the answer. */
  eenheden?: readonly string[];
  /** What a good answer looks like, for who wrote something else. Left out: a number that fits. */
  voorbeeld?: string;
}

/** A number and the unit that was written with it; null when it stays empty. */
export function leesGetal(nodig: string | undefined, question: Getal) {
  const { decimalen = 0, min = 0, max = 1_000_000_000, eenheden = [] } = question;
  const { voorbeeld = grens(Math.min(max, Math.max(min, decimalen === 0 ? 12 : 12.5))) } = question;
  const passend = ['', ...eenheden.map(sleutel)];
  const wat = decimalen === 0 ? 'een heel getal' : 'een getal';
  return gegeven(nodig).transform((raw, ctx) => {
    if (raw === '') return null;
    const found = getalUit(raw, decimalen);
    if (!found || !passend.includes(found.eenheid))
      return mis(ctx, `Vul ${wat} in, zoals ${voorbeeld}.`);
    return found.waarde >= min && found.waarde <= max
      ? found
      : mis(ctx, `Vul een getal in van ${grens(min)} tot ${grens(max)}.`);
  });
}

const GRENS = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const grens = (waarde: number) => GRENS.format(waarde);
