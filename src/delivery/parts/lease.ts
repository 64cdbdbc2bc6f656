import type { Raise, Lease as Row } from '../../storage/wekker.ts';
import type { LeaseOptions } from './options.ts';

/** One send and what is stored about it last less than this. */
const SEND_MS = 10_000;

/** Somebody else does the sending now, or will: this one stops. */
export class LeaseLost extends Error {}

/** How often in its length a lease is prolonged. */
const BEATS = 3;

/** The right to do all sending of one project, as long as this instance has it. */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #ending: AbortSignal;
  #row: Row;
  /** Until when it holds, on the monotonic clock. */
  #until: number;
  #prolonging: Promise<void> | undefined;

  constructor(options: LeaseOptions, ending: AbortSignal, row: Row) {
    this.#options = options;
    this.#ending = ending;
    this.#row = row;
    this.#until = this.#end();
  }

  get projectId(): string {
    return this.#row.projectId;
  }

  /** False once another may have it: a process that stood still sees it by this before it sends what another sends by now. */
  get isHeld(): boolean {
    return !this.#ending.aborted && this.#options.clock() < this.#until;
  }

  /** A process that stood still may not send what another sends by now; one that ends sends nothing more. Throws `LeaseLost`. */
  async hold(): Promise<void> {
    const { wekker, clock } = this.#options;
    if (this.#ending.aborted) throw new LeaseLost();
    if (clock() + Math.min(SEND_MS, wekker.leaseMs / 2) < this.#until) return;
    await this.#prolong();
    if (!this.isHeld) throw new LeaseLost();
  }

  /** Prolongs it while this goes on, which may be long; who dies loses it soon. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const beat = setInterval(
      // What storage does not answer now is asked again at the next beat, or before the next call to Teams.
      () => void this.#prolong().catch(() => undefined),
      this.#options.wekker.leaseMs / BEATS,
    );
    try {
      return await work();
    } finally {
      clearInterval(beat);
      await this.#prolonging?.catch(() => undefined);
    }
  }

  /** Brings the live card back in sight when that was asked for; once more when it did not arrive. */
  async whenRaised(bringUp: (when: Raise) => Promise<boolean>): Promise<void> {
    const { wekker, now } = this.#options;
    const { raised } = this.#row;
    this.#row = { ...this.#row, raised: undefined };
    if (raised && !(await bringUp(raised)))
      // Asked for once more, because claiming the lease took the request away.
      await wekker.raise(this.projectId, now(), raised);
  }

  /** All is sent. True when something came meanwhile: claim it again and look once more. */
  async release(): Promise<boolean> {
    const { wekker, now } = this.#options;
    await this.askAgain();
    return (await wekker.release(this.#row, now())) === 'touched';
  }

  /** What was asked for while the round went on, and was not done, stays asked for. */
  async askAgain(): Promise<void> {
    const { wekker, now } = this.#options;
    if (this.#row.raised) await wekker.raise(this.projectId, now(), this.#row.raised);
    this.#row = { ...this.#row, raised: undefined };
  }

  /** Leaves the rest to the next sweep of another instance. */
  handOver(): Promise<void> {
    return this.#options.wekker.letGo(this.#row);
  }

  #prolong(): Promise<void> {
    this.#prolonging ??= this.#claim().finally(() => {
      this.#prolonging = undefined;
    });
    return this.#prolonging;
  }

  /** One that ran out is prolonged only when nobody else had it: otherwise what this round knows has become old. */
  async #claim(): Promise<void> {
    const { wekker, holder, now, clock } = this.#options;
    const until = this.#end();
    const hasEnded = clock() >= this.#until;
    const row = await wekker.claim(this.projectId, holder, now(), this.#row);
    if (!row || (hasEnded && !row.isProlonged)) {
      this.#until = -Infinity;
      return;
    }
    // What was asked for meanwhile is taken along.
    this.#row = { ...row, raised: row.raised ?? this.#row.raised };
    this.#until = until;
  }

  #end(): number {
    return this.#options.clock() + this.#options.wekker.leaseMs;
  }
}

/** Undefined when there is nothing to do, or when another instance has it. */
export async function claim(
  options: LeaseOptions,
  ending: AbortSignal,
  projectId: string,
): Promise<Lease | undefined> {
  const row = await options.wekker.claim(projectId, options.holder, options.now());
  return row && new Lease(options, ending, row);
}
