import { randomUUID } from 'node:crypto';
import { act } from '../act.ts';
import type { Decision } from '../process/contract/decision.ts';
import type { Project } from '../process/feiten/project.ts';
import { SIGNALS } from '../log/signals.ts';
import type { OutboxItem, Shown } from '../storage/log/outbox.ts';
import type { Lease } from '../storage/wekker.ts';
import type { Picture } from '../teams/cards/picture.ts';
import type { Place } from '../teams/port.ts';
import type { Sender } from './options.ts';

/** One send and what is stored about it last less than this. */
const SEND_MS = 10_000;

/** The soort of a live card; its facts name the step. */
export const KAART = 'kaart';

/** Somebody else does the sending now, or will: this one stops. */
export class LeaseLost extends Error {}

/** One project as long as this instance has its lease: the lease itself, what has to wait, and how a message looks. */
export class Held {
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

  /** Waits for the lease and for the rate that Teams takes. */
  async turn({ tenant, conversation, thread }: Place): Promise<void> {
    await this.delivery.pace.turn(tenant, `${conversation};${thread}`);
    await this.hold();
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
}

export const stapVan = (facts: Shown['facts']) => facts['stap'] as string;
