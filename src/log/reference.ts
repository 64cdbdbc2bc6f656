import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/**
 * The number of a request: in every line that is logged on its behalf, also by what it started and did not wait for, and
 * in the sentence that somebody reads when it failed. Short enough to read over the phone.
 */
const references = new AsyncLocalStorage<string>();

const newReference = () => randomUUID().slice(0, 8);

/** Does the work of a request under a number of its own. */
export const underReference = <T>(work: () => T): T => references.run(newReference(), work);

/** Begins work that belongs to no request, though one may have led to it. */
export const underNoReference = <T>(work: () => T): T => references.exit(work);

/** The number of the request that this is done for; undefined outside one. */
export const currentReference = (): string | undefined => references.getStore();

/** What somebody can be told. Outside a request a new one. */
export const referenceToTell = (): string => currentReference() ?? newReference();
