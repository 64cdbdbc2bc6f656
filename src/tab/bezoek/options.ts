import type { Logger } from 'pino';
import type { act } from '../../act.ts';
import type { Iemand, Traject, Verstuurd } from '../../process/contract/contract.ts';
import type { Identity } from '../../process/feiten/deelnemers.ts';
import type { Event, Project } from '../../process/feiten/project.ts';
import type { Maak } from '../../process/stukken/klus.ts';
import type { Links } from '../../storage/links.ts';
import type { KeysOf } from '../toegang/keys.ts';
import type { TabSettings } from '../toegang/settings.ts';
import type { Uploads } from './bewaard.ts';

/** A person as Entra names them. */
export type Wie = Pick<Identity, 'tenant' | 'oid'>;

/** All that the tab needs from the rest of the program. */
export interface TabOptions {
  settings: TabSettings;
  traject: Traject;
  log: Parameters<typeof act>[0];
  /** Ids of the projects that a person is in, by the directory. */
  projectsOf: (wie: Wie) => Promise<string[]>;
  /** Ids of the projects of a conversation, newest last. */
  projectsIn: (gesprek: string) => Promise<string[]>;
  /** The people in a project's conversation, as Teams tells. Throws when Teams does not answer. */
  members: (project: Project) => Promise<readonly Iemand[]>;
  /** All that was ever said in a project, in order, without what was erased. */
  events: (projectId: string) => Promise<readonly Event[]>;
  /** What became of the messages about a project. */
  sent: (project: Project) => Promise<Verstuurd[]>;
  sending: {
    announce: (projectId: string) => Promise<void>;
    background: (projectId: string, work: Promise<unknown>) => void;
  };
  /** Called after a transaction, so that the group hears of it. */
  stored: (project: Project) => Promise<void>;
  /** Addresses of files, each for one use. */
  links: Links;
  /** Where files of people are kept; left out: no files are taken. */
  uploads?: Uploads;
  maak: Maak;
  /** UTC ISO */
  now: () => string;
  /** Monotonic, ms. */
  clock: () => number;
  logger: Logger;
  /** Where the keys of a tenant are. Left out: at Microsoft; tests bring their own. */
  keysOf?: KeysOf;
}
