import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openLine } from '../../storage/log/line.ts';
import type { Message, Place, Sent, Teams } from '../../teams/port.ts';
import type { Pace } from '../parts/pace.ts';

/** After an answer that says nothing, ms. */
const BREATH_MS = 500;
/** What may have arrived is sent once more, and then left. */
const MOST_UNKNOWN = 2;
/** Who asked does not wait for longer: what comes later answers nothing any more. */
const PATIENCE_MS = 120_000;
/** After a stop what still waits has so long. */
const LAST_MS = 5_000;

export interface AnswerOptions {
  teams: () => Teams;
  pace: Pace;
  /** Monotonic, ms. */
  clock: () => number;
  logger: Logger;
}

/** What people get back in a message: tried again when Teams does not take it, and one by one in each thread. */
export class Answers {
  readonly #options: AnswerOptions;
  readonly #inThread = openLine();
  readonly #ending = new AbortController();

  constructor(options: AnswerOptions) {
    this.#options = options;
  }

  /** A new message. Never thrown. */
  send(place: Place, message: Message): Promise<Sent> {
    return this.#patiently(place, () => this.#options.teams().patiently.send(place, message));
  }

  /** An earlier one replaced. Never thrown. */
  update(place: Place, activityId: string, message: Message): Promise<Sent> {
    return this.#patiently(place, () =>
      this.#options.teams().patiently.update(place, activityId, message),
    );
  }

  /** What waits may still go out for a moment. */
  stop(): void {
    setTimeout(() => this.#ending.abort(), LAST_MS).unref();
  }

  #patiently(place: Place, call: () => Promise<Sent>): Promise<Sent> {
    const { tenant, conversation, thread } = place;
    const where = `${conversation};${thread}`;
    const asked = this.#options.clock();
    const isTooLate = (inMs = 0) => this.#options.clock() + inMs - asked > PATIENCE_MS;
    return this.#inThread(where, async () => {
      for (let unknown = 0; ;) {
        await this.#options.pace.turn(tenant, where, this.#ending.signal);
        if (this.#ending.signal.aborted || isTooLate())
          return this.#unsent({ kind: 'not-sent', retryAfterMs: 0 });
        const outcome = await call();
        if (outcome.kind === 'sent') return outcome;
        if (outcome.kind === 'unknown') unknown += 1;
        const waitMs = outcome.kind === 'not-sent' ? outcome.retryAfterMs : BREATH_MS;
        const isOver = outcome.kind === 'undeliverable' || unknown === MOST_UNKNOWN;
        if (isOver || isTooLate(waitMs)) return this.#unsent(outcome);
        await sleep(waitMs, undefined, { signal: this.#ending.signal }).catch(() => undefined);
      }
    });
  }

  /** Teams said no, or nothing: that is an outcome, and no fault of ours. */
  #unsent(outcome: Exclude<Sent, { kind: 'sent' }>): Sent {
    const reason = outcome.kind === 'undeliverable' ? outcome.reason : outcome.kind;
    this.#options.logger.warn({ reason }, 'a reply was not sent');
    return outcome;
  }
}
