import type { Logger } from 'pino';
import type { Accepted, OutboxMessage } from '../process/contract/decision.ts';
import type { Project } from '../process/feiten/project.ts';
import type { Blobs } from '../storage/files/blobs.ts';
import type { Daily } from '../storage/daily.ts';
import type { Log } from '../storage/log/log.ts';
import type { Wekker } from '../storage/wekker.ts';
import type { Picture } from '../teams/cards/picture.ts';
import type { Place, Teams } from '../teams/port.ts';
import type { Pace, PaceOptions } from './pace.ts';

/** How what must be shown looks. Given by the composition, so that sending knows no cards. */
interface Drawing {
  /** Undefined for a soort that nobody knows any more. */
  picture: (project: Project, message: OutboxMessage) => Picture | undefined;
  /** What is left of a live card that stands lower in the same conversation, or in another one. */
  moved: (project: Project, where: 'lower' | 'elsewhere') => Picture;
}

/** What happens by the clock, decided from the log. */
interface Klok {
  /** What is due now; undefined when nothing is. */
  tik: (project: Project, now: string) => Accepted | undefined;
  /** When to look again, UTC ISO. */
  volgende: (project: Project, now: string) => string | undefined;
  /** For whom a message that goes round is, deelnemer ids, and as which soort each gets it. */
  rond: (project: Project, now: string, message: OutboxMessage) => Rond | undefined;
  /** Says that somebody's own chat took nothing from us. */
  onbereikbaar: (project: Project, lid: string, now: string) => Accepted;
}

export interface Rond {
  aan: readonly string[];
  soort: string;
}

export interface DeliverOptions {
  log: Log;
  wekker: Wekker;
  teams: () => Teams;
  /** A conversation as it was last seen; undefined when it was never seen. */
  placeOf: (conversation: string) => Promise<Place | undefined>;
  savePlace: (place: Place) => Promise<void>;
  drawing: Drawing;
  /** Where files are; undefined where none are kept. */
  blobs?: Pick<Blobs, 'list' | 'remove'>;
  /** What is done once a day. */
  daily: Daily;
  /** Keeps what was erased apart from the log, so that a backup of before does not bring it back; undefined where none are made. */
  erasures?: { remember: (projectId: string) => Promise<void> };
  klok: Klok;
  /** False when our clock differs from that of storage: then nothing is closed or sent by the clock. */
  isClockRight?: () => boolean;
  /** UTC ISO */
  now: () => string;
  /** Monotonic, ms. */
  clock: () => number;
  pace?: Omit<PaceOptions, 'clock' | 'signal'>;
  /** This instance, for the lease. */
  holder: string;
  logger: Logger;
}

/** What one project's sending needs of the whole. */
export interface Sender {
  readonly options: DeliverOptions;
  readonly pace: Pace;
  /** Messages of ours below a project's live card, as far as this instance knows. */
  readonly below: Map<string, number>;
  /** True when this instance is about to end. */
  readonly isStopping: boolean;
  noticed: (projectId: string) => void;
  personalPlace: (
    place: Place,
    person: { teamsId: string; tenant: string },
  ) => Promise<Place | undefined>;
}
