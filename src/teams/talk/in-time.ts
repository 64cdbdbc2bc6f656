import { setTimeout as sleep } from 'node:timers/promises';
import type { BotOptions } from './options.ts';
import type { Incoming } from '../port.ts';

/** Teams gives up on a message after 15 s and sends it once more, and on an invoke sooner. */
const ANSWER_MS = { message: 10_000, invoke: 4_000 };

/** What came of it, or undefined when it goes on after the activity was answered. */
export async function inTime<T>(
  { sending, clock }: Pick<BotOptions, 'sending' | 'clock'>,
  { receivedMs, what }: Pick<Incoming, 'receivedMs' | 'what'>,
  work: Promise<T>,
): Promise<T | undefined> {
  sending.background('', work);
  const mostMs = ANSWER_MS[what.kind === 'file' ? 'invoke' : 'message'];
  const left = Math.max(0, Math.min(mostMs, receivedMs + mostMs - clock()));
  const over = new AbortController();
  const tooLate = sleep(left, undefined, { signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    over.abort();
  }
}
