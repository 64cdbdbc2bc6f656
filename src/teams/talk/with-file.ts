import { geenProject, geweigerd } from '../../answer/sayings.ts';
import { shown, type Shown } from '../../answer/shown.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { BESTAND_TOEVOEGEN } from '../../process/vormen/naar-tab.ts';
import { bericht, item, lijst, type Screen } from '../../process/vormen/screen.ts';
import { nl } from '../../text/nl.ts';
import type { Answer, Incoming } from '../port.ts';
import type { Bot } from './options.ts';
import { notice } from './notice.ts';

import { replyTo } from './reply.ts';

/** A file that somebody sends in the chat itself. It is not taken: only the tab takes files, after its content was looked at. */
export async function withFile(bot: Bot, incoming: Incoming): Promise<Answer> {
  return replyTo(bot.options, incoming, await whereTo(bot, incoming));
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
  return shown(ctx, verb, bericht('uitleg', nl.bestandHier, [nl.bestandInTab], ways));
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
