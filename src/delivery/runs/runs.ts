import { setTimeout as sleep } from 'node:timers/promises';
import { underNoReference } from '../../log/reference.ts';
import { Slots } from './slots.ts';
import type { Underway } from './underway.ts';

/** Projects that one instance sends for beside each other; nobody waits behind another's failure. */
const PROJECTS_AT_ONCE = 64;

/** The sweep comes by in this time anyway. */
const LONGEST_WAIT_MS = 30_000;

/** Runs the sending of projects: each project's one at a time, and nobody waits for it. */
export class Runs {
  readonly #run: (projectId: string) => Promise<void>;
  readonly #underway: Underway;
  readonly #ending: AbortSignal;
  readonly #slots = new Slots(PROJECTS_AT_ONCE);
  readonly #running = new Set<string>();
  readonly #again = new Set<string>();

  /** Begins nothing more once `ending` says so. */
  constructor(run: (projectId: string) => Promise<void>, underway: Underway, ending: AbortSignal) {
    this.#run = run;
    this.#underway = underway;
    this.#ending = ending;
  }

  /** A run underway looks once more. */
  start(projectId: string): void {
    if (this.#ending.aborted) return;
    if (this.#running.has(projectId)) {
      this.#again.add(projectId);
      return;
    }
    this.#running.add(projectId);
    const run = this.#slots
      .take(() => this.#run(projectId))
      .finally(() => {
        this.#running.delete(projectId);
        if (this.#again.delete(projectId)) underNoReference(() => this.start(projectId));
      });
    this.#underway.add(projectId, run);
  }

  /** Goes on after the wait that Teams asked for; a longer one is the sweep's. */
  later(projectId: string, waitMs: number): void {
    if (waitMs > LONGEST_WAIT_MS) return;
    this.#underway.add(
      projectId,
      sleep(waitMs, undefined, { signal: this.#ending })
        .catch(() => undefined)
        .then(() => underNoReference(() => this.start(projectId))),
    );
  }
}
