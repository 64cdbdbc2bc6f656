import type { Call } from '../src/teams/out/calls.ts';

/** A number of calls in a number of ms. */
type Limit = readonly [calls: number, ms: number];

/** What Teams documents that it takes of one bot in one thread, and of an app in one tenant. */
const PER_THREAD: readonly Limit[] = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
];
const PER_TENANT: readonly Limit[] = [[50, 1_000]];

const LATENCY_MS = 100;

/** A message that Teams took. */
export interface Taken {
  conversation: string;
  text: string;
  /** On the clock of this Teams, ms. */
  at: number;
}

export interface StrictTeamsOptions {
  /** Monotonic, ms; runs `speed` times as fast as real time. */
  clock: () => number;
  speed: number;
  /** Conversations that answer 502 to everything. */
  broken: ReadonlySet<string>;
}

/** A Teams that answers 429 as soon as its limits are exceeded. */
export class StrictTeams {
  readonly taken: Taken[] = [];
  /** The moment of every call, refused ones included. */
  readonly calls: number[] = [];
  tooMany = 0;
  failed = 0;
  readonly #threads = new Map<string, number[]>();
  readonly #options: StrictTeamsOptions;

  constructor(options: StrictTeamsOptions) {
    this.#options = options;
  }

  readonly call: Call = async (method, _serviceUrl, path, body) => {
    const status = this.#take(method, path, body);
    await new Promise((done) => setTimeout(done, LATENCY_MS / this.#options.speed));
    const { members: [member] = [] } = (body ?? {}) as { members?: { id: string }[] };
    const id = member ? `a:${member.id}` : `${this.calls.length}`;
    const isDone = status < 300;
    return { kind: 'answer', status, retryAfter: null, body: isDone ? { id } : undefined };
  };

  /** The most calls in any second. */
  get peak(): number {
    return this.calls.reduce((most, at, nth) => {
      let from = nth;
      while (from > 0 && (this.calls[from - 1] ?? 0) > at - 1_000) from -= 1;
      return Math.max(most, nth - from + 1);
    }, 0);
  }

  #take(method: string, path: string, body: object | undefined): number {
    const now = this.#options.clock();
    const [, conversation = ''] = path.split('/').map(decodeURIComponent);
    const isOver = [
      isBeyond(this.calls, PER_TENANT, now),
      // Opening a chat is not yet a call to a thread.
      conversation !== '' && isBeyond(this.#threadOf(conversation), PER_THREAD, now),
    ].includes(true);
    this.calls.push(now);
    if (conversation !== '') this.#threadOf(conversation).push(now);
    if (isOver) {
      this.tooMany += 1;
      return 429;
    }
    if (this.#options.broken.has(conversation)) {
      this.failed += 1;
      return 502;
    }
    const { text = '' } = (body ?? {}) as { text?: string };
    if (conversation !== '' && method === 'POST') this.taken.push({ conversation, text, at: now });
    return 201;
  }

  #threadOf(conversation: string): number[] {
    const found = this.#threads.get(conversation) ?? [];
    this.#threads.set(conversation, found);
    return found;
  }
}

/** True when one more call now would exceed one of the limits. */
const isBeyond = (calls: readonly number[], limits: readonly Limit[], now: number): boolean =>
  limits.some(([most, ms]) => (calls.at(-most) ?? -Infinity) > now - ms);
