import type { Logger } from 'pino';
import type { Facts, Project } from '../process/project.ts';
import { geopend, huidig } from '../process/stappen.ts';
import type { Card, OutboxItem } from '../storage/outbox.ts';
import type { Log } from '../storage/log.ts';
import type { Lease, Wekker } from '../storage/wekker.ts';
import type { Message, Outcome, Place, Teams } from '../teams/port.ts';

/** How what must be shown looks. Given by the composition, so that sending knows no cards. */
interface Drawing {
  /** The live card of a step as it stands. */
  live: (project: Project, stapId: string, thread: string) => Message;
  /** What is left of a live card that stands elsewhere now. */
  moved: (project: Project) => Message;
  /** A message from the outbox; undefined when there is nothing to say any more. */
  message: (project: Project, soort: string, facts: Facts) => Message | undefined;
}

export interface DeliverOptions {
  log: Log;
  wekker: Wekker;
  teams: () => Teams;
  placeOf: (project: Project) => Promise<Place | undefined>;
  drawing: Drawing;
  /** UTC ISO */
  now: () => string;
  /** Between two rounds of drawing, ms. */
  pauseMs?: number;
  /** This instance, for the lease. */
  holder: string;
  logger: Logger;
}

/** After an answer that may or may not have arrived, a message is sent once more and then left. */
const MAX_TRIES = 2;
/** A live card with more messages of ours below it is posted anew (design: one live card per step). */
const MESSAGES_BELOW = 10;
/** One thread gets 2 a second from us. */
const PAUSE_MS = 500;

/** The sweep comes by in this time anyway. */
const LONGEST_WAIT_MS = 30_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends what the outbox holds and keeps the live cards as new as the log. One holder per project does all its sending. */
export class Delivery {
  readonly options: DeliverOptions;
  readonly running = new Map<string, Promise<void>>();
  readonly again = new Set<string>();
  readonly underway = new Set<Promise<unknown>>();
  /** Projects whose live card is to come back in sight. */
  readonly raised = new Map<string, 'always' | 'whenLost'>();
  /** Messages of ours below a project's live card, as far as this instance knows. */
  readonly below = new Map<string, number>();

