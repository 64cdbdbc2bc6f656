/** A live card with more messages of ours below it is posted anew (design: one live card per step). */
const MESSAGES_BELOW = 10;

/** Counts our messages below the live card of each project, as far as this instance knows. A chat has no threads. */
export class Below {
  readonly #counts = new Map<string, number>();
  readonly #outOfSight: (projectId: string) => void;

  /** `outOfSight` is told once that there are too many. */
  constructor(outOfSight: (projectId: string) => void) {
    this.#outOfSight = outOfSight;
  }

  add(projectId: string): void {
    const count = (this.#counts.get(projectId) ?? 0) + 1;
    this.#counts.set(projectId, count);
    if (count === MESSAGES_BELOW + 1) this.#outOfSight(projectId);
  }

  /** The live card stands at the end again. */
  clear(projectId: string): void {
    this.#counts.delete(projectId);
  }
}
