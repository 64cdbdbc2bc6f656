import type { Fase } from './stadia.ts';

/** A step, and where the group is in it. */
export type Moment = readonly [stap: number, fase: Fase];

/** Each step as it opens, and the other moments at which its card or lists show something else. */
export const MOMENTEN: readonly Moment[] = [
  [1, 'open'],
  [2, 'open'],
  [2, 'gesloten'],
  [2, 'overleg'],
  [2, 'na overleg'],
  [3, 'open'],
  [3, 'gesloten'],
  [4, 'open'],
  [4, 'overleg'],
  [4, 'na overleg'],
  [5, 'open'],
  [5, 'overleg'],
  [5, 'na overleg'],
  [6, 'open'],
  [6, 'gesloten'],
  [6, 'overleg'],
  [6, 'na overleg'],
  [6, 'afgerond'],
];

/** Those at which each step shows most of what is in it. */
export const VOLSTE: readonly Moment[] = [
  [1, 'open'],
  [2, 'open'],
  [2, 'overleg'],
  [2, 'na overleg'],
  [3, 'open'],
  [4, 'overleg'],
  [5, 'open'],
  [6, 'overleg'],
  [6, 'afgerond'],
];
