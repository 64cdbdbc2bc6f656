import type { Project } from '../process/project.ts';
import { profielVan } from '../process/gegevens.ts';
import { geopend, huidig } from '../process/stappen.ts';
import { LEASE_MS, type Lease } from '../storage/wekker.ts';
import type { OutboxItem, Shown } from '../storage/outbox.ts';
import type { Outcome, Place } from '../teams/port.ts';
import type { Delivery } from './deliver.ts';
import type { Picture } from './picture.ts';

/** After an answer that may or may not have arrived, a message is sent once more and then left. */
const MAX_TRIES = 2;
/** One send and what is stored about it last less than this. */
const SEND_MS = 10_000;

/** The soort of a live card; its facts name the step. */
const KAART = 'kaart';
/** Asks for everything that was ever shown to be drawn anew: a text in it was erased. */
const HERTEKENEN = 'hertekenen';

/** Somebody else does the sending now. */
class LeaseLost extends Error {}

/** Everything of one project once, in order, under the lease. */
export class Round {
  readonly delivery: Delivery;
  lease: Lease;
  /** Until when the lease holds, on the monotonic clock. */
  heldUntil: number;
  /** Conversations where something has to wait; what stands behind it there waits as well. */
  readonly halted = new Set<string>();

  constructor(delivery: Delivery, lease: Lease) {
    this.delivery = delivery;
    this.lease = lease;
    this.heldUntil = this.leaseEnd();
  }

  get options() {
    return this.delivery.options;
  }

  leaseEnd = () => this.options.clock() + LEASE_MS;

  /** False when something has to wait; the lease then runs out and the sweep goes on. */
  async run(): Promise<boolean> {
    const { log, placeOf, logger } = this.options;
    const { projectId, raised } = this.lease;
    const project = (await log.read(projectId))?.project;
    const place = project && (await placeOf(profielVan(project).facts.gesprek));
    if (!project || !place) return true;
    try {
      for (const item of await log.outbox(projectId)) await this.send(project, place, item);
      if (raised) await this.bringUp(project, place, raised);
      await this.redraw(place);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.warn({ project: projectId }, 'the lease ran out; another goes on');
      return false;
    }
    return this.halted.size === 0;
  }

  /** A process that stood still may not send what another sends by now. */
  async hold(): Promise<void> {
    const { wekker, holder, now, clock } = this.options;
    if (clock() + SEND_MS < this.heldUntil) return;
    const heldUntil = this.leaseEnd();
    const lease = await wekker.claim(this.lease.projectId, holder, now());
    if (!lease) throw new LeaseLost();
    this.lease = lease;
    this.heldUntil = heldUntil;
  }

  async send(project: Project, place: Place, item: OutboxItem): Promise<void> {
    const { log, logger } = this.options;
    if (this.halted.has(place.conversation)) return;
    if (item.soort === HERTEKENEN) return this.redrawAll(project, item);
    const picture = this.pictureOf(project, item);
    if (!picture || item.tries >= MAX_TRIES) {
      const afloop = picture ? 'onbekend' : 'overbodig';
      const { soort } = item;
      logger.warn({ project: project.id, soort, afloop }, 'a message was not sent again');
      await log.finish(project.id, item, this.ended(item, afloop), false);
      return;
    }
    const old = item.soort === KAART ? await log.shown(project.id, stapVan(item.facts)) : undefined;
    const there = { ...place, thread: await this.threadOf(project, place, item) };
    await this.turn(there);
    const begun = await log.beginSending(project.id, item);
    if (!begun) return;
    const outcome = await this.options.teams().send(there, picture.message());
    await this.finish(project, there, begun, picture, outcome);
    if (old && outcome.kind === 'sent') await this.shrink(project, place, old);
  }

