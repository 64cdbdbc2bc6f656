import { z } from 'zod';
import { inShape } from '../../http/shape.ts';
import type { Sent } from '../port.ts';

/** What one HTTP call to Teams came to. */
export type Reply =
  | { kind: 'answer'; status: number; retryAfter: string | null; body: unknown }
  /** It never left: no token, no connection, not a host of Teams. */
  | { kind: 'never-left'; mayRetry: boolean }
  /** It left and no answer came: Teams may have done it. */
  | { kind: 'silence' };

/** How long to wait when Teams says to wait but not how long, ms. Each sender adds its own backoff. */
const WAIT_MS = 2_000;
/** How long to wait when Teams does not know the bot (401), ms: a person has to repair that. */
const REPAIR_MS = 60_000;
const MAX_WAIT_MS = 3_600_000;

/**
 * What became of one POST or PUT, by the table of Teams' status codes. Creating a message is not
 * idempotent, so only what certainly was not done may be sent again. 412 and 503 count as not done:
 * Teams' page says to retry them.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
export function outcomeOf(reply: Reply): Sent {
  if (reply.kind === 'silence') return { kind: 'unknown' };
  if (reply.kind === 'never-left') return reply.mayRetry ? notSent(WAIT_MS) : undeliverable('bug');
  const { status, retryAfter, body } = reply;
  if (status >= 200 && status < 300) return { kind: 'sent', activityId: activityIdIn(body) };
  switch (status) {
    case 412:
    case 429:
    case 503:
      return notSent(waitOf(retryAfter));
    case 401:
      return notSent(REPAIR_MS);
    case 403:
      return undeliverable(PASSING.has(codeIn(body) ?? '') ? 'refused' : 'blocked');
    case 404:
      return undeliverable(GONE.has(codeIn(body) ?? '') ? 'gone' : 'refused');
    case 413:
      return undeliverable('too-big');
    case 408:
      return { kind: 'unknown' };
    default:
      return status >= 500 ? { kind: 'unknown' } : undeliverable('bug');
  }
}

/** What Teams says of a message or conversation that is not there any more; a 404 that says anything else may pass. */
const GONE: ReadonlySet<string> = new Set([
  'ActivityNotFoundInConversation',
  'ConversationNotFound',
]);

/** What Teams says with a 403 when something went wrong on its own side. */
const PASSING: ReadonlySet<string> = new Set(['ServiceError']);

const Refusal = z.object({ error: z.object({ code: z.string() }) });

const codeIn = (body: unknown) => inShape(Refusal, body)?.error.code;

const notSent = (retryAfterMs: number): Sent => ({ kind: 'not-sent', retryAfterMs });

const undeliverable = (reason: Extract<Sent, { kind: 'undeliverable' }>['reason']): Sent => ({
  kind: 'undeliverable',
  reason,
});

const Created = z.object({ id: z.string().optional(), activityId: z.string().optional() });

/** A new post answers with the id of its thread and its own; anything else with its own id, or none. */
function activityIdIn(body: unknown): string {
  const created = inShape(Created, body);
  return created?.activityId ?? created?.id?.split(';messageid=').at(-1) ?? '';
}

/** `Retry-After` in seconds or as a date. */
function waitOf(retryAfter: string | null): number {
  if (!retryAfter) return WAIT_MS;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? WAIT_MS : Math.min(Math.max(ms, 0), MAX_WAIT_MS);
}
