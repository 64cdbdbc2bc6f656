import { refuse, type Refused } from '../process/decision.ts';
import { isAfgerond, isGestart, profielVan } from '../process/gegevens.ts';
import type { Project } from '../process/project.ts';
import type { Bot } from './options.ts';
import type { Incoming } from './port.ts';

/** Gives a new project its conversation, before its first transaction: one open project at a time, except in a personal chat. */
export async function settle(
  { options, way }: Bot,
  { place: where }: Incoming,
  project: Project,
): Promise<Refused | undefined> {
  const { directory, now } = options;
  if (where.kind === 'personal') {
    await directory.addTo(where.conversation, project.id, now());
    return undefined;
  }
  const claim = await directory.claimOpen(where.conversation, project.id, now());
  if (claim === 'yours') return undefined;
  const other = await begun(way, claim.taken);
  // One that was never begun, or was closed by a process that died before giving the place free.
  if (other && !isAfgerond(other)) return refuse('al-project');
  const second = await directory.replaceOpen(where.conversation, claim.taken, project.id, now());
  return second === 'yours' ? undefined : refuse('al-project');
}

/** Somebody else may be between taking the conversation and beginning their project. */
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

/** Takes a project to this conversation, unless an open project runs here already. */
export async function move(
  { options: { directory, now } }: Bot,
  { place }: Incoming,
  project: Project,
): Promise<Refused | undefined> {
  const from = profielVan(project).facts.gesprek;
  if (from === place.conversation) return undefined;
  const to = { conversation: place.conversation, isShared: place.kind !== 'personal' };
  const claim = await directory.move(project.id, from, to, now());
  return claim === 'yours' ? undefined : refuse('al-project');
}
