import { randomUUID } from 'node:crypto';
import { formAgain, geenProject, geweigerd, nietGevonden } from '../../answer/sayings.ts';
import { omgeslagen, shown, type Shown } from '../../answer/shown.ts';
import { own } from '../../http/shape.ts';
import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { isRefused, type Refused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { emptyProject, type Project } from '../../process/feiten/project.ts';
import { isLeesbaar, schoon } from '../../process/taal/schrift.ts';
import { afgekortTot } from '../../process/taal/tekst.ts';
import { kies, lang, LANG } from '../../process/vormen/form.ts';
import { bericht, formulier } from '../../process/vormen/screen.ts';
import { nl } from '../../text/nl.ts';
import { INVOER, UIT_BERICHT } from '../cards/quote.ts';
import { readClaim, readTyped } from '../cards/wire.ts';
import type { Answer, Incoming, Press } from '../port.ts';
import { isIn, nietToegevoegd, notice } from './notice.ts';
import type { Bot } from './options.ts';
import { ctxFor } from './pressed.ts';
import { replyTo } from './reply.ts';

/**
 * Opens the form that somebody's message belongs in, with its text filled in. Nothing is stored: saving goes the way of
 * every form, and is judged then.
 */
export async function quoted(bot: Bot, incoming: Incoming, { data }: Press): Promise<Answer> {
  const raw = readTyped(data);
  const isChosen = readClaim(data)?.op === 'bewaar';
  return replyTo(bot.options, incoming, await formFor(bot, incoming, raw, isChosen));
}

/** What Teams asks at a message, and what the dialog that comes of it asks again. */
export const isQuote = ({ via, data }: Press): boolean =>
  via === 'quote' || readClaim(data)?.verb === UIT_BERICHT;

type Raw = Readonly<Record<string, string>>;

/** Where there is one project the message belongs there; of several one is chosen. */
async function formFor(bot: Bot, incoming: Incoming, raw: Raw, isChosen: boolean): Promise<Shown> {
  const projects = await bot.way.here(incoming);
  const [first] = projects;
  if (!first) return nowhere(bot, incoming);
  const chosen = isChosen ? projects.find(({ id }) => id === own(raw, INVOER.waar)) : undefined;
  const project = projects.length === 1 ? first : chosen;
  const tekst = schoon(own(raw, INVOER.tekst) ?? '').trim();
  return project
    ? filledIn(bot, incoming, project, isLeesbaar(tekst) ? tekst : '')
    : choice(bot, incoming, projects, { raw, isChosen, tekst });
}

async function nowhere(bot: Bot, incoming: Incoming): Promise<Shown> {
  if (!(await isIn(bot, incoming))) return notice(bot, incoming, nietToegevoegd());
  const ctx = bot.way.ctx(incoming, bot.way.fresh(), {});
  return shown(ctx, UIT_BERICHT, geenProject(ctx));
}

/** Which project it belongs to, with the text, which goes along. */
function choice(
  bot: Bot,
  incoming: Incoming,
  projects: readonly Project[],
  { raw, isChosen, tekst }: { raw: Raw; isChosen: boolean; tekst: string },
): Shown {
  const keuzes = projects.map((project) => ({
    id: project.id,
    tekst: profielVan(project).texts.naam,
  }));
  const screen = formulier(
    nl.berichtDoorgeven,
    {
      [INVOER.waar]: kies({ label: nl.kiesProject, nodig: nl.kiesEen }, keuzes),
      [INVOER.tekst]: lang({ label: nl.tekstVanBericht, waarde: afgekortTot(tekst, LANG) }),
    },
    { opslaan: nl.verder },
  );
  const ctx = bot.way.ctx(incoming, emptyProject(''), {});
  const what = omgeslagen(shown(ctx, UIT_BERICHT, screen), 0, isChosen ? {} : raw);
  const answers = isChosen
    ? { raw, fouten: { [INVOER.waar]: nl.kiesEen } }
    : { ...tooLong(tekst), ...what.answers };
  return { ...what, answers };
}

async function filledIn(
  bot: Bot,
  incoming: Incoming,
  project: Project,
  tekst: string,
): Promise<Shown> {
  const { verb, veld } = bot.way.trajecten.van(project).uitBericht;
  const ctx = await ctxFor(bot, incoming, project, { verb, args: {}, extra: '' });
  const action = ctx.traject.acties.get(verb);
  if (!action) return shown(ctx, verb, nietGevonden());
  const raw = { [veld]: afgekortTot(tekst, LANG) };
  const form = openForm(action, ctx);
  if (isRefused(form)) return refused(ctx, action, form, tekst === '' ? {} : raw);
  if (tekst === '') {
    const [titel, regel] = nl.berichtLeeg;
    return shown(ctx, verb, bericht('uitleg', titel, [regel], [{ titel: form.titel, verb }]));
  }
  return { ...shown(ctx, verb, form), rev: form.rev, answers: { raw, ...tooLong(tekst) } };
}

/** After the lock the text can still go to who leads (rule 4). */
function refused(ctx: Ctx, action: AnyAction, decision: Refused, raw: Raw): Shown {
  const { verb } = action;
  if (decision.reason !== 'stap-gesloten' || Object.keys(raw).length === 0)
    return shown(ctx, verb, geweigerd(ctx, action, decision));
  const outcome = { kind: 'refused', decision, project: ctx.project } as const;
  return {
    ctx,
    verb,
    isWeergave: false,
    nonce: randomUUID(),
    ...formAgain(ctx, action, raw, outcome),
  };
}

const tooLong = (tekst: string) =>
  tekst.length > LANG ? ({ melding: nl.berichtTeLang, stijl: 'warning' } as const) : {};
