import type { Message } from '../port.ts';

/** How a message of ours looks now. */
export interface Picture {
  /** Of all that one reads on it, so that an update without news is not sent. */
  digest: string;
  /** True while it must stay equal to the log. */
  isLive: boolean;
  /** False when there is nothing to say any more; where it stands already, it says that. */
  isNeeded: boolean;
  /** Drawn only when it is to be sent. */
  message: () => Message;
  /** The same with a picture, which takes a while; fails when that cannot be made. */
  later?: () => Promise<Message>;
}
