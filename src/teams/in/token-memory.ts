import { createHash } from 'node:crypto';
import { remember } from '../../memory/remember.ts';
import type { Envelope } from '../envelope.ts';
import type { Receiver, Verified } from './receiver.ts';

const MAX_TOKENS = 500;

/**
 * Remembers good tokens until they end. Teams uses one for an hour, and checking it takes botbuilder as long as the rest
 * of a turn. Two requests at once share one check. A good token vouches for its claims only; whether they fit the request
 * is checked by the gate each time.
 */
export function rememberTokens(verify: Receiver['verify']) {
  const good = remember<{ verified: Verified; expires: number }>(MAX_TOKENS);
  const underway = new Map<string, Promise<Verified | undefined>>();

  const check = async (key: string, activity: Envelope, authorization: string, expires: number) => {
    const verified = await verify(activity, authorization);
    if (!verified) return undefined;
    // Only good tokens get in here, so a flood of bad ones pushes none out.
    good.set(key, { verified, expires });
    return verified;
  };

  /** `expires`: end of the token, seconds since 1970. Undefined when the token is not good. */
  return async (activity: Envelope, authorization: string, expires: number) => {
    const key = createHash('sha256').update(authorization).digest('base64');
    const known = good.get(key);
    if (known && known.expires * 1000 > Date.now()) return known.verified;
    good.delete(key);
    const pending = underway.get(key) ?? check(key, activity, authorization, expires);
    underway.set(key, pending);
    return pending.finally(() => underway.delete(key));
  };
}
