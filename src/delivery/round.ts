import { randomUUID } from 'node:crypto';
import { act } from '../act.ts';
import { accept, type Decision } from '../process/decision.ts';
import { deelnemer } from '../process/deelnemers.ts';
import { one, type Project } from '../process/project.ts';
import { profielVan } from '../process/gegevens.ts';
import { geopend, huidig } from '../process/stappen.ts';
import { gewisteUploads } from '../process/upload.ts';
import type { Lease } from '../storage/wekker.ts';
import { StorageDown } from '../storage/failure.ts';
import { SIGNALS } from '../signals.ts';
import type { OutboxItem, Shown } from '../storage/outbox.ts';
import type { Message, Outcome, Picture, Place } from '../teams/port.ts';
import type { Rond, Sender } from './options.ts';
import { surely } from './surely.ts';

/** After an answer that may or may not have arrived, a message is sent once more and then left. */
const MAX_TRIES = 2;
/** One send and what is stored about it last less than this. */
const SEND_MS = 10_000;

/** Of a lease: so long after a try without an answer a message is sent once more. */
const REPEAT_AFTER = 0.25;
/** Somebody's own chat that does not open for so long is given up. */
const OLD_MS = 24 * 3_600_000;

/** The soort of a live card; its facts name the step. */
const KAART = 'kaart';
/** Asks for everything that was ever shown to be drawn anew: a text in it was erased. */
const HERTEKENEN = 'hertekenen';

/** Somebody else does the sending now, or will: this one stops. */
class LeaseLost extends Error {}

/** Everything of one project once, in order, under the lease. */
export class Round {
  readonly delivery: Sender;
  lease: Lease;
  /** Until when the lease holds, on the monotonic clock. */
  heldUntil: number;
  /** Conversations where something has to wait; what stands behind it there waits as well. */
  readonly halted = new Set<string>();
  /** Messages that a fault of ours kept from being drawn, by id. */
  readonly undrawn = new Set<string>();
  /** How long Teams asked to wait, ms; undefined: the sweep goes on. */
  retryMs: number | undefined;

  constructor(delivery: Sender, lease: Lease) {
    this.delivery = delivery;
    this.lease = lease;
    this.heldUntil = this.leaseEnd();
  }

  get options() {
    return this.delivery.options;
  }

  leaseEnd = () => this.options.clock() + this.options.wekker.leaseMs;

  /** Nothing more goes there in this round. */
  halt(where: string, retryMs?: number): void {
    this.halted.add(where);
    if (retryMs !== undefined) this.retryMs = Math.max(this.retryMs ?? 0, retryMs);
  }

  /** False when something has to wait; the lease then runs out and the sweep goes on, if not `retryMs` comes first. */
  async run(): Promise<boolean> {
    const { log, placeOf, logger } = this.options;
    const { projectId } = this.lease;
    const project = (await log.read(projectId))?.project;
    const place = project && (await placeOf(profielVan(project).facts.gesprek));
    if (!project || !place) return true;
    try {
      const now = await this.tick(project);
      while (await this.sendAll(now, place));
      const { raised } = this.lease;
      if (raised && !(await this.bringUp(now, place, raised)))
        // Asked for once more, because claiming the lease took the request away.
        await this.options.wekker.raise(projectId, this.options.now(), raised);
      this.lease = { ...this.lease, raised: undefined };
      await this.redraw(place);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.info({ project: projectId }, 'sending stopped; another goes on');
      return false;
    }
    await this.planNext();
    return this.halted.size === 0;
  }

  /** Does what is due by the clock, until nothing is; the project as it stands then. */
  async tick(project: Project): Promise<Project> {
    const { klok, now, isClockRight = () => true } = this.options;
    let state = project;
    for (let due = klok.tik(state, now()); due && isClockRight(); due = klok.tik(state, now())) {
      const before = state.n;
      state = await this.byClock(state, (latest) => klok.tik(latest, now()) ?? accept('', []));
      if (state.n === before) break;
    }
    return state;
  }

