import type { AnyAction, Ctx, FormOf, View, When } from './contract.ts';
import {
  ask,
  isRefused,
  notNow,
  refuse,
  refuseFields,
  type Decision,
  type Refused,
} from './decision.ts';
import { ledenVan } from '../feiten/verborgen.ts';
import { isBoundTo, leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { parse, type Fields } from '../vormen/form.ts';
import { isAfgerond, isGestart, profielVan } from '../feiten/gegevens.ts';
import { isNotulist } from '../feiten/overleg.ts';
import { personalDataIn } from '../taal/privacy.ts';
import { sleutel } from '../taal/schrift.ts';
import { one, type Project } from '../feiten/project.ts';
import { isVoorbeeld } from '../feiten/voorbeeld.ts';
import { RIGHTS, type Right } from './rights.ts';
import { huidig, isOpenFor, stap } from '../feiten/geopende-stap.ts';

/** A person from outside the group. */
export const NIEMAND: Deelnemer = {
  id: '',
  facts: {
    rol: 'deelnemer',
    status: 'weg',
    identities: [],
    partner: '',
    opvolger: '',
    extern: false,
    eigenNaam: false,
  },
  texts: { functie: '' },
  naam: '',
  organisatie: '',
  voluit: '',
  first: 0,
  rev: 0,
  revs: [],
  by: '',
  at: '',
  changedAt: '',
  changedBy: '',
  gone: true,
};

/** The form as it was sent: hostile until judged. */
interface FilledIn {
  /** The form's fields as text. */
  raw: Readonly<Record<string, string>>;
  /** The revision of what the form changes, as this person saw it. */
  rev: number;
}

/** The one judgement of an action: right, moment, fields, personal data, then the action's own rule. */
export function judge(action: AnyAction, ctx: Ctx, filledIn: FilledIn): Decision {
  const form = openForm(action, ctx);
  if (isRefused(form)) return form;
  const parsed = parse(form.velden, filledIn.raw);
  if ('velden' in parsed) return refuseFields(parsed.velden);
  if (form.rev !== 0 && filledIn.rev !== form.rev) return refuse('gewijzigd');
  const doubt = ctx.toch ? '' : personalData(form.velden, filledIn.raw);
  return doubt === '' ? action.decide(ctx, parsed.values) : ask(doubt, 'Tekst aanpassen');
}

/** The form as this person may open it now, or the reason why not. */
export function openForm(action: AnyAction, ctx: Ctx): FormOf<Fields> | Refused {
  if (isVoorbeeld(ctx.project)) return refuse('voorbeeld');
  return mayNot(action.right, ctx) ?? notWhen(action.when, ctx) ?? action.form(ctx);
}

/** What decides whether a person may do something at all. */
type Gevraagd = Pick<Ctx, 'project' | 'actor' | 'now' | 'traject'> & {
  gesprek: Pick<Ctx['gesprek'], 'id' | 'leden'>;
};

/** True when this person may press a button with this verb now. Unknown verbs belong to other folders and stay visible. */
export function isMogelijk(ctx: Gevraagd, verb: string): boolean {
  const action = ctx.traject.acties.get(verb);
  // From the example one can begin one's own, and do nothing else.
  if (isVoorbeeld(ctx.project) && action) return verb === ctx.traject.start;
  const right = action?.right ?? ctx.traject.weergaven.get(verb)?.right;
  if (right === undefined) return true;
  // Whether the lead has fallen free shows only when the members of the conversation are asked for, which costs a call.
  if (right === 'vrijgekomen') return ctx.actor.facts.status === 'lid' && !leads(ctx.actor);
  return !mayNot(right, ctx) && !(action && notWhen(action.when, ctx));
}

/** Why this person may not look at a view or at the form of an action; undefined when they may. */
export const mayNotSee = ({ right }: Pick<View, 'right'>, ctx: Ctx) => mayNot(right, ctx);

function mayNot(
  right: Right,
  { project, actor, gesprek, traject }: Pick<Gevraagd, 'project' | 'actor' | 'gesprek' | 'traject'>,
): Refused | undefined {
  const leading = leiders(project, gesprek);
  const standing = {
    actor,
    isNotulist: isNotulist(project, actor.id),
    isLeaderless: leading.length === 0,
  };
  if (RIGHTS[right](standing)) return undefined;
  if (actor.facts.status === 'vertrokken') return refuse('vertrokken');
  if (actor.facts.status !== 'lid') return refuse('geen-deelnemer');
  return right === 'vrijgekomen'
    ? notNow(`${leading[0]?.naam ?? 'Iemand'} is nog ${traject.woorden.projectleider}.`)
    : refuse('alleen-projectleider');
}

/**
 * The people who lead. Where the members of the project's own conversation are known, a person who left it no longer
 * leads. Leaving stores nothing, so by the log alone a project would keep waiting for a person who is gone (rule 11).
 */
export function leiders(
  project: Project,
  { id, leden: known }: Pick<Ctx['gesprek'], 'id' | 'leden'>,
): Deelnemer[] {
  const members = ledenVan({ leden: known });
  const leading = leden(project).filter(leads);
  const isHere = isGestart(project) && profielVan(project).facts.gesprek === id;
  return isHere && members.length > 0
    ? leading.filter((lid) => members.some((member) => isBoundTo(lid, member)))
    : leading;
}

/** Why this cannot be done at this moment; undefined when it can. */
export function notWhen(
  when: When,
  { project, actor, now }: Pick<Ctx, 'project' | 'actor' | 'now'>,
): Refused | undefined {
  if (when === 'altijd') return undefined;
  if (isAfgerond(project)) return refuse('project-afgerond');
  if (when === 'open') return undefined;
  if ('invoer' in when) return notInvoer(project, when.invoer, actor, now);
  return notSince(project, 'vanaf' in when ? when.vanaf : when.nieuws);
}

const notSince = (project: Project, id: string) =>
  one(project, stap, id) ? undefined : refuse('stap-nog-niet');

/**
 * After the deadline only whoever leads may still add, also while the group is in a later step: what an earlier one should
 * have given can be given all the same. The entry then says so.
 */
function notInvoer(
  project: Project,
  id: string,
  actor: Deelnemer,
  now: string,
): Refused | undefined {
  const step = one(project, stap, id);
  if (!step) return refuse('stap-nog-niet');
  if (leads(actor)) return undefined;
  if (huidig(project)?.id !== id) return refuse('stap-voorbij');
  return isOpenFor(step, now) ? undefined : refuse('stap-gesloten');
}

/** Asks about what this person typed: not about what stood in the form already, such as the name of a file. */
function personalData(fields: Fields, raw: Readonly<Record<string, string>>): string {
  const typed = Object.entries(fields).flatMap(([id, { vrij, waarde }]) => {
    const text = raw[id] ?? '';
    return vrij && sleutel(text) !== sleutel(waarde) ? [text] : [];
  });
  const found = personalDataIn(typed);
  if (found.length === 0) return '';
  return `Hier lijkt ${found.join(' en ')} te staan. Is dat van een verdachte, slachtoffer of bewoner? Haal het dan weg.`;
}
