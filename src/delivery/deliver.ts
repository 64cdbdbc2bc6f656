import type { Project } from '../process/feiten/project.ts';
import { isGestart } from '../process/feiten/gegevens.ts';
import { isVoorbeeld } from '../process/feiten/voorbeeld.ts';
import type { Raise } from '../storage/wekker.ts';
import type { Message, Place, Sent } from '../teams/port.ts';
import { Answers } from './answering/answers.ts';
import { answered } from './parts/became.ts';
import { Below } from './parts/below.ts';
import { Chats } from './parts/chats.ts';
import { claim } from './parts/lease.ts';
import type { DeliverOptions } from './parts/options.ts';
import { Pace } from './parts/pace.ts';
import { Reconciling } from './reconciling.ts';
import { runRound, type Instance } from './round.ts';
import { Runs } from './runs/runs.ts';
import { Underway } from './runs/underway.ts';

/** What a sweep found. */
export interface Pulse {
  /** Projects with something to do. */
  readonly waiting: number;
  /** How long the oldest of that waits. */
  readonly overdueMs: number;
  readonly sweepMs: number;
}

/** Sends what the outbox holds and keeps what is shown as new as the log. One holder per project does all its sending. */
export class Delivery {
  readonly #options: DeliverOptions;
  /** Ends every wait. */
  readonly #ending = new AbortController();
  readonly #underway: Underway;
  readonly #runs: Runs;
  readonly #instance: Instance;
  readonly #answers: Answers;
  readonly #reconciling: Reconciling;
  #sweptMs: number;

  constructor(options: DeliverOptions) {
    const { clock, logger } = options;
    const { signal } = this.#ending;
    const pace = new Pace({ clock, signal, ...options.pace });
    this.#options = options;
    this.#underway = new Underway(logger);
    this.#runs = new Runs((projectId) => this.#run(projectId), this.#underway, signal);
    this.#instance = {
      pace,
      chats: new Chats(options, pace),
      below: new Below((projectId) => this.background(projectId, this.raise(projectId))),
    };
    this.#answers = new Answers({ ...options, pace });
    this.#reconciling = new Reconciling(options, () => this.sweep());
    this.#sweptMs = clock();
  }

  /** Before a transaction that will have something to show; one storage call per burst. */
  announce(projectId: string): Promise<void> {
    return this.#options.wekker.wake(projectId, this.#options.now());
  }

  /** Starts sending, without waiting for it. A run underway looks once more. */
  start(projectId: string): void {
    this.#runs.start(projectId);
  }

  /**
   * Asks for the live card to come back in sight; with `whenLost` only if there is none. Done by whoever holds the
   * project's lease, like all its sending.
   */
  async raise(projectId: string, when: Raise = 'always'): Promise<void> {
    await this.#options.wekker.raise(projectId, this.#options.now(), when);
    this.start(projectId);
  }

  /** Somebody got an answer in a conversation, below the live card. */
  posted(project: Project, place: Place, answer: Omit<Parameters<typeof answered>[1], 'at'>): void {
    if (isGestart(project) && !isVoorbeeld(project) && place.kind !== 'channel')
      this.#instance.below.add(project.id);
    this.remember(project, place, answer);
  }

  /** An answer is remembered until a text or a person is erased. */
  remember(
    project: Project,
    place: Place,
    answer: Omit<Parameters<typeof answered>[1], 'at'>,
  ): void {
    // In the chat of somebody who takes no part stands nothing of the project, and nothing is kept about them.
    if (!isGestart(project) || (place.kind === 'personal' && answer.voor === '')) return;
    // Of the example nothing is erased, so nothing has to be found back.
    if (isVoorbeeld(project)) return;
    const { log, now } = this.#options;
    const posted = answered(place, { ...answer, at: now() });
    this.background(project.id, log.savePosted(project.id, posted, false));
  }

  /** Sends somebody an answer, at the pace of everything else there, and tries again when Teams does not take it. */
  reply(place: Place, message: Message): Promise<Sent> {
    return this.#answers.send(place, message);
  }

  /** The same in the place of an earlier message. */
  replyOver(place: Place, activityId: string, message: Message): Promise<Sent> {
    return this.#answers.update(place, activityId, message);
  }

  /** Lets something go on that nobody waits for, until `idle`. */
  background(projectId: string, work: Promise<unknown>): void {
    this.#underway.add(projectId, work);
  }

  /** Takes up what has come due and what a process left behind. Undefined when nothing may be done now. */
  async sweep(): Promise<Pulse | undefined> {
    const { wekker, now, holder, clock, isClockRight = () => true } = this.#options;
    if (this.#ending.signal.aborted || !isClockRight()) return undefined;
    const begun = clock();
    this.#instance.pace.instances = Math.max(1, await wekker.present(holder, now()));
    const { projects, overdueMs } = await wekker.due(now());
    for (const projectId of projects) this.start(projectId);
    this.#sweptMs = clock();
    const sweepMs = Math.round(this.#sweptMs - begun);
    return { waiting: projects.length, overdueMs, sweepMs };
  }

  /** Ms since a sweep ended well. */
  get quietMs(): number {
    return this.#options.clock() - this.#sweptMs;
  }

  /** Looks at every project, once a day, by one instance. */
  async reconcile(): Promise<void> {
    if (!this.#ending.signal.aborted) await this.#reconciling.look();
  }

  /**
   * Nothing new is begun; what is being sent is finished, and the next sweep of another instance takes the rest. Answers,
   * which nobody else has, still get a moment.
   */
  stop(): void {
    this.#ending.abort();
    this.#answers.stop();
  }

  /** Resolves when nothing is being sent. */
  idle(): Promise<void> {
    return this.#underway.idle();
  }

  /** Does rounds for a project until one finds that nothing came meanwhile, or has to wait. */
  async #run(projectId: string): Promise<void> {
    const { signal } = this.#ending;
    for (;;) {
      const lease = await claim(this.#options, signal, projectId);
      if (!lease) return;
      const { isDone, retryMs } = await runRound(this.#options, this.#instance, lease);
      if (!isDone && signal.aborted) return lease.handOver();
      if (!isDone) await lease.askAgain();
      if (!isDone && retryMs !== undefined) this.#runs.later(projectId, retryMs);
      if (!isDone || !(await lease.release())) return;
    }
  }
}
