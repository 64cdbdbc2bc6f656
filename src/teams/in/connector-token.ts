import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Keys } from '../../http/keys.ts';
import { inShape } from '../../http/shape.ts';
import type { Envelope } from '../envelope.ts';
import type { RealTeams } from '../settings.ts';
import { ISSUER, isOurs } from './gate.ts';

/** True when the Bot Connector signed the token of this activity, for us. Throws `KeysDown`. */
export type Verify = (activity: Envelope, authorization: string) => Promise<boolean>;

/** How far clocks may differ, s. */
const TOLERANCE_S = 60;

/** What must stand in a token that was found to be signed. It names no other bot than the one that it is for. */
const Claims = z.object({
  aud: z.string(),
  serviceurl: z.string(),
  azp: z.string().optional(),
  appid: z.string().optional(),
});

/** What must stand with a key. Microsoft names there the channels that it may speak for. */
const Endorsed = z.object({ endorsements: z.array(z.string()) });

/**
 * Verifies the token of the Bot Connector. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 * It takes 0.2 ms, so that nothing need be remembered of a token.
 */
export function connectorVerify(settings: RealTeams, keys: Keys): Verify {
  const { appId } = settings;
  const expected = {
    algorithms: ['RS256'],
    issuer: ISSUER,
    audience: appId,
    requiredClaims: ['exp', 'serviceurl'],
    clockTolerance: TOLERANCE_S,
  };
  return async (activity, authorization) => {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';
    try {
      const key = keyFor(keys, activity.channelId);
      const claims = inShape(Claims, (await jwtVerify(token, key, expected)).payload);
      return claims !== undefined && isFor(settings, activity, claims);
    } catch (error) {
      if (error instanceof errors.JOSEError) return false;
      throw error;
    }
  };
}

/** The key that the token names, when it may speak for this channel. */
const keyFor =
  (keys: Keys, channel: string): JWTVerifyGetKey =>
  async (header, token) => {
    const { key, jwk } = await keys.find(header, token);
    if (inShape(Endorsed, jwk)?.endorsements.includes(channel)) return key;
    throw new errors.JWKSNoMatchingKey();
  };

function isFor(settings: RealTeams, activity: Envelope, claims: z.infer<typeof Claims>): boolean {
  const { aud, azp = aud, appid = aud, serviceurl } = claims;
  const isForNoOther = aud === settings.appId && azp === aud && appid === aud;
  return isForNoOther && serviceurl === activity.serviceUrl && isOurs(settings, activity);
}
