import type { Project } from '../process/feiten/project.ts';
import { profielVan } from '../process/feiten/gegevens.ts';
import { huidig } from '../process/feiten/geopende-stap.ts';
import { gewisteUploads } from '../process/feiten/upload.ts';
import { SIGNALS } from '../log/signals.ts';
import { StorageDown } from '../storage/table/failure.ts';
import type { OutboxItem, Shown } from '../storage/log/outbox.ts';
import type { Picture } from '../teams/cards/picture.ts';
import type { Outcome, Place } from '../teams/port.ts';
import { KAART, LeaseLost, type Held } from './held.ts';

/** Keeps what stands in Teams equal to the log. */
export class Showing {
  readonly held: Held;

  constructor(held: Held) {
    this.held = held;
  }

  /** Brings all that is live up to the log; again while the log moves on. */
  async redraw(place: Place): Promise<void> {
    const { log } = this.held.options;
    const { projectId } = this.held.lease;
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
      this.held.options.logger.error({ err, project: project.id, soort }, SIGNALS.failed);
    }
  }

  /** Brings one message up to the log. */
  async refresh(project: Project, place: Place, shown: Shown, isLive = true): Promise<void> {
    const { log } = this.held.options;
    const picture = this.pictureOfShown(project, place, shown);
    if (!picture || this.held.halted.has(shown.conversation)) return;
    if (picture.digest !== shown.digest) return this.update(place, shown, isLive);
    if (isLive && !picture.isLive) await log.saveShown(project.id, shown, false);
  }

  pictureOfShown(project: Project, place: Place, shown: Shown): Picture | undefined {
    const isElsewhere = shown.soort === KAART && shown.conversation !== place.conversation;
    return isElsewhere
      ? this.held.options.drawing.moved(project, 'elsewhere')
      : this.held.pictureOf(project, shown);
  }

  /** Draws after waiting, so that one update shows all that was said meanwhile. */
  async update(place: Place, shown: Shown, isLive: boolean): Promise<void> {
    const { log, teams } = this.held.options;
    const there = await this.placeOfShown(place, shown);
    if (!there) return;
    await this.held.turn(there);
    const project = (await log.read(this.held.lease.projectId))?.project;
    const picture = project && this.pictureOfShown(project, place, shown);
    if (!picture) return;
    const put = () => teams().update(there, shown.activityId, picture.message());
    const first = await put();
    // Updating twice does no harm, and nobody should look at an old card because one answer was lost.
    const outcome = first.kind === 'unknown' ? await put() : first;
    if (outcome.kind === 'not-sent' || outcome.kind === 'unknown') {
      const { soort } = shown;
      this.held.options.logger.warn(
        { project: project.id, soort, outcome: outcome.kind },
        'not updated',
      );
      const waitMs = outcome.kind === 'not-sent' ? outcome.retryAfterMs : undefined;
      return this.held.halt(shown.conversation, waitMs);
    }
    const isGone = outcome.kind === 'undeliverable' && outcome.reason === 'gone';
    // The live card of now is posted once more; another message that cannot be updated is left as it is.
    if (isGone && shown.soort === KAART && huidig(project)?.id === shown.id) {
      const posted = await this.postCard(project, place, shown.id);
      if (posted === 'sent') return;
      if (posted === 'not-sent') return this.held.halt(shown.conversation);
    }
    const left = { ...shown, digest: picture.digest };
    await log.saveShown(project.id, left, isLive && picture.isLive);
  }

  async placeOfShown(place: Place, { conversation, thread }: Shown): Promise<Place | undefined> {
    const found =
      conversation === place.conversation ? place : await this.held.options.placeOf(conversation);
    return found && { ...found, thread };
  }

  /** A text was erased: whatever may have shown it is drawn anew, also what is long past. */
  async redrawAll(project: Project, item: OutboxItem): Promise<void> {
    const { log } = this.held.options;
    // First of all, because redrawing may take long: until it is written down, a lost storage would bring the text back.
    await this.rememberErased(project);
    await this.removeErased(project);
    const place = await this.held.options.placeOf(profielVan(project).facts.gesprek);
    if (!place) return;
    for (const shown of await log.past(project.id)) {
      if (shown.activityId !== '') await this.refresh(project, place, shown, false);
    }
    if (this.held.halted.size === 0)
      await log.finish(project.id, item, this.held.ended(item, 'overbodig'), false);
  }

  /** With the text of a document its file goes as well. */
  async removeErased(project: Project): Promise<void> {
    const { blobs } = this.held.options;
    for (const sleutel of blobs ? gewisteUploads(project) : []) await blobs?.remove(sleutel);
  }

  /** Whoever puts an older copy back must find what to erase again. Storage of backups that is away holds up nothing else. */
  async rememberErased({ id }: Project): Promise<void> {
    const { erasures, logger } = this.held.options;
    await erasures?.remember(id).catch((err: unknown) => {
      logger.warn({ err, project: id }, 'an erasure was not written down yet');
      this.held.halt('erasures');
    });
  }

  /** The live card posted anew at the end of a chat; a channel has its thread. False when it certainly did not arrive. */
  async bringUp(project: Project, place: Place, when: 'always' | 'whenLost'): Promise<boolean> {
    const { log } = this.held.options;
    const nu = huidig((await log.read(project.id))?.project ?? project);
    if (!nu) return true;
    const old = await log.shown(project.id, nu.id);
    if (old?.conversation === place.conversation && when === 'whenLost') return true;
    const posted = await this.postCard(project, place, nu.id);
    if (posted === 'sent' && old) await this.shrink(project, place, old);
    if (posted === 'not-sent') this.held.halt(place.conversation);
    return posted !== 'not-sent';
  }

  /** What is left of an older live card. */
  async shrink(project: Project, place: Place, old: Shown): Promise<void> {
    const there = await this.placeOfShown(place, old);
    if (!there) return;
    await this.held.turn(there);
    const { teams, drawing } = this.held.options;
    const where = old.conversation === place.conversation ? 'lower' : 'elsewhere';
    await teams().update(there, old.activityId, drawing.moved(project, where).message());
  }

  /** Posts the live card anew, e.g. when it was deleted or has gone out of sight. */
  async postCard(project: Project, place: Place, stap: string): Promise<Outcome['kind']> {
    const { log, teams } = this.held.options;
    const card = { id: stap, soort: KAART, facts: { stap } };
    const there = { ...place, thread: '' };
    await this.held.turn(there);
    const picture = this.held.pictureOf((await log.read(project.id))?.project ?? project, card);
    if (!picture) return 'undeliverable';
    const outcome = await teams().send(there, picture.message());
    if (outcome.kind !== 'sent') return outcome.kind;
    this.held.delivery.below.delete(project.id);
    const shown = this.held.sentAs(card, there, outcome.activityId, picture);
    await log.saveShown(project.id, shown, true);
    return 'sent';
  }
}
