import { bericht } from '../process/screen.ts';
import { dateOf, instantText } from '../process/time.ts';
import { nl } from '../text/nl.ts';
import type { Bot } from './options.ts';
import type { Answer, Incoming } from './port.ts';
import { notice } from './pressed.ts';
import { replyTo } from './reply.ts';

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = {
  uur: HOUR_MS,
  uren: HOUR_MS,
  dag: 24 * HOUR_MS,
  dagen: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  weken: 7 * 24 * HOUR_MS,
};

/** `dev klok +3 dagen`: how many ms; undefined for anything else. */
export function readMove(text: string): number | undefined {
  const found = /^dev klok \+?(\d{1,3}) (uur|uren|dag|dagen|week|weken)$/i.exec(text.trim());
  const unit = UNITS[found?.[2]?.toLowerCase() ?? ''];
  return found && unit ? Number(found[1]) * unit : undefined;
}

/** On a developer's own machine: it becomes later, and what has come due is done. */
export async function moveOn(bot: Bot, incoming: Incoming, ms: number): Promise<Answer> {
  const { moveClock, now, sending } = bot.options;
  moveClock?.(ms);
  await sending.sweep();
  const screen = bericht(
    'uitleg',
    nl.klokStaatOp(`${instantText(now())} ${dateOf(now()).slice(0, 4)}`),
  );
  return replyTo(bot.options, incoming, notice(bot, incoming, screen));
}
