import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { randomUUID } from 'node:crypto';
import { act, type Outcome, type Submission } from '../../act.ts';
import type { Refused } from '../../process/contract/decision.ts';
import { isGestart } from '../../process/feiten/gegevens.ts';
import { judge } from '../../process/contract/judge.ts';
import { meegenomen } from '../../process/feiten/meegenomen.ts';
import { emptyProject, newId, type Project } from '../../process/feiten/project.ts';
import type { Screen } from '../../process/vormen/screen.ts';
import { keyOf, supersededBy } from '../../answer/submission.ts';
import { nl } from '../../text/nl.ts';
import { RONDE, START, VERPLAATS } from '../../process/groep/verbs.ts';
import { afterwards } from './afterwards.ts';
import { ronde } from './begin.ts';
import { inPortions } from './portions.ts';
import type { Bot } from './options.ts';
import { drawLive } from '../cards/drawing.ts';
import type { Answer, Incoming } from '../port.ts';
import { replyTo } from './reply.ts';
import { formAgain, geweigerd, metWegTerug, nietZeker } from '../../answer/sayings.ts';
import { seenBy } from './seen.ts';
import { move, settle } from './settle.ts';
import { opened, shown, type Shown } from '../../answer/shown.ts';
import { readTyped, type Claim } from '../cards/wire.ts';

/** One press that is to change a project. */
export interface Turn {
  bot: Bot;
  incoming: Incoming;
  action: AnyAction;
  claim: Claim;
  /** As it was known when the press came in. */
  ctx: Ctx;
}

type Raw = Readonly<Record<string, string>>;
type NotStored = Exclude<Outcome, { kind: 'stored' }>;

/** Acts, and answers what became of it. */
export async function submit(turn: Turn): Promise<Answer> {
  const { bot, incoming, action, ctx } = turn;
  const raw = incoming.what.kind === 'press' ? readTyped(incoming.what.data) : {};
  const project = action.verb === RONDE ? emptyProject(ronde(turn.claim)) : ctx.project;
  const blocked = await blockedBy(turn, project, raw);
  if (blocked)
    return notStored(turn, raw, { kind: 'refused', decision: blocked, project: ctx.project });
  await bot.options.sending.announce(project.id);
  const outcome = await acted(turn, project, raw);
  if (outcome.kind !== 'stored') return notStored(turn, raw, outcome);
  // What is stored is stored: the answer does not wait for this, and a repeat makes good what a crash left undone.
  bot.options.sending.background(
    project.id,
    afterwards({ ...bot.options, way: bot.way }, outcome.project),
  );
  return stored(turn, outcome);
}

async function acted(turn: Turn, project: Project, raw: Raw): Promise<Outcome> {
  const { bot, action, claim, ctx } = turn;
  const { log } = bot.options;
  const sent = { raw, rev: claim.rev };
  const submitted = submission(turn, project, raw);
  if (action.verb !== RONDE) {
    return act(log, submitted, (state) => judge(action, at(turn, state), sent));
  }
  return inPortions(log, submitted, () => judge(action, ctx, sent));
}

/** A project takes its conversation first, but only when it will be accepted. */
async function blockedBy(
  { bot, incoming, action, claim, ctx }: Turn,
  project: Project,
  raw: Raw,
): Promise<Refused | undefined> {
  const takesPlace = { [START]: settle, [RONDE]: settle, [VERPLAATS]: move }[action.verb];
  if (!takesPlace || (action.verb === START && isGestart(project))) return undefined;
  const { accepted } = judge(action, ctx, { raw, rev: claim.rev });
  if (!accepted) return undefined;
  // A new round stays where its project was, wherever the button was pressed.
  const old = action.verb === RONDE ? await bot.way.placeOf(ctx.project) : undefined;
  return takesPlace(bot, old ? { ...incoming, place: old } : incoming, project);
}

/** The same act, on another state. */
function at({ bot, incoming, ctx }: Turn, project: Project): Ctx {
  if (project === ctx.project) return ctx;
  const next = bot.way.ctx(incoming, project, ctx.args, { toch: ctx.toch });
  return { ...next, gesprek: ctx.gesprek };
}

/** What Teams repeats has the same key. */
function submission(
  { bot, incoming, action, claim, ctx }: Turn,
  project: Project,
  raw: Raw,
): Submission {
  const { nonce, verb, rev, args, extra } = claim;
  const { tenant, oid } = ctx.iemand;
  return {
    projectId: project.id,
    key: keyOf({ nonce, tenant, oid, verb, rev, args, toch: extra === 'toch', raw }),
    by: action.verb === RONDE ? meegenomen(ctx.actor.id) : ctx.actor.id || newId(project, 'd'),
    at: ctx.now,
    nonce: randomUUID(),
    startedMs: incoming.receivedMs,
    clock: bot.options.clock,
    ...(action.isTap ? { superseded: supersededBy(ctx.actor.id) } : {}),
  };
}

const answer = ({ bot, incoming, claim }: Turn, what: Shown) =>
  replyTo(bot.options, incoming, what, claim);

function stored(
  turn: Turn,
  { project, about, nonce }: Extract<Outcome, { kind: 'stored' }>,
): Promise<Answer> | Answer {
  const ctx = seenBy(turn.incoming, at(turn, project));
  if (turn.claim.extra === 'nogEen') {
    const again = opened(turn.action, { ...ctx, args: { ...ctx.args, na: about } });
    // Where there is no other of its kind, one reads that this one is stored.
    if (again.screen.kind === 'formulier')
      return answer(turn, {
        ...again,
        nonce,
        answers: { melding: nl.opgeslagen, stijl: 'good' },
      });
  }
  const receipt = turn.action.receipt(ctx, about);
  return (
    onLiveCard(turn, project, receipt) ??
    answer(turn, { ...shown(ctx, turn.action.verb, metWegTerug(ctx, receipt)), nonce })
  );
}

function notStored(turn: Turn, raw: Raw, outcome: NotStored): Promise<Answer> | Answer {
  const { action, claim } = turn;
  const ctx =
    outcome.kind === 'refused' && action.verb !== RONDE ? at(turn, outcome.project) : turn.ctx;
  if (!action.isTap) {
    // The same nonce: pressing again cannot store it twice.
    return answer(turn, {
      ctx,
      verb: action.verb,
      nonce: claim.nonce,
      ...formAgain(ctx, action, raw, outcome),
    });
  }
  const screen =
    outcome.kind === 'refused'
      ? geweigerd(ctx, action, outcome.decision)
      : nietZeker(outcome.kind, claim);
  const { nonce } = claim;
  return (
    onLiveCard(turn, ctx.project, screen) ??
    answer(turn, { ...shown(ctx, action.verb, screen), nonce })
  );
}

/** Who presses a live card gets it back at once, with one line about what they did. */
function onLiveCard(
  { bot, incoming: { what }, claim }: Turn,
  project: Project,
  screen: Screen,
): Answer | undefined {
  if (claim.kaart === '' || what.kind !== 'press' || what.via !== 'execute') return undefined;
  const line = [screen.titel, ...(screen.kind === 'bericht' ? screen.regels : [])].join(' ');
  return { kind: 'card', card: drawLive(bot.options, project, claim.kaart, line).card ?? {} };
}