  /** A message that cannot be drawn is a fault of ours; what stands behind it must go out all the same. */
  pictureOf(project: Project, message: Pick<OutboxItem, 'soort' | 'facts'>): Picture | undefined {
    try {
      return this.options.drawing.picture(project, message);
    } catch (err) {
      const { soort } = message;
      this.options.logger.error({ err, project: project.id, soort }, 'a message was not drawn');
      return undefined;
    }
  }

  /** Waits for the lease and for the rate that Teams takes. */
  async turn({ tenant, conversation, thread }: Place): Promise<void> {
    await this.delivery.pace.turn(tenant, `${conversation};${thread}`);
    await this.hold();
  }

  async finish(
    project: Project,
    place: Place,
    item: OutboxItem,
    picture: Picture,
    outcome: Outcome,
  ): Promise<void> {
    const { log, logger } = this.options;
    switch (outcome.kind) {
      case 'sent': {
        if (item.soort === KAART) this.delivery.below.delete(project.id);
        else if (place.kind !== 'channel') this.delivery.noticed(project.id);
        const shown = this.sentAs(item, place, outcome.activityId, picture);
        await log.finish(project.id, item, shown, picture.isLive);
        return;
      }
      case 'undeliverable': {
        const { reason } = outcome;
        logger.warn({ project: project.id, soort: item.soort, reason }, 'message undeliverable');
        await log.finish(project.id, item, this.ended(item, 'onbereikbaar'), false);
        return;
      }
      case 'not-sent':
        this.halted.add(place.conversation);
        await log.putBack(project.id, item);
        this.delivery.later(project.id, outcome.retryAfterMs);
        return;
      case 'unknown':
        this.halted.add(place.conversation);
    }
  }

  ended({ id, soort, facts }: OutboxItem, afloop: Shown['afloop']): Shown {
    const nowhere = { conversation: '', activityId: '', thread: '', digest: '' };
    return { id, soort, facts, afloop, at: this.options.now(), ...nowhere };
  }

  /** In a channel the live card is a post of its own, whose id is the thread of its step. */
  sentAs(
    { id, soort, facts }: Pick<Shown, 'id' | 'soort' | 'facts'>,
    { kind, conversation, thread }: Place,
    activityId: string,
    { digest }: Picture,
  ): Shown {
    return {
      ...{ id: soort === KAART ? stapVan(facts) : id, soort, facts },
      ...{ afloop: 'verstuurd', at: this.options.now(), conversation, activityId, digest },
      thread: soort === KAART && kind === 'channel' ? activityId : thread,
    };
  }

  /** The thread of the step that a message is about, else of the last step that has its card; a live card makes its own. */
  async threadOf(project: Project, place: Place, { soort, facts }: OutboxItem): Promise<string> {
    if (place.kind !== 'channel' || soort === KAART) return '';
    const steps = geopend(project)
      .map(({ id }) => id)
      .reverse();
    const about = steps.find((id) => id === facts['stap']);
    for (const id of about === undefined ? steps : [about]) {
      const card = await this.options.log.shown(project.id, id);
      if (card?.conversation === place.conversation) return card.thread;
    }
    return '';
  }

  /** Brings all that is live up to the log; again while the log moves on. */
  async redraw(place: Place): Promise<void> {
    const { log } = this.options;
    const { projectId } = this.lease;
    let drawn = -1;
    for (;;) {
      const project = (await log.read(projectId))?.project;
      if (!project || project.n === drawn) return;
      drawn = project.n;
      for (const shown of await log.live(projectId)) await this.refresh(project, place, shown);
    }
  }

  /** Brings one message up to the log. */
  async refresh(project: Project, place: Place, shown: Shown, isLive = true): Promise<void> {
    const { log } = this.options;
    const picture = this.pictureOfShown(project, place, shown);
    if (!picture || this.halted.has(shown.conversation)) return;
    if (picture.digest !== shown.digest) return this.update(place, shown, isLive);
    if (isLive && !picture.isLive) await log.saveShown(project.id, shown, false);
  }

