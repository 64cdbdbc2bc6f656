import { dateOf, plusMs } from '../process/taal/time.ts';
import { ruimOp } from './opruimen.ts';
import type { ReconcileOptions } from './parts/options.ts';

const AGAIN_MS = 15 * 60_000;

/**
 * Once a day, by one instance: looks at every project, so that a moment whose row was lost is planned again, and throws
 * away what nobody saved. Does no harm when repeated.
 */
export class Reconciling {
  readonly #options: ReconcileOptions;
  readonly #sweep: () => Promise<unknown>;
  /** The local date for which this instance did it. */
  #done = '';
  /** Not asked again before, UTC ISO: who has the turn may still fail. */
  #askAt = '';

  constructor(options: ReconcileOptions, sweep: () => Promise<unknown>) {
    this.#options = options;
    this.#sweep = sweep;
  }

  /** Does it when it is time and nobody else does. */
  async look(): Promise<void> {
    const { now, daily, isClockRight = () => true } = this.#options;
    const vandaag = dateOf(now());
    if (!isClockRight() || this.#done === vandaag || now() < this.#askAt) return;
    this.#askAt = plusMs(now(), AGAIN_MS);
    const turn = await daily.take('reconcile', vandaag, now());
    if (!turn) return;
    try {
      await this.#lookAtAll();
    } catch (error) {
      await turn.leave();
      throw error;
    }
    this.#done = vandaag;
    await turn.end();
  }

  async #lookAtAll(): Promise<void> {
    const { wekker, now, log } = this.#options;
    for (const projectId of await log.projects()) await wekker.wake(projectId, now());
    await this.#sweep();
    await ruimOp(this.#options);
  }
}
