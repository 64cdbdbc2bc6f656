import type { AnyAction, Ctx, FormOf } from '../process/contract/contract.ts';
import type { Outcome } from '../act.ts';
import { kanNaarProjectleider } from '../process/stappen/nagekomen.ts';
import type { Refused } from '../process/contract/decision.ts';
import { NAAR_OVERLEG } from '../process/overleg/agenda.ts';
import { leads, projectleider } from '../process/feiten/deelnemers.ts';
import type { Fields } from '../process/vormen/form.ts';
import { MAX_KNOPPEN } from '../process/vormen/grenzen.ts';
import { isGestart } from '../process/feiten/gegevens.ts';
import { mayNotSee } from '../process/contract/judge.ts';
import { gaande, isNotulist } from '../process/feiten/overleg.ts';
import { one } from '../process/feiten/project.ts';
import { bericht, type Button, type NoticeScreen, type Screen } from '../process/vormen/screen.ts';
import { stap } from '../process/feiten/geopende-stap.ts';
import { instantText } from '../process/taal/time.ts';
import { nl, weigeringen } from '../text/nl.ts';
import type { Answers, Op } from './answers.ts';
import { START } from './verbs.ts';
import { leidingKnop } from '../process/contract/woorden.ts';

/** False for ticks and for ids of choices, which mean nothing to a reader without the form. */
const isGetypt = (text: string) =>
  !['', 'true', 'false'].includes(text) &&
  !/^[a-z]{1,3}\d+(?:x\d+)?(?:,[a-z]{1,3}\d+(?:x\d+)?)*$/.test(text);

/** The ways on after something that could not be done. */
const VERDER: readonly Button[] = [
  { titel: 'Status', verb: 'status' },
  { titel: 'Mijn taken', verb: 'taken' },
];

const verder = ({ actor, traject }: Ctx): readonly Button[] =>
  leads(actor) ? [leidingKnop(traject), ...VERDER] : VERDER;

/** The sentence with which a person reads why something was refused. */
function zinVan(ctx: Ctx, action: AnyAction | undefined, { reason, vraag }: Refused): string {
  const when = action?.when;
  const id = typeof when === 'object' ? ('invoer' in when ? when.invoer : when.vanaf) : '';
  const step = one(ctx.project, stap, id);
  const since = step ? step.facts.gesloten || step.facts.tot : '';
  return weigeringen[reason]({
    stap: step ? `Stap ${step.facts.nummer}` : 'Deze stap',
    sinds: since === '' ? '' : instantText(since),
    projectleider: projectleider(ctx.project)?.texts.naam ?? 'die is er nu niet',
    vraag,
    woorden: ctx.traject.woorden,
  });
}

/** A refusal of something that held no text. */
export function geweigerd(ctx: Ctx, action: AnyAction | undefined, refused: Refused): Screen {
  if (!isGestart(ctx.project) && refused.reason !== 'al-project') return geenProject();
  const knoppen: readonly Button[] =
    refused.reason === 'geen-deelnemer'
      ? [{ titel: 'Ik wil meedoen', verb: 'deelnemer.meedoen' }]
      : [...(refused.knoppen ?? []), ...verder(ctx)];
  return bericht('uitleg', zinVan(ctx, action, refused), [], knoppen);
}

/** Whoever leads an overleg or keeps its notes comes from the agenda, and goes on there. */
export function metWegTerug({ project, actor }: Ctx, screen: Screen): Screen {
  const werktAanOverleg =
    gaande(project) !== undefined && (leads(actor) || isNotulist(project, actor.id));
  if (!werktAanOverleg || screen.kind !== 'bericht') return screen;
  const { knoppen } = screen;
  const isVol = knoppen.length >= MAX_KNOPPEN;
  if (isVol || knoppen.some(({ verb }) => verb === NAAR_OVERLEG.verb)) return screen;
  return { ...screen, knoppen: [...knoppen, NAAR_OVERLEG] };
}

export const nietGevonden = (): NoticeScreen =>
  bericht(
    'uitleg',
    nl.onbekendeKnop,
    [],
    [
      { titel: 'Status', verb: 'status' },
      { titel: nl.uitleg, verb: 'help' },
    ],
  );

/** A conversation without a project: help and starting are possible. */
export const geenProject = (): Screen =>
  bericht(
    'uitleg',
    nl.geenProject,
    [],
    [
      { titel: nl.starten, verb: START },
      { titel: nl.uitleg, verb: 'help' },
    ],
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
  const { melding, rest } = whatHappened(ctx, action, outcome);
  // A form shows stored texts, so only people who may open it get it back.
  const notTheirs = mayNotSee(action, ctx);
  const form = notTheirs ?? (action.form(ctx) as FormOf<Fields> | Refused);
  if ('velden' in form && 'kind' in form)
    return { screen: form, rev: form.rev, answers: { raw, melding, ...rest } };
  // The form does not exist any more; show what was typed, so that it is not lost with it.
  const kept = Object.values(raw).filter((text) => isGetypt(text.trim()));
  const { knoppen } = geweigerd(ctx, action, notTheirs ?? form);
  const titel = isGestart(ctx.project) || action.verb === START ? melding : nl.geenProject;
  return {
    screen: bericht('niet-gelukt', titel, kept.length > 0 ? [nl.jouwTekst, ...kept] : [], knoppen),
    rev: 0,
    answers: {},
  };
}

function whatHappened(
  ctx: Ctx,
  action: AnyAction,
  outcome: Exclude<Outcome, { kind: 'stored' }>,
): { melding: string; rest: Answers } {
  switch (outcome.kind) {
    case 'busy':
      return { melding: nl.druk.join(' '), rest: { stijl: 'warning' } };
    case 'unknown':
      return { melding: nl.onbekend.join(' '), rest: { stijl: 'warning' } };
    case 'too-big':
      return { melding: nl.teGroot, rest: {} };
    case 'refused':
      return refusedRest(ctx, action, outcome.decision);
  }
}

function refusedRest(
  ctx: Ctx,
  action: AnyAction,
  decision: Refused,
): { melding: string; rest: Answers } {
  const zin = zinVan(ctx, action, decision);
  const { reason, velden } = decision;
  if (reason === 'velden') return { melding: zin, rest: { fouten: velden } };
  if (reason === 'bevestigen') return { melding: zin, rest: { stijl: 'warning', toch: true } };
  if (reason === 'gewijzigd') return { melding: zin, rest: { stijl: 'warning', gewijzigd: true } };
  return {
    melding: `${zin} ${nl.tekstStaatNog}`,
    // What is not possible right now may be possible in a moment. The other reasons do not pass.
    rest: {
      gesloten: reason !== 'niet-nu',
      knoppen: [...sendOn(ctx, action, decision), ...verder(ctx)],
    },
  };
}

/** After the lock a person can still send the text to the projectleider (rule 4). */
function sendOn(ctx: Ctx, action: AnyAction, { reason }: Refused): (Button & { op: Op })[] {
  if (reason !== 'stap-gesloten' || !kanNaarProjectleider(ctx, action.verb)) return [];
  const naam = projectleider(ctx.project)?.texts.naam ?? `de ${ctx.traject.woorden.projectleider}`;
  return [
    {
      titel: nl.stuurNaar(naam),
      verb: 'nagekomen.sturen',
      args: { ...ctx.args, verb: action.verb },
      op: 'bewaar',
    },
  ];
}
