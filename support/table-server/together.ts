import { apply, changeOf, type Change, type Operation } from './change.ts';
import { Refused } from './errors.ts';

/** How many operations a transaction may hold. */
export const MAX_OPERATIONS = 100;

/**
 * Operations of one partition that are carried out as one. Each is worked out on what stands. No two of them are about one
 * row, so that none has to see what another does.
 */
export class Together {
  readonly #changes: Change[] = [];
  readonly #rows = new Set<string>();
  #first: Operation | undefined;

  /** What the operations before this one come to. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** Works one more out. Throws `Refused`: then none of them may be carried out. */
  add(operation: Operation): void {
    const { table, keys } = operation;
    this.#first ??= operation;
    if (table !== this.#first.table || keys.partition !== this.#first.keys.partition)
      throw new Refused('CommandsInBatchActOnDifferentPartitions');
    if (this.#rows.has(keys.row)) throw new Refused('InvalidDuplicateRow');
    this.#rows.add(keys.row);
    this.#changes.push(changeOf(operation));
  }

  /** Carries all of them out. */
  apply(): void {
    this.#changes.forEach(apply);
  }
}
