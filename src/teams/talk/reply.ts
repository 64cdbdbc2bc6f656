import type { Ctx } from '../../process/contract/contract.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import type { Screen } from '../../process/vormen/screen.ts';
import { drawFor } from '../cards/drawing.ts';
import type { BotOptions } from './options.ts';
import type { Answer, Card, Incoming } from '../port.ts';
import type { Shown } from '../../answer/shown.ts';
import type { Claim } from '../cards/wire.ts';

/** True where what one person gets to see stands in a conversation that others read. */
function othersReadAlong({ place, what }: Incoming): boolean {
  const isDialog = what.kind === 'press' && (what.via === 'open' || what.via === 'save');
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
  if (what.kind !== 'press') return post(options, incoming, shown);
  switch (what.via) {
    case 'open':
    case 'save':
      return {
        kind: 'dialog',
        title: shown.screen.titel,
        card: drawFor(options, shown, 'dialoog'),
      };
    case 'execute':
      return replaced(options, incoming, shown, isOwn(claim) && isForAll(shown.screen));
    case 'submit': {
      if (isOwn(claim) && (await updated(options, incoming, drawFor(options, shown, 'eigen'))))
        return { kind: 'none' };
      return post(options, incoming, shown);
    }
  }
}

/** True for a screen that everybody may see in the message itself. A text that was not stored concerns only its author. */
const isForAll = (screen: Screen) =>
  screen.kind === 'lijst' ||
  screen.kind === 'email' ||
  (screen.kind === 'bericht' && screen.soort === 'gelukt');

/** True for a card that belongs to one person, so that it may change for all who see it. */
const isOwn = (claim: Claim | undefined) => claim !== undefined && claim.van !== '';

async function post(options: BotOptions, { place }: Incoming, shown: Shown): Promise<Answer> {
  const message = { card: drawFor(options, shown, 'eigen'), summary: shown.screen.titel };
  const outcome = await options.teams.send(place, message);
  if (outcome.kind !== 'sent')
    throw Object.assign(new Error('the answer could not be sent'), { code: outcome.kind });
  const holdsText = shown.screen.kind !== 'bericht';
  options.sending.posted(shown.ctx.project, place, holdsText ? outcome.activityId : '');
  return { kind: 'none' };
}

/** Teams brings back the old card after a reaction to it, unless the message itself is updated too. */
function replaced(
  options: BotOptions,
  incoming: Incoming,
  shown: Shown,
  isForEverybody: boolean,
): Answer {
  const card = drawFor(options, shown, 'eigen');
  if (isForEverybody) options.sending.background('', updated(options, incoming, card));
  return { kind: 'card', card };
}

async function updated(
  { teams, logger }: BotOptions,
  { place, what }: Incoming,
  card: Card,
): Promise<boolean> {
  if (what.kind !== 'press' || what.messageId === '') return false;
  const outcome = await teams.update(place, what.messageId, { card });
  if (outcome.kind !== 'sent')
    logger.warn({ outcome: outcome.kind }, 'a card of one person was not updated');
  return outcome.kind === 'sent';
}
