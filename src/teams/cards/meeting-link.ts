import type { Vergadering } from '../../process/contract/contract.ts';
import { plusMs } from '../../process/taal/time.ts';

/** Teams opens its own form for a new meeting at this address, filled in. It needs no permission. */
const MEETING = 'https://teams.microsoft.com/l/meeting/new?subject=';

/** How long a meeting lasts when its end is not known. */
const USUAL_MS = 90 * 60_000;

/** The address that puts an overleg in somebody's own calendar. */
export function meetingLink({ onderwerp, van, tot, plaats, tekst }: Vergadering): string {
  const times = `&startTime=${van}&endTime=${tot === '' ? plusMs(van, USUAL_MS) : tot}`;
  return `${MEETING}${encoded(onderwerp)}${times}&content=${encoded([tekst, plaats].filter((deel) => deel !== '').join('\n'))}`;
}

/** True for an address that `meetingLink` made. */
export const isMeetingLink = (url: unknown): boolean =>
  typeof url === 'string' && url.startsWith(MEETING) && !/\s/.test(url);

/** Half of a surrogate pair cannot be encoded. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
