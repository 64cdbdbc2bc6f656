import type { Project } from '../../process/feiten/project.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import { SIGNALS } from '../../log/signals.ts';
import { StorageDown } from '../../storage/table/failure.ts';
import type { Posted } from '../../storage/log/outbox.ts';
import type { Sent } from '../../teams/port.ts';
import { isVanGewiste, KAART, KAART_OUD, replaced, WEGGEHAALD } from '../parts/became.ts';
import { doubted, isGivenUp, isLost, isResting } from './doubt.ts';
import { draw } from './drawn.ts';
import { placeOfPosted, postAnew } from './live-card.ts';
import { LeaseLost } from '../parts/lease.ts';
import { confirmed, isGone, put } from './putting.ts';
import type { ShowRound } from '../parts/round-parts.ts';
import type { Picture } from '../../teams/cards/picture.ts';

/** What came of bringing one message up to the log. `waits`: somebody has to try again. `anew`: it was posted anew. */
type Became = 'done' | 'waits' | 'anew';

/** Brings all that is live up to the log; again while the log moves on, or something has to make place. */
export async function redraw(round: ShowRound, projectId: string): Promise<void> {
  const { log } = round;
  /** The number of events that all of it shows; undefined while something has to be drawn. */
  let drawn: number | undefined;
  for (;;) {
    const project = (await log.read(projectId))?.project;
    if (!project || project.n === drawn) return;
    drawn = project.n;
    for (const posted of await log.live(projectId))
      if ((await refreshSafely(round, project, posted)) === 'anew') drawn = undefined;
  }
}

/** One message that cannot be drawn may not keep the others old. */
async function refreshSafely(round: ShowRound, project: Project, posted: Posted): Promise<Became> {
  try {
    return await refresh(round, project, posted);
  } catch (err) {
    if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
    const { soort } = posted;
    round.logger.error({ err, project: project.id, soort }, SIGNALS.failed);
    return 'done';
  }
}

/** Brings one message up to the log; `isLive` false: for the last time. */
export async function refresh(
  round: ShowRound,
  project: Project,
  posted: Posted,
  isLive = true,
): Promise<Became> {
  const picture = pictureOfPosted(round, project, posted);
  if (!picture) return 'done';
  if (round.halted.has(posted.conversation)) return 'waits';
  if (isResting(posted, round.now())) {
    round.halted.later(posted.doubt?.again ?? '');
    return 'waits';
  }
  if (picture.digest !== posted.digest || posted.doubt)
    return update(round, project.id, posted, isLive);
  if (isLive && !picture.isLive) await round.log.savePosted(project.id, posted, false);
  return 'done';
}

function pictureOfPosted(round: ShowRound, project: Project, posted: Posted): Picture | undefined {
  const isElsewhere = posted.conversation !== round.place.conversation;
  if (posted.soort === KAART_OUD || (posted.soort === KAART && isElsewhere))
    return round.drawing.moved(project, isElsewhere ? 'elsewhere' : 'lower');
  const isWeg = posted.soort !== 'antwoord' && isVanGewiste(project, posted.facts);
  return draw(round, project, isWeg ? { ...posted, soort: WEGGEHAALD } : posted).picture;
}

/** Draws after waiting, so that one update shows all that was said meanwhile. */
async function update(
  round: ShowRound,
  projectId: string,
  posted: Posted,
  isLive: boolean,
): Promise<Became> {
  const there = await placeOfPosted(round, posted);
  if (!there) return 'done';
  await round.turn(there);
  const project = (await round.log.read(projectId))?.project;
  const picture = project && pictureOfPosted(round, project, posted);
  if (!picture) return 'done';
  const outcome = await put(round, there, posted, picture);
  if (!round.isHeld()) return notOurs(round, projectId, posted);
  if (outcome.kind === 'sent') {
    // An older live card that makes place shows nothing of the project any more.
    await (posted.soort === KAART_OUD && isLive
      ? round.log.forget(projectId, posted)
      : round.log.savePosted(projectId, confirmed(posted, picture), isLive && picture.isLive));
    return 'done';
  }
  const { logger, halted } = round;
  const { soort, conversation, doubt } = posted;
  logger.warn(
    { project: projectId, soort, outcome: outcome.kind, before: doubt?.times ?? 0 },
    'not updated',
  );
  if (outcome.kind !== 'undeliverable')
    halted.add(conversation, outcome.kind === 'not-sent' ? outcome.retryAfterMs : undefined);
  return outcome.kind === 'not-sent'
    ? 'waits'
    : unconfirmed(round, project, { posted, outcome, isLive });
}

interface Unconfirmed {
  posted: Posted;
  outcome: Sent;
  isLive: boolean;
}

/**
 * What Teams did not confirm is tried again, less and less often. The live card of now is posted anew when it was deleted
 * or stays away; what nobody needs as much is left in the end as it is.
 */
async function unconfirmed(
  round: ShowRound,
  project: Project,
  { posted, outcome, isLive }: Unconfirmed,
): Promise<Became> {
  const { log, now, halted, place } = round;
  const doubt = doubted(posted, now());
  const inDoubt = { ...posted, doubt };
  const isHere = posted.soort === KAART && posted.conversation === place.conversation;
  const isNow = isHere && huidig(project)?.id === posted.id;
  if (isNow && (isGone(outcome) || isLost(doubt, posted, now()))) {
    const became = await postAnew(round, project, posted.id, inDoubt);
    return became === 'sent' ? 'anew' : 'waits';
  }
  if (!(isHere && isLive) && (isGone(outcome) || isGivenUp(doubt))) {
    await log.savePosted(project.id, leftAsItIs(posted), false);
    return 'done';
  }
  await log.savePosted(project.id, inDoubt, isLive);
  halted.later(doubt.again);
  return 'waits';
}

/** Its digest stays that of what Teams confirmed: should a text be erased, it is tried anew. */
const leftAsItIs = ({ doubt, ...posted }: Posted): Posted => posted;

/**
 * This process stood still while Teams took its update, and another draws by now: nobody knows which of both came last.
 * Whoever has the lease draws the message once more, also when another has taken its place.
 */
async function notOurs(
  { log, now, wake }: ShowRound,
  projectId: string,
  posted: Posted,
): Promise<never> {
  const found = await log.posted(projectId, posted.id);
  const left = posted.soort === KAART ? replaced(posted) : posted;
  const drawn = found?.activityId === posted.activityId ? found : left;
  const doubt = { times: 0, since: now(), again: now() };
  await log.savePosted(projectId, { ...drawn, doubt }, true);
  await wake();
  throw new LeaseLost();
}
