import type { Ctx } from '../../process/contract/contract.ts';
import { leads, whoIs } from '../../process/feiten/deelnemers.ts';
import { mayNotSee } from '../../process/contract/judge.ts';
import { emptyProject, type Project } from '../../process/feiten/project.ts';
import {
  bericht,
  type Button,
  type NoticeScreen,
  type Screen,
} from '../../process/vormen/screen.ts';
import { isKey } from '../../storage/table/rows.ts';
import { nl } from '../../text/nl.ts';
import { RONDE, START, VERPLAATS } from '../../process/groep/verbs.ts';
import { begin } from './begin.ts';
import { BESTAND } from '../../process/stukken/downloads.ts';
import { offered } from './files.ts';
import type { Bot } from './options.ts';
import { LUKT_NIET } from '../cards/drawing.ts';
import { membersOf } from '../out/members.ts';
import type { Answer, Incoming, Press } from '../port.ts';
import { replyTo } from './reply.ts';
import { geweigerd, nietGevonden } from '../../answer/sayings.ts';
import { seenBy } from './seen.ts';
import { opened, shown, type Shown } from '../../answer/shown.ts';
import { submit } from './submit.ts';
import { readClaim, readInputs, type Claim } from '../cards/wire.ts';

/** Handles a pressed button: it opens a screen, or acts and answers. */
export async function pressed(bot: Bot, incoming: Incoming, press: Press): Promise<Answer> {
  const claim = readClaim(press.data);
  const say = (what: Shown) => replyTo(bot.options, incoming, what, claim);
  if (claim?.verb === START && claim.op === 'open') return say(await begin(bot, incoming));
  const project = claim && (await projectOf(bot, incoming, claim));
  if (!claim || !project) return say(notice(bot, incoming, metTekst(press, nietGevonden())));
  const ctx = await ctxFor(bot, incoming, project, claim);
  // Answered without the claim, so that this person's press does not replace the card of another.
  if (isOfSomebodyElse(claim, ctx))
    return replyTo(bot.options, incoming, notYours(ctx, claim, press));
  if (claim.verb === BESTAND && incoming.place.kind === 'personal')
    return say(offered(bot, incoming, ctx));
  const action = bot.options.traject.acties.get(claim.verb);
  const acts = action && (claim.op !== 'open' || action.isTap);
  return acts
    ? submit({ bot, incoming, action, claim, ctx })
    : say(looked(bot, seenBy(incoming, ctx), claim));
}

/** A screen that only shows: a view, an opened form, or the form as a card where a dialog does not open. */
function looked(bot: Bot, ctx: Ctx, claim: Claim): Shown {
  const { acties, weergaven } = bot.options.traject;
  const view = weergaven.get(claim.verb);
  if (view) {
    const refused = mayNotSee(view, ctx);
    return shown(ctx, claim.verb, refused ? geweigerd(ctx, undefined, refused) : view.show(ctx));
  }
  const action = acties.get(claim.verb);
  if (action) return opened(action, ctx);
  return shown(ctx, claim.verb, claim.verb === LUKT_NIET ? aroundDialog(bot, ctx) : nietGevonden());
}

/** A screen where there is no project to speak of. */
export const notice = (bot: Bot, incoming: Incoming, screen: Screen): Shown =>
  shown(bot.way.ctx(incoming, emptyProject(''), {}), 'help', screen);

async function projectOf(bot: Bot, incoming: Incoming, claim: Claim): Promise<Project | undefined> {
  if (claim.project === '') return (await bot.way.here(incoming))[0] ?? bot.way.fresh();
  if (claim.verb === START && isKey(claim.project)) {
    return (await bot.way.read(claim.project)) ?? emptyProject(claim.project);
  }
  if (claim.verb === VERPLAATS) return ledBy(bot, incoming, claim);
  // A cached state is good enough to try an acceptance on. What is shown or refused needs the newest state.
  const isFresh = claim.op === 'open' || claim.verb === RONDE || claim.verb === BESTAND;
  return bot.way.claimed(incoming, claim.project, !isFresh);
}

/** A project of another conversation; only its projectleider may name it here. */
async function ledBy(
  bot: Bot,
  { from }: Incoming,
  { project: id }: Claim,
): Promise<Project | undefined> {
  const project = await bot.way.read(id);
  const actor = project && whoIs(project, from);
  return actor && leads(actor) ? project : undefined;
}

async function ctxFor(bot: Bot, incoming: Incoming, project: Project, claim: Claim): Promise<Ctx> {
  const { needsLeden = false } = bot.options.traject.acties.get(claim.verb) ?? {};
  const members = needsLeden ? await membersOf(bot.options, incoming.place) : [];
  const before =
    claim.verb === START ? await bot.options.directory.projectsOf(incoming.place.conversation) : [];
  const vorige =
    incoming.place.kind === 'personal' ? '' : (before.findLast((id) => id !== project.id) ?? '');
  return bot.way.ctx(incoming, project, claim.args, {
    toch: claim.extra === 'toch',
    members,
    vorige,
    ...(bot.options.traject.weergaven.get(claim.verb)?.needsVerstuurd && {
      verstuurd: await bot.way.sent(project),
    }),
  });
}

const isOfSomebodyElse = ({ van }: Claim, { actor, iemand }: Ctx) =>
  van !== '' && van !== actor.id && van !== iemand.oid;

/** Told to the person who pressed only; the form itself stays as it is. */
function notYours(ctx: Ctx, { van, verb }: Claim, press: Press): Shown {
  const owner = ctx.project.entries.get('deelnemer')?.get(van)?.texts['naam'] ?? 'iemand anders';
  return shown(ctx, verb, metTekst(press, bericht('uitleg', nl.nietVanJou(owner))));
}

/** Returns typed text to its author only, never in a message that others read. */
function metTekst({ via, data }: Press, screen: NoticeScreen): NoticeScreen {
  const typed =
    via === 'submit'
      ? []
      : Object.values(readInputs(data)).filter(
          (naam) => typeof naam === 'string' && naam.trim() !== '',
        );
  return typed.length === 0
    ? screen
    : {
        ...screen,
        soort: 'niet-gelukt',
        regels: [...screen.regels, nl.jouwTekst, ...(typed as string[])],
      };
}

/** The buttons of the live card as a message of its own, whose forms need no dialog. */
function aroundDialog(bot: Bot, { project, args }: Ctx): Screen {
  const { traject, now } = bot.options;
  const step = traject.stappen.find(({ id }) => id === args['stap']);
  if (!step) return nietGevonden();
  const { knoppen } = step.kaart({ project, now: now(), traject }) as { knoppen: Button[] };
  const plain = knoppen.map(({ titel, verb, args: of }) => ({
    titel,
    verb,
    ...(of && { args: of }),
  }));
  return bericht('uitleg', nl.luktNiet[0], [nl.luktNiet[1]], plain);
}
