import { opened, shown, type Shown } from '../../answer/shown.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import { MAX_FOTOS } from '../../process/feiten/foto.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
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
  { fotos, documenten }: Pick<Ingenomen, 'fotos' | 'documenten'>,
): Promise<Shown[]> {
  const asked: Shown[] = [];
  for (let from = 0; from < fotos.length; from += MAX_FOTOS) {
    const together = fotos.slice(from, from + MAX_FOTOS);
    const one = await question(bot, incoming, FOTO_TOEVOEGEN, together);
    if (one) asked.push(one);
    else documenten = [...documenten, ...together];
  }
  for (const sleutel of documenten) {
    const one = await question(bot, incoming, UPLOADEN, [sleutel]);
    asked.push(one ?? notice(bot, incoming, bericht('uitleg', nl.bestandNergens)));
  }
  return asked;
}

/** The form of the one project in which it can go, or the list of several; undefined when there is none. */
async function question(
  bot: Bot,
  incoming: Incoming,
  verb: string,
  sleutels: readonly string[],
): Promise<Shown | undefined> {
  const args = { upload: sleutels.join(',') };
  const ways: Ctx[] = [];
  for (const project of await bot.way.here(incoming)) {
    if (isAfgerond(project)) continue;
    const ctx = await withUploads(bot, bot.way.ctx(incoming, project, args), verb);
    const action = ctx.traject.acties.get(verb);
    if (action && !isRefused(openForm(action, ctx))) ways.push(ctx);
  }
  const [first, ...more] = ways;
  const action = first?.traject.acties.get(verb);
  if (!first || !action) return undefined;
  if (more.length === 0) return opened(action, first);
  return notice(
    bot,
    incoming,
    lijst(
      verb === UPLOADEN ? nl.waarHoortBestand : waarHoort(sleutels.length),
      [
        {
          kop: '',
          items: ways.map(({ project }) =>
            item(
              profielVan(project).texts.naam,
              [],
              [{ titel: nl.kies, verb, args: { ...args, project: project.id } }],
            ),
          ),
        },
      ],
      { uitleg: [nl.kiesEerst], knoppen: [wegErmee(args)] },
    ),
  );
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
