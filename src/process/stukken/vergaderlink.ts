import type { Vergadering } from '../contract/contract.ts';
import { plusMs } from '../taal/time.ts';

/** Teams opens its own form for a new meeting at this address, filled in. It needs no permission. */
const MEETING = 'https://teams.microsoft.com/l/meeting/new?subject=';

/** How long a meeting lasts when its end is not known. */
const USUAL_MS = 90 * 60_000;

/** Longer addresses are cut or refused on the way. */
const MAX_LENGTH = 2_000;

/**
 * The address that opens a new meeting with this in it, for whoever presses it, and with these people invited. Empty when it
 * would be too long: an invitation to as many as fit would leave out people without a word.
 */
export function vergaderlink(
  { onderwerp, van, tot, plaats, tekst }: Vergadering,
  adressen: readonly string[] = [],
): string {
  const times = `&startTime=${van}&endTime=${tot === '' ? plusMs(van, USUAL_MS) : tot}`;
  const content = encoded([tekst, plaats].filter((deel) => deel !== '').join('\n'));
  const attendees = adressen.length === 0 ? '' : `&attendees=${adressen.map(encoded).join(',')}`;
  const link = `${MEETING}${encoded(onderwerp)}${times}&content=${content}${attendees}`;
  return link.length <= MAX_LENGTH ? link : '';
}

/** True for an address that `vergaderlink` made, with nobody's address in it. */
export const isVergaderlink = (url: unknown): boolean =>
  typeof url === 'string' &&
  url.startsWith(MEETING) &&
  !/\s/.test(url) &&
  !url.includes('&attendees=');

/** Half of a surrogate pair cannot be encoded. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
