import { setTimeout as sleep } from 'node:timers/promises';
import { openLine } from '../../storage/log/line.ts';

/** How fast we may send. Teams takes 7 a second and 60 per 30 s in one thread, 50 a second per tenant. */
export interface PaceOptions {
  /** Monotonic, ms. */
  clock: () => number;
  /** Ends every wait that names no other. */
  signal?: AbortSignal;
  /** Between two calls to one thread. */
  gapMs?: number;
  /** Calls a second to one tenant, over all instances. */
  perTenant?: number;
}

const GAP_MS = 500;
const PER_TENANT = 25;
const WINDOW_MS = 30_000;
const PER_WINDOW = 50;

/** Lets calls to Teams through at the rate that Teams takes. Each waits only for its own thread and tenant. */
export class Pace {
  readonly #options: Required<Omit<PaceOptions, 'signal'>>;
  readonly #signal: AbortSignal | undefined;
  /** When a thread was called, over the last 30 s. */
  readonly #threads = new Map<string, number[]>();
  /** When the next call of a tenant may go. */
  readonly #tenants = new Map<string, number>();
  /** Calls to one thread go one by one, or those that wait for their tenant together would leave together. */
  readonly #inThread = openLine();
  readonly #inTenant = openLine();
  /** Among how many instances a tenant's rate is divided. */
  #sharers = 1;
  /** When they were counted first. */
  #counted: number | undefined;

  constructor({ clock, signal, gapMs = GAP_MS, perTenant = PER_TENANT }: PaceOptions) {
    this.#options = { clock, gapMs, perTenant };
    this.#signal = signal;
  }

  /** As a sweep counted them. The others hear of a new instance at their next sweep: until then it takes half its share. */
  set instances(count: number) {
    const now = this.#options.clock();
    this.#counted ??= now;
    this.#sharers = now - this.#counted < this.#windowMs ? 2 * count : count;
  }

  /** Resolves when one more call may go; who asks first goes first. `signal` ends the wait. */
  turn(tenant: string, thread: string, signal = this.#signal): Promise<void> {
    return this.#inThread(thread, async () => {
      await this.#until(this.#threadFree(thread), signal);
      await this.#inTenant(tenant, () => this.#share(tenant, signal));
      this.#called(thread);
    });
  }

  async #until(at: number, signal: AbortSignal | undefined): Promise<void> {
    const wait = at - this.#options.clock();
    // No wait is longer than the window: a clock that was set back holds up nobody.
    if (wait <= 0 || wait > this.#windowMs) return;
    await sleep(wait, undefined, signal && { signal }).catch(() => undefined);
  }

  #threadFree(thread: string): number {
    const calls = this.#threads.get(thread) ?? [];
    return Math.max(
      (calls.at(-1) ?? -Infinity) + this.#options.gapMs,
      (calls.at(-PER_WINDOW) ?? -Infinity) + this.#windowMs,
    );
  }

  #called(thread: string): void {
    const now = this.#options.clock();
    const calls = (this.#threads.get(thread) ?? []).filter((at) => at > now - this.#windowMs);
    this.#threads.set(thread, [...calls, now]);
    if (this.#threads.size > REMEMBERED) this.#forget(now);
  }

  get #windowMs(): number {
    return (WINDOW_MS * this.#options.gapMs) / GAP_MS;
  }

  /**
   * This instance's share of a tenant; a thread that waits holds up no other. What a late timer missed is made good, what a
   * process missed that stood still is not: that would go out all at once.
   */
  async #share(tenant: string, signal: AbortSignal | undefined): Promise<void> {
    const { clock, gapMs, perTenant } = this.#options;
    const free = this.#tenants.get(tenant) ?? -Infinity;
    await this.#until(free, signal);
    const from = Math.max(free, clock() - gapMs / 5);
    this.#tenants.set(tenant, from + (1_000 * this.#sharers) / perTenant);
  }

  #forget(now: number): void {
    for (const [thread, calls] of this.#threads)
      if ((calls.at(-1) ?? 0) < now - this.#windowMs) this.#threads.delete(thread);
  }
}

const REMEMBERED = 5_000;
