import type { Project } from '../../process/feiten/project.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import type { Posted } from '../../storage/log/outbox.ts';
import type { Raise } from '../../storage/wekker.ts';
import type { Sent, Place } from '../../teams/port.ts';
import { KAART, sent } from '../parts/became.ts';
import { draw } from './drawn.ts';
import type { ShowRound } from '../parts/round-parts.ts';

/** The live card posted anew at the end of a chat; a channel has its thread. False when it certainly did not arrive. */
export async function bringUp(round: ShowRound, project: Project, when: Raise): Promise<boolean> {
  const { log, place, halted } = round;
  const nu = huidig((await log.read(project.id))?.project ?? project);
  if (!nu) return true;
  const old = await log.posted(project.id, nu.id);
  if (old?.conversation === place.conversation && when === 'whenLost') return true;
  const posted = await postCard(round, project, nu.id);
  if (posted === 'sent' && old) await shrink(round, project, old);
  if (posted === 'not-sent') halted.add(place.conversation);
  return posted !== 'not-sent';
}

/** Posts the live card anew, e.g. when it was deleted or has gone out of sight. */
export async function postCard(
  round: ShowRound,
  project: Project,
  stap: string,
): Promise<Sent['kind']> {
  const { log, teams, now, place, turn, below } = round;
  const card = { id: stap, soort: KAART, facts: { stap } };
  const there = { ...place, thread: '' };
  await turn(there);
  const latest = (await log.read(project.id))?.project ?? project;
  const { picture } = draw(round, latest, card);
  if (!picture) return 'undeliverable';
  const outcome = await teams().send(there, picture.message());
  if (outcome.kind !== 'sent') return outcome.kind;
  below.clear(project.id);
  const { activityId } = outcome;
  const posted = sent(card, there, { activityId, digest: picture.digest, at: now() });
  await log.savePosted(project.id, posted, true);
  return 'sent';
}

/** What is left of an older live card. */
export async function shrink(round: ShowRound, project: Project, old: Posted): Promise<void> {
  const { teams, drawing, place, turn } = round;
  const there = await placeOfPosted(round, old);
  if (!there) return;
  await turn(there);
  const where = old.conversation === place.conversation ? 'lower' : 'elsewhere';
  await teams().update(there, old.activityId, drawing.moved(project, where).message());
}

/** Where a message of ours stands; undefined when its conversation was never seen. */
export async function placeOfPosted(
  { place, placeOf }: ShowRound,
  { conversation, thread }: Posted,
): Promise<Place | undefined> {
  const found = conversation === place.conversation ? place : await placeOf(conversation);
  return found && { ...found, thread };
}
