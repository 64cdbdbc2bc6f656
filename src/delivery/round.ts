import { accept } from '../process/contract/decision.ts';
import { profielVan } from '../process/feiten/gegevens.ts';
import type { Project } from '../process/feiten/project.ts';
import type { Lease } from '../storage/wekker.ts';
import { Held, LeaseLost } from './held.ts';
import type { Sender } from './options.ts';
import { Sending } from './sending.ts';
import { Showing } from './showing.ts';

/** Everything of one project once, in order, under the lease: what is due, what waits to be sent, what is shown. */
export class Round {
  readonly held: Held;
  readonly sending: Sending;
  readonly showing: Showing;

  constructor(delivery: Sender, lease: Lease) {
    this.held = new Held(delivery, lease);
    this.showing = new Showing(this.held);
    this.sending = new Sending(this.held, this.showing);
  }

  /** As it stands now: it may have been claimed anew. */
  get lease(): Lease {
    return this.held.lease;
  }

  /** How long Teams asked to wait, ms; undefined: the sweep goes on. */
  get retryMs(): number | undefined {
    return this.held.retryMs;
  }

  /** False when something has to wait; the lease then runs out and the sweep goes on, if not `retryMs` comes first. */
  async run(): Promise<boolean> {
    const { log, placeOf, logger } = this.held.options;
    const { projectId } = this.held.lease;
    const project = (await log.read(projectId))?.project;
    const place = project && (await placeOf(profielVan(project).facts.gesprek));
    if (!project || !place) return true;
    try {
      const now = await this.tick(project);
      while (await this.sending.sendAll(now, place));
      const { raised } = this.held.lease;
      if (raised && !(await this.showing.bringUp(now, place, raised)))
        // Asked for once more, because claiming the lease took the request away.
        await this.held.options.wekker.raise(projectId, this.held.options.now(), raised);
      this.held.lease = { ...this.held.lease, raised: undefined };
      await this.showing.redraw(place);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.info({ project: projectId }, 'sending stopped; another goes on');
      return false;
    }
    await this.planNext();
    return this.held.halted.size === 0;
  }

  /** Does what is due by the clock, until nothing is; the project as it stands then. */
  async tick(project: Project): Promise<Project> {
    const { klok, now, isClockRight = () => true } = this.held.options;
    let state = project;
    for (let due = klok.tik(state, now()); due && isClockRight(); due = klok.tik(state, now())) {
      const before = state.n;
      state = await this.held.byClock(state, (latest) => klok.tik(latest, now()) ?? accept('', []));
      if (state.n === before) break;
    }
    return state;
  }

  /** From now on the project is looked at again when the next thing is due. */
  async planNext(): Promise<void> {
    const { log, klok, wekker, now } = this.held.options;
    const project = (await log.read(this.held.lease.projectId))?.project;
    const due = project && klok.volgende(project, now());
    if (due) await wekker.plan(project.id, due);
  }
}
