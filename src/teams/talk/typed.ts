import type { Ctx } from '../../process/contract/contract.ts';
import { eerstGevraagd, GEBEURD, gebeurdVan, takenVan } from '../../process/weergaven/taken.ts';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import {
  bericht,
  item,
  lijst,
  type Button,
  type Groep,
  type Screen,
} from '../../process/vormen/screen.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import { nl } from '../../text/nl.ts';
import { begin } from './begin.ts';
import { moveOn, readMove } from './dev-clock.ts';
import { START } from '../../process/groep/verbs.ts';
import type { Bot } from './options.ts';
import { COMMANDS, understand, type Command } from './commands.ts';
import type { Answer, Incoming } from '../port.ts';
import { notice } from './notice.ts';
import { ctxFor } from './pressed.ts';
import { postPersonally, replyTo, seenBy } from './reply.ts';
import { geenProject } from '../../answer/sayings.ts';
import { looked, shown, type Shown } from '../../answer/shown.ts';
import { isOf } from './wayfinder.ts';

/** Handles a typed text. It changes nothing by itself: each screen that it leads to has its own button. */
export async function typed(bot: Bot, incoming: Incoming, text: string): Promise<Answer> {
  const move = bot.options.moveClock && readMove(text);
  if (move !== undefined) return moveOn(bot, incoming, move);
  const { command, zeker } = understand(text);
  if (!zeker) return replyTo(bot.options, incoming, await notUnderstood(bot, incoming, command));
  if (command.verb === START) return replyTo(bot.options, incoming, await begin(bot, incoming));
  const projects = await projectsFor(bot, incoming);
  if (command.verb === 'taken' && projects.length > 0) return taken(bot, incoming, projects);
  const [project] = projects;
  if (!project) return replyTo(bot.options, incoming, without(bot, incoming, command));
  if (projects.length > 1)
    return replyTo(bot.options, incoming, notice(bot, incoming, choose(projects, command)));
  return show(bot, incoming, project, command);
}

/** Who types something in the conversation may just be back in it. */
async function projectsFor(bot: Bot, incoming: Incoming): Promise<Project[]> {
  const projects = await bot.way.here(incoming);
  const [project] = projects;
  return project && (await bot.presence.doubted(project, incoming))
    ? bot.way.here(incoming)
    : projects;
}

async function show(
  bot: Bot,
  incoming: Incoming,
  project: Project,
  { verb }: Command,
): Promise<Answer> {
  const asked = { verb, args: {}, extra: '' } as const;
  const ctx = seenBy(incoming, await ctxFor(bot, incoming, project, asked));
  const now = huidig(project);
  // A question about the state of things also brings the live card back in sight.
  if (
    verb === 'status' &&
    now &&
    isOf(incoming, project) &&
    !isAfgerond(project) &&
    ctx.actor.facts.status === 'lid'
  )
    await bot.options.sending.raise(
      project.id,
      incoming.place.kind === 'channel' ? 'whenLost' : 'always',
    );
  return replyTo(bot.options, incoming, looked(ctx, verb));
}

const button = ({ woord, verb }: Command): Button => ({ titel: hoofdletter(woord), verb });
const hoofdletter = (woord: string) => woord.charAt(0).toUpperCase() + woord.slice(1);

/** The words that are understood; with them the one that looks like what was typed, else the ways on of help. */
async function notUnderstood(
  bot: Bot,
  incoming: Incoming,
  like: Command | undefined,
): Promise<Shown> {
  const woorden = COMMANDS.map(({ woord }) => woord).join(', ');
  if (like) {
    const regels = [woorden, nl.bedoelJe(like.woord)];
    return notice(bot, incoming, bericht('uitleg', nl.nietBegrepen, regels, [button(like)]));
  }
  const projects = await projectsFor(bot, incoming);
  const [project = bot.way.fresh()] = projects;
  const ctx = bot.way.ctx(incoming, project, {});
  const { screen } = looked(ctx, 'help');
  // Help is about one of them; what somebody has to do, about all.
  const knoppen = projects.length > 1 ? [KNOP.taken] : screen.knoppen;
  return shown(ctx, 'help', bericht('uitleg', nl.nietBegrepen, [woorden], knoppen));
}

