import { deelnemer } from '../process/feiten/deelnemers.ts';
import { one, type Project } from '../process/feiten/project.ts';
import { geopend } from '../process/feiten/geopende-stap.ts';
import { SIGNALS } from '../log/signals.ts';
import { StorageDown } from '../storage/table/failure.ts';
import type { OutboxItem } from '../storage/log/outbox.ts';
import type { Picture } from '../teams/cards/picture.ts';
import type { Message, Outcome, Place } from '../teams/port.ts';
import { KAART, LeaseLost, stapVan, type Held } from './held.ts';
import type { Rond } from './options.ts';
import type { Showing } from './showing.ts';
import { surely } from './surely.ts';

/** After an answer that may or may not have arrived, a message is sent once more and then left. */
const MAX_TRIES = 2;
/** Of a lease: so long after a try without an answer a message is sent once more. */
const REPEAT_AFTER = 0.25;
/** Somebody's own chat that does not open for so long is given up. */
const OLD_MS = 24 * 3_600_000;

/** Asks for everything that was ever shown to be drawn anew: a text in it was erased. */
const HERTEKENEN = 'hertekenen';

/** Sends what the outbox holds, each message once, and says on the record what became of it. */
export class Sending {
  readonly held: Held;
  readonly showing: Showing;

  constructor(held: Held, showing: Showing) {
    this.held = held;
    this.showing = showing;
  }

  /** True when there may be more to send: a message was made into several. */
  async sendAll(project: Project, place: Place): Promise<boolean> {
    let more = false;
    for (const item of await this.held.options.log.outbox(project.id)) {
      const rond = this.held.options.klok.rond(project, this.held.options.now(), item);
      if (!rond) await this.send(project, place, item);
      else if (await this.spread(project, item, rond)) more = true;
    }
    return more;
  }

  async spread(project: Project, item: OutboxItem, { aan, soort }: Rond): Promise<boolean> {
    const { log } = this.held.options;
    if (aan.length > 0) return log.spread(project.id, item, aan, soort);
    await log.finish(project.id, item, this.held.ended(item, 'overbodig'), false);
    return false;
  }

  async send(project: Project, place: Place, item: OutboxItem): Promise<void> {
    const { log, logger } = this.held.options;
    if (item.soort === HERTEKENEN) return this.showing.redrawAll(project, item);
    const picture = this.held.pictureOf(project, item);
    if (!picture?.isNeeded) return this.leave(item);
    if (item.tries >= MAX_TRIES) {
      const { soort } = item;
      logger.warn({ project: project.id, soort, reason: 'no answer' }, SIGNALS.deadLetter);
      await log.finish(project.id, item, this.held.ended(item, 'onbekend'), false);
      return;
    }
    if (this.isTooSoon(item)) {
      const { aan } = item.facts;
      return this.held.halt(typeof aan === 'string' ? aan : place.conversation);
    }
    return typeof item.facts['aan'] === 'string'
      ? this.sendPersonally(project, place, item, item.facts['aan'])
      : this.sendToGroup(project, place, item);
  }

  /** What may have arrived is repeated only after a while: what kept the answer away may still be there. */
  isTooSoon({ tries, begun }: OutboxItem): boolean {
    const { now, wekker } = this.held.options;
    return tries > 0 && Date.parse(now()) - Date.parse(begun) < wekker.leaseMs * REPEAT_AFTER;
  }

  async sendToGroup(project: Project, place: Place, item: OutboxItem) {
    const { log } = this.held.options;
    if (this.held.halted.has(place.conversation)) return;
    const there = { ...place, thread: await this.threadOf(project, place, item) };
    const old = item.soort === KAART ? await log.shown(project.id, stapVan(item.facts)) : undefined;
    const isSent = await this.sendOnce(project, there, item);
    if (isSent && old) await this.showing.shrink(project, place, old);
  }

  /** Opening somebody's chat is part of the try: when that stays without an answer the others do not wait for it. */
  async sendPersonally(project: Project, place: Place, item: OutboxItem, lid: string) {
    const [identity] = one(project, deelnemer, lid)?.facts.identities ?? [];
    if (!identity) return this.unreachable(project, item, 'no identity');
    try {
      const there = await this.held.delivery.personalPlace(place, identity);
      if (there) await this.sendOnce(project, there, item);
      else await this.unreachable(project, item, 'no chat');
    } catch (err) {
      if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
      // Nothing was sent yet, and opening a chat twice gives the same chat: it is tried again, for a day.
      this.held.options.logger.warn({ err, project: project.id }, 'a personal chat did not open');
      if (this.isOld(item)) await this.unreachable(project, item, 'no chat for a day');
      else this.held.halt(lid);
    }
  }

