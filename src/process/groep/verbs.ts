/** The action that makes a project: the only one whose form may name a project that does not exist yet. */
export const START = 'project.start';

/** The action that brings a project to another conversation. */
export const VERPLAATS = 'project.verplaatsen';

/** The action that begins a new round. */
export const RONDE = 'ronde.nieuw';

/**
 * Actions that begin or move a project. They need the conversation where it will be, so they are done there and nowhere
 * else.
 */
export const IN_GESPREK = [START, VERPLAATS, RONDE];
