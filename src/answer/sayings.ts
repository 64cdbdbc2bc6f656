import type { AnyAction, Ctx } from '../process/contract/contract.ts';
import type { Outcome } from '../act.ts';
import { isRefused, type Refused } from '../process/contract/decision.ts';
import { leads, leider } from '../process/feiten/deelnemers.ts';
import { getypteTeksten } from '../process/vormen/bladen.ts';
import { MAX_KNOPPEN } from '../process/vormen/grenzen.ts';
import { KNOP } from '../process/vormen/knoppen.ts';
import { isGestart } from '../process/feiten/gegevens.ts';
import { mayNotSee } from '../process/contract/judge.ts';
import { stapVan } from '../process/contract/wanneer.ts';
import { one } from '../process/feiten/project.ts';
import { isVoorbeeld } from '../process/feiten/voorbeeld.ts';
import { bericht, type Button, type NoticeScreen, type Screen } from '../process/vormen/screen.ts';
import { stap } from '../process/feiten/geopende-stap.ts';
import { totText } from '../process/taal/time.ts';
import { nl, weigeringen } from '../text/nl.ts';
import type { Answers, Op } from './answers.ts';
import { gewijzigdDoor, type Door } from './gewijzigd.ts';
import { leidingKnop, WORD_LEIDER } from '../process/contract/woorden.ts';

/** The ways on after something that could not be done. */
const VERDER: readonly Button[] = [KNOP.status, KNOP.taken];

const verder = ({ project, actor, traject }: Ctx): readonly Button[] =>
  isVoorbeeld(project) ? [KNOP.status] : leads(actor) ? [leidingKnop(traject), ...VERDER] : VERDER;

/** The sentence with which a person reads why something was refused. */
function zinVan(
  ctx: Ctx,
  action: AnyAction | undefined,
  { reason, vraag }: Refused,
  door: Door = 'ander',
): string {
  const step = one(ctx.project, stap, (action && stapVan(action.when)) ?? '');
  const since = step ? step.facts.gesloten || step.facts.tot : '';
  return weigeringen[reason]({
    stap: step ? `Stap ${step.facts.nummer}` : 'Deze stap',
    sinds: since === '' ? '' : totText(since, ctx.now),
    projectleider: leider(ctx.project)?.naam ?? 'die is er nu niet',
    vraag,
    door,
    woorden: ctx.traject.woorden,
  });
}

/** The way on for whoever hears that only the projectleider may, while there is none. */
const overnemen = ({ project }: Ctx, { reason }: Refused): readonly Button[] =>
  reason === 'alleen-projectleider' && !leider(project) ? [WORD_LEIDER] : [];

/** A refusal of something that held no text. */
export function geweigerd(ctx: Ctx, action: AnyAction | undefined, refused: Refused): Screen {
  if (!isGestart(ctx.project) && refused.reason !== 'al-project') return geenProject(ctx);
  const knoppen =
    refused.reason === 'geen-deelnemer'
      ? ctx.traject.wegen.binnen(ctx)
      : [...refused.knoppen, ...overnemen(ctx, refused), ...verder(ctx)];
  return bericht('uitleg', zinVan(ctx, action, refused), [], knoppen);
}

/** What one reads after storing something, with the way back to what one is in the middle of. */
export function metWegTerug(ctx: Ctx, screen: Screen): Screen {
  if (screen.kind !== 'bericht') return screen;
  const { knoppen } = screen;
  const terug = ctx.traject.wegen
    .terug(ctx)
    .filter(({ verb }) => !knoppen.some((knop) => knop.verb === verb));
  return knoppen.length + terug.length > MAX_KNOPPEN
    ? screen
    : { ...screen, knoppen: [...knoppen, ...terug] };
}

export const nietGevonden = (): NoticeScreen =>
  bericht('uitleg', nl.onbekendeKnop, [], [KNOP.status, { titel: nl.uitleg, verb: 'help' }]);

/** A conversation without a project: help and starting are possible. */
export const geenProject = (ctx: Ctx): Screen =>
  bericht(
    'uitleg',
    nl.geenProject,
    [],
    [...ctx.traject.wegen.binnen(ctx), { titel: nl.uitleg, verb: 'help' }],
  );

