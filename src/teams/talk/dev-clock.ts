import { bericht } from '../../process/vormen/screen.ts';
import {
  dateOf,
  dateText,
  HOUR_MS,
  instantText,
  plusDays,
  plusMs,
  utcOf,
} from '../../process/taal/time.ts';
import { nl } from '../../text/nl.ts';
import type { Bot } from './options.ts';
import type { Answer, Incoming } from '../port.ts';
import { notice } from './notice.ts';

import { replyTo } from './reply.ts';

const DAYS: ReadonlyMap<string, number> = new Map([
  ['dag', 1],
  ['dagen', 1],
  ['week', 7],
  ['weken', 7],
]);

/** How far a developer moves the clock: some hours, or to ten in the morning some days later. */
export type Move = (now: string) => string;

/** `dev klok +3 dagen`; undefined for anything else. */
export function readMove(text: string): Move | undefined {
  const found = /^dev klok \+?(\d{1,3}) (uur|uren|dag|dagen|week|weken)$/i.exec(text.trim());
  if (!found) return undefined;
  const many = Number(found[1]);
  const days = DAYS.get(found[2]?.toLowerCase() ?? '');
  if (days === undefined) return (now) => plusMs(now, many * HOUR_MS);
  return (now) => utcOf({ datum: plusDays(dateOf(now), { days: many * days }), tijd: '10:00' });
}

/** Moves the clock on a developer's own machine, and does what has come due by then. */
export async function moveOn(bot: Bot, incoming: Incoming, move: Move): Promise<Answer> {
  const { moveClock, now, sending } = bot.options;
  moveClock?.(Math.max(0, Date.parse(move(now())) - Date.parse(now())));
  const moment = `${instantText(now(), now())} (${dateText(dateOf(now()))})`;
  const screen = bericht('uitleg', nl.klokStaatOp(moment));
  const answer = await replyTo(bot.options, incoming, notice(bot, incoming, screen));
  await sending.sweep();
  return answer;
}
