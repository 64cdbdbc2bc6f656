import type { Logger } from 'pino';

/** What goes on without anybody waiting for it, until the program ends. */
export class Underway {
  readonly #logger: Logger;
  readonly #kept = new Set<Promise<unknown>>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** A failure is logged. */
  add(projectId: string, work: Promise<unknown>): void {
    const kept = work
      .catch((err: unknown) =>
        this.#logger.warn(
          { err, project: projectId },
          'sending stopped; the sweep goes on with it',
        ),
      )
      .finally(() => this.#kept.delete(kept));
    this.#kept.add(kept);
  }

  /** Resolves when nothing goes on any more. */
  async idle(): Promise<void> {
    while (this.#kept.size > 0) await Promise.all(this.#kept);
  }
}
