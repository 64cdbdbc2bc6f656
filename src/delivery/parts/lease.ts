import type { Raise, Lease as Row } from '../../storage/wekker.ts';
import type { LeaseOptions } from './options.ts';

/** One send and what is stored about it last less than this. */
const SEND_MS = 10_000;

/** Somebody else does the sending now, or will: this one stops. */
export class LeaseLost extends Error {}

/** The right to do all sending of one project, as long as this instance has it. */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #ending: AbortSignal;
  #row: Row;
  /** Until when it holds, on the monotonic clock. */
  #until: number;

  constructor(options: LeaseOptions, ending: AbortSignal, row: Row) {
    this.#options = options;
    this.#ending = ending;
    this.#row = row;
    this.#until = this.#end();
  }

  get projectId(): string {
    return this.#row.projectId;
  }

  /** A process that stood still may not send what another sends by now; one that ends sends nothing more. Throws `LeaseLost`. */
  async hold(): Promise<void> {
    const { wekker, holder, now, clock } = this.#options;
    if (this.#ending.aborted) throw new LeaseLost();
    if (clock() + Math.min(SEND_MS, wekker.leaseMs / 2) < this.#until) return;
    const until = this.#end();
    const row = await wekker.claim(this.projectId, holder, now());
    if (!row) throw new LeaseLost();
    // What was asked for meanwhile is taken along.
    this.#row = { ...row, raised: row.raised ?? this.#row.raised };
    this.#until = until;
  }

  /** Brings the live card back in sight when that was asked for; once more when it did not arrive. */
  async whenRaised(bringUp: (when: Raise) => Promise<boolean>): Promise<void> {
    const { wekker, now } = this.#options;
    const { raised } = this.#row;
    if (raised && !(await bringUp(raised)))
      // Asked for once more, because claiming the lease took the request away.
      await wekker.raise(this.projectId, now(), raised);
    this.#row = { ...this.#row, raised: undefined };
  }

  /** All is sent. True when something came meanwhile: claim it again and look once more. */
  async release(): Promise<boolean> {
    const { wekker, now } = this.#options;
    return (await wekker.release(this.#row, now())) === 'touched';
  }

  /** Leaves the rest to the next sweep of another instance. */
  handOver(): Promise<void> {
    return this.#options.wekker.letGo(this.#row);
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
