import type { Logger } from 'pino';
import type { Desk } from '../../answer/turn.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Maak } from '../../process/stukken/klus.ts';
import type { Directory } from '../../storage/directory.ts';
import type { Uploads } from '../../uploads/bewaard.ts';
import type { Plaatsen } from '../../uploads/plaatsen.ts';
import type { Style } from '../cards/drawing.ts';
import type { Message, Place, Sent, Teams } from '../port.ts';
import type { Presence } from './presence.ts';
import type { Wayfinder } from './wayfinder.ts';

/** An answer as it stands in a conversation. */
interface Answered {
  activityId: string;
  /** Deelnemer id of who got it; empty for who takes no part. */
  voor: string;
  /** True when it holds texts of the project. */
  metTekst: boolean;
}

/** Where sending begins, after something was stored. */
type Sending = Desk['sending'] & {
  start: (projectId: string) => void;
  /** Posts the live card again, so that it is in sight. */
  raise: (projectId: string, when?: 'always' | 'whenLost') => Promise<void>;
  /** Sends an answer in a message, paced and patiently. Never thrown. */
  reply: (place: Place, message: Message) => Promise<Sent>;
  /** The same in the place of an earlier message of ours. */
  replyOver: (place: Place, activityId: string, message: Message) => Promise<Sent>;
  /** Does what has come due. */
  sweep: () => Promise<unknown>;
  /** An answer of ours came below the live card; it is remembered as well. */
  posted: (project: Project, place: Place, answer: Answered) => void;
  /** Remembers an answer until a text or a person is erased. */
  remember: (project: Project, place: Place, answer: Answered) => void;
};

export interface BotOptions extends Style, Desk {
  directory: Directory;
  teams: Teams;
  sending: Sending;
  /** Makes a file; rejects when it cannot. */
  maak: Maak;
  /** Where files of people are kept; left out: no files are taken. */
  uploads?: Uploads;
  /** A place to take in the files of one message. */
  places: Plaatsen;
  logger: Logger;
  /** Only on a developer's own machine: moves the clock on by so many ms. */
  moveClock?: (ms: number) => void;
}

/** What answering a person needs. */
export interface Bot {
  options: BotOptions;
  way: Wayfinder;
  presence: Presence;
  /** True when this was not said within the given ms: Teams repeats its events. */
  isFirst: (key: string, now: number, withinMs: number) => boolean;
}
