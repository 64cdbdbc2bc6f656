import { forgetMembers } from '../out/members.ts';
import type { Answer, Incoming, Membership } from '../port.ts';
import type { Bot } from './options.ts';
import { momentOf } from './wayfinder.ts';

/**
 * People came or left. The log says so from now on, and the group reads who left (rule 11). Who left does nothing more
 * here, and takes part again when they are back; who came for the first time may ask to join.
 */
export async function moved(
  { options, presence }: Bot,
  incoming: Incoming,
  what: Membership,
): Promise<Answer> {
  const { place } = incoming;
  forgetMembers(options, place);
  if (place.kind !== 'personal')
    await presence.moved(place, what, momentOf(incoming, options.now()));
  return { kind: 'none' };
}
