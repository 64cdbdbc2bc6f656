import type { Logger } from 'pino';
import type { BotToken } from './bot-token.ts';
import type { Reply } from './outcome.ts';
import { isTeams } from '../service-url.ts';
import type { TeamsSettings } from '../settings.ts';
import { within } from '../within.ts';

/** How bytes reach Teams: by `fetch`, or to the fake Teams of a test. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** One HTTP call, once, never thrown. `path` comes after the serviceUrl. */
export type Call = (
  method: 'GET' | 'POST' | 'PUT',
  serviceUrl: string,
  path: string,
  body?: object,
) => Promise<Reply>;

/** A longer call is given up, because the turn that it belongs to has five seconds in all. */
const LIMIT_MS = 3_000;

/** Errors of a connection that was never made: nothing can have arrived. */
const NO_CONNECTION = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

export interface CallOptions {
  settings: TeamsSettings;
  /** Undefined in local mode: the Playground asks for no token. */
  token: BotToken | undefined;
  transport: Transport;
  log: Logger;
  /** After so long a call is given up, instead of the usual. */
  limitMs?: number;
}

/**
 * Calls Teams with plain `fetch` and botbuilder's credentials. Not with botbuilder's ConnectorClient:
 * in 4.23.3 that sends one message up to four times on 429, 5xx and a dropped connection, follows
 * redirects and waits without limit, and its options against that do nothing (measured). Undoing that
 * would take more code than the five calls we need.
 */
export function createCall({
  settings,
  token,
  transport,
  log,
  limitMs = LIMIT_MS,
}: CallOptions): Call {
  return async (method, serviceUrl, path, body) => {
    if (!isTeams(settings, serviceUrl)) return { kind: 'never-left', mayRetry: false };
    const signal = AbortSignal.timeout(limitMs);
    let authorization;
    try {
      authorization = token && { Authorization: `Bearer ${await within(signal, token())}` };
    } catch (err) {
      log.error({ err }, 'no token for Teams');
      return { kind: 'never-left', mayRetry: true };
    }
    try {
      const response = await transport(`${serviceUrl.replace(/\/$/, '')}/v3/${path}`, {
        method,
        headers: { ...authorization, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal,
      });
      return await replyOf(response);
    } catch (error) {
      return neverConnected(error) ? { kind: 'never-left', mayRetry: true } : { kind: 'silence' };
    }
  };
}

/** The status has arrived, so the outcome is known even when the body breaks off. */
async function replyOf(response: Response): Promise<Reply> {
  const body: unknown = await response.json().catch(() => undefined);
  const retryAfter = response.headers.get('retry-after');
  return { kind: 'answer', status: response.status, retryAfter, body };
}

const neverConnected = (error: unknown) =>
  error instanceof Error &&
  NO_CONNECTION.includes((error.cause as { code?: string } | null)?.code ?? '');
