import type { Project } from '../../process/feiten/project.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import { SIGNALS } from '../../log/signals.ts';
import { StorageDown } from '../../storage/table/failure.ts';
import type { Posted } from '../../storage/log/outbox.ts';
import type { Sent, Place } from '../../teams/port.ts';
import { KAART } from '../parts/became.ts';
import { draw } from './drawn.ts';
import { placeOfPosted, postCard } from './live-card.ts';
import { LeaseLost } from '../parts/lease.ts';
import type { ShowRound } from '../parts/round-parts.ts';
import type { Picture } from '../../teams/cards/picture.ts';

/** Brings all that is live up to the log; again while the log moves on. */
export async function redraw(round: ShowRound, projectId: string): Promise<void> {
  const { log } = round;
  let drawn = -1;
  for (;;) {
    const project = (await log.read(projectId))?.project;
    if (!project || project.n === drawn) return;
    drawn = project.n;
    for (const posted of await log.live(projectId)) await refreshSafely(round, project, posted);
  }
}

/** One message that cannot be drawn may not keep the others old. */
async function refreshSafely(round: ShowRound, project: Project, posted: Posted): Promise<void> {
  try {
    await refresh(round, project, posted);
  } catch (err) {
    if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
    const { soort } = posted;
    round.logger.error({ err, project: project.id, soort }, SIGNALS.failed);
  }
}

/** Brings one message up to the log; `isLive` false: for the last time. */
export async function refresh(
  round: ShowRound,
  project: Project,
  posted: Posted,
  isLive = true,
): Promise<void> {
  const picture = pictureOfPosted(round, project, posted);
  if (!picture || round.halted.has(posted.conversation)) return;
  if (picture.digest !== posted.digest) return update(round, project.id, posted, isLive);
  if (isLive && !picture.isLive) await round.log.savePosted(project.id, posted, false);
}

function pictureOfPosted(round: ShowRound, project: Project, posted: Posted): Picture | undefined {
  const isElsewhere = posted.soort === KAART && posted.conversation !== round.place.conversation;
  return isElsewhere
    ? round.drawing.moved(project, 'elsewhere')
    : draw(round, project, posted).picture;
}

/** Draws after waiting, so that one update shows all that was said meanwhile. */
async function update(
  round: ShowRound,
  projectId: string,
  posted: Posted,
  isLive: boolean,
): Promise<void> {
  const there = await placeOfPosted(round, posted);
  if (!there) return;
  await round.turn(there);
  const project = (await round.log.read(projectId))?.project;
  const picture = project && pictureOfPosted(round, project, posted);
  if (!picture) return;
  const outcome = await put(round, there, posted, picture);
  if (outcome.kind === 'not-sent' || outcome.kind === 'unknown')
    return notUpdated(round, projectId, posted, outcome);
  const isGone = outcome.kind === 'undeliverable' && outcome.reason === 'gone';
  if (isGone && (await isPostedAnew(round, project, posted))) return;
  const left = { ...posted, digest: picture.digest };
  await round.log.savePosted(projectId, left, isLive && picture.isLive);
}

/** Updating twice does no harm, and nobody should look at an old card because one answer was lost. */
async function put(
  { teams }: ShowRound,
  there: Place,
  { activityId }: Posted,
  picture: Picture,
): Promise<Sent> {
  const first = await teams().update(there, activityId, picture.message());
  return first.kind === 'unknown' ? teams().update(there, activityId, picture.message()) : first;
}

function notUpdated(
  { logger, halted }: ShowRound,
  projectId: string,
  { soort, conversation }: Posted,
  outcome: Sent,
): void {
  logger.warn({ project: projectId, soort, outcome: outcome.kind }, 'not updated');
  halted.add(conversation, outcome.kind === 'not-sent' ? outcome.retryAfterMs : undefined);
}

/**
 * The live card of now is posted once more when it was deleted; another message that cannot be updated is left as it is.
 * True when nothing is left to store of the old one.
 */
async function isPostedAnew(round: ShowRound, project: Project, posted: Posted): Promise<boolean> {
  if (posted.soort !== KAART || huidig(project)?.id !== posted.id) return false;
  const became = await postCard(round, project, posted.id);
  if (became === 'not-sent') round.halted.add(posted.conversation);
  return became === 'sent' || became === 'not-sent';
}
