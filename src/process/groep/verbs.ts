import type { Traject } from '../contract/contract.ts';

/** The action that begins a project in the planner. */
export const START = 'project.start';

/** The action that brings a project to another conversation. */
export const VERPLAATS = 'project.verplaatsen';

/** The action that begins a new round. */
export const RONDE = 'ronde.nieuw';

/**
 * True for an action that begins or moves a project. It needs the conversation where that will be, so it is done there and
 * nowhere else.
 */
export const isInGesprek = ({ start }: Traject, verb: string): boolean =>
  [start, VERPLAATS, RONDE].includes(verb);
