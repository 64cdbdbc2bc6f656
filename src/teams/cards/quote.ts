import { asking } from './wire.ts';

/** The verb of what stands in the menu of every message: to make something of it for the group. */
export const UIT_BERICHT = 'uit-bericht';

/** What is sent along with it: what the message says, and which project it belongs to where there are more. */
export const INVOER = { tekst: 'bericht', waar: 'waar' } as const;

/** What a button sends to ask the same of a message once more. */
export const quoteAgain = (data: Readonly<Record<string, unknown>>) => ({
  ...data,
  ...asking(UIT_BERICHT),
});