/** A conversation without a project: only help and starting are possible. */
function without(bot: Bot, incoming: Incoming, { verb }: Command): Shown {
  const fresh = bot.way.fresh();
  const ctx = bot.way.ctx(incoming, fresh, {});
  return verb === 'help' ? looked(ctx, verb) : shown(ctx, verb, geenProject(ctx));
}

const choose = (projects: readonly Project[], command: Command): Screen =>
  lijst(nl.kiesProject, [
    {
      kop: '',
      items: projects.map((project) =>
        item(
          profielVan(project).texts.naam,
          [],
          [{ ...button(command), args: { project: project.id } }],
        ),
      ),
    },
  ]);

/** A personal list. In a conversation that others read it goes to the person's own chat, over all their projects. */
async function taken(bot: Bot, incoming: Incoming, projects: readonly Project[]): Promise<Answer> {
  const { place, from } = incoming;
  for (const project of projects) bot.presence.seen(project, from);
  const here = bot.way.ctx(incoming, projects[0] as Project, {});
  const isLid = here.actor.facts.status === 'lid';
  if (place.kind === 'personal' || !isLid) {
    return replyTo(bot.options, incoming, alleTaken(bot, incoming, projects));
  }
  // People from another organisation, or who blocked the bot, cannot be reached in their own chat.
  const isSent = await sentPersonally(bot, incoming).catch(() => false);
  const knoppen = isSent ? [] : [{ titel: nl.mijnTaken, verb: 'taken' }];
  const screen = bericht(
    'uitleg',
    isSent ? nl.takenElders : nl.takenNietElders(from.naam),
    [],
    knoppen,
  );
  return replyTo(bot.options, incoming, shown(here, 'taken', screen));
}

const sentPersonally = (bot: Bot, incoming: Incoming): Promise<boolean> =>
  postPersonally(bot.options, incoming, async (there) => {
    const projects = await bot.way.here(there);
    return projects.length === 0 ? undefined : alleTaken(bot, there, projects);
  });

/** The number of tasks shown for each project when there are several; the rest is behind a button. */
const TAKEN_PER_PROJECT = 4;
const MOST_PROJECTS = 5;

/** The tasks of this person, over all projects that this conversation may speak of. */
function alleTaken(bot: Bot, incoming: Incoming, projects: readonly Project[]): Shown {
  const ctxs = projects
    .slice(0, MOST_PROJECTS)
    .map((project) => bot.way.ctx(incoming, project, {}));
  const first = ctxs[0] as Ctx;
  const own = first.traject.weergaven.get('taken');
  if (first.actor.facts.status !== 'lid') {
    const knoppen = [KNOP.meedoen];
    return shown(first, 'taken', bericht('uitleg', nl.geenTaken, [], knoppen));
  }
  if (ctxs.length === 1 && own) return shown(first, 'taken', own.show(first));
  return shown(first, 'taken', lijst(nl.mijnTaken, ctxs.map(takenIn)));
}

function takenIn(ctx: Ctx): Groep {
  const project = ctx.project.id;
  const named = (knoppen: readonly Button[]) =>
    knoppen.map((knop) => ({ ...knop, args: { ...knop.args, project } }));
  const items = eerstGevraagd(takenVan(ctx)).map((taak) => ({
    ...taak,
    knoppen: named(taak.knoppen),
  }));
  const rest = items.length - TAKEN_PER_PROJECT;
  const alles = named([{ titel: nl.mijnTaken, verb: 'taken' }]);
  const meer = rest > 0 ? [item(nl.meerTaken(rest), [], alles)] : [];
  const gebeurd = gebeurdVan(ctx).length > 0 ? [item(GEBEURD, [], alles)] : [];
  return {
    kop: profielVan(ctx.project).texts.naam,
    items: [
      ...(items.length === 0 ? [item(nl.geenTaken)] : items.slice(0, TAKEN_PER_PROJECT)),
      ...meer,
      ...gebeurd,
    ],
  };
}
