import { opened, type Shown } from '../../answer/shown.ts';
import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import { MAX_FOTOS } from '../../process/feiten/foto.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { isVergeven } from '../../process/feiten/upload.ts';
import { UPLOADEN } from '../../process/groep/documenten.ts';
import { FOTO_TOEVOEGEN, waarHoort, wegErmee } from '../../process/groep/fotos.ts';
import { bericht, item, lijst } from '../../process/vormen/screen.ts';
import { nl } from '../../text/nl.ts';
import { gooiWeg, sleutelsIn, uploadsVan } from '../../uploads/bewaard.ts';
import type { Ingenomen } from '../../uploads/innemen.ts';
import type { Incoming } from '../port.ts';
import { notice } from './notice.ts';
import type { Bot } from './options.ts';

/**
 * Asks what the files belong to: so many photos together as fit with one entry, and each document by itself. A photo that fits
 * with nothing of this person now becomes a document.
 */
export async function questions(
  bot: Bot,
  incoming: Incoming,
  projects: readonly Project[],
  { fotos, documenten }: Pick<Ingenomen, 'fotos' | 'documenten'>,
): Promise<Shown[]> {
  const asked: Shown[] = [];
  const ask = (verb: string, sleutels: readonly string[]) =>
    question(bot, incoming, projects, { verb, sleutels });
  const alleen = [...documenten];
  for (let from = 0; from < fotos.length; from += MAX_FOTOS) {
    const samen = fotos.slice(from, from + MAX_FOTOS);
    const found = await ask(FOTO_TOEVOEGEN, samen);
    if (found) asked.push(found);
    else alleen.push(...samen);
  }
  for (const sleutel of alleen) {
    const found = await ask(UPLOADEN, [sleutel]);
    asked.push(found ?? (await nergens(bot, incoming, sleutel)));
  }
  return asked;
}

async function nergens(bot: Bot, incoming: Incoming, sleutel: string): Promise<Shown> {
  await thrownAway(bot, incoming, sleutel);
  return notice(bot, incoming, bericht('uitleg', nl.bestandNergens));
}

/** The form of the one project in which it can go, or the list of several; undefined when there is none. */
async function question(
  bot: Bot,
  incoming: Incoming,
  projects: readonly Project[],
  { verb, sleutels }: { verb: string; sleutels: readonly string[] },
): Promise<Shown | undefined> {
  const args = { upload: sleutels.join(',') };
  const ways: { ctx: Ctx; action: AnyAction }[] = [];
  for (const project of projects) {
    const ctx = await withUploads(bot, bot.way.ctx(incoming, project, args), verb);
    const action = ctx.traject.acties.get(verb);
    if (action && !isRefused(openForm(action, ctx))) ways.push({ ctx, action });
  }
  const [first, second] = ways;
  if (!first) return undefined;
  if (!second) return opened(first.action, first.ctx);
  const titel = verb === UPLOADEN ? nl.waarHoortBestand : waarHoort(sleutels.length);
  const items = ways.map(({ ctx: { project } }) =>
    item(
      profielVan(project).texts.naam,
      [],
      [{ titel: nl.kies, verb, args: { ...args, project: project.id } }],
    ),
  );
  const rest = { uitleg: [nl.kiesEerst], knoppen: [wegErmee(args)] };
  return notice(bot, incoming, lijst(titel, [{ kop: '', items }], rest));
}

/** What is known of an act, with the files that it names, for the verbs that take files. */
export async function withUploads(bot: Bot, ctx: Ctx, verb: string): Promise<Ctx> {
  const uploads = await uploadsVan(bot.options.uploads, ctx, verb);
  return uploads.length > 0 ? { ...ctx, uploads } : ctx;
}

/** Throws away what this person sent and put nowhere. */
export async function thrownAway(
  bot: Bot,
  incoming: Incoming,
  upload: string | undefined,
): Promise<Shown> {
  const { uploads } = bot.options;
  const isThere = async (id: string, sleutel: string) => {
    const project = await bot.way.read(id);
    return project !== undefined && isVergeven(project, sleutel);
  };
  const left = uploads ? await gooiWeg(uploads, incoming.from, sleutelsIn(upload), isThere) : 0;
  const screen = left > 0 ? bericht('uitleg', nl.staatErAl) : bericht('gelukt', nl.weggegooid);
  return notice(bot, incoming, screen);
}
