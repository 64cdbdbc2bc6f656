import type { Person, Place, Teams } from '../port.ts';

/** Asked of Teams at most once in so long per conversation: opening a form and saving it need the same list. */
const KEEP_MS = 60_000;

/** After somebody came or went: the next question is asked of Teams anew. */
export const forgetMembers = ({ teams }: { teams: Teams }, { conversation }: Place) =>
  void kept.get(teams)?.delete(conversation);

/** Conversations whose members are remembered. */
const REMEMBERED = 500;

const kept = new WeakMap<Teams, Map<string, { until: number; members: Promise<Person[]> }>>();

/** The members of a conversation, at most a minute old. Throws when Teams does not answer. */
export async function membersOf(
  { teams, clock }: { teams: Teams; clock: () => number },
  place: Place,
): Promise<Person[]> {
  const ofTeams =
    kept.get(teams) ?? new Map<string, { until: number; members: Promise<Person[]> }>();
  kept.set(teams, ofTeams);
  const found = ofTeams.get(place.conversation);
  if (found && found.until > clock()) return found.members;
  if (ofTeams.size >= REMEMBERED) ofTeams.clear();
  const members = teams.members(place);
  ofTeams.set(place.conversation, { until: clock() + KEEP_MS, members });
  members.catch(() => ofTeams.delete(place.conversation));
  return members;
}
