import type { Logger } from 'pino';
import type { Accepted, OutboxMessage } from '../../process/contract/decision.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Blobs } from '../../storage/files/blobs.ts';
import type { Daily } from '../../storage/daily.ts';
import type { Log } from '../../storage/log/log.ts';
import type { Wekker } from '../../storage/wekker.ts';
import type { Place, Teams } from '../../teams/port.ts';
import type { PaceOptions } from './pace.ts';
import type { Picture } from '../../teams/cards/picture.ts';

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

interface Clocks {
  /** UTC ISO */
  now: () => string;
  /** Monotonic, ms. */
  clock: () => number;
}

interface Checked {
  /** False when our clock differs from that of storage: then nothing is closed or sent by the clock. */
  isClockRight?: () => boolean;
}

/** For having a project's sending to oneself. */
export interface LeaseOptions extends Clocks {
  wekker: Wekker;
  /** This instance. */
  holder: string;
}

/** For opening people's own chats. */
export interface ChatOptions {
  teams: () => Teams;
  savePlace: (place: Place) => Promise<void>;
}

/** For keeping what stands in Teams equal to the log. */
export interface ShowOptions {
  log: Log;
  teams: () => Teams;
  /** A conversation as it was last seen; undefined when it was never seen. */
  placeOf: (conversation: string) => Promise<Place | undefined>;
  drawing: Drawing;
  /** UTC ISO */
  now: () => string;
  logger: Logger;
}

/** For taking away what was erased. */
export interface EraseOptions extends ShowOptions {
  /** Where files are; undefined where none are kept. */
  blobs?: Pick<Blobs, 'list' | 'remove'>;
  /** Keeps what was erased apart from the log, so that a backup of before does not bring it back; undefined where none are made. */
  erasures?: { remember: (projectId: string) => Promise<void> };
  /** Forgets the way to people who are not of the project any more, and to these chats of theirs. */
  forgotten: (project: Project, chats: readonly string[]) => Promise<void>;
}

/** For what is decided by the clock. */
export interface KlokOptions extends Clocks, Checked {
  log: Log;
  klok: Klok;
}

/** For sending what the outbox holds. */
export interface SendOptions extends EraseOptions, KlokOptions {}

/** For everything that one project needs, in order. */
export interface RoundOptions extends SendOptions {
  wekker: Wekker;
}

/** For looking at every project once a day. */
export interface ReconcileOptions extends Checked {
  log: Log;
  wekker: Wekker;
  daily: Daily;
  blobs?: Pick<Blobs, 'list' | 'remove'>;
  /** UTC ISO */
  now: () => string;
  logger: Logger;
}

/** All of it: what the composition gives. */
export interface DeliverOptions extends LeaseOptions, ChatOptions, RoundOptions, ReconcileOptions {
  pace?: Omit<PaceOptions, 'clock' | 'signal'>;
}
