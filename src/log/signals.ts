/** Log lines that raise an alarm: the alerts in `infra/` look for these words. */
export const SIGNALS = {
  /** The program listens. */
  ready: 'ready',
  /** Written at each sweep: what waits, and for how long. */
  pulse: 'pulse',
  /** A message that cannot be delivered any more. */
  deadLetter: 'dead letter',
  /** A request that was not let in, or that could not be read. */
  refused: 'refused',
  /** A fault of ours, with the number that the person who met it reads. */
  failed: 'failed',
  backedUp: 'backup done',
  notBackedUp: 'backup failed',
} as const;
