import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { invokeBody } from '../answer.ts';
import { readBody } from '../../http/body.ts';
import { referenceToTell } from '../../log/reference.ts';
import { reply, type Fault } from '../../http/reply.ts';
import { refuse } from '../../http/server.ts';
import type { TurnAway } from '../../http/strangers.ts';
import { endingWithin } from '../../storage/table/ending.ts';
import { NoAnswer } from '../../storage/table/failure.ts';
import { SIGNALS } from '../../log/signals.ts';
import type { Envelope } from '../envelope.ts';
import { gate } from './gate.ts';
import { incomingFrom } from './incoming.ts';
import { createPace, PRESSES_PER_MINUTE } from '../../http/pace.ts';
import type { Answer, Incoming, Receive } from '../port.ts';
import type { Verify } from './connector-token.ts';
import type { Receiver } from './receiver.ts';
import type { TeamsSettings } from '../settings.ts';

/**
 * Why a person gets an apology instead of an answer. `unknown`: it failed, and the same press may have been stored before.
 */
export type Trouble = 'failed' | 'too-fast' | 'unknown';

/**
 * The apology: a card for `execute`, a dialog for `open` and `save`, with what was typed still in it. Where nothing stands
 * in the response it is a message: to who went too fast, and to who typed.
 */
export type Sorry = (incoming: Incoming, reference: string, trouble: Trouble) => Answer;

/** A monotonic clock, ms. */
export type Clock = () => number;

export interface MessagesOptions {
  settings: TeamsSettings;
  verify: Verify;
  receiver: Receiver;
  log: Logger;
  receive: Receive;
  sorry: Sorry;
  clock: Clock;
  turnAway: TurnAway;
}

/** Teams asks by itself how a card looks, of each card that comes in sight: those who scroll press nothing. */
const LOOKS_PER_MINUTE = 240;

/**
 * Handles `POST /api/messages`: admission, turn, answer. A failed turn never looks like a good one: Teams gets 500, and
 * the person who pressed a button reads an apology.
 */
export function createMessages(options: MessagesOptions) {
  const { receiver, log, clock } = options;
  const admit = createAdmit(options);
  const mayPress = createPace(PRESSES_PER_MINUTE, clock);
  const mayLook = createPace(LOOKS_PER_MINUTE, clock);
  const mayType = createPace(PRESSES_PER_MINUTE, clock);
  const isTooFast = (from: Incoming) =>
    (from.what.kind === 'press' && !(from.what.isAutomatic ? mayLook : mayPress)(who(from))) ||
    (isTyped(from) && !mayType(who(from)));
  const slowDown = createSlowDown(options);

  return async (request: Request, response: Response): Promise<void> => {
    const receivedMs = clock();
    let incoming: Incoming | undefined;
    try {
      const activity = await admit(request, response);
      if (!activity) return;
      incoming = incomingFrom(activity, receivedMs);
      if (!incoming) return reply(response, 200);
      if (isTooFast(incoming)) return slowDown(incoming, response);

      const work = answerTo(options, incoming);
      const { status, body } = await receiver.turn(activity, work);
      reply(response, status, body);
    } catch (err) {
      refuse(log, response, { status: 500, about: { ...(incoming && idsOf(incoming)), err } });
    }
  };
}

/** Who may come in: body → gate → signature. Undefined when the refusal has been sent. */
type Admit = (request: Request, response: Response) => Promise<Envelope | undefined>;

/** Whatever goes wrong here is a refusal: as long as nobody has proven anything, anybody could cause it. */
function createAdmit({ settings, verify, turnAway }: MessagesOptions): Admit {
  return async (request, response) => {
    const no = (status: number, about: Fault['about'], headers?: Fault['headers']) => {
      turnAway(response, { status, about, headers });
      return undefined;
    };
    try {
      const body = await readBody(request);
      // What was not read is not going to be: the connection ends with the answer.
      if (!body.ok) return no(body.status, { reason: 'body' }, { Connection: 'close' });

      const { authorization = '' } = request.headers;
      const admission = gate(settings, authorization, body.json);
      if (!admission.admitted) return no(admission.status, { reason: admission.reason });

      const { activity } = admission;
      return (await verify(activity, authorization)) ? activity : no(401, { reason: 'signature' });
    } catch (err) {
      return no(503, { reason: 'keys', err });
    }
  };
}

/** Teams gives the answer to a button 5 s, with the way there and back; who types waits no longer. */
const ANSWER_WITHIN_MS = 4_000;

/** The work of a turn: what it returns is the body for an invoke. */
const answerTo = (options: MessagesOptions, incoming: Incoming) => async () => {
  try {
    const agoMs = Math.max(0, options.clock() - incoming.receivedMs);
    const answer =
      wantsAnswer(incoming) || isTyped(incoming)
        ? await endingWithin(ANSWER_WITHIN_MS - agoMs, () => options.receive(incoming))
        : await options.receive(incoming);
    return invokeBody(answer);
  } catch (err) {
    if (wantsAnswer(incoming)) return apology(options, incoming, 'failed', { err });
    if (!isTyped(incoming)) throw err;
    const excuse = options.sorry(incoming, '', 'failed');
    if (!(err instanceof NoAnswer)) throw err;
    options.log.warn({ ...idsOf(incoming), err }, 'no answer to what was typed');
    return invokeBody(excuse);
  }
};

/** Says it in every answer to a button that waits for one, and else once a minute: nobody is left without a word. */
function createSlowDown(options: MessagesOptions) {
  const { log, clock, sorry } = options;
  const isFirst = createPace(1, clock);
  return (incoming: Incoming, response: Response): void => {
    if (wantsAnswer(incoming)) return reply(response, 200, apology(options, incoming, 'too-fast'));
    const about = idsOf(incoming);
    if (isFirst(who(incoming))) {
      log.warn(about, 'too-fast');
      sorry(incoming, '', 'too-fast');
    }
    if (isTyped(incoming)) return reply(response, 200);
    refuse(log, response, { status: 429, about, headers: { 'Retry-After': '60' } });
  };
}

function apology({ log, sorry }: MessagesOptions, incoming: Incoming, trouble: Trouble, what = {}) {
  const reference = referenceToTell();
  const line = { reference, ...idsOf(incoming), ...what };
  if (trouble === 'failed') log.error(line, SIGNALS.failed);
  else log.warn(line, `press ${trouble}`);
  return invokeBody(sorry(incoming, reference, trouble));
}

const who = ({ from }: Incoming) => `${from.tenant} ${from.oid || from.teamsId}`;

/** True for an invoke: a person looks at a button that waits. */
const wantsAnswer = ({ what }: Incoming) => what.kind === 'press' && what.via !== 'submit';

/** True for a text or a file: it changes nothing by itself, and the answer comes as a message. */
const isTyped = ({ what }: Incoming) => what.kind === 'command' || what.kind === 'attached';

const idsOf = ({ activityId, place, what }: Incoming) => ({
  activity: activityId,
  conversation: place.conversation,
  kind: what.kind,
});
