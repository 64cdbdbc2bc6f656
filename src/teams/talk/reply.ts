import type { Ctx } from '../../process/contract/contract.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import { pastEnd, untilEnd } from '../../storage/table/ending.ts';
import { drawFor } from '../cards/drawing.ts';
import { inTime } from './in-time.ts';
import type { BotOptions } from './options.ts';
import type { Answer, Card, Incoming, Sent } from '../port.ts';
import type { Shown } from '../../answer/shown.ts';
import type { Claim } from '../cards/wire.ts';

/** True where what one person gets to see stands in a conversation that others read. */
function othersReadAlong({ place, what }: Incoming): boolean {
  const isDialog = what.kind === 'press' && what.via !== 'execute' && what.via !== 'submit';
  return place.kind !== 'personal' && !isDialog;
}

/** What may be drawn for this person, in the place where it will stand. */
export const seenBy = (incoming: Incoming, ctx: Ctx): Ctx =>
  othersReadAlong(incoming) ? { ...ctx, project: voorIedereen(ctx.project) } : ctx;

/**
 * Shows a screen to the person who acted, in the way they acted: a dialog stays a dialog, their own card is replaced, and
 * a typed command or a shared card gets a new message in the same thread.
 */
export async function replyTo(
  options: BotOptions,
  incoming: Incoming,
  shown: Shown,
  claim?: Claim,
): Promise<Answer> {
  const { what } = incoming;
  if (what.kind !== 'press') return sent(options, incoming, () => post(options, incoming, shown));
  switch (what.via) {
    case 'open':
    case 'save':
    case 'quote':
      return {
        kind: 'dialog',
        title: shown.screen.titel,
        card: drawFor(options, shown, 'dialoog'),
      };
    case 'execute':
      return replaced(options, incoming, shown, isOwn(claim) && isForAll(shown));
    case 'submit':
      return sent(options, incoming, () => overOwn(options, incoming, shown, isOwn(claim)));
  }
}

/**
 * True for what everybody may see in the message itself: what a view shows, a list, and what was stored. A refusal concerns
 * only who was refused, and a text that was not stored only its author.
 */
const isForAll = ({ screen, isWeergave }: Shown) =>
  isWeergave ||
  screen.kind === 'lijst' ||
  screen.kind === 'email' ||
  (screen.kind === 'bericht' && screen.soort === 'gelukt');

/** True for a card that belongs to one person, so that it may change for all who see it. */
const isOwn = (claim: Claim | undefined) => claim !== undefined && claim.van !== '';

/** By message. Who asked for it in a conversation that is busy gets it after the activity was answered. */
async function sent(
  options: BotOptions,
  incoming: Incoming,
  send: () => Promise<Sent>,
): Promise<Answer> {
  await inTime(options, incoming, pastEnd(send));
  return { kind: 'none' };
}

/** A message for the person who acted, remembered as all that holds texts of a project or names of people. */
export async function post(
  { sending, ...style }: BotOptions,
  { place }: Incoming,
  shown: Shown,
): Promise<Sent> {
  const message = { card: drawFor(style, shown, 'eigen'), summary: shown.screen.titel };
  const outcome = await sending.reply(place, message);
  if (outcome.kind === 'sent')
    sending.posted(shown.ctx.project, place, answerOf(shown, outcome.activityId));
  return outcome;
}

/** A message in the person's own chat: false when it cannot be reached, or when there is nothing to say there. */
export async function postPersonally(
  options: BotOptions,
  incoming: Incoming,
  draw: (there: Incoming) => Promise<Shown | undefined>,
): Promise<boolean> {
  const place = await untilEnd(options.teams.personal(incoming.place, incoming.from));
  const there = place && { ...incoming, place };
  const what = there && (await draw(there));
  if (!what) return false;
  const outcome = await inTime(
    options,
    incoming,
    pastEnd(() => post(options, there, what)),
  );
  return outcome === undefined || outcome.kind === 'sent';
}

/** In the place of the person's own card; below it when that is not there any more. */
async function overOwn(
  options: BotOptions,
  incoming: Incoming,
  shown: Shown,
  isOverOwn: boolean,
): Promise<Sent> {
  const over =
    isOverOwn && (await updated(options, incoming, shown, drawFor(options, shown, 'eigen')));
  return over && over.kind === 'sent' ? over : post(options, incoming, shown);
}

/** Teams brings back the old card after a reaction to it, unless the message itself is updated too. */
function replaced(
  options: BotOptions,
  incoming: Incoming,
  shown: Shown,
  isForEverybody: boolean,
): Answer {
  const card = drawFor(options, shown, 'eigen');
  if (isForEverybody) options.sending.background('', updated(options, incoming, shown, card));
  return { kind: 'card', card };
}

async function updated(
  { sending }: BotOptions,
  { place, what }: Incoming,
  shown: Shown,
  card: Card,
): Promise<Sent | undefined> {
  if (what.kind !== 'press' || what.messageId === '') return undefined;
  const outcome = await sending.replyOver(place, what.messageId, { card });
  // What stood there may be of before the project: of that nothing is remembered.
  if (outcome.kind === 'sent')
    sending.remember(shown.ctx.project, place, answerOf(shown, what.messageId));
  return outcome;
}

/** Also one without texts of the project is remembered: it may be addressed to somebody, or name another. */
const answerOf = ({ ctx, screen }: Shown, activityId: string) => ({
  activityId,
  voor: ctx.actor.id,
  metTekst: screen.kind !== 'bericht',
});
