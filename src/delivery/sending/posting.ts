import type { Project } from '../../process/feiten/project.ts';
import { plusMs } from '../../process/taal/time.ts';
import type { OutboxItem, Posted } from '../../storage/log/outbox.ts';
import type { Sent, Place } from '../../teams/port.ts';
import type { Picture } from '../../teams/cards/picture.ts';
import { isOften, waitAfter } from '../parts/again.ts';
import { KAART, replaced, sent } from '../parts/became.ts';
import { LeaseLost } from '../parts/lease.ts';
import { surely } from '../parts/surely.ts';
import { draw, messageOf } from '../showing/drawn.ts';
import { giveUp, leave, unreachable } from './ending.ts';
import type { SendRound } from '../parts/round-parts.ts';

/** After an answer that may or may not have arrived a message is sent once more and then left. */
export const MAX_TRIES = 2;

interface ToPost {
  there: Place;
  item: OutboxItem;
  /** The live card that it takes the place of. */
  old: Posted | undefined;
}

/** One POST, marked before it. */
export async function post(
  round: SendRound,
  project: Project,
  { there, item, old }: ToPost,
): Promise<void> {
  const { log, teams, now, turn, halted } = round;
  if (halted.has(there.conversation)) return;
  await turn(there);
  const picture = await pictureNow(round, project, item);
  if (!picture) return;
  // Drawn before the mark: who dies between mark and POST has used up a try.
  const message = await messageOf(round, project, picture);
  const begun = await log.beginSending(project.id, item, now());
  if (!begun) return;
  if (!round.isHeld()) {
    // It stood still between its turn and here: who has the lease now sends it, if not this mark came in between.
    await log.putBack(project.id, begun);
    throw new LeaseLost();
  }
  const outcome = await teams().send(there, message);
  await finish(round, project, { there, item: begun, old, picture, outcome });
}

/**
 * A message as it reads at the last moment before it goes: a round of many takes a while, and who answered meanwhile is
 * not asked. Undefined, and done with, when there is nothing to say any more.
 */
async function pictureNow(
  round: SendRound,
  project: Project,
  item: OutboxItem,
): Promise<Picture | undefined> {
  const latest = (await round.log.read(project.id))?.project;
  if (latest) return pictureToSend(round, latest, item);
  await leave(round, project, item);
  return undefined;
}

/** Undefined, and done with, when there is nothing to say, or we cannot say it. */
export async function pictureToSend(
  round: SendRound,
  project: Project,
  item: OutboxItem,
): Promise<Picture | undefined> {
  const { picture, isFault } = draw(round, project, item);
  if (picture?.isNeeded) return picture;
  await (isFault ? giveUp(round, project, item, 'not drawn') : leave(round, project, item));
  return undefined;
}

interface Taken extends ToPost {
  picture: Picture;
  outcome: Sent;
}

/** Stores what became of it. */
async function finish(
  round: SendRound,
  project: Project,
  { there, item, old, picture, outcome }: Taken,
): Promise<void> {
  const { log, now, logger, halted } = round;
  switch (outcome.kind) {
    case 'sent': {
      countBelow(round, project, there, item);
      const { activityId } = outcome;
      const posted = sent(item, there, { activityId, digest: picture.digest, at: now() });
      await surely(() =>
        old
          ? log.finishAnew(project.id, item, posted, replaced(old))
          : log.finish(project.id, item, posted, picture.isLive),
      );
      return;
    }
    case 'undeliverable':
      // What is for all is tried again: whoever is refused may be let in a little later.
      return isForAll(item) && outcome.reason === 'refused'
        ? refused(round, project, { there, item })
        : unreachable(round, project, item, outcome.reason);
    case 'not-sent':
      halted.add(there.conversation, outcome.retryAfterMs);
      await surely(() => log.putBack(project.id, item));
      return;
    case 'unknown':
      logger.warn({ project: project.id, soort: item.soort }, 'Teams gave no answer');
      halted.add(there.conversation);
  }
}

/** It certainly did not arrive: it waits for its next time, and is given up after many. */
async function refused(
  round: SendRound,
  project: Project,
  { there, item }: Pick<ToPost, 'there' | 'item'>,
): Promise<void> {
  const again = { ...item, refusals: item.refusals + 1 };
  if (isOften(again.refusals)) return unreachable(round, project, item, 'refused');
  round.logger.warn({ project: project.id, soort: item.soort, times: again.refusals }, 'Refused');
  await surely(() => round.log.putBack(project.id, again));
  waits(round, again, there.conversation);
}

/** What comes after a message keeps its place behind it once; a refusal that lasts holds up nothing else. */
export function waits({ halted }: SendRound, item: OutboxItem, where: string): void {
  if (item.refusals > 1) halted.later(againAt(item));
  else halted.add(where);
}

/** When what was refused is sent again, UTC ISO. */
export const againAt = ({ begun, refusals }: OutboxItem) => plusMs(begun, waitAfter(refusals));

const isForAll = ({ facts }: OutboxItem) => typeof facts['aan'] !== 'string';

function countBelow(
  { below }: SendRound,
  { id }: Project,
  { kind }: Place,
  { soort, facts }: OutboxItem,
): void {
  if (soort === KAART) below.clear(id);
  else if (kind !== 'channel' && typeof facts['aan'] !== 'string') below.add(id);
}
