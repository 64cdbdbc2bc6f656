import { AsyncLocalStorage } from 'node:async_hooks';

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
