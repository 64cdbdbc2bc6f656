import { remember } from '../memory/remember.ts';

/** One form or button of one person: what they send again has the same. */
export interface Sent {
  project: string;
  nonce: string;
  tenant: string;
  oid: string;
}

/**
 * What this instance sent to storage and what is, or may be, stored there. Of these nobody is told that they are not stored
 * until storage itself has said so.
 */
export interface Doubts {
  has(sent: Sent): boolean;
  /** Before it is sent. */
  add(sent: Sent): void;
  /** Storage told that it is not stored. */
  settle(sent: Sent): void;
}

const REMEMBERED = 10_000;

export function openDoubts(): Doubts {
  const open = remember<true>(REMEMBERED);
  return {
    has: (sent) => open.get(keyOf(sent)) === true,
    add: (sent) => open.set(keyOf(sent), true),
    settle: (sent) => open.delete(keyOf(sent)),
  };
}

const keyOf = ({ project, nonce, tenant, oid }: Sent) => `${project} ${nonce} ${tenant} ${oid}`;
