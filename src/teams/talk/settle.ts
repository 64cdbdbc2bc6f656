import { notNow, refuse, type Refused } from '../../process/contract/decision.ts';
import { isAfgerond, isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { nl } from '../../text/nl.ts';
import type { Bot } from './options.ts';
import type { Incoming, Place } from '../port.ts';

/**
 * Ties a new project to its conversation before its first transaction. A conversation has one open project at a time,
 * except a personal chat.
 */
export async function settle(
  bot: Bot,
  { place }: Incoming,
  project: Project,
): Promise<Refused | undefined> {
  const { directory, now } = bot.options;
  if (place.kind === 'personal') {
    await directory.addTo(place.conversation, project.id, now());
    return undefined;
  }
  const claim = await directory.claimOpen(place.conversation, project.id, now());
  return claim === 'yours' ? undefined : replace(bot, place, claim.taken, project);
}

/** Moves a project to this conversation, unless an open project runs here already. */
export async function move(
  bot: Bot,
  { place }: Incoming,
  project: Project,
): Promise<Refused | undefined> {
  const { directory, now } = bot.options;
  const from = profielVan(project).facts.gesprek;
  if (from === place.conversation) return undefined;
  const to = { conversation: place.conversation, isShared: place.kind !== 'personal' };
  const claim = await directory.move(project.id, from, to, now());
  if (claim === 'yours') return undefined;
  const refused = await replace(bot, place, claim.taken, project);
  if (!refused) await directory.move(project.id, from, to, now());
  return refused;
}

/** The directory may still name a project that was never begun, is closed, or has moved, when a process died in between. */
async function replace(
  { options: { directory, now }, way }: Bot,
  { conversation }: Place,
  taken: string,
  project: Project,
): Promise<Refused | undefined> {
  const other = await begun(way, taken);
  const runsHere = other && !isAfgerond(other) && profielVan(other).facts.gesprek === conversation;
  if (runsHere) return refuse('al-project');
  const claim = await directory.replaceOpen(conversation, taken, project.id, now());
  return claim === 'yours' ? undefined : notNow(nl.netBegonnen);
}

/** Another person may have taken the conversation and not yet begun their project. */
async function begun(way: Bot['way'], projectId: string): Promise<Project | undefined> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const found = await way.read(projectId);
    if (found && isGestart(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

const LOOKS = 4;
const LOOK_EVERY_MS = 250;
