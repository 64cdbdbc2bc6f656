import { ACCOUNT } from './address.ts';
import { Refused } from './errors.ts';

/** A request, read to its end. */
export interface Request {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** By what name the client reached us: addresses in answers begin with it. */
  readonly host: string;
  readonly authorization: string | undefined;
  readonly ifMatch: string | undefined;
  readonly prefer: string | undefined;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const JSON_TYPE = 'application/json;odata=minimalmetadata;charset=utf-8';

export const json = (status: number, body: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'Content-Type': JSON_TYPE, ...headers },
  body,
});

/** Done, and nothing to tell but how it is now. */
export const noContent = (headers: Answer['headers'] = {}): Answer => ({ status: 204, headers });

export const refusal = (refused: Refused, { id }: Request): Answer =>
  json(refused.status, refused.body(id), { 'x-ms-error-code': refused.code });

/** What the client is told that JSON is about, at its beginning. */
export const metadata = ({ host }: Request, about: string) =>
  `"odata.metadata":${JSON.stringify(`http://${host}/${ACCOUNT}/$metadata#${about}`)}`;

/** What was found, and the one that the next page begins with when there are more. */
export interface Page<T> {
  readonly found: readonly T[];
  readonly next: T | undefined;
}

export function pageOf<T>(all: Iterable<T>, takes: (one: T) => boolean, most: number): Page<T> {
  const found: T[] = [];
  for (const one of all) {
    if (!takes(one)) continue;
    if (found.length === most) return { found, next: one };
    found.push(one);
  }
  return { found, next: undefined };
}

/** How many a page may hold: what is asked for, but no more than the service gives. */
export function mostOf(query: URLSearchParams, limit: number): number {
  const top = query.get('$top') ?? String(limit);
  if (!/^\d+$/.test(top)) throw new Refused('InvalidInput');
  return Math.min(Number(top), limit);
}
