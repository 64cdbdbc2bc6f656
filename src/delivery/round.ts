import { profielVan } from '../process/feiten/gegevens.ts';
import type { Project } from '../process/feiten/project.ts';
import type { Place } from '../teams/port.ts';
import type { Below } from './parts/below.ts';
import { tick } from './sending/by-clock.ts';
import type { Chats } from './parts/chats.ts';
import { Halted } from './parts/halted.ts';
import { LeaseLost, type Lease } from './parts/lease.ts';
import { bringUp } from './showing/live-card.ts';
import type { RoundOptions } from './parts/options.ts';
import type { Pace } from './parts/pace.ts';
import type { SendRound } from './parts/round-parts.ts';
import { sendToAll, sendToEach } from './sending/sending.ts';
import { redraw } from './showing/showing.ts';

/** While a round goes on with people's own chats, what the group looks at is brought up to the log so often. */
const SHOW_EVERY_MS = 5_000;

/** What this instance remembers and keeps to, over all projects. */
export interface Instance {
  readonly pace: Pace;
  readonly chats: Chats;
  readonly below: Below;
}

interface Ended {
  /** False when something has to wait: the lease then runs out and the sweep goes on, if not `retryMs` comes first. */
  readonly isDone: boolean;
  /** How long Teams asked to wait, ms; undefined: the sweep goes on. */
  readonly retryMs?: number | undefined;
}

/** Everything of one project once, under the lease; after that it is planned when to look again. */
export async function runRound(
  options: RoundOptions,
  { pace, chats, below }: Instance,
  lease: Lease,
): Promise<Ended> {
  const project = (await options.log.read(lease.projectId))?.project;
  const place = project && (await options.placeOf(profielVan(project).facts.gesprek));
  if (!project || !place) return { isDone: true };
  const halted = new Halted();
  const turn = async ({ tenant, conversation, thread }: Place) => {
    await pace.turn(tenant, `${conversation};${thread}`);
    await lease.hold();
  };
  // By then whoever stood still before sending has lost the lease.
  const repeatAfterMs = options.wekker.leaseMs;
  const wake = () => options.wekker.plan(project.id, options.now());
  const isHeld = () => lease.isHeld;
  const together = { place, turn, isHeld, wake, halted, below, chats, repeatAfterMs };
  const wasHeld = await lease.during(async () => {
    const isThrough = await goThrough({ ...options, ...together }, lease, project);
    if (isThrough) await planNext(options, project, halted.again);
    return isThrough;
  });
  return { isDone: wasHeld && halted.isEmpty, retryMs: halted.retryMs };
}

/**
 * In order: what is due, what the group gets, what is shown, and people's own chats, which may take long. False when the
 * lease was lost on the way.
 */
async function goThrough(round: SendRound, lease: Lease, project: Project): Promise<boolean> {
  try {
    const now = await tick(round, project);
    const show = async () => {
      await lease.whenRaised((when) => bringUp(round, now, when));
      await redraw(round, now.id);
    };
    while (await sendToAll(round, now));
    await show();
    if (await sendToEach(round, now, every(SHOW_EVERY_MS, round.clock, show))) await show();
    return true;
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    round.logger.info({ project: project.id }, 'sending stopped; another goes on');
    return false;
  }
}

/** Does it when so much time has passed since it was asked for first, or done last. */
function every(ms: number, clock: () => number, work: () => Promise<void>): () => Promise<void> {
  let from = clock();
  return async () => {
    if (clock() - from < ms) return;
    await work();
    from = clock();
  };
}

/** From now on the project is looked at again when the next thing is due, or is tried again. */
async function planNext(
  { log, klok, wekker, now }: RoundOptions,
  { id }: Project,
  again: string | undefined,
): Promise<void> {
  const project = (await log.read(id))?.project;
  const due = project && klok.volgende(project, now());
  const [first] = [due, again].filter((moment) => moment !== undefined).sort();
  if (first) await wekker.plan(id, first);
}
