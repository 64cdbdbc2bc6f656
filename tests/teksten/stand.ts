import { trajecten } from '../../src/process/contract/trajecten.ts';
import { berichten } from '../../src/process/berichten.ts';
import type { Bericht, Ctx, Iemand, Verstuurd } from '../../src/process/contract/contract.ts';
import type { Accepted, OutboxMessage } from '../../src/process/contract/decision.ts';
import { whoIs } from '../../src/process/feiten/deelnemers.ts';
import { NIEMAND } from '../../src/process/contract/judge.ts';
import { klokVan } from '../../src/process/klok/klok.ts';
import { fold, type Event, type Project } from '../../src/process/feiten/project.ts';
import type { Upload } from '../../src/process/feiten/upload.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { planner } from '../../src/planner/index.ts';
import { WIE, type Wereld } from '../../support/stadia.ts';

/** Where a project is at a moment, under a name that stays. */
export interface Stand {
  naam: string;
  project: Project;
  log: readonly Event[];
  /** UTC ISO */
  now: string;
  /** The conversation in which people look at it. */
  gesprek: Pick<Ctx['gesprek'], 'id' | 'soort' | 'tenant' | 'isBesloten'>;
}

export const standVan = (
  naam: string,
  { project, log, now }: Pick<Wereld, 'project' | 'log' | 'now'>,
  gesprek: Partial<Stand['gesprek']> = {},
): Stand => ({
  ...{ naam, project, log, now },
  gesprek: { id: 'gesprek', soort: 'groupChat', tenant: 'gemeente', isBesloten: true, ...gesprek },
});

/** Who reads, and where: in a dialog, on a card that the group sees as well, or in their own chat. */
export interface Lezer {
  naam: string;
  /** Deelnemer id, which is their Teams id as well. */
  id: string;
  waar: 'dialoog' | 'groep' | 'eigen chat';
}

const mens = (id: string): Iemand => ({
  naam: `«naam van ${id}»`,
  account: '',
  tenant: 'gemeente',
  oid: id,
  teamsId: id,
  extern: id === 'nieuw2',
});

/** People in the conversation: some of the group, and some who are not in it. */
const HIER = [WIE.leider, WIE.lid, WIE.buiten, 'nieuw1', 'nieuw2'].map(mens);

const AFLOPEN = ['verstuurd', 'overbodig', 'onbereikbaar', 'onbekend'] as const;

/** A message of each kind, with each outcome. */
const VERSTUURD: readonly Verstuurd[] = [
  ...['kaart', 'onbekende soort', ...Object.keys(berichten)],
  ...planner.stappen.flatMap((step) => Object.keys(step.berichten)),
].map((soort, at) => ({
  ...{ soort, aan: soort === 'persoonlijk' ? WIE.leider : '' },
  ...{ afloop: AFLOPEN[at % AFLOPEN.length] ?? 'verstuurd', op: '2027-01-04T09:00:00.000Z' },
}));

/** What comes along with a form that takes files: none, so that one reads what to do, one, or some. */
function meegestuurd(verb: string, waar: Lezer['waar']): readonly Upload[] {
  const uitChat = waar === 'groep';
  if (verb === 'document.uploaden' && waar !== 'eigen chat')
    return [{ sleutel: 'bestand', soort: 'pdf', bytes: 1_234_567, naam: '«schets».pdf', uitChat }];
  if (verb !== 'foto.toevoegen' || waar === 'dialoog') return [];
  return ['een', 'twee']
    .slice(0, waar === 'groep' ? 1 : 2)
    .map((sleutel) => ({ ...FOTO, sleutel, naam: `«${sleutel}».jpg` }));
}

const FOTO = { soort: 'jpg', bytes: 345_678, uitChat: true } as const;

/** All that this person's screen or decision may know. */
export function ctxVan(
  { now, gesprek }: Stand,
  { id, waar }: Lezer,
  project: Project,
  verb: string,
  args: Args = {},
): Ctx {
  const iemand = mens(id);
  const isEigen = waar === 'eigen chat';
  const isAlleen = isEigen || gesprek.soort === 'personal';
  const leden = planner.acties.get(verb)?.needsLeden && !isAlleen ? HIER : [];
  return {
    ...{ project, now, args, iemand, toch: false, traject: planner, verstuurd: VERSTUURD },
    actor: whoIs(project, iemand) ?? NIEMAND,
    gesprek: {
      ...gesprek,
      ...(isEigen && { id: `van ${id}`, soort: 'personal', isBesloten: true }),
      ...{ vorige: '', leden },
    },
    uploads: meegestuurd(verb, waar),
  };
}

/** The same, as far as it may be drawn where this person looks. */
export const gezienDoor = ({ waar }: Lezer, ctx: Ctx): Ctx =>
  waar === 'groep' ? { ...ctx, project: voorIedereen(ctx.project) } : ctx;

/** A message as the group reads it; undefined for what the planner only notes for itself. */
function berichtVan(
  project: Project,
  now: string,
  { soort, facts }: OutboxMessage,
): Bericht | undefined {
  const own = planner.stappen.map((step) => step.berichten[soort]).find((found) => found);
  const draw = berichten[soort] ?? own;
  return draw?.({ project: voorIedereen(project), now, traject: planner }, facts);
}

/** So many people read what goes round to each of them. */
const MAX_ROND = 1;

/** What the group reads of it, or each of some people. */
export function berichtenVan(project: Project, now: string, message: OutboxMessage) {
  const rond = klokVan(trajecten(planner)).rond(project, now, message);
  const all = rond
    ? rond.aan
        .slice(0, MAX_ROND)
        .map((aan) => ({ soort: rond.soort, facts: { ...message.facts, aan } }))
    : [message];
  return all.flatMap(({ soort, facts }) => {
    const bericht = berichtVan(project, now, { soort, facts });
    return bericht ? [{ soort, bericht }] : [];
  });
}

/** The project after this was accepted, as the log would fold it. */
export const na = (
  project: Project,
  by: string,
  now: string,
  { events }: Pick<Accepted, 'events'>,
): Project =>
  fold(
    project,
    events.map((event, at) => ({ ...event, n: project.n + at + 1, v: 1, at: now, by })),
  );
