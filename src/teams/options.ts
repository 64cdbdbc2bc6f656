import type { Logger } from 'pino';
import type { Project } from '../process/project.ts';
import type { Style } from './drawing.ts';
import type { Wayfinder, Ways } from './wayfinder.ts';

/** Where sending begins, after something was stored. */
export interface Sending {
  announce: (projectId: string) => Promise<void>;
  start: (projectId: string) => void;
  repost: (project: Project, stapId: string) => Promise<void>;
}

export interface BotOptions extends Ways, Style {
  sending: Sending;
  /** Monotonic, ms: the clock of the tables. */
  clock: () => number;
  logger: Logger;
}

/** What answering somebody needs. */
export interface Bot {
  options: BotOptions;
  way: Wayfinder;
}
