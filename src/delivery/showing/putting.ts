import type { Posted } from '../../storage/log/outbox.ts';
import type { Picture } from '../../teams/cards/picture.ts';
import type { Place, Sent } from '../../teams/port.ts';
import type { ShowRound } from '../parts/round-parts.ts';

/**
 * One update. Updating twice does no harm, so that what was refused or got no answer is tried once more at once: nobody
 * should look at an old card because of one odd answer. The first follows a turn of the caller.
 */
export async function put(
  { teams, turn }: Pick<ShowRound, 'teams' | 'turn'>,
  there: Place,
  { activityId }: Posted,
  picture: Picture,
): Promise<Sent> {
  const first = await teams().update(there, activityId, picture.message());
  if (first.kind === 'sent' || first.kind === 'not-sent' || isGone(first)) return first;
  await turn(there);
  return teams().update(there, activityId, picture.message());
}

/** Teams says that the message itself is not there any more. */
export const isGone = (outcome: Sent) =>
  outcome.kind === 'undeliverable' && outcome.reason === 'gone';

/** Teams confirmed that it shows this. */
export function confirmed({ doubt, anew, ...posted }: Posted, { digest }: Picture): Posted {
  return { ...posted, digest };
}
