/** The lines in the log that somebody is alerted by: `infra/` asks for them by these words. */
export const SIGNALS = {
  /** It listens. */
  ready: 'ready',
  /** Each sweep: what waits, and for how long. */
  pulse: 'pulse',
  /** A message that will not arrive any more. */
  deadLetter: 'dead letter',
  /** Somebody was not let in, or sent what cannot be read. */
  refused: 'refused',
  /** A fault of ours, with the number that whoever met it reads. */
  failed: 'failed',
  backedUp: 'backup done',
  notBackedUp: 'backup failed',
} as const;
