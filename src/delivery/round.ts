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
import { sendAll } from './sending/sending.ts';
import { redraw } from './showing/showing.ts';

/** Of a lease: so long after a try without an answer a message is sent once more. */
const REPEAT_AFTER = 0.25;

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
  const repeatAfterMs = options.wekker.leaseMs * REPEAT_AFTER;
  const round = { ...options, place, turn, halted, below, chats, repeatAfterMs };
  const isHeld = await goThrough(round, lease, project);
  if (isHeld) await planNext(options, project);
  return { isDone: isHeld && halted.isEmpty, retryMs: halted.retryMs };
}

/** In order: what is due, what waits to be sent, what is shown. False when the lease was lost on the way. */
async function goThrough(round: SendRound, lease: Lease, project: Project): Promise<boolean> {
  try {
    const now = await tick(round, project);
    while (await sendAll(round, now));
    await lease.whenRaised((when) => bringUp(round, now, when));
    await redraw(round, now.id);
    return true;
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    round.logger.info({ project: project.id }, 'sending stopped; another goes on');
    return false;
  }
}

/** From now on the project is looked at again when the next thing is due. */
async function planNext({ log, klok, wekker, now }: RoundOptions, { id }: Project): Promise<void> {
  const project = (await log.read(id))?.project;
  const due = project && klok.volgende(project, now());
  if (due) await wekker.plan(id, due);
}
