import type { Project } from '../../process/feiten/project.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import { SIGNALS } from '../../log/signals.ts';
import { StorageDown } from '../../storage/table/failure.ts';
import type { Shown } from '../../storage/log/outbox.ts';
import type { Outcome, Place } from '../../teams/port.ts';
import { KAART } from '../parts/became.ts';
import { draw } from './drawn.ts';
import { LeaseLost } from '../parts/lease.ts';
import { placeOfShown, postCard } from './live-card.ts';
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
    for (const shown of await log.live(projectId)) await refreshSafely(round, project, shown);
  }
}

/** One message that cannot be drawn may not keep the others old. */
async function refreshSafely(round: ShowRound, project: Project, shown: Shown): Promise<void> {
  try {
    await refresh(round, project, shown);
  } catch (err) {
    if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
    const { soort } = shown;
    round.logger.error({ err, project: project.id, soort }, SIGNALS.failed);
  }
}

/** Brings one message up to the log; `isLive` false: for the last time. */
export async function refresh(
  round: ShowRound,
  project: Project,
  shown: Shown,
  isLive = true,
): Promise<void> {
  const picture = pictureOfShown(round, project, shown);
  if (!picture || round.halted.has(shown.conversation)) return;
  if (picture.digest !== shown.digest) return update(round, project.id, shown, isLive);
  if (isLive && !picture.isLive) await round.log.saveShown(project.id, shown, false);
}

function pictureOfShown(round: ShowRound, project: Project, shown: Shown): Picture | undefined {
  const isElsewhere = shown.soort === KAART && shown.conversation !== round.place.conversation;
  return isElsewhere
    ? round.drawing.moved(project, 'elsewhere')
    : draw(round, project, shown).picture;
}

/** Draws after waiting, so that one update shows all that was said meanwhile. */
async function update(
  round: ShowRound,
  projectId: string,
  shown: Shown,
  isLive: boolean,
): Promise<void> {
  const there = await placeOfShown(round, shown);
  if (!there) return;
  await round.turn(there);
  const project = (await round.log.read(projectId))?.project;
  const picture = project && pictureOfShown(round, project, shown);
  if (!picture) return;
  const outcome = await put(round, there, shown, picture);
  if (outcome.kind === 'not-sent' || outcome.kind === 'unknown')
    return notUpdated(round, projectId, shown, outcome);
  const isGone = outcome.kind === 'undeliverable' && outcome.reason === 'gone';
  if (isGone && (await isPostedAnew(round, project, shown))) return;
  const left = { ...shown, digest: picture.digest };
  await round.log.saveShown(projectId, left, isLive && picture.isLive);
}

/** Updating twice does no harm, and nobody should look at an old card because one answer was lost. */
async function put(
  { teams }: ShowRound,
  there: Place,
  { activityId }: Shown,
  picture: Picture,
): Promise<Outcome> {
  const first = await teams().update(there, activityId, picture.message());
  return first.kind === 'unknown' ? teams().update(there, activityId, picture.message()) : first;
}

function notUpdated(
  { logger, halted }: ShowRound,
  projectId: string,
  { soort, conversation }: Shown,
  outcome: Outcome,
): void {
  logger.warn({ project: projectId, soort, outcome: outcome.kind }, 'not updated');
  halted.add(conversation, outcome.kind === 'not-sent' ? outcome.retryAfterMs : undefined);
}

/**
 * The live card of now is posted once more when it was deleted; another message that cannot be updated is left as it is.
 * True when nothing is left to store of the old one.
 */
async function isPostedAnew(round: ShowRound, project: Project, shown: Shown): Promise<boolean> {
  if (shown.soort !== KAART || huidig(project)?.id !== shown.id) return false;
  const posted = await postCard(round, project, shown.id);
  if (posted === 'not-sent') round.halted.add(shown.conversation);
  return posted === 'sent' || posted === 'not-sent';
}
