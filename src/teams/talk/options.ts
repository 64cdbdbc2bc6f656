import type { Logger } from 'pino';
import type { Project } from '../../process/feiten/project.ts';
import type { Bestand, Klus } from '../../process/stukken/klus.ts';
import type { Style } from '../cards/drawing.ts';
import type { Place } from '../port.ts';
import type { Wayfinder, Ways } from './wayfinder.ts';

/** How sending begins after a transaction. */
interface Sending {
  announce: (projectId: string) => Promise<void>;
  start: (projectId: string) => void;
  /** Posts the live card again, so that it is in sight. */
  raise: (projectId: string, when?: 'always' | 'whenLost') => Promise<void>;
  /** Does what has come due. */
  sweep: () => Promise<unknown>;
  /** Does work that no answer waits for; a failure is logged. */
  background: (projectId: string, work: Promise<unknown>) => void;
  /**
   * Tells that an answer of ours was posted below the live card. `activityId` names a message that holds texts of the
   * project, else empty.
   */
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

/** What answering a person needs. */
export interface Bot {
  options: BotOptions;
  way: Wayfinder;
  /** True when this was not said within the given ms: Teams repeats its events. */
  isFirst: (key: string, now: number, withinMs: number) => boolean;
}
