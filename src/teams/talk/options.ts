import type { Logger } from 'pino';
import type { Project } from '../../process/feiten/project.ts';
import type { Bestand, Klus } from '../../process/stukken/klus.ts';
import type { Style } from '../cards/drawing.ts';
import type { Place } from '../port.ts';
import type { Wayfinder, Ways } from './wayfinder.ts';

/** Where sending begins, after something was stored. */
interface Sending {
  announce: (projectId: string) => Promise<void>;
  start: (projectId: string) => void;
  /** Brings the live card back in sight. */
  raise: (projectId: string, when?: 'always' | 'whenLost') => Promise<void>;
  /** Does what has come due. */
  sweep: () => Promise<unknown>;
  /** Goes on with something that nobody waits for; a failure is logged. */
  background: (projectId: string, work: Promise<unknown>) => void;
  /** An answer of ours came below the live card; `activityId` of one that holds texts of the project, else empty. */
  posted: (project: Project, place: Place, activityId: string) => void;
}

export interface BotOptions extends Ways, Style {
  sending: Sending;
  /** Makes a file; rejects when it cannot. */
  maak: (klus: Klus) => Promise<Bestand>;
  /** Monotonic, ms: the clock of the tables. */
  clock: () => number;
  logger: Logger;
  /** Only on a developer's own machine: moves the clock on by so many ms. */
  moveClock?: (ms: number) => void;
}

/** What answering somebody needs. */
export interface Bot {
  options: BotOptions;
  way: Wayfinder;
  /** True when this was not said within so many ms: Teams repeats its events. */
  isFirst: (key: string, now: number, withinMs: number) => boolean;
}
