import { createHash } from 'node:crypto';
import { refuse, type Refused } from '../process/decision.ts';
import { isAfgerond, isGestart, profielVan } from '../process/gegevens.ts';
import type { Project } from '../process/project.ts';
import { bericht } from '../process/screen.ts';
import { nl } from '../text/nl.ts';
import type { Bot } from './options.ts';
import { START } from './drawing.ts';
import { membersOf } from './members.ts';
import type { Incoming } from './port.ts';
import { opened, shown, type Shown } from './shown.ts';
import type { Claim } from './wire.ts';

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

/** The action that begins a new round. */
export const RONDE = 'ronde.nieuw';

/** The project id of the new round that this form begins: the same for each repeat of it. */
export const ronde = ({ nonce }: Claim) =>
  `p_${createHash('sha256').update(nonce).digest('hex').slice(0, 32)}`;

/** The form that starts a project, or which project runs here already (rule 12). */
export async function begin(bot: Bot, incoming: Incoming): Promise<Shown> {
  const running =
    incoming.place.kind === 'personal'
      ? undefined
      : (await bot.way.here(incoming)).find(
          (project) => isGestart(project) && !isAfgerond(project),
        );
  if (running) {
    const screen = bericht(
      'uitleg',
      nl.alBezig(profielVan(running).texts.naam),
      [nl.elders],
      [{ titel: 'Status', verb: 'status' }],
    );
    return shown(bot.way.ctx(incoming, running, {}), START, screen);
  }
  const action = bot.options.traject.acties.get(START);
  if (!action) throw new Error('no way to start');
  return opened(
    action,
    bot.way.ctx(
      incoming,
      bot.way.fresh(),
      {},
      { members: await membersOf(bot.options, incoming.place) },
    ),
  );
}
