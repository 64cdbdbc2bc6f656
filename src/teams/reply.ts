import type { Logger } from 'pino';
import { drawFor, type Style } from './drawing.ts';
import type { Answer, Card, Incoming, Press, Teams } from './port.ts';
import type { Shown } from './shown.ts';
import type { Claim } from './wire.ts';

export interface ReplyOptions extends Style {
  teams: () => Teams;
  logger: Logger;
}

/**
 * Brings a screen to the person who acted, in the way they acted: a dialog stays a dialog, a card of their own is replaced,
 * a typed command and a shared card get a new message in the same thread.
 */
export async function replyTo(
  options: ReplyOptions,
  incoming: Incoming,
  shown: Shown,
  claim?: Claim,
): Promise<Answer> {
  const { what } = incoming;
  if (what.kind !== 'press')
    return post(options, incoming, draw(options, shown, 'eigen'), shown.screen.titel);
  switch (what.via) {
    case 'open':
    case 'save':
      return { kind: 'dialog', title: shown.screen.titel, card: draw(options, shown, 'dialoog') };
    case 'execute':
      return replace(options, incoming, what, draw(options, shown, 'eigen'), isOwn(claim));
    case 'submit': {
      const card = draw(options, shown, 'eigen');
      if (isOwn(claim) && (await updated(options, incoming, what, card))) return { kind: 'none' };
      return post(options, incoming, card, shown.screen.titel);
    }
  }
}

/** A card that belongs to one person, so that it may change for everybody who sees it. */
const isOwn = (claim: Claim | undefined) => claim !== undefined && claim.van !== '';

const draw = (
  options: ReplyOptions,
  { ctx, verb, screen, nonce, rev = 0, answers = {} }: Shown,
  surface: 'eigen' | 'dialoog',
) => drawFor(options, ctx, verb, screen, surface, nonce, rev, answers);

async function post(
  options: ReplyOptions,
  { place }: Incoming,
  card: Card,
  summary: string,
): Promise<Answer> {
  const outcome = await options.teams().send(place, { card, summary });
  if (outcome.kind !== 'sent')
    throw Object.assign(new Error('the answer could not be sent'), { code: outcome.kind });
  return { kind: 'none' };
}

/** Teams takes an answered card back after a reaction to it, unless the message itself says the same. */
function replace(
  options: ReplyOptions,
  incoming: Incoming,
  what: Press,
  card: Card,
  own: boolean,
): Answer {
  if (own) void updated(options, incoming, what, card);
  return { kind: 'card', card };
}

async function updated(
  { teams, logger }: ReplyOptions,
  { place }: Incoming,
  { messageId }: Press,
  card: Card,
): Promise<boolean> {
  if (messageId === '') return false;
  const outcome = await teams().update(place, messageId, { card });
  if (outcome.kind !== 'sent')
    logger.warn({ outcome: outcome.kind }, 'a card of one person was not updated');
  return outcome.kind === 'sent';
}
