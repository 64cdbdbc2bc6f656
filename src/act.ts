import { setTimeout as pause } from 'node:timers/promises';
import type { Accepted, Decision, Refused } from './process/contract/decision.ts';
import { emptyProject, type Project } from './process/feiten/project.ts';
import type { Snapshot } from './storage/log/cache.ts';
import type { Log, Marker } from './storage/log/log.ts';
import { known } from './storage/table/failure.ts';
import type { Clock } from './storage/table/table.ts';

/** A person's wish to change a project. */
export interface Submission {
  readonly projectId: string;
  /**
   * Equal for a repeat, different for anything else: a hash of the form's nonce, the actor, the verb, the revision they
   * saw and the content. Letters, digits and `_:.-`.
   */
  readonly key: string;
  /** Deelnemer id, or `klok`. */
  readonly by: string;
  /** When it was done, UTC ISO. */
  readonly at: string;
  /** For the card that answers; different for each submission and for each repeat. */
  readonly nonce: string;
  /** When it came in, on `clock`. */
  readonly startedMs: number;
  /** The monotonic clock of the tables, ms. */
  readonly clock: Clock;
  /**
   * For a button that stays on the card: true when its earlier press, found under the same key, no longer stands because
   * the same person has said something else since. Then it is no repeat: akkoord, niet akkoord, akkoord are three events.
   */
  readonly superseded?: (project: Project, earlier: Marker) => boolean;
}

/**
 * What became of a submission. Only `stored` is "opgeslagen". `busy`: not stored, because others came first too often or
 * for too long. `unknown`: storage does not say. `too-big`: can never be stored in one piece. After `busy` and `unknown`
 * the same key may be tried again.
 */
export type Outcome =
  | {
      kind: 'stored';
      /** As it is now: after a repeat, others may have changed it since. */
      project: Project;
      /** Id of the entry it is about; empty when there is none. */
      about: string;
      /** Number of the last event it made, or of the last event in the log when it made none. */
      n: number;
      /** True when nothing was added now: it was stored before, or everything was already as asked. */
      repeated: boolean;
      nonce: string;
    }
  | { kind: 'refused'; decision: Refused; project: Project }
  | { kind: 'busy' }
  | { kind: 'unknown' }
  | { kind: 'too-big' };

/** A submission that has not started by then is told that it is busy: Teams gives an invoke 5 s (risk R05). */
const START_WITHIN_MS = 3_000;
/** The end of a submission, through queue, storage and retries. */
export const END_AFTER_MS = 4_000;
/** A transaction with less time left than this would mostly end as unknown. */
const LEAST_MS = 150;
/** Stops the loop when the clock stands still, as it may in tests. */
const MAX_TURNS = 40;

/**
 * The one way a project changes: decide on its state, store the events, and decide again when another submission was
 * stored first. `decide` must be pure, since it is called for each attempt. With a warm cache an acceptance costs one
 * call to storage.
 */
export async function act(
  log: Log,
  submission: Submission,
  decide: (project: Project) => Decision,
): Promise<Outcome> {
  const { projectId, startedMs, clock } = submission;
  const leftMs = () => START_WITHIN_MS - (clock() - startedMs);
  return new Promise((answer, fail) => {
    let isGone = false;
    // Whoever waits too long for those before them is not left waiting, and then does nothing when it is their turn.
    const late = setTimeout(
      () => {
        isGone = true;
        answer({ kind: 'busy' });
      },
      Math.min(START_WITHIN_MS, Math.max(0, leftMs())),
    );
    log
      .inLine(projectId, async (): Promise<Outcome> => {
        clearTimeout(late);
        if (isGone || leftMs() <= 0) return { kind: 'busy' };
        return new Attempts(log, submission, decide).run();
      })
      .then(answer, fail);
  });
}

/** One submission, until it has its outcome. */
class Attempts {
  readonly #log: Log;
  readonly #submission: Submission;
  readonly #decide: (project: Project) => Decision;
  readonly #end: number;
  /** The key to store under: that of the submission, with a number behind it after superseded ones. */
  #key: string;
  /** The version on which an attempted transaction may still take hold; `unread` when nothing could be read. */
  #doubt: string | undefined;

  constructor(log: Log, submission: Submission, decide: (project: Project) => Decision) {
    this.#log = log;
    this.#submission = submission;
    this.#decide = decide;
    this.#end = submission.startedMs + END_AFTER_MS;
    this.#key = submission.key;
  }

