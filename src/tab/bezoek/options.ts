import type { Logger } from 'pino';
import type { Desk } from '../../answer/turn.ts';
import type { TurnAway } from '../../http/strangers.ts';
import type { Iemand, Verstuurd } from '../../process/contract/contract.ts';
import type { Trajecten } from '../../process/contract/trajecten.ts';
import type { Identity } from '../../process/feiten/deelnemers.ts';
import type { Event, Project } from '../../process/feiten/project.ts';
import type { Maak } from '../../process/stukken/klus.ts';
import type { Links } from '../../storage/links.ts';
import type { Uploads } from '../../uploads/bewaard.ts';
import type { KeysOf } from '../toegang/keys.ts';
import type { TabSettings } from '../toegang/settings.ts';

/** A person as Entra names them. */
export type Wie = Pick<Identity, 'tenant' | 'oid'>;

/** Somebody with the address where an invitation reaches them; empty where Teams tells none. */
export interface Bereikbaar {
  iemand: Identity;
  adres: string;
}

/** All that the tab needs of the rest of the program. */
export interface TabOptions extends Desk {
  settings: TabSettings;
  trajecten: Trajecten;
  /** Ids of the projects that somebody is in, as the directory has them. */
  projectsOf: (wie: Wie) => Promise<string[]>;
  /** Ids of the projects of a conversation, newest last. */
  projectsIn: (gesprek: string) => Promise<string[]>;
  /** The people in a project's conversation, as Teams tells. Throws when Teams does not answer. */
  members: (project: Project) => Promise<readonly Iemand[] | 'verborgen'>;
  /** The same with their addresses, asked anew; also hidden when Teams does not answer. Never throws, and keeps nothing. */
  addresses: (project: Project) => Promise<readonly Bereikbaar[] | 'verborgen'>;
  /** Somebody looks at a project, or does something in it. */
  seen: (project: Project) => void;
  /** All that was ever said in a project, in order, without what was erased. */
  events: (projectId: string) => Promise<readonly Event[]>;
  /** What became of the messages about a project. */
  sent: (project: Project) => Promise<Verstuurd[]>;
  /** Addresses of files, each for one use. */
  links: Links;
  /** Where files of people are kept; left out: no files are taken. */
  uploads?: Uploads;
  maak: Maak;
  /** UTC ISO */
  now: () => string;
  logger: Logger;
  /** For who has not proven who they are. */
  turnAway: TurnAway;
  /** Where the keys of a tenant are. Left out: at Microsoft; tests bring their own. */
  keysOf?: KeysOf;
}