/**
 * The outcome of a button that acts at once is not known. It is offered again under the same nonce, so that it cannot be
 * stored twice.
 */
export function nietZeker(
  kind: 'busy' | 'unknown' | 'too-big',
  { verb, args }: { verb: string; args: Readonly<Record<string, string>> },
): Screen {
  const again = { titel: nl.opnieuw, verb, args };
  if (kind === 'too-big') return bericht('niet-gelukt', nl.teGroot, [], VERDER);
  const [titel, regel] = kind === 'busy' ? nl.drukTap : nl.onbekend;
  return bericht('niet-gelukt', titel, [regel], [again, ...VERDER]);
}

/** The form again, with all that was typed and a sentence about what happened. */
export function formAgain(
  ctx: Ctx,
  action: AnyAction,
  raw: Readonly<Record<string, string>>,
  outcome: Exclude<Outcome, { kind: 'stored' }>,
): { screen: Screen; rev: number; answers: Answers } {
  // A form shows stored texts, so only people who may open it get it back.
  const notTheirs = mayNotSee(action, ctx);
  const form = notTheirs ?? action.form(ctx);
  const door = isRefused(form) ? 'ander' : gewijzigdDoor(ctx, form.rev);
  const getypt = getypteTeksten(raw, isRefused(form) ? undefined : form.velden);
  const heeftTekst = getypt.length > 0;
  const { melding, rest } = whatHappened(ctx, action, { outcome, heeftTekst, door });
  if (!isRefused(form)) return { screen: form, rev: form.rev, answers: { raw, melding, ...rest } };
  // There is no such form any more; what was typed is not lost with it.
  const { knoppen } = geweigerd(ctx, action, form);
  const titel = isGestart(ctx.project) ? melding : nl.geenProject;
  return {
    screen: bericht('niet-gelukt', titel, heeftTekst ? [nl.jouwTekst, ...getypt] : [], knoppen),
    rev: 0,
    answers: {},
  };
}

function whatHappened(
  ctx: Ctx,
  action: AnyAction,
  {
    outcome,
    heeftTekst,
    door,
  }: { outcome: Exclude<Outcome, { kind: 'stored' }>; heeftTekst: boolean; door: Door },
): { melding: string; rest: Answers } {
  switch (outcome.kind) {
    case 'busy':
      return {
        melding: (heeftTekst ? nl.druk : nl.drukTap).join(' '),
        rest: { stijl: 'warning' },
      };
    case 'unknown':
      return { melding: nl.onbekend.join(' '), rest: { stijl: 'warning' } };
    case 'too-big':
      return { melding: nl.teGroot, rest: {} };
    case 'refused':
      return refusedRest(ctx, action, { decision: outcome.decision, heeftTekst, door });
  }
}

function refusedRest(
  ctx: Ctx,
  action: AnyAction,
  { decision, heeftTekst, door }: { decision: Refused; heeftTekst: boolean; door: Door },
): { melding: string; rest: Answers } {
  const zin = zinVan(ctx, action, decision, door);
  const { reason, velden, terug } = decision;
  if (reason === 'velden') return { melding: zin, rest: { fouten: velden } };
  if (reason === 'bevestigen') return { melding: zin, rest: { stijl: 'warning', toch: terug } };
  if (reason === 'gewijzigd') return { melding: zin, rest: { stijl: 'warning', gewijzigd: door } };
  return {
    melding: heeftTekst ? `${zin} ${nl.tekstStaatNog}` : zin,
    // What is not possible right now may be possible in a moment. The other reasons do not pass.
    rest: {
      gesloten: reason !== 'niet-nu',
      knoppen: [...sendOn(ctx, action, decision), ...verder(ctx)],
    },
  };
}

/** After the lock there is more than "no" (rule 4). */
const sendOn = (ctx: Ctx, action: AnyAction, { reason }: Refused): (Button & { op: Op })[] =>
  reason === 'stap-gesloten'
    ? ctx.traject.wegen.naSluiting(ctx, action).map((knop) => ({ ...knop, op: 'bewaar' }))
    : [];
