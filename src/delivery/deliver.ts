import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Project } from '../process/feiten/project.ts';
import { isGestart } from '../process/feiten/gegevens.ts';
import { remember } from '../memory/remember.ts';
import { dateOf, plusMs } from '../process/taal/time.ts';
import type { Shown } from '../storage/log/outbox.ts';
import type { Lease, Raise } from '../storage/wekker.ts';
import type { Place } from '../teams/port.ts';
import type { DeliverOptions, Sender } from './options.ts';
import { ruimOp } from './opruimen.ts';
import { Pace } from './pace.ts';
import { Round } from './round.ts';
import { underNoReference } from '../log/reference.ts';
import { Slots } from './slots.ts';

/** A live card with more messages of ours below it is posted anew (design: one live card per step). */
const MESSAGES_BELOW = 10;

/** Projects that one instance sends for beside each other; nobody waits behind another's failure. */
const PROJECTS_AT_ONCE = 64;

/** The sweep comes by in this time anyway. */
const LONGEST_WAIT_MS = 30_000;

const RECONCILE_AGAIN_MS = 15 * 60_000;
const REMEMBERED = 10_000;

/** What a sweep found. */
export interface Pulse {
  /** Projects with something to do. */
  readonly waiting: number;
  /** How long the oldest of that waits. */
  readonly overdueMs: number;
  readonly sweepMs: number;
}

/** Sends what the outbox holds and keeps what is shown as new as the log. One holder per project does all its sending. */
export class Delivery implements Sender {
  readonly options: DeliverOptions;
  readonly pace: Pace;
  readonly slot = new Slots(PROJECTS_AT_ONCE);
  readonly running = new Map<string, Promise<void>>();
  readonly again = new Set<string>();
  readonly underway = new Set<Promise<unknown>>();
  /** People's own chats, as far as this instance opened them. */
  readonly chats = remember<Place>(REMEMBERED);
  isStopping = false;
  /** Ends every wait. */
  readonly ending = new AbortController();
  sweptMs: number;
  /** The local date for which this instance looked at every project. */
  reconciled = '';
  /** Not asked again before, UTC ISO: who has the turn may still fail. */
  reconcileAt = '';
  /** Messages of ours below a project's live card, as far as this instance knows. */
  readonly below = new Map<string, number>();

  constructor(options: DeliverOptions) {
    this.options = options;
    this.sweptMs = options.clock();
    this.pace = new Pace({ clock: options.clock, signal: this.ending.signal, ...options.pace });
  }

  /** Before a transaction that will have something to show; one storage call per burst. */
  announce(projectId: string): Promise<void> {
    return this.options.wekker.wake(projectId, this.options.now());
  }

  /** Starts sending, without waiting for it. A run underway looks once more. */
  start(projectId: string): void {
    if (this.isStopping) return;
    if (this.running.has(projectId)) {
      this.again.add(projectId);
      return;
    }
    const run = this.slot
      .take(() => this.run(projectId))
      .finally(() => {
        this.running.delete(projectId);
        if (this.again.delete(projectId)) underNoReference(() => this.start(projectId));
      });
    this.running.set(projectId, run);
    this.background(projectId, run);
  }

  /** Goes on after the wait that Teams asked for; a longer one is the sweep's. */
  later(projectId: string, waitMs: number): void {
    if (waitMs > LONGEST_WAIT_MS) return;
    this.background(
      projectId,
      sleep(waitMs, undefined, { signal: this.ending.signal })
        .catch(() => undefined)
        .then(() => underNoReference(() => this.start(projectId))),
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

  /** Takes up what has come due and what a process left behind. Undefined when nothing may be done now. */
  async sweep(): Promise<Pulse | undefined> {
    const { wekker, now, holder, clock, isClockRight = () => true } = this.options;
    if (this.isStopping || !isClockRight()) return undefined;
    const begun = clock();
    this.pace.instances = Math.max(1, await wekker.present(holder, now()));
    const { projects, overdueMs } = await wekker.due(now());
    for (const projectId of projects) this.start(projectId);
    this.sweptMs = clock();
    const sweepMs = Math.round(this.sweptMs - begun);
    return { waiting: projects.length, overdueMs, sweepMs };
  }

  /** Ms since a sweep ended well. */
  get quietMs(): number {
    return this.options.clock() - this.sweptMs;
  }

  /**
   * Once a day, by one instance: looks at every project, so that a moment whose row was lost is planned again, and throws
   * away what nobody saved. Does no harm when repeated.
   */
  async reconcile(): Promise<void> {
    const { now, daily, isClockRight = () => true } = this.options;
    const vandaag = dateOf(now());
    if (this.isStopping || !isClockRight() || this.reconciled === vandaag) return;
    if (now() < this.reconcileAt) return;
    this.reconcileAt = plusMs(now(), RECONCILE_AGAIN_MS);
    const turn = await daily.take('reconcile', vandaag, now());
    if (!turn) return;
    try {
      await this.lookAtAll();
    } catch (error) {
      await turn.leave();
      throw error;
    }
    this.reconciled = vandaag;
    await turn.end();
  }

  async lookAtAll(): Promise<void> {
    const { wekker, now, log } = this.options;
    for (const projectId of await log.projects()) await wekker.wake(projectId, now());
    await this.sweep();
    await ruimOp(this.options);
  }

  /** Nothing new is begun; what is being sent is finished, and the next sweep of another instance takes the rest. */
  stop(): void {
    this.isStopping = true;
    this.ending.abort();
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    while (this.underway.size > 0) await Promise.all(this.underway);
  }

  /** Somebody's own chat; undefined when Teams opens none for them. Remembered: opening one again gives the same. */
  async personalPlace(
    place: Place,
    person: { teamsId: string; tenant: string },
  ): Promise<Place | undefined> {
    const key = `${person.tenant} ${person.teamsId}`;
    const found = this.chats.get(key);
    if (found) return found;
    await this.pace.turn(place.tenant, key);
    const opened = await this.options.teams().personal(place, person);
    if (!opened) return undefined;
    // Whichever instance brings the message up to date later must find the chat.
    await this.options.savePlace(opened);
    this.chats.set(key, opened);
    return opened;
  }

  async run(projectId: string): Promise<void> {
    const { wekker, holder, now } = this.options;
    let lease: Lease | undefined = await wekker.claim(projectId, holder, now());
    while (lease) {
      const round: Round = new Round(this, lease);
      if (!(await round.run())) {
        if (this.isStopping) return wekker.letGo(round.lease);
        if (round.retryMs !== undefined) this.later(projectId, round.retryMs);
        return;
      }
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
