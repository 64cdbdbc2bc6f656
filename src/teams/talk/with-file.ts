import { geenProject, geweigerd } from '../../answer/sayings.ts';
import { shown, type Shown } from '../../answer/shown.ts';
import { SIGNALS } from '../../log/signals.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { BESTAND_TOEVOEGEN } from '../../process/vormen/naar-tab.ts';
import { bericht, item, lijst, type Screen } from '../../process/vormen/screen.ts';
import { pastEnd } from '../../storage/table/ending.ts';
import { nl } from '../../text/nl.ts';
import { uploadZinnen } from '../../text/uploads.ts';
import type { Uploads } from '../../uploads/bewaard.ts';
import { neemIn } from '../../uploads/innemen.ts';
import type { Answer, Attached, Incoming, SentFile } from '../port.ts';
import { inTime } from './in-time.ts';
import { notice } from './notice.ts';
import type { Bot } from './options.ts';
import { post, replyTo } from './reply.ts';
import { questions } from './where-to-put.ts';

/** Teams repeats a message that it gets no answer to. */
const REPEAT_MS = 120_000;

/**
 * A file that somebody sends. In their own chat it is fetched at once, and asked where it belongs; elsewhere Teams gives no files,
 * and they read how it can be added.
 */
export async function withFile(bot: Bot, incoming: Incoming, { files }: Attached): Promise<Answer> {
  const { options } = bot;
  const { uploads } = options;
  const open = (await bot.way.here(incoming)).filter((project) => !isAfgerond(project));
  const isTaken = incoming.place.kind === 'personal' && files.length > 0 && open.length > 0;
  if (!uploads || !isTaken) return replyTo(options, incoming, await whereTo(bot, incoming));
  if (!bot.isFirst(`bestand ${incoming.activityId}`, incoming.receivedMs, REPEAT_MS))
    return { kind: 'none' };
  const sent = { files, open };
  const work = pastEnd(() => taken(bot, uploads, incoming, sent));
  await inTime(options, incoming, work);
  return { kind: 'none' };
}

async function taken(
  bot: Bot,
  uploads: Uploads,
  incoming: Incoming,
  { files, open }: { files: Attached['files']; open: readonly Project[] },
): Promise<void> {
  const { maak, now, places, teams, logger } = bot.options;
  const say = (what: Shown) => post(bot.options, incoming, what);
  // With a project of theirs, so that it goes with them when they are erased: the name of a file may be that of a person.
  const ctx = bot.way.ctx(incoming, open[0] ?? bot.way.fresh(), {});
  const sorry = (...zinnen: string[]) => say(shown(ctx, 'help', nietGelukt(zinnen)));
  const free = places(`${incoming.from.tenant} ${incoming.from.oid}`);
  if (!free) return void (await sorry(nl.bestandDruk));
  try {
    const haal = (file: SentFile, maxBytes: number) => teams.download(file, maxBytes);
    const found = await neemIn({ haal, maak, uploads, now }, incoming.from, files);
    // What was not taken in comes first, so that the question stands last.
    if (found.fouten.length > 0) await sorry(...found.fouten);
    for (const asked of await questions(bot, incoming, open, found)) await say(asked);
  } catch (err) {
    logger.error({ err }, SIGNALS.failed);
    await sorry(uploadZinnen.nietGehaald);
  } finally {
    free();
  }
}

function nietGelukt(zinnen: readonly string[]): Screen {
  const [een = '', ...meer] = zinnen;
  return meer.length === 0
    ? bericht('niet-gelukt', een, [], [KNOP.taken])
    : bericht('niet-gelukt', nl.bestandenNiet(zinnen.length), zinnen, [KNOP.taken]);
}

async function whereTo(bot: Bot, incoming: Incoming): Promise<Shown> {
  const projects = await bot.way.here(incoming);
  const [project] = projects;
  if (!project) {
    const ctx = bot.way.ctx(incoming, bot.way.fresh(), {});
    const { knoppen } = geenProject(ctx);
    return shown(
      ctx,
      'help',
      bericht('uitleg', nl.bestandHier, [nl.bestandZonderProject], knoppen),
    );
  }
  if (projects.length > 1) return notice(bot, incoming, choose(projects));
  const ctx = bot.way.ctx(incoming, project, {});
  const { verb } = KNOP.documentToevoegen;
  const action = ctx.traject.acties.get(verb);
  const form = action && openForm(action, ctx);
  if (form && isRefused(form)) {
    const { titel, knoppen } = geweigerd(ctx, action, form);
    return shown(ctx, verb, bericht('uitleg', nl.bestandHier, [titel], knoppen));
  }
  const ways = [BESTAND_TOEVOEGEN, KNOP.documentToevoegen];
  const weg = incoming.place.kind === 'personal' ? nl.bestandInTab : nl.bestandInEigenChat;
  return shown(ctx, verb, bericht('uitleg', nl.bestandHier, [weg], ways));
}

const choose = (projects: readonly Project[]): Screen =>
  lijst(
    nl.bestandHier,
    [
      {
        kop: '',
        items: projects.map((project) =>
          item(
            profielVan(project).texts.naam,
            [],
            [{ titel: nl.documenten, verb: 'documenten', args: { project: project.id } }],
          ),
        ),
      },
    ],
    { uitleg: [nl.bestandBijProject] },
  );