  constructor(options: DeliverOptions) {
    this.options = options;
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
      const isDone = await this.once(projectId);
      if (!isDone) return;
      if ((await wekker.release(lease, now())) !== 'touched') return;
      lease = await wekker.claim(projectId, holder, now());
    }
  }

  /** Everything once, in order. False when something has to wait; the lease then runs out and the sweep goes on. */
  async once(projectId: string): Promise<boolean> {
    const { log } = this.options;
    const snapshot = await log.read(projectId);
    if (!snapshot) return true;
    const place = await this.options.placeOf(snapshot.project);
    if (!place) return true;
    for (const item of await log.outbox(projectId)) {
      if (!(await this.send(snapshot.project, place, item))) return false;
    }
    if (this.raised.has(projectId)) await this.bringUp(place, projectId);
    return this.redraw(place, projectId);
  }

  async send(project: Project, place: Place, item: OutboxItem): Promise<boolean> {
    const { log, drawing } = this.options;
    const stapId = item.soort === 'kaart' ? (item.facts['stap'] as string) : '';
    const thread = stapId === '' ? await this.threadOf(project, item) : '';
    const message =
      stapId === ''
        ? drawing.message(project, item.soort, item.facts)
        : drawing.live(project, stapId, '');
    if (!message || item.tries >= MAX_TRIES) {
      if (message)
        this.options.logger.warn(
          { project: project.id, soort: item.soort },
          'not known whether a message arrived',
        );
      await log.finish(project.id, item, []);
      return true;
    }
    const begun = await log.beginSending(project.id, item);
    if (!begun) return true;
    const outcome = await this.options.teams().send({ ...place, thread }, message);
    return this.finish(project, place, begun, stapId, outcome);
  }

  async finish(
    project: Project,
    place: Place,
    item: OutboxItem,
    stapId: string,
    outcome: Outcome,
  ): Promise<boolean> {
    const { log } = this.options;
    switch (outcome.kind) {
      case 'sent':
        if (stapId !== '') this.below.delete(project.id);
        else if (place.kind !== 'channel') this.noticed(project.id);
        await log.finish(
          project.id,
          item,
          stapId === '' ? [] : [cardOf(place, stapId, outcome.activityId, project.n)],
        );
        return true;
      case 'undeliverable':
        this.options.logger.warn(
          { project: project.id, soort: item.soort, reason: outcome.reason },
          'message undeliverable',
        );
        await log.finish(project.id, item, []);
        return true;
      case 'not-sent':
        await log.putBack(project.id, item);
        this.later(project.id, outcome.retryAfterMs);
        return false;
      case 'unknown':
        return false;
    }
  }

  /** The thread of the step that a message is about, else of the last step that has its card. */
  async threadOf(project: Project, { facts }: OutboxItem): Promise<string> {
    const steps = geopend(project)
      .map(({ id }) => id)
      .reverse();
    const about = steps.find((id) => id === facts['stap']);
    for (const id of about === undefined ? steps : [about]) {
      const card = await this.options.log.card(project.id, id);
      if (card) return card.thread;
    }
    return '';
  }

  /** Brings the card of this step, and once that of the step before, up to the log; again while the log moves on. */
  async redraw(place: Place, projectId: string): Promise<boolean> {
    for (;;) {
      const project = (await this.options.log.read(projectId))?.project;
      if (!project) return true;
      const steps = geopend(project).slice(-2);
      const stale = await Promise.all(
        steps.map((step, at) =>
          this.staleCard(
            project,
            step.id,
            at < steps.length - 1 ? (steps[at + 1]?.rev ?? 0) : project.n,
          ),
        ),
      );
      const work = stale.filter((card) => card !== undefined);
      if (work.length === 0) return true;
      for (const card of work) if (!(await this.show(place, project, card))) return false;
      await sleep(this.options.pauseMs ?? PAUSE_MS);
    }
  }

  async staleCard(project: Project, stapId: string, n: number): Promise<Card | undefined> {
    const card = await this.options.log.card(project.id, stapId);
    return card && card.shown < n ? card : undefined;
  }

  async show(place: Place, project: Project, card: Card): Promise<boolean> {
    const { log, drawing } = this.options;
    const outcome = await this.options
      .teams()
      .update(
        { ...place, thread: card.thread },
        card.activityId,
        drawing.live(project, card.id, card.thread),
      );
    if (outcome.kind === 'sent') {
      await log.saveCard(project.id, { ...card, shown: project.n });
      return true;
    }
    if (outcome.kind === 'undeliverable')
      return outcome.reason === 'gone'
        ? this.postAgain(place, project, card)
        : this.giveUp(project, card);
    return false;
  }

  /** A card that is gone is posted once more; after an answer that may have come it is left at that. */
  async postAgain(place: Place, project: Project, card: Card): Promise<boolean> {
    const kind = await this.post(place, project, card.id);
    if (kind === 'not-sent') return false;
    return kind === 'sent' || this.giveUp(project, card);
  }

  /** A card that cannot be updated is not tried again until the log moves on. */
  async giveUp(project: Project, card: Card): Promise<boolean> {
    await this.options.log.saveCard(project.id, { ...card, shown: project.n });
    return true;
  }

  /**
   * Asks for the live card to come back in sight; with `whenLost` only if there is none. Done by whoever holds the
   * project's lease, like all its sending.
   */
  async raise(projectId: string, when: 'always' | 'whenLost' = 'always'): Promise<void> {
    if (this.raised.get(projectId) !== 'always') this.raised.set(projectId, when);
    await this.announce(projectId);
    this.start(projectId);
  }

  /** A message of ours came below the live card; a chat has no threads, so after some it is posted anew. */
  noticed(projectId: string): void {
    const count = (this.below.get(projectId) ?? 0) + 1;
    this.below.set(projectId, count);
    if (count === MESSAGES_BELOW + 1) this.background(projectId, this.raise(projectId));
  }

  /** The live card posted anew at the end of a chat; the old one shrinks to a line. A channel has its thread. */
  async bringUp(place: Place, projectId: string): Promise<void> {
    const project = (await this.options.log.read(projectId))?.project;
    const nu = project && huidig(project);
    const when = this.raised.get(projectId);
    this.raised.delete(projectId);
    if (!when || !nu) return;
    const old = await this.options.log.card(projectId, nu.id);
    if (old && when === 'whenLost') return;
    if ((await this.post(place, project, nu.id)) !== 'sent' || !old) return;
    const there = { ...place, thread: old.thread };
    await this.options.teams().update(there, old.activityId, this.options.drawing.moved(project));
  }

  /** Posts the live card anew, e.g. when it was deleted or has gone out of sight. */
  async post(place: Place, project: Project, stapId: string): Promise<Outcome['kind']> {
    const message = this.options.drawing.live(project, stapId, '');
    const outcome = await this.options.teams().send({ ...place, thread: '' }, message);
    if (outcome.kind !== 'sent') return outcome.kind;
    this.below.delete(project.id);
    const card = cardOf(place, stapId, outcome.activityId, project.n);
    await this.options.log.saveCard(project.id, card);
    return 'sent';
  }
}

/** In a channel the live card is a post of its own, whose id is the thread of its step. */
const cardOf = (place: Place, id: string, activityId: string, shown: number): Card => ({
  id,
  activityId,
  thread: place.kind === 'channel' ? activityId : '',
  shown,
});