  pictureOfShown(project: Project, place: Place, shown: Shown): Picture | undefined {
    const isElsewhere = shown.soort === KAART && shown.conversation !== place.conversation;
    return isElsewhere
      ? this.options.drawing.moved(project, 'elsewhere')
      : this.pictureOf(project, shown);
  }

  /** Draws after waiting, so that one update shows all that was said meanwhile. */
  async update(place: Place, shown: Shown, isLive: boolean): Promise<void> {
    const { log, teams } = this.options;
    const there = await this.placeOfShown(place, shown);
    if (!there) return;
    await this.turn(there);
    const project = (await log.read(this.lease.projectId))?.project;
    const picture = project && this.pictureOfShown(project, place, shown);
    if (!picture) return;
    const outcome = await teams().update(there, shown.activityId, picture.message());
    if (outcome.kind === 'not-sent' || outcome.kind === 'unknown') {
      this.halted.add(shown.conversation);
      return;
    }
    const isGone = outcome.kind === 'undeliverable' && outcome.reason === 'gone';
    // The live card of now is posted once more; another message that cannot be updated is left as it is.
    if (isGone && shown.soort === KAART && huidig(project)?.id === shown.id) {
      const posted = await this.postCard(project, place, shown.id);
      if (posted === 'sent') return;
      if (posted === 'not-sent') {
        this.halted.add(shown.conversation);
        return;
      }
    }
    const left = { ...shown, digest: picture.digest };
    await log.saveShown(project.id, left, isLive && picture.isLive);
  }

  async placeOfShown(place: Place, { conversation, thread }: Shown): Promise<Place | undefined> {
    const found =
      conversation === place.conversation ? place : await this.options.placeOf(conversation);
    return found && { ...found, thread };
  }

  /** A text was erased: whatever may have shown it is drawn anew, also what is long past. */
  async redrawAll(project: Project, item: OutboxItem): Promise<void> {
    const { log } = this.options;
    const place = await this.options.placeOf(profielVan(project).facts.gesprek);
    if (!place) return;
    for (const shown of await log.past(project.id)) {
      if (shown.activityId !== '') await this.refresh(project, place, shown, false);
    }
    if (this.halted.size === 0)
      await log.finish(project.id, item, this.ended(item, 'overbodig'), false);
  }

  /** The live card posted anew at the end of a chat; a channel has its thread. */
  async bringUp(project: Project, place: Place, when: 'always' | 'whenLost'): Promise<void> {
    const nu = huidig(project);
    if (!nu) return;
    const old = await this.options.log.shown(project.id, nu.id);
    if (old?.conversation === place.conversation && when === 'whenLost') return;
    const posted = await this.postCard(project, place, nu.id);
    if (posted === 'sent' && old) await this.shrink(project, place, old);
  }

  /** What is left of an older live card. */
  async shrink(project: Project, place: Place, old: Shown): Promise<void> {
    const there = await this.placeOfShown(place, old);
    if (!there) return;
    await this.turn(there);
    const { teams, drawing } = this.options;
    const where = old.conversation === place.conversation ? 'lower' : 'elsewhere';
    await teams().update(there, old.activityId, drawing.moved(project, where).message());
  }

  /** Posts the live card anew, e.g. when it was deleted or has gone out of sight. */
  async postCard(project: Project, place: Place, stap: string): Promise<Outcome['kind']> {
    const card = { id: stap, soort: KAART, facts: { stap } };
    const picture = this.pictureOf(project, card);
    if (!picture) return 'undeliverable';
    const there = { ...place, thread: '' };
    await this.turn(there);
    const outcome = await this.options.teams().send(there, picture.message());
    if (outcome.kind !== 'sent') return outcome.kind;
    this.delivery.below.delete(project.id);
    const shown = this.sentAs(card, there, outcome.activityId, picture);
    await this.options.log.saveShown(project.id, shown, true);
    return 'sent';
  }
}

const stapVan = (facts: Shown['facts']) => facts['stap'] as string;