  /** A command of the clock goes in by the same door as anybody's. */
  async byClock(project: Project, decide: (project: Project) => Decision): Promise<Project> {
    const { log, now, clock } = this.options;
    const outcome = await act(
      log,
      {
        projectId: project.id,
        key: `klok:${randomUUID()}`,
        by: 'klok',
        at: now(),
        nonce: '',
        startedMs: clock(),
        clock,
      },
      decide,
    );
    if (outcome.kind === 'stored') return outcome.project;
    if (outcome.kind === 'refused') return outcome.project;
    throw new Error(`the clock could not store: ${outcome.kind}`);
  }

  /** From now on the project is looked at again when the next thing is due. */
  async planNext(): Promise<void> {
    const { log, klok, wekker, now } = this.options;
    const project = (await log.read(this.lease.projectId))?.project;
    const due = project && klok.volgende(project, now());
    if (due) await wekker.plan(project.id, due);
  }

  /** True when there may be more to send: a message was made into several. */
  async sendAll(project: Project, place: Place): Promise<boolean> {
    let more = false;
    for (const item of await this.options.log.outbox(project.id)) {
      const rond = this.options.klok.rond(project, this.options.now(), item);
      if (!rond) await this.send(project, place, item);
      else if (await this.spread(project, item, rond)) more = true;
    }
    return more;
  }

  async spread(project: Project, item: OutboxItem, { aan, soort }: Rond): Promise<boolean> {
    const { log } = this.options;
    if (aan.length > 0) return log.spread(project.id, item, aan, soort);
    await log.finish(project.id, item, this.ended(item, 'overbodig'), false);
    return false;
  }

  /** A process that stood still may not send what another sends by now. */
  async hold(): Promise<void> {
    const { wekker, holder, now, clock } = this.options;
    if (this.delivery.isStopping) throw new LeaseLost();
    if (clock() + Math.min(SEND_MS, wekker.leaseMs / 2) < this.heldUntil) return;
    const heldUntil = this.leaseEnd();
    const lease = await wekker.claim(this.lease.projectId, holder, now());
    if (!lease) throw new LeaseLost();
    // What was asked for meanwhile is taken along.
    this.lease = { ...lease, raised: lease.raised ?? this.lease.raised };
    this.heldUntil = heldUntil;
  }

  async send(project: Project, place: Place, item: OutboxItem): Promise<void> {
    const { log, logger } = this.options;
    if (item.soort === HERTEKENEN) return this.redrawAll(project, item);
    const picture = this.pictureOf(project, item);
    if (!picture?.isNeeded) return this.leave(item);
    if (item.tries >= MAX_TRIES) {
      const { soort } = item;
      logger.warn({ project: project.id, soort, reason: 'no answer' }, SIGNALS.deadLetter);
      await log.finish(project.id, item, this.ended(item, 'onbekend'), false);
      return;
    }
    if (this.isTooSoon(item)) {
      const { aan } = item.facts;
      return this.halt(typeof aan === 'string' ? aan : place.conversation);
    }
    return typeof item.facts['aan'] === 'string'
      ? this.sendPersonally(project, place, item, item.facts['aan'])
      : this.sendToGroup(project, place, item);
  }

  /** What may have arrived is repeated only after a while: what kept the answer away may still be there. */
  isTooSoon({ tries, begun }: OutboxItem): boolean {
    const { now, wekker } = this.options;
    return tries > 0 && Date.parse(now()) - Date.parse(begun) < wekker.leaseMs * REPEAT_AFTER;
  }

  async sendToGroup(project: Project, place: Place, item: OutboxItem) {
    const { log } = this.options;
    if (this.halted.has(place.conversation)) return;
    const there = { ...place, thread: await this.threadOf(project, place, item) };
    const old = item.soort === KAART ? await log.shown(project.id, stapVan(item.facts)) : undefined;
    const isSent = await this.sendOnce(project, there, item);
    if (isSent && old) await this.shrink(project, place, old);
  }

