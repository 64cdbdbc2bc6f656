import type { OutboxMessage } from '../../process/contract/decision.ts';
import type { Project } from '../../process/feiten/project.ts';
import { SIGNALS } from '../../log/signals.ts';
import type { Message } from '../../teams/port.ts';
import type { Picture } from '../../teams/cards/picture.ts';
import type { ShowOptions } from '../parts/options.ts';

interface Drawn {
  /** Undefined for a soort that nobody knows any more, and when a fault kept it from being drawn. */
  picture: Picture | undefined;
  /** True when that fault is ours. */
  isFault: boolean;
}

/** A message that cannot be drawn is a fault of ours; what stands behind it must go out all the same. */
export function draw(
  { drawing, logger }: Pick<ShowOptions, 'drawing' | 'logger'>,
  project: Project,
  message: OutboxMessage,
): Drawn {
  try {
    return { picture: drawing.picture(project, message), isFault: false };
  } catch (err) {
    logger.error({ err, project: project.id, soort: message.soort }, SIGNALS.failed);
    return { picture: undefined, isFault: true };
  }
}

/** With its image where it has one; when that cannot be made, its words say the same. */
export async function messageOf(
  { logger }: Pick<ShowOptions, 'logger'>,
  project: Project,
  picture: Picture,
): Promise<Message> {
  if (!picture.later) return picture.message();
  return picture.later().catch((error: unknown) => {
    const code = error instanceof Error ? error.message : 'unknown';
    logger.warn({ project: project.id, code }, 'a picture was not made');
    return picture.message();
  });
}
