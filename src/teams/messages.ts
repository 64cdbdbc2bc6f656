import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { invokeBody } from './answer.ts';
import { readBody } from './body.ts';
import type { Envelope } from './envelope.ts';
import { gate } from './gate.ts';
import { newReference, refuse, reply } from './http.ts';
import { incomingFrom } from './incoming.ts';
import { createPace, PRESSES_PER_MINUTE } from './pace.ts';
import type { Answer, Incoming, Receive } from './port.ts';
import type { Receiver, Verified } from './receiver.ts';
import type { TeamsSettings } from './settings.ts';
import { rememberTokens } from './token-memory.ts';

/** Why somebody who pressed a button gets an apology instead of an answer. */
export type Trouble = 'failed' | 'too-fast';

/** The apology: a card for `execute`, a dialog for `open` and `save`, with what was typed still in it. */
export type Sorry = (incoming: Incoming, reference: string, trouble: Trouble) => Answer;

/** Ms of a clock that never jumps. */
export type Clock = () => number;

export interface MessagesOptions {
  settings: TeamsSettings;
  receiver: Receiver;
  receive: Receive;
  sorry: Sorry;
  log: Logger;
  clock: Clock;
}

/**
 * What happens at `POST /api/messages`: body → gate → signature → turn → answer. A turn that failed
 * never looks like one that went well: Teams hears 500, who pressed a button reads an apology.
 */
export function createMessages({
  settings,
  receiver,
  receive,
  sorry,
  log,
  clock,
}: MessagesOptions) {
  const verify = rememberTokens(receiver.verify);
  const mayPress = createPace(PRESSES_PER_MINUTE, clock);

  /** Who may come in; undefined when the answer is already given. */
  async function admit(request: Request, response: Response) {
    const body = await readBody(request);
    // What was not read is not going to be: the connection ends with the answer.
    if (!body.ok)
      return refuse(log, response, body.status, { reason: 'body' }, { Connection: 'close' });
    const { authorization = '' } = request.headers;
    const admission = gate(settings, authorization, body.json);
    if (!admission.admitted) {
      return refuse(log, response, admission.status, { reason: admission.reason });
    }
    const { activity, expires } = admission;
    const verified = await verify(activity, authorization, expires);
    if (!verified) return refuse(log, response, 401, { reason: 'signature' });
    return { activity, verified };
  }

  function apology(incoming: Incoming, trouble: Trouble, what: object): Answer {
    const reference = newReference();
    const level = trouble === 'failed' ? 'error' : 'warn';
    log[level]({ reference, ...idsOf(incoming), ...what }, `press ${trouble}`);
    return sorry(incoming, reference, trouble);
  }

  async function answerTo(incoming: Incoming): Promise<Answer> {
    try {
      return await receive(incoming);
    } catch (err) {
      if (!wantsAnswer(incoming)) throw err;
      return apology(incoming, 'failed', { err });
    }
  }

  async function take(
    activity: Envelope,
    verified: Verified,
    incoming: Incoming,
    response: Response,
  ) {
    if (incoming.what.kind === 'press' && !mayPress(personKey(incoming))) {
      if (wantsAnswer(incoming)) {
        return reply(response, 200, invokeBody(apology(incoming, 'too-fast', {})));
      }
      return refuse(log, response, 429, idsOf(incoming), { 'Retry-After': '60' });
    }
    const { status, body } = await receiver.turn(verified, activity, async () =>
      invokeBody(await answerTo(incoming)),
    );
    reply(response, status, body);
  }

  return async (request: Request, response: Response): Promise<void> => {
    const receivedMs = clock();
    let incoming: Incoming | undefined;
    try {
      const admitted = await admit(request, response);
      if (!admitted) return;
      incoming = incomingFrom(admitted.activity, receivedMs);
      if (incoming) await take(admitted.activity, admitted.verified, incoming, response);
      else reply(response, 200);
    } catch (err) {
      refuse(log, response, 500, { ...(incoming && idsOf(incoming)), err });
    }
  };
}

/** An invoke: somebody looks at a button that waits. */
const wantsAnswer = ({ what }: Incoming) => what.kind === 'press' && what.via !== 'submit';

const personKey = ({ from }: Incoming) => `${from.tenant} ${from.oid || from.teamsId}`;

const idsOf = ({ activityId, place, what }: Incoming) => ({
  activity: activityId,
  conversation: place.conversation,
  kind: what.kind,
});