  /** Opening somebody's chat is part of the try: when that stays without an answer the others do not wait for it. */
  async sendPersonally(project: Project, place: Place, item: OutboxItem, lid: string) {
    const [identity] = one(project, deelnemer, lid)?.facts.identities ?? [];
    if (!identity) return this.unreachable(project, item, 'no identity');
    try {
      const there = await this.delivery.personalPlace(place, identity);
      if (there) await this.sendOnce(project, there, item);
      else await this.unreachable(project, item, 'no chat');
    } catch (err) {
      if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
      // Nothing was sent yet, and opening a chat twice gives the same chat: it is tried again, for a day.
      this.options.logger.warn({ err, project: project.id }, 'a personal chat did not open');
      if (this.isOld(item)) await this.unreachable(project, item, 'no chat for a day');
      else this.halt(lid);
    }
  }

  isOld = ({ at }: OutboxItem) => Date.parse(this.options.now()) - Date.parse(at) > OLD_MS;

  /** One POST, marked before it; true when Teams took it. */
  async sendOnce(project: Project, there: Place, item: OutboxItem) {
    const { log, teams } = this.options;
    if (this.halted.has(there.conversation)) return false;
    await this.turn(there);
    const picture = await this.pictureNow(item);
    if (!picture) return false;
    // Drawn before the mark: who dies between mark and POST has used up a try.
    const message = await this.drawn(project, picture);
    const begun = await log.beginSending(project.id, item, this.options.now());
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
      this.options.logger.warn({ project: project.id, code }, 'a picture was not made');
      return picture.message();
    });
  }

  /**
   * A message as it reads at the last moment before it goes: a round of many takes a while, and who answered meanwhile is
   * not asked. Undefined, and done with, when there is nothing to say any more.
   */
  async pictureNow(item: OutboxItem): Promise<Picture | undefined> {
    const { log } = this.options;
    const project = (await log.read(this.lease.projectId))?.project;
    const picture = project && this.pictureOf(project, item);
    if (picture?.isNeeded) return picture;
    await this.leave(item);
    return undefined;
  }

  /** There is nothing to say any more; or we cannot say it, and then somebody must hear of that. */
  async leave(item: OutboxItem): Promise<void> {
    const { log, logger } = this.options;
    const { projectId } = this.lease;
    const isOurs = this.undrawn.has(item.id);
    const { soort } = item;
    if (isOurs) logger.warn({ project: projectId, soort, reason: 'not drawn' }, SIGNALS.deadLetter);
    const became = this.ended(item, isOurs ? 'onbekend' : 'overbodig');
    await log.finish(projectId, item, became, false);
  }

  /** On the record, so that the projectleider hears of it and nobody tries again at once. */
  async unreachable(project: Project, item: OutboxItem, reason: string): Promise<void> {
    const { log, klok, now, logger } = this.options;
    const { aan } = item.facts;
    logger.warn({ project: project.id, soort: item.soort, reason }, SIGNALS.deadLetter);
    await log.finish(project.id, item, this.ended(item, 'onbereikbaar'), false);
    const lid = typeof aan === 'string' ? aan : '';
    await this.byClock(project, (latest) => klok.onbereikbaar(latest, lid, now()));
  }

  /** A message that cannot be drawn is a fault of ours; what stands behind it must go out all the same. */
  pictureOf(
    project: Project,
    message: Pick<OutboxItem, 'id' | 'soort' | 'facts'>,
  ): Picture | undefined {
    try {
      return this.options.drawing.picture(project, message);
    } catch (err) {
      const { id, soort } = message;
      this.undrawn.add(id);
      this.options.logger.error({ err, project: project.id, soort }, SIGNALS.failed);
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
        else if (place.kind !== 'channel' && typeof item.facts['aan'] !== 'string')
          this.delivery.noticed(project.id);
        const shown = this.sentAs(item, place, outcome.activityId, picture);
        await surely(() => log.finish(project.id, item, shown, picture.isLive));
        return;
      }
      case 'undeliverable':
        return this.unreachable(project, item, outcome.reason);
      case 'not-sent':
        this.halt(place.conversation, outcome.retryAfterMs);
        await surely(() => log.putBack(project.id, item));
        return;
      case 'unknown':
        logger.warn({ project: project.id, soort: item.soort }, 'Teams gave no answer');
        this.halt(place.conversation);
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
      for (const shown of await log.live(projectId))
        await this.refreshSafely(project, place, shown);
    }
  }

  /** One message that cannot be drawn may not keep the others old. */
  async refreshSafely(project: Project, place: Place, shown: Shown): Promise<void> {
    try {
      await this.refresh(project, place, shown);
    } catch (err) {
      if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
      const { soort } = shown;
      this.options.logger.error({ err, project: project.id, soort }, SIGNALS.failed);
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
    const put = () => teams().update(there, shown.activityId, picture.message());
    const first = await put();
    // Updating twice does no harm, and nobody should look at an old card because one answer was lost.
    const outcome = first.kind === 'unknown' ? await put() : first;
    if (outcome.kind === 'not-sent' || outcome.kind === 'unknown') {
      const { soort } = shown;
      this.options.logger.warn(
        { project: project.id, soort, outcome: outcome.kind },
        'not updated',
      );
      const waitMs = outcome.kind === 'not-sent' ? outcome.retryAfterMs : undefined;
      return this.halt(shown.conversation, waitMs);
    }
    const isGone = outcome.kind === 'undeliverable' && outcome.reason === 'gone';
    // The live card of now is posted once more; another message that cannot be updated is left as it is.
    if (isGone && shown.soort === KAART && huidig(project)?.id === shown.id) {
      const posted = await this.postCard(project, place, shown.id);
      if (posted === 'sent') return;
      if (posted === 'not-sent') return this.halt(shown.conversation);
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
    // First of all, because redrawing may take long: until it is written down, a lost storage would bring the text back.
    await this.rememberErased(project);
    await this.removeErased(project);
    const place = await this.options.placeOf(profielVan(project).facts.gesprek);
    if (!place) return;
    for (const shown of await log.past(project.id)) {
      if (shown.activityId !== '') await this.refresh(project, place, shown, false);
    }
    if (this.halted.size === 0)
      await log.finish(project.id, item, this.ended(item, 'overbodig'), false);
  }

  /** With the text of a document its file goes as well. */
  async removeErased(project: Project): Promise<void> {
    const { blobs } = this.options;
    for (const sleutel of blobs ? gewisteUploads(project) : []) await blobs?.remove(sleutel);
  }

  /** Whoever puts an older copy back must find what to erase again. Storage of backups that is away holds up nothing else. */
  async rememberErased({ id }: Project): Promise<void> {
    const { erasures, logger } = this.options;
    await erasures?.remember(id).catch((err: unknown) => {
      logger.warn({ err, project: id }, 'an erasure was not written down yet');
      this.halt('erasures');
    });
  }

  /** The live card posted anew at the end of a chat; a channel has its thread. False when it certainly did not arrive. */
  async bringUp(project: Project, place: Place, when: 'always' | 'whenLost'): Promise<boolean> {
    const { log } = this.options;
    const nu = huidig((await log.read(project.id))?.project ?? project);
    if (!nu) return true;
    const old = await log.shown(project.id, nu.id);
    if (old?.conversation === place.conversation && when === 'whenLost') return true;
    const posted = await this.postCard(project, place, nu.id);
    if (posted === 'sent' && old) await this.shrink(project, place, old);
    if (posted === 'not-sent') this.halt(place.conversation);
    return posted !== 'not-sent';
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
    const { log, teams } = this.options;
    const card = { id: stap, soort: KAART, facts: { stap } };
    const there = { ...place, thread: '' };
    await this.turn(there);
    const picture = this.pictureOf((await log.read(project.id))?.project ?? project, card);
    if (!picture) return 'undeliverable';
    const outcome = await teams().send(there, picture.message());
    if (outcome.kind !== 'sent') return outcome.kind;
    this.delivery.below.delete(project.id);
    const shown = this.sentAs(card, there, outcome.activityId, picture);
    await log.saveShown(project.id, shown, true);
    return 'sent';
  }
}

const stapVan = (facts: Shown['facts']) => facts['stap'] as string;
