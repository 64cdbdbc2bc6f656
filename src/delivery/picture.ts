import type { OutboxMessage } from '../process/decision.ts';
import type { Project } from '../process/project.ts';
import type { Message } from '../teams/port.ts';

/** How a message looks now. */
export interface Picture {
  /** Of all that one reads on it, so that an update without news is not sent. */
  digest: string;
  /** True while it must stay equal to the log. */
  isLive: boolean;
  /** Drawn only when it is to be sent. */
  message: () => Message;
}

/** How what must be shown looks. Given by the composition, so that sending knows no cards. */
export interface Drawing {
  /** Undefined when there is nothing to say any more. */
  picture: (project: Project, message: OutboxMessage) => Picture | undefined;
  /** What is left of a live card that stands lower in the same conversation, or in another one. */
  moved: (project: Project, where: 'lower' | 'elsewhere') => Picture;
}
