import type { Project } from '../../process/feiten/project.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import type { Posted } from '../../storage/log/outbox.ts';
import type { Raise } from '../../storage/wekker.ts';
import type { Sent, Place } from '../../teams/port.ts';
import { KAART, replaced, sent } from '../parts/became.ts';
import { LeaseLost } from '../parts/lease.ts';
import { surely } from '../parts/surely.ts';
import { anewAfter, doubted } from './doubt.ts';
import { draw } from './drawn.ts';
import { confirmed, put } from './putting.ts';
import type { ShowRound } from '../parts/round-parts.ts';

/** The live card posted anew at the end of a chat; a channel has its thread. False when it certainly did not arrive. */
export async function bringUp(round: ShowRound, project: Project, when: Raise): Promise<boolean> {
  const { log, place, halted } = round;
  if (halted.has(place.conversation)) return false;
  const nu = huidig((await log.read(project.id))?.project ?? project);
  if (!nu) return true;
  const old = await log.posted(project.id, nu.id);
  if (when === 'whenLost' && old?.conversation === place.conversation) {
    const stands = await standing(round, project, old);
    if (stands !== 'refused') return stands === 'yes';
  }
  return (await postAnew(round, project, nu.id, old)) !== 'not-sent';
}

/** Whether the card is still there shows only when it is updated; that says of it what is so now as well. */
async function standing(
  round: ShowRound,
  project: Project,
  card: Posted,
): Promise<'yes' | 'refused' | 'unclear'> {
  const there = { ...round.place, thread: card.thread };
  await round.turn(there);
  const latest = (await round.log.read(project.id))?.project ?? project;
  const { picture } = draw(round, latest, card);
  if (!picture) return 'yes';
  const outcome = await put(round, there, card, picture);
  if (outcome.kind === 'sent') {
    await round.log.savePosted(project.id, confirmed(card, picture), true);
    return 'yes';
  }
  if (outcome.kind === 'undeliverable') return 'refused';
  round.halted.add(
    there.conversation,
    outcome.kind === 'not-sent' ? outcome.retryAfterMs : undefined,
  );
  return 'unclear';
}

/** Posts the live card anew, e.g. when it was deleted or has gone out of sight. What did not arrive leaves a trace. */
export async function postAnew(
  round: ShowRound,
  project: Project,
  stap: string,
  old: Posted | undefined,
): Promise<Sent['kind']> {
  const { log, teams, now, place, turn, below, halted } = round;
  const card = { id: stap, soort: KAART, facts: { stap } };
  const there = { ...place, thread: '' };
  await turn(there);
  const latest = (await log.read(project.id))?.project ?? project;
  const { picture } = draw(round, latest, card);
  if (!picture) return 'undeliverable';
  if (!round.isHeld()) throw new LeaseLost();
  const outcome = await teams().send(there, picture.message());
  if (outcome.kind !== 'sent') {
    if (outcome.kind === 'not-sent') halted.add(there.conversation, outcome.retryAfterMs);
    if (old) await keepTrying(round, project, old, outcome.kind);
    return outcome.kind;
  }
  below.clear(project.id);
  const { activityId } = outcome;
  const posted = sent(card, there, { activityId, digest: picture.digest, at: now() });
  const anew = old?.doubt && { anew: anewAfter(old, 'posted', now()) };
  await surely(() =>
    old
      ? log.saveAnew(project.id, { ...posted, ...anew }, replaced(old))
      : log.savePosted(project.id, posted, true),
  );
  return 'sent';
}

/** The card that stands there, or is lost, is looked at again: at a slow pace, for as long as nothing gets through. */
async function keepTrying(
  { log, now, halted }: ShowRound,
  { id }: Project,
  old: Posted,
  became: Exclude<Sent['kind'], 'sent'>,
): Promise<void> {
  const doubt = doubted(old, now());
  // Teams said itself when to come back.
  const again = became === 'not-sent' ? now() : doubt.again;
  const anew = became === 'unknown' && { anew: anewAfter(old, 'unknown', now()) };
  halted.later(again);
  await surely(() => log.savePosted(id, { ...old, ...anew, doubt: { ...doubt, again } }, true));
}

/** Where a message of ours stands; undefined when its conversation was never seen. */
export async function placeOfPosted(
  { place, placeOf }: ShowRound,
  { conversation, thread }: Posted,
): Promise<Place | undefined> {
  const found = conversation === place.conversation ? place : await placeOf(conversation);
  return found && { ...found, thread };
}
