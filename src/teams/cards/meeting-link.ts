import type { Vergadering } from '../../process/contract/contract.ts';
import { plusMs } from '../../process/taal/time.ts';

/** Teams opens its own form for a new meeting here, filled in. No permission is needed for it. */
const MEETING = 'https://teams.microsoft.com/l/meeting/new?subject=';

/** A meeting lasts so long when nobody said. */
const USUAL_MS = 90 * 60_000;

/** The address that puts an overleg in somebody's own calendar. */
export function meetingLink({ onderwerp, van, tot, plaats }: Vergadering): string {
  const times = `&startTime=${van}&endTime=${tot === '' ? plusMs(van, USUAL_MS) : tot}`;
  return `${MEETING}${encoded(onderwerp)}${times}&content=${encoded(plaats)}`;
}

/** True for an address that `meetingLink` made. */
export const isMeetingLink = (url: unknown): boolean =>
  typeof url === 'string' && url.startsWith(MEETING) && !/\s/.test(url);

/** Half of a sign cannot be encoded. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
