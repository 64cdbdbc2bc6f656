import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { readBody } from '../../http/body.ts';
import type { Envelope } from '../envelope.ts';
import { gate } from './gate.ts';
import { refuse } from '../../http/server.ts';
import type { Receiver, Verified } from './receiver.ts';
import type { TeamsSettings } from '../settings.ts';
import { rememberTokens } from './token-memory.ts';

export interface AdmitOptions {
  settings: TeamsSettings;
  receiver: Receiver;
  log: Logger;
}

/** Checks who may come in: body, then gate, then signature. Gives undefined when the refusal has been sent. */
export type Admit = (
  request: Request,
  response: Response,
) => Promise<{ activity: Envelope; verified: Verified } | undefined>;

/** Throws when the keys of the Bot Connector cannot be had. */
export function createAdmit({ settings, receiver, log }: AdmitOptions): Admit {
  const verify = rememberTokens(receiver.verify);
  return async (request, response) => {
    const no = (status: number, reason: string, headers?: Record<string, string>) => {
      refuse(log, response, { status, about: { reason }, headers });
      return undefined;
    };
    const body = await readBody(request);
    // The rest of the body stays unread, so the connection ends with the answer.
    if (!body.ok) return no(body.status, 'body', { Connection: 'close' });

    const { authorization = '' } = request.headers;
    const admission = gate(settings, authorization, body.json);
    if (!admission.admitted) return no(admission.status, admission.reason);

    const { activity, expires } = admission;
    const verified = await verify(activity, authorization, expires);
    return verified ? { activity, verified } : no(401, 'signature');
  };
}
