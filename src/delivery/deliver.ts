import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Project } from '../process/project.ts';
import { isGestart } from '../process/gegevens.ts';
import type { Log } from '../storage/log.ts';
import type { Shown } from '../storage/outbox.ts';
import type { Lease, Raise, Wekker } from '../storage/wekker.ts';
import type { Place, Teams } from '../teams/port.ts';
import { Pace, type PaceOptions } from './pace.ts';
import type { Drawing } from './picture.ts';
import { Round } from './round.ts';

export interface DeliverOptions {
  log: Log;
  wekker: Wekker;
  teams: () => Teams;
  /** A conversation as it was last seen; undefined when it was never seen. */
  placeOf: (conversation: string) => Promise<Place | undefined>;
  drawing: Drawing;
  /** UTC ISO */
  now: () => string;
  /** Monotonic, ms. */
  clock: () => number;
  pace?: Omit<PaceOptions, 'clock'>;
  /** This instance, for the lease. */
  holder: string;
  logger: Logger;
}

/** A live card with more messages of ours below it is posted anew (design: one live card per step). */
const MESSAGES_BELOW = 10;

/** The sweep comes by in this time anyway. */
const LONGEST_WAIT_MS = 30_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends what the outbox holds and keeps what is shown as new as the log. One holder per project does all its sending. */
export class Delivery {
  readonly options: DeliverOptions;
  readonly pace: Pace;
  readonly running = new Map<string, Promise<void>>();
  readonly again = new Set<string>();
  readonly underway = new Set<Promise<unknown>>();
  /** Messages of ours below a project's live card, as far as this instance knows. */
  readonly below = new Map<string, number>();

  constructor(options: DeliverOptions) {
    this.options = options;
    this.pace = new Pace({ clock: options.clock, ...options.pace });
  }

  /** Before a transaction that will have something to show; one storage call per burst. */
  announce(projectId: string): Promise<void> {
    return this.options.wekker.wake(projectId, this.options.now());
  }

  /** Starts sending, without waiting for it. A run underway looks once more. */
  start(projectId: string): void {
    if (this.running.has(projectId)) {
      this.again.add(projectId);
      return;
    }
    const run = this.run(projectId).finally(() => {
      this.running.delete(projectId);
      if (this.again.delete(projectId)) this.start(projectId);
    });
    this.running.set(projectId, run);
    this.background(projectId, run);
  }

  /** Goes on after the wait that Teams asked for; a longer one is the sweep's. */
  later(projectId: string, waitMs: number): void {
    if (waitMs > LONGEST_WAIT_MS) return;
    this.background(
      projectId,
      sleep(waitMs).then(() => this.start(projectId)),
    );
  }

  /** Lets something go on that nobody waits for, until `idle`. */
  background(projectId: string, work: Promise<unknown>): void {
    const { logger } = this.options;
    const kept = work
      .catch((err: unknown) =>
        logger.warn({ err, project: projectId }, 'sending stopped; the sweep goes on with it'),
      )
      .finally(() => this.underway.delete(kept));
    this.underway.add(kept);
  }

  /** Takes up what a process left behind. */
  async sweep(): Promise<void> {
    for (const projectId of await this.options.wekker.due(this.options.now()))
      this.start(projectId);
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    while (this.underway.size > 0) await Promise.all(this.underway);
  }

  async run(projectId: string): Promise<void> {
    const { wekker, holder, now } = this.options;
    let lease: Lease | undefined = await wekker.claim(projectId, holder, now());
    while (lease) {
      const round: Round = new Round(this, lease);
      if (!(await round.run())) return;
      if ((await wekker.release(round.lease, now())) !== 'touched') return;
      lease = await wekker.claim(projectId, holder, now());
    }
  }

  /**
   * Asks for the live card to come back in sight; with `whenLost` only if there is none. Done by whoever holds the
   * project's lease, like all its sending.
   */
  async raise(projectId: string, when: Raise = 'always'): Promise<void> {
    await this.options.wekker.raise(projectId, this.options.now(), when);
    this.start(projectId);
  }

  /** A message of ours came below the live card; a chat has no threads, so after some it is posted anew. */
  noticed(projectId: string): void {
    const count = (this.below.get(projectId) ?? 0) + 1;
    this.below.set(projectId, count);
    if (count === MESSAGES_BELOW + 1) this.background(projectId, this.raise(projectId));
  }

  /** Somebody got an answer in a conversation. One that holds texts is remembered until one of those is erased. */
  posted(project: Project, { kind, conversation, thread }: Place, activityId: string): void {
    if (!isGestart(project)) return;
    if (kind !== 'channel') this.noticed(project.id);
    if (activityId === '') return;
    const id = createHash('sha256').update(`${conversation} ${activityId}`).digest('hex');
    const answer: Shown = {
      ...{ id, soort: 'antwoord', facts: {}, afloop: 'verstuurd', at: this.options.now() },
      ...{ conversation, thread, activityId, digest: '' },
    };
    this.background(project.id, this.options.log.saveShown(project.id, answer, false));
  }
}
