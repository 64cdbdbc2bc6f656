import type { AnyAction, Ctx } from '../contract/contract.ts';
import { gevraagdIn } from '../contract/wanneer.ts';
import { isRefused } from '../contract/decision.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { hasChoice, vraagTekst, type Field, type Fields, type Keuze } from '../vormen/form.ts';
import { NIEMAND, openForm } from '../contract/judge.ts';
import type { Args } from '../vormen/screen.ts';
import { uniek } from '../taal/uniek.ts';

/** The questions of one form. */
export interface Vragen {
  titel: string;
  velden: readonly Field<unknown>[];
}

/** A partner without a name in the text: gets the questions of a form without anybody's answers filled in. */
const EEN_PARTNER: Deelnemer = {
  ...NIEMAND,
  facts: { ...NIEMAND.facts, status: 'lid' },
  gone: false,
};

/**
 * The questions that the forms of a step put to this partner, in order. They are read off the forms, so that an e-mail
 * never asks anything else. Empty while the step takes nothing in.
 */
export const vragenVan = (ctx: Ctx, stapId: string, lid: Deelnemer = EEN_PARTNER): Vragen[] =>
  [...ctx.traject.acties.values()]
    .filter(({ when, isTap }) => !isTap && gevraagdIn(when) === stapId)
    .flatMap((action) => vragenIn(action, { ...ctx, actor: lid, args: {} }));

/** The questions of one form; empty when it makes no sense now, or would change an existing entry. */
export function vragenIn(action: AnyAction | undefined, ctx: Ctx): Vragen[] {
  if (!action) return [];
  const first = openForm(action, ctx);
  if (isRefused(first)) return [];
  const velden = [...alleVelden(action, ctx).values()].filter(hasChoice);
  return velden.length > 0 ? [{ titel: first.titel, velden }] : [];
}

/** The questions of all pages of a form, each once, with the choices of all pages. */
function alleVelden(action: AnyAction, ctx: Ctx): Map<string, Field<unknown>> {
  const found = new Map<string, Field<unknown>>();
  const seen = new Set<string>();
  const wachtrij: Args[] = [ctx.args];
  for (let args = wachtrij.shift(); args; args = wachtrij.shift()) {
    const key = JSON.stringify(args);
    if (seen.has(key)) continue;
    seen.add(key);
    const form = openForm(action, { ...ctx, args });
    if (isRefused(form) || !merge(found, form.velden)) continue;
    // Some forms have a button to their next page of choices, others come in parts.
    wachtrij.push(
      ...form.knoppen.flatMap(({ verb, args: next }) =>
        verb === action.verb && next ? [next] : [],
      ),
      { ...args, pagina: String(Number(args['pagina'] ?? '1') + 1) },
    );
  }
  return found;
}

/** True when these fields hold something new. */
function merge(found: Map<string, Field<unknown>>, velden: Fields): boolean {
  const before = omvang(found);
  for (const [id, field] of Object.entries(velden)) {
    const known = found.get(id);
    found.set(id, known ? { ...known, keuzes: samen(known.keuzes, field.keuzes) } : field);
  }
  return omvang(found) > before;
}

const omvang = (found: ReadonlyMap<string, Field<unknown>>) =>
  [...found.values()].reduce((sum, { keuzes }) => sum + 1 + keuzes.length, 0);

const samen = (some: readonly Keuze[], others: readonly Keuze[]): Keuze[] =>
  uniek([...some, ...others], ({ id }) => id);

/** Choices that together are at most this long stand on one line. */
const MAX_OP_EEN_REGEL = 100;

/** One question with its number and its possible answers. */
export function vraagRegels(nummer: number, field: Field<unknown>): string[] {
  return [
    `${nummer}. ${vraagTekst(field)}`,
    ...antwoordRegels(field).map((regel) => `   ${regel}`),
  ];
}

function antwoordRegels({ soort, keuzes }: Field<unknown>): string[] {
  if (soort === 'vink') return ['Kies: ja / nee'];
  if (soort === 'datum') return ['Schrijf een datum, zoals 14 januari.'];
  if (soort === 'tijd') return ['Schrijf een tijd, zoals 10.00 uur.'];
  if (soort !== 'keuze' && soort !== 'meer') return [];
  const teksten = keuzes.map(({ tekst }) => tekst);
  const opEenRegel = teksten.join(' / ');
  const kies = soort === 'meer' ? 'Kies een of meer:' : 'Kies:';
  return opEenRegel.length <= MAX_OP_EEN_REGEL
    ? [`${kies} ${opEenRegel}`]
    : [kies, ...teksten.map((tekst) => `- ${tekst}`)];
}
