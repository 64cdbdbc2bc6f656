import { setTimeout as sleep } from 'node:timers/promises';

/** How fast we may send. Teams takes 7 a second and 60 per 30 s in one thread, 50 a second per tenant (reliability.md §1.5). */
export interface PaceOptions {
  /** Monotonic, ms. */
  clock: () => number;
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
  readonly options: Required<PaceOptions>;
  /** When a thread was called, over the last 30 s. */
  readonly threads = new Map<string, number[]>();
  /** When the next call of a tenant may go. */
  readonly tenants = new Map<string, number>();
  /** Instances that share what a tenant takes. */
  instances = 1;

  constructor({ clock, gapMs = GAP_MS, perTenant = PER_TENANT }: PaceOptions) {
    this.options = { clock, gapMs, perTenant };
  }

  /** Resolves when one more call may go; who asks first goes first. */
  async turn(tenant: string, thread: string): Promise<void> {
    await this.until(this.inThread(thread));
    await this.until(this.inTenant(tenant));
  }

  async until(at: number): Promise<void> {
    const wait = at - this.options.clock();
    if (wait > 0) await sleep(wait);
  }

  /** The moment of the next call to a thread, taken. */
  inThread(thread: string): number {
    const { clock, gapMs } = this.options;
    const now = clock();
    const window = (WINDOW_MS * gapMs) / GAP_MS;
    const calls = (this.threads.get(thread) ?? []).filter((at) => at > now - window);
    const at = Math.max(
      now,
      (calls.at(-1) ?? -Infinity) + gapMs,
      (calls.at(-PER_WINDOW) ?? -Infinity) + window,
    );
    this.threads.set(thread, [...calls, at]);
    if (this.threads.size > REMEMBERED) this.forget(now);
    return at;
  }

  /** The same for this instance's share of a tenant; a thread that waits holds up no other. */
  inTenant(tenant: string): number {
    const { clock, perTenant } = this.options;
    const at = Math.max(clock(), this.tenants.get(tenant) ?? 0);
    this.tenants.set(tenant, at + (1_000 * this.instances) / perTenant);
    return at;
  }

  forget(now: number): void {
    for (const [thread, calls] of this.threads)
      if ((calls.at(-1) ?? 0) < now - WINDOW_MS) this.threads.delete(thread);
  }
}

const REMEMBERED = 5_000;
