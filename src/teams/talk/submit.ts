import type { Outcome } from '../../act.ts';
import { inPortions } from '../../answer/portions.ts';
import { submissionOf, type Turn } from '../../answer/submission.ts';
import { announced, answered, at, sentBy, submit } from '../../answer/turn.ts';
import type { Shown } from '../../answer/shown.ts';
import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { refuse, type Refused } from '../../process/contract/decision.ts';
import { isGestart } from '../../process/feiten/gegevens.ts';
import { judge } from '../../process/contract/judge.ts';
import { meegenomen } from '../../process/feiten/meegenomen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { emptyProject, one, type Project } from '../../process/feiten/project.ts';
import { RONDE, VERPLAATS } from '../../process/groep/verbs.ts';
import { hoortBij } from '../../uploads/bewaard.ts';
import { drawEigen } from '../cards/drawing.ts';
import { readTyped, type Claim } from '../cards/wire.ts';
import type { Answer, Incoming, Press } from '../port.ts';
import { ronde } from './begin.ts';
import type { Bot } from './options.ts';
import { replyTo, seenBy } from './reply.ts';
import { move, settle } from './settle.ts';

/** One press that is to change a project: what it came in with. */
interface Pressed {
  bot: Bot;
  incoming: Incoming;
  press: Press;
  claim: Claim;
}

/** Acts, and answers what became of it. */
export async function submitted(pressed: Pressed, action: AnyAction, ctx: Ctx): Promise<Answer> {
  const { bot, incoming, press, claim } = pressed;
  const { nonce, rev, extra } = claim;
  const turn: Turn = {
    action,
    ctx,
    nonce,
    rev,
    raw: readTyped(press.data),
    nogEen: extra === 'nogEen',
    startedMs: incoming.receivedMs,
  };
  const outcome = await became(pressed, turn);
  const what = answered(turn, outcome, (now) => seenBy(incoming, now));
  return onLiveCard(pressed, what) ?? replyTo(bot.options, incoming, what, claim);
}

async function became({ bot, incoming }: Pressed, turn: Turn): Promise<Outcome> {
  const { action, ctx } = turn;
  const isRonde = action.verb === RONDE;
  const project = isRonde ? emptyProject(ronde(turn.nonce)) : ctx.project;
  const decision = await blockedBy(bot, incoming, turn, project);
  if (decision) return { kind: 'refused', decision, project: ctx.project };
  const isStart = bot.way.trajecten.begint(action.verb);
  if (!isRonde && !isStart) return submit(bot.options, turn);
  const { log, clock } = bot.options;
  const own = submissionOf(turn, clock);
  const submission = isRonde
    ? { ...own, projectId: project.id, by: meegenomen(ctx.actor.id) }
    : own;
  // What was left of a start that broke off counts for nothing: all of it is stored again.
  const judgedOn = isRonde ? ctx : at(ctx, emptyProject(project.id));
  const judged = () => judge(action, judgedOn, turn);
  return announced(bot.options, sentBy(turn), submission, () =>
    inPortions(log, submission, judged),
  );
}

/** Besides beginning: a new round takes a conversation, and so does a project that moves. */
const TAKES_PLACE: ReadonlyMap<string, typeof settle> = new Map([
  [RONDE, settle],
  [VERPLAATS, move],
]);

/** A file that came by chat belongs to no project yet; of two projects at once one gets it. */
function takesFiles({ uploads = [] }: Ctx): typeof settle | undefined {
  if (uploads.length === 0) return undefined;
  return async ({ options }, _incoming, project) => {
    const isOurs = options.uploads && (await hoortBij(options.uploads, project.id, uploads));
    return isOurs ? undefined : refuse('niet-gevonden');
  };
}

/** A project takes its conversation or its files first, but only when it will be accepted. */
async function blockedBy(
  bot: Bot,
  incoming: Incoming,
  turn: Turn,
  project: Project,
): Promise<Refused | undefined> {
  const { action, ctx } = turn;
  const begint = bot.way.trajecten.begint(action.verb);
  const takesPlace = begint ? settle : (TAKES_PLACE.get(action.verb) ?? takesFiles(ctx));
  if (!takesPlace || (begint && isGestart(project))) return undefined;
  const { accepted } = judge(action, ctx, turn);
  if (!accepted) return undefined;
  // A new round stays where its project was, wherever the button was pressed.
  const old = action.verb === RONDE ? await bot.way.placeOf(ctx.project) : undefined;
  return takesPlace(bot, old ? { ...incoming, place: old } : incoming, project);
}

/** Who presses a live card gets it back at once, with one line about what they did. */
function onLiveCard({ bot, press, claim }: Pressed, { ctx, screen }: Shown): Answer | undefined {
  // A claim, as all of it: only the card of a step that was opened was ever shown.
  const isShown = one(ctx.project, stap, claim.kaart) !== undefined;
  if (!isShown || press.via !== 'execute' || screen.kind === 'formulier') return undefined;
  const line = [screen.titel, ...(screen.kind === 'bericht' ? screen.regels : [])].join(' ');
  const card = drawEigen(bot.options, ctx.project, {
    stapId: claim.kaart,
    lezer: ctx.actor,
    melding: line,
  });
  return { kind: 'card', card };
}
