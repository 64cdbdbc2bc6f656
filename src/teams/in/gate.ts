import { decodeJwt, decodeProtectedHeader } from 'jose';
import { inShape } from '../../http/shape.ts';
import { Envelope } from '../envelope.ts';
import { isTeams } from '../service-url.ts';
import type { RealTeams, TeamsSettings } from '../settings.ts';

export type Admission = Admitted | NotAdmitted;

interface Admitted {
  admitted: true;
  activity: Envelope;
}

interface NotAdmitted {
  admitted: false;
  status: 400 | 401 | 403;
  /** For the log only; the sender learns nothing but the status. */
  reason: string;
}

/** What the Bot Connector puts in its tokens. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const ISSUER = 'https://api.botframework.com';

/**
 * What must be true of a request before its signature is looked at. It costs nothing, so that a stranger costs nothing:
 * no keys are asked for a token that says itself that it is not for us. The token is still unverified here: these
 * conditions are necessary, the signature makes them sufficient. Nothing that anybody can send throws here.
 */
export function gate(settings: TeamsSettings, authorization: string, body: unknown): Admission {
  try {
    return looked(settings, authorization, body);
  } catch {
    return no(400, 'envelope');
  }
}

function looked(settings: TeamsSettings, authorization: string, body: unknown): Admission {
  const claims = settings.local ? undefined : claimsFor(settings.appId, authorization);
  if (!settings.local && !claims) return no(401, 'token');

  const activity = inShape(Envelope, body);
  if (!activity) return no(400, 'envelope');
  if (activity.channelId !== 'msteams') return no(401, 'channel');
  if (!isTeams(settings, activity.serviceUrl)) return no(401, 'service url');
  if (!settings.local) {
    if (activity.serviceUrl !== claims?.serviceurl) return no(401, 'service url of another token');
    if (!isOurs(settings, activity)) return no(401, 'recipient');
    if (!isWelcome(settings, activity)) return no(403, 'tenant');
  }
  return { admitted: true, activity };
}

const no = (status: NotAdmitted['status'], reason: string): NotAdmitted => ({
  admitted: false,
  status,
  reason,
});

interface Claims {
  serviceurl?: unknown;
}

/** The claims of a token that says it is for us and that it ends; undefined for any other token. */
function claimsFor(appId: string, authorization: string): Claims | undefined {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (!token) return undefined;
  try {
    const { iss, aud, exp, serviceurl } = decodeJwt(token);
    const { alg } = decodeProtectedHeader(token);
    const ours = alg === 'RS256' && iss === ISSUER && aud === appId;
    return ours && typeof exp === 'number' ? { serviceurl } : undefined;
  } catch {
    return undefined;
  }
}

/** True for an activity that is sent to this bot. Teams calls it by the id of its app. */
export const isOurs = ({ appId }: RealTeams, { recipient }: Pick<Envelope, 'recipient'>): boolean =>
  recipient.id.toLowerCase() === `28:${appId}`;

/** The host tenant is that of the conversation. Where the channel data name one too, both must agree. */
function isWelcome({ tenants }: RealTeams, { conversation, channelData }: Envelope): boolean {
  const named = [conversation.tenantId, channelData.tenant].filter((tenant) => tenant !== '');
  const [tenant = '', ...others] = new Set(named);
  return others.length === 0 && tenants.includes(tenant.toLowerCase());
}
