/** Where something has to wait until the next round; what stands behind it there waits as well. */
export class Halted {
  readonly #places = new Set<string>();
  #retryMs: number | undefined;
  #later: string | undefined;

  /** Nothing more goes there in this round; `retryMs`: as long as Teams asked to wait. */
  add(where: string, retryMs?: number): void {
    this.#places.add(where);
    if (retryMs !== undefined) this.#retryMs = Math.max(this.#retryMs ?? 0, retryMs);
  }

  has(where: string): boolean {
    return this.#places.has(where);
  }

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  /** How long Teams asked to wait, ms; undefined: the sweep goes on. */
  get retryMs(): number | undefined {
    return this.#retryMs;
  }

  /** Something is tried again, but not before this, UTC ISO. */
  later(at: string): void {
    if (this.#later === undefined || at < this.#later) this.#later = at;
  }

  /** When the first of that is tried again, UTC ISO; undefined when nothing is. */
  get again(): string | undefined {
    return this.#later;
  }
}
