import { AsyncLocalStorage } from 'node:async_hooks';
import { NoAnswer } from './failure.ts';

/**
 * The end of a request: from then on whoever asked has been answered, and nothing more is asked of storage for them. It goes
 * along with the work, so that no call on the way can forget it. What a request started and did not wait for is not ended.
 */
const endings = new AsyncLocalStorage<AbortSignal>();

/** Does the work of a request that must be answered within so many ms. */
export async function endingWithin<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), Math.max(0, ms));
  try {
    return await endings.run(ending.signal, work);
  } finally {
    clearTimeout(timer);
  }
}

/** The limit of one call, ms, and that of the request that it is made for. */
export function limitOf(ms: number): AbortSignal {
  const own = AbortSignal.timeout(ms);
  const request = endings.getStore();
  return request ? AbortSignal.any([own, request]) : own;
}

/** True when the request that this is done for has ended. */
export const hasEnded = (): boolean => endings.getStore()?.aborted ?? false;

/** What another is asked, waited for until the end of the request. It goes on by itself: who asks again may find it. */
export async function untilEnd<T>(asked: Promise<T>): Promise<T> {
  const request = endings.getStore();
  if (!request) return asked;
  const stop = new AbortController();
  const end = new Promise<never>((_resolve, reject) => {
    const ended = () => reject(new NoAnswer('no answer before the end of the request'));
    if (request.aborted) ended();
    else request.addEventListener('abort', ended, { signal: stop.signal });
  });
  return Promise.race([asked, end]).finally(() => stop.abort());
}

/** Telling what was found out in time goes on past the end. */
export const pastEnd = <T>(work: () => T): T => endings.exit(work);
