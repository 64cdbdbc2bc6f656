import { remember, type Memory } from '../../memory/remember.ts';
import { untilEnd } from '../../storage/table/ending.ts';
import type { Person, Place, Teams } from '../port.ts';

/**
 * The members of a conversation are asked of Teams at most once in this time: opening a form and saving it need the same
 * list.
 */
const KEEP_MS = 60_000;

/** Forgets the list after people came or left, so that the next question goes to Teams. */
export const forgetMembers = ({ teams }: { teams: Teams }, { conversation }: Place) =>
  kept.get(teams)?.delete(conversation);

/** How many conversations have their members remembered. */
const REMEMBERED = 500;

/** `hidden`: Teams does not show them to us. */
type Members = Person[] | 'hidden';

interface Asked {
  until: number;
  members: Promise<Members>;
}

const kept = new WeakMap<Teams, Memory<Asked>>();

/** The members of a conversation, at most a minute old. Throws when Teams does not answer, or not in time. */
export async function membersOf(
  { teams, clock }: { teams: Teams; clock: () => number },
  place: Place,
): Promise<Members> {
  const ofTeams = kept.get(teams) ?? remember<Asked>(REMEMBERED);
  kept.set(teams, ofTeams);
  const found = ofTeams.get(place.conversation);
  if (found && found.until > clock()) return untilEnd(found.members);
  const members = teams.members(place);
  ofTeams.set(place.conversation, { until: clock() + KEEP_MS, members });
  members.catch(() => ofTeams.delete(place.conversation));
  return untilEnd(members);
}
