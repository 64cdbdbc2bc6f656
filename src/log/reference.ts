import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/**
 * The number of a request. It stands in every line logged on its behalf, also by work that it started and did not wait
 * for, and in the sentence that a person reads when the request failed. It is short enough to read over the phone.
 */
const references = new AsyncLocalStorage<string>();

const newReference = () => randomUUID().slice(0, 8);

/** Does the work of a request under a number of its own. */
export const underReference = <T>(work: () => T): T => references.run(newReference(), work);

/** Begins work that belongs to no request, though a request may have started it. */
export const underNoReference = <T>(work: () => T): T => references.exit(work);

/** The number of the present request; undefined outside one. */
export const currentReference = (): string | undefined => references.getStore();

/** A number to tell a person. Outside a request it is a new one. */
export const referenceToTell = (): string => currentReference() ?? newReference();
