import { act, type Outcome, type Submission } from '../act.ts';
import { accept, refuse, type Decision } from '../process/contract/decision.ts';
import { isGestart } from '../process/feiten/gegevens.ts';
import type { Log } from '../storage/log/log.ts';

/** Well below what one transaction holds, in rows and in bytes: one entry may have several texts of 2,000 characters. */
const EVENTS_PER_PORTION = 40;

/**
 * The start of a log: of a new project, or of a new round that is judged on the old one. That may be more than one
 * transaction holds, so it is stored in portions. The profile comes last: until it is stored nothing has begun, and all of
 * it may be stored again.
 */
export async function inPortions(
  log: Log,
  submission: Submission,
  judged: () => Decision,
): Promise<Outcome> {
  const decision = judged();
  const events = decision.accepted ? decision.events : [];
  const last = Math.max(0, Math.ceil(events.length / EVENTS_PER_PORTION) - 1);
  for (let nth = 0; nth <= last; nth++) {
    const portion = events.slice(nth * EVENTS_PER_PORTION, (nth + 1) * EVENTS_PER_PORTION);
    const messages = decision.accepted && nth === last ? decision.messages : [];
    const outcome = await act(log, { ...submission, key: `${submission.key}:r${nth}` }, (state) => {
      if (!decision.accepted) return decision;
      return isGestart(state) ? refuse('al-project') : accept(decision.about, portion, ...messages);
    });
    if (outcome.kind !== 'stored' || nth === last) return outcome;
  }
  throw new Error('a decision without a portion');
}
