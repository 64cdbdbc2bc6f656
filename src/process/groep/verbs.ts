/** The action that makes a project: the only one whose form may name a project that is not there yet. */
export const START = 'project.start';

/** The action that brings a project to another conversation. */
export const VERPLAATS = 'project.verplaatsen';

/** The action that begins a new round. */
export const RONDE = 'ronde.nieuw';

/** What begins or moves a project needs the conversation where it will be: that is done there, and nowhere else. */
export const IN_GESPREK = [START, VERPLAATS, RONDE];
