import type { Place } from '../../teams/port.ts';
import type { Below } from './below.ts';
import type { Chats } from './chats.ts';
import type { Halted } from './halted.ts';
import type { EraseOptions, SendOptions, ShowOptions } from './options.ts';

/** What the parts of one project's round have of each other. */
interface Together {
  /** The conversation of the group. */
  readonly place: Place;
  /** Waits for the rate that Teams takes and makes sure of the lease; every call to Teams follows one. Throws `LeaseLost`. */
  readonly turn: (place: Place) => Promise<void>;
  /** False once the lease may be another's: asked right before what may not be done twice. */
  readonly isHeld: () => boolean;
  /** Has the project looked at once more. */
  readonly wake: () => Promise<void>;
  readonly halted: Halted;
  readonly below: Below;
}

/** For showing. */
export interface ShowRound extends ShowOptions, Together {}

/** For taking away what was erased. */
export interface EraseRound extends EraseOptions, Together {}

/** For sending. */
export interface SendRound extends SendOptions, Together {
  readonly chats: Chats;
  /** So long after a try without an answer a message is sent once more, ms. */
  readonly repeatAfterMs: number;
}