  async run(): Promise<Outcome> {
    const { clock } = this.#submission;
    let outcome = await this.#quick();
    for (let turn = 1; !outcome && turn < MAX_TURNS && clock() + LEAST_MS < this.#end; turn++) {
      outcome = await this.#careful();
      // Another instance came first: wait a little, each a different time, so that they do not meet again.
      if (!outcome) await pause(Math.random() * 20 * Math.min(turn, 5));
    }
    return outcome ?? { kind: this.#doubt === undefined ? 'busy' : 'unknown' };
  }

  /**
   * An acceptance does not look for the marker first: the transaction itself fails when the marker exists or the head has
   * moved.
   */
  async #quick(): Promise<Outcome | undefined> {
    const snapshot = this.#log.cached(this.#submission.projectId) ?? (await this.#fresh());
    const decision = snapshot && this.#decide(snapshot.project);
    return decision && changes(decision) ? this.#store(snapshot, decision) : undefined;
  }

  /** Reads the head first and then the marker: what was stored before the marker was looked for is in one of the two. */
  async #careful(): Promise<Outcome | undefined> {
    const snapshot = await this.#fresh();
    const earlier = snapshot && (await known(this.#earlier(snapshot.project)));
    if (!snapshot || earlier === 'unknown') {
      this.#doubt ??= UNREAD;
      return undefined;
    }
    // The marker was stored after the head was read. Look again, so that the answer shows a state that holds it.
    if (earlier && earlier.n > snapshot.project.n) return undefined;
    if (earlier) return this.#repeat(snapshot.project, earlier);
    // A transaction on a version other than that of the head can no longer take hold.
    if (this.#doubt !== snapshot.version) this.#doubt = undefined;
    const decision = this.#decide(snapshot.project);
    if (changes(decision)) return this.#store(snapshot, decision);
    return this.#settled(snapshot.project, decision);
  }

  async #fresh(): Promise<Snapshot | undefined> {
    const { projectId } = this.#submission;
    const read = await known(this.#log.read(projectId, this.#end));
    if (read === 'unknown') this.#doubt ??= UNREAD;
    return read === 'unknown'
      ? undefined
      : (read ?? { project: emptyProject(projectId), version: '' });
  }

  /** The marker that makes this a repeat. Each superseded marker leads to the next key: its own, with its number. */
  async #earlier(project: Project): Promise<Marker | undefined> {
    const { projectId, superseded } = this.#submission;
    this.#key = this.#submission.key;
    for (;;) {
      const marker = await this.#log.marker(projectId, this.#key, this.#end);
      if (!marker || marker.n > project.n || !superseded?.(project, marker)) return marker;
      this.#key = `${this.#submission.key}:${marker.n}`;
    }
  }

  async #store(snapshot: Snapshot, decision: Accepted): Promise<Outcome | undefined> {
    const { by, at, nonce } = this.#submission;
    const { events, messages: outbox, about } = decision;
    const addition = { events, by, at, outbox, marker: { key: this.#key, about, nonce } };
    const appended = await this.#log.append(snapshot, addition, this.#end);
    switch (appended.kind) {
      case 'stored': {
        const { project } = appended.snapshot;
        return { kind: 'stored', project, about, n: project.n, repeated: false, nonce };
      }
      case 'too-big':
        return { kind: 'too-big' };
      case 'unknown':
        this.#doubt = snapshot.version;
        return undefined;
      case 'conflict':
        return undefined;
    }
  }

  #repeat(project: Project, { about, n, nonce }: Marker): Outcome {
    // The marker has our own nonce, so this is the transaction whose answer was lost.
    return { kind: 'stored', project, about, n, repeated: nonce !== this.#submission.nonce, nonce };
  }

  /** There is nothing to store: a refusal, or everything is already as asked. */
  #settled(project: Project, decision: Decision): Outcome {
    if (!decision.accepted) return { kind: 'refused', decision, project };
    if (decision.messages.length > 0) throw new Error('messages without an event to go with');
    const { nonce } = this.#submission;
    return { kind: 'stored', project, about: decision.about, n: project.n, repeated: true, nonce };
  }
}

/** Equals no version of a head. */
const UNREAD = 'unread';

const changes = (decision: Decision): decision is Accepted =>
  decision.accepted && decision.events.length > 0;
