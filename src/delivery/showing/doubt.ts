import { DAY_MS, plusMs } from '../../process/taal/time.ts';
import type { Doubt, Posted } from '../../storage/log/outbox.ts';
import { isOften, waitAfter } from '../parts/again.ts';

// Teams did not confirm an update. 403, 404 and silence may pass, or tell that the message was deleted, that the
// conversation was archived or that the bot was taken out of it: what tells these apart is what a next call says.

/** The live card is posted anew after so many times, or sooner when it goes on for so long. */
const ANEW_AFTER = { times: 3, ms: 12 * 3_600_000 };

/** Nor is it posted anew again within so long for the same reason: after it was, and after nobody knows whether it was. */
const ANEW_EVERY_MS = { posted: DAY_MS, unknown: 10 * 60_000 };

/** One time more. */
export function doubted({ doubt }: Posted, now: string): Doubt {
  const times = (doubt?.times ?? 0) + 1;
  return { times, since: doubt?.since ?? now, again: plusMs(now, waitAfter(times)) };
}

/** True while it is not tried again yet. */
export const isResting = ({ doubt }: Posted, now: string) =>
  doubt !== undefined && doubt.again > now;

/** True for a message that is left as it is, if it is not the live card of now. */
export const isGivenUp = ({ times }: Doubt) => isOften(times);

/** True when the live card is to be posted anew for want of an update. */
export function isLost({ times, since }: Doubt, { anew = '' }: Posted, now: string): boolean {
  const isLong = times > 1 && plusMs(since, ANEW_AFTER.ms) <= now;
  return (times >= ANEW_AFTER.times || isLong) && anew <= now;
}

/** Not posted anew again before this. The second time in a row that nobody knows counts as posted. */
export const anewAfter = ({ anew }: Posted, became: 'posted' | 'unknown', now: string) =>
  plusMs(now, ANEW_EVERY_MS[anew === undefined ? became : 'posted']);