  isOld = ({ at }: OutboxItem) => Date.parse(this.held.options.now()) - Date.parse(at) > OLD_MS;

  /** One POST, marked before it; true when Teams took it. */
  async sendOnce(project: Project, there: Place, item: OutboxItem) {
    const { log, teams } = this.held.options;
    if (this.held.halted.has(there.conversation)) return false;
    await this.held.turn(there);
    const picture = await this.pictureNow(item);
    if (!picture) return false;
    // Drawn before the mark: who dies between mark and POST has used up a try.
    const message = await this.drawn(project, picture);
    const begun = await log.beginSending(project.id, item, this.held.options.now());
    if (!begun) return false;
    const outcome = await teams().send(there, message);
    await this.finish(project, there, begun, picture, outcome);
    return outcome.kind === 'sent';
  }

  /** With its picture where it has one; when that cannot be made, its words say the same. */
  async drawn(project: Project, picture: Picture): Promise<Message> {
    if (!picture.later) return picture.message();
    return picture.later().catch((error: unknown) => {
      const code = error instanceof Error ? error.message : 'unknown';
      this.held.options.logger.warn({ project: project.id, code }, 'a picture was not made');
      return picture.message();
    });
  }

  /**
   * A message as it reads at the last moment before it goes: a round of many takes a while, and who answered meanwhile is
   * not asked. Undefined, and done with, when there is nothing to say any more.
   */
  async pictureNow(item: OutboxItem): Promise<Picture | undefined> {
    const { log } = this.held.options;
    const project = (await log.read(this.held.lease.projectId))?.project;
    const picture = project && this.held.pictureOf(project, item);
    if (picture?.isNeeded) return picture;
    await this.leave(item);
    return undefined;
  }

  /** There is nothing to say any more; or we cannot say it, and then somebody must hear of that. */
  async leave(item: OutboxItem): Promise<void> {
    const { log, logger } = this.held.options;
    const { projectId } = this.held.lease;
    const isOurs = this.held.undrawn.has(item.id);
    const { soort } = item;
    if (isOurs) logger.warn({ project: projectId, soort, reason: 'not drawn' }, SIGNALS.deadLetter);
    const became = this.held.ended(item, isOurs ? 'onbekend' : 'overbodig');
    await log.finish(projectId, item, became, false);
  }

  /** On the record, so that the projectleider hears of it and nobody tries again at once. */
  async unreachable(project: Project, item: OutboxItem, reason: string): Promise<void> {
    const { log, klok, now, logger } = this.held.options;
    const { aan } = item.facts;
    logger.warn({ project: project.id, soort: item.soort, reason }, SIGNALS.deadLetter);
    await log.finish(project.id, item, this.held.ended(item, 'onbereikbaar'), false);
    const lid = typeof aan === 'string' ? aan : '';
    await this.held.byClock(project, (latest) => klok.onbereikbaar(latest, lid, now()));
  }

  async finish(
    project: Project,
    place: Place,
    item: OutboxItem,
    picture: Picture,
    outcome: Outcome,
  ): Promise<void> {
    const { log, logger } = this.held.options;
    switch (outcome.kind) {
      case 'sent': {
        if (item.soort === KAART) this.held.delivery.below.delete(project.id);
        else if (place.kind !== 'channel' && typeof item.facts['aan'] !== 'string')
          this.held.delivery.noticed(project.id);
        const shown = this.held.sentAs(item, place, outcome.activityId, picture);
        await surely(() => log.finish(project.id, item, shown, picture.isLive));
        return;
      }
      case 'undeliverable':
        return this.unreachable(project, item, outcome.reason);
      case 'not-sent':
        this.held.halt(place.conversation, outcome.retryAfterMs);
        await surely(() => log.putBack(project.id, item));
        return;
      case 'unknown':
        logger.warn({ project: project.id, soort: item.soort }, 'Teams gave no answer');
        this.held.halt(place.conversation);
    }
  }

  /** The thread of the step that a message is about, else of the last step that has its card; a live card makes its own. */
  async threadOf(project: Project, place: Place, { soort, facts }: OutboxItem): Promise<string> {
    if (place.kind !== 'channel' || soort === KAART) return '';
    const steps = geopend(project)
      .map(({ id }) => id)
      .reverse();
    const about = steps.find((id) => id === facts['stap']);
    for (const id of about === undefined ? steps : [about]) {
      const card = await this.held.options.log.shown(project.id, id);
      if (card?.conversation === place.conversation) return card.thread;
    }
    return '';
  }
}
