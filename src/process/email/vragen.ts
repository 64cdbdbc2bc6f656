import type { AnyAction, Ctx } from '../contract/contract.ts';
import { gevraagdIn } from '../contract/wanneer.ts';
import { isRefused } from '../contract/decision.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { hasChoice, vraagTekst, type Field } from '../vormen/form.ts';
import { NIEMAND, openForm } from '../contract/judge.ts';

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

/** The questions of all parts of a form, each once. */
function alleVelden(action: AnyAction, ctx: Ctx): Map<string, Field<unknown>> {
  const found = new Map<string, Field<unknown>>();
  for (let pagina = 1, before = -1; found.size > before; pagina += 1) {
    before = found.size;
    const form = openForm(action, { ...ctx, args: { ...ctx.args, pagina: String(pagina) } });
    if (isRefused(form)) break;
    for (const [id, field] of Object.entries(form.velden)) if (!found.has(id)) found.set(id, field);
  }
  return found;
}

/** Choices that together are at most this long stand on one line. */
const MAX_OP_EEN_REGEL = 100;

const LEEG = 'Mag leeg blijven.';

/** A text has no star at what must be answered, so it says of the rest that it need not. */
const metLeeg = ({ uitleg, soort, verplicht }: Field<unknown>) =>
  verplicht || soort === 'vink' || /leeg/i.test(uitleg) ? uitleg : `${uitleg} ${LEEG}`.trim();

/** One question with its number and its possible answers. */
export function vraagRegels(nummer: number, field: Field<unknown>): string[] {
  return [
    `${nummer}. ${vraagTekst({ ...field, uitleg: metLeeg(field) })}`,
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
