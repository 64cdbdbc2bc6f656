import type { NewEvent } from '../src/process/feiten/project.ts';
import type { Log } from '../src/storage/log/log.ts';

export const P = 'p_wijkpark';
export const AT = '2026-03-02T10:00:00.000Z';

export const addition = (key: string, events: readonly NewEvent[]) => ({
  ...{ events, by: 'd1', at: AT, outbox: [] },
  marker: { key, about: '', nonce: `n-${key}` },
});

/** Stores events beside `act`, as many transactions as they need. */
export async function fill(log: Log, events: readonly NewEvent[], projectId = P): Promise<void> {
  const PER_TRANSACTION = 85;
  for (let from = 0; from < events.length; from += PER_TRANSACTION) {
    const before = (await log.read(projectId)) ?? EMPTY(projectId);
    const stored = await log.append(
      before,
      addition(`fill${before.project.n}`, events.slice(from, from + PER_TRANSACTION)),
    );
    if (stored.kind !== 'stored') throw new Error(`fill: ${stored.kind}`);
  }
}

export const EMPTY = (id = P) => ({
  project: { id, n: 0, entries: new Map<string, never>() },
  version: '',
});
