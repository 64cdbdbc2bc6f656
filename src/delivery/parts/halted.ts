/** Where something has to wait until the next round; what stands behind it there waits as well. */
export class Halted {
  readonly #places = new Set<string>();
  #retryMs: number | undefined;

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
}
