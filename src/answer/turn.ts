import { act, type Outcome, type Submission } from '../act.ts';
import type { Ctx } from '../process/contract/contract.ts';
import { refuse } from '../process/contract/decision.ts';
import { whoIs } from '../process/feiten/deelnemers.ts';
import { judge, NIEMAND } from '../process/contract/judge.ts';
import type { Project } from '../process/feiten/project.ts';
import { isVoorbeeld } from '../process/feiten/voorbeeld.ts';
import { nl } from '../text/nl.ts';
import { known } from '../storage/table/failure.ts';
import type { Doubts, Sent } from './doubts.ts';
import { formAgain, geweigerd, metWegTerug, nietZeker } from './sayings.ts';
import { opened, shown, type Shown } from './shown.ts';
import { submissionOf, type Turn } from './submission.ts';

/** Where what somebody does goes. */
export interface Desk {
  log: Parameters<typeof act>[0];
  doubts: Doubts;
  /** Monotonic, ms: the clock of the tables. */
  clock: () => number;
  sending: {
    announce: (projectId: string) => Promise<void>;
    /** Goes on with something that nobody waits for; a failure is logged. */
    background: (projectId: string, work: Promise<unknown>) => void;
  };
  /** After a transaction: the group hears of it. */
  stored: (project: Project) => Promise<void>;
}

/** The same act, on another state. */
export const at = (ctx: Ctx, project: Project): Ctx =>
  project === ctx.project ? ctx : { ...ctx, project, actor: whoIs(project, ctx.iemand) ?? NIEMAND };

/** Judges it on what is there, and stores it. */
export async function submit(desk: Desk, turn: Turn): Promise<Outcome> {
  const { project } = turn.ctx;
  // Nothing of the example is ever stored, not even that something was tried.
  if (isVoorbeeld(project)) return { kind: 'refused', project, decision: refuse('voorbeeld') };
  const submission = submissionOf(turn, desk.clock);
  const decide = (state: Project) => judge(turn.action, at(turn.ctx, state), turn);
  return announced(desk, sentBy(turn), submission, () => act(desk.log, submission, decide));
}

/** What this person sends again when they send it again. */
export const sentBy = ({ ctx: { iemand, project }, nonce }: Turn): Sent => ({
  project: project.id,
  nonce,
  tenant: iemand.tenant,
  oid: iemand.oid,
});

/**
 * Stores something, of which the group hears whatever happens on the way. What was once sent without an answer is not said
 * to be not stored until storage was read: the first attempt may have taken hold, or still may.
 */
export async function announced(
  { sending, stored, doubts }: Desk,
  sent: Sent,
  { projectId }: Submission,
  acted: () => Promise<Outcome>,
): Promise<Outcome> {
  const wasInDoubt = doubts.has(sent);
  const busy: Outcome = { kind: wasInDoubt ? 'unknown' : 'busy' };
  if ((await known(sending.announce(projectId))) === 'unknown') return busy;
  doubts.add(sent);
  const became = await acted();
  const outcome = became.kind === 'busy' ? busy : became;
  // What is stored stays: sent once more, and then without an answer, it is still no less stored.
  if (outcome.kind !== 'unknown' && outcome.kind !== 'stored') doubts.settle(sent);
  // What is stored is stored: the answer does not wait for this, and a repeat makes good what a crash left undone.
  if (outcome.kind === 'stored') sending.background(projectId, stored(outcome.project));
  return outcome;
}

/** What one reads of what became of it. `seen`: what of the stored state may be drawn where it will stand. */
export function answered(turn: Turn, outcome: Outcome, seen = (ctx: Ctx): Ctx => ctx): Shown {
  const { ctx, nonce } = turn;
  if (outcome.kind === 'stored') {
    const now = seen(at(ctx, outcome.project));
    return { ...afterStoring(turn, now, outcome.about), nonce: outcome.nonce };
  }
  // What was to begin another project is refused on the one it was asked in.
  const isHere = outcome.kind === 'refused' && outcome.project.id === ctx.project.id;
  const now = seen(isHere ? at(ctx, outcome.project) : ctx);
  // The same nonce: sending it again cannot store it twice.
  return { ...notStored(turn, now, outcome), nonce };
}

function afterStoring({ action, nogEen }: Turn, ctx: Ctx, about: string): Shown {
  if (nogEen) {
    const again = opened(action, { ...ctx, args: { ...ctx.args, na: about } });
    // Where there is no other of its kind, one reads that this one is stored.
    if (again.screen.kind === 'formulier')
      return { ...again, answers: { melding: nl.opgeslagen, stijl: 'good' } };
  }
  return shown(ctx, action.verb, metWegTerug(ctx, action.receipt(ctx, about)));
}

function notStored(
  { action, raw }: Turn,
  ctx: Ctx,
  outcome: Exclude<Outcome, { kind: 'stored' }>,
): Omit<Shown, 'nonce'> {
  const { verb } = action;
  if (!action.isTap)
    return { ctx, verb, isWeergave: false, ...formAgain(ctx, action, raw, outcome) };
  const screen =
    outcome.kind === 'refused'
      ? geweigerd(ctx, action, outcome.decision)
      : nietZeker(outcome.kind, { verb, args: ctx.args });
  return shown(ctx, verb, screen);
}
