import { zonderStijl } from '../../process/vormen/live-kaart.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { refuse } from '../../process/contract/decision.ts';
import { leads, whoIs, mens } from '../../process/feiten/deelnemers.ts';
import { isVoorbeeld, VOORBEELD } from '../../process/feiten/voorbeeld.ts';
import { emptyProject, type Project } from '../../process/feiten/project.ts';
import { getypteTeksten } from '../../process/vormen/bladen.ts';
import { bericht, type NoticeScreen, type Screen } from '../../process/vormen/screen.ts';
import { isKey } from '../../storage/table/rows.ts';
import { nl } from '../../text/nl.ts';
import { RONDE, VERPLAATS } from '../../process/groep/verbs.ts';
import { WEG_ERMEE } from '../../process/groep/fotos.ts';
import { begin, voorbeeldElders } from './begin.ts';
import { BESTAND } from '../../process/stukken/downloads.ts';
import { offered } from './files.ts';
import type { Bot } from './options.ts';
import { LUKT_NIET } from '../cards/drawing.ts';
import { membersOf } from '../out/members.ts';
import type { Answer, Incoming, Press } from '../port.ts';
import { notice } from './notice.ts';
import { replyTo, seenBy } from './reply.ts';
import { geweigerd, nietGevonden } from '../../answer/sayings.ts';
import { looked, omgeslagen, shown, type Shown } from '../../answer/shown.ts';
import { submitted } from './submit.ts';
import { ownView } from './own-view.ts';
import { thrownAway, withUploads } from './where-to-put.ts';
import { EIGEN, readClaim, readTyped, type Claim } from '../cards/wire.ts';

/** Handles a pressed button: it opens a screen, or acts and answers. */
export async function pressed(bot: Bot, incoming: Incoming, press: Press): Promise<Answer> {
  const claim = readClaim(press.data);
  if (claim?.verb === EIGEN || press.isAutomatic) return ownView(bot, incoming, claim);
  const say = (what: Shown) => replyTo(bot.options, incoming, what, claim);
  if (claim?.verb === WEG_ERMEE && incoming.place.kind === 'personal')
    return say(await thrownAway(bot, incoming, claim.args['upload']));
  const { trajecten } = bot.way;
  if (claim && trajecten.begint(claim.verb) && claim.op === 'open')
    return say(metBlad(await begin(bot, incoming, claim.verb), claim, press));
  if (claim?.project === VOORBEELD && incoming.place.kind !== 'personal')
    return voorbeeldElders(bot, incoming, claim);
  const project = claim && (await projectOf(bot, incoming, claim));
  if (!claim || !project) return say(notice(bot, incoming, metTekst(press, nietGevonden())));
  const ctx = await ctxFor(bot, incoming, project, claim);
  // Answered without the claim, so that this person's press does not replace the card of another.
  if (isOfSomebodyElse(claim, ctx))
    return replyTo(bot.options, incoming, notYours(ctx, claim, press));
  if (claim.verb === BESTAND && incoming.place.kind === 'personal')
    return say(offered(bot, incoming, ctx));
  const action = ctx.traject.acties.get(claim.verb);
  if (action && isVoorbeeld(project))
    return say(shown(ctx, claim.verb, geweigerd(ctx, action, refuse('voorbeeld'))));
  if (action && (claim.op !== 'open' || action.isTap))
    return submitted({ bot, incoming, press, claim }, action, ctx);
  const seen = seenBy(incoming, ctx);
  if (claim.verb === LUKT_NIET) return say(shown(seen, LUKT_NIET, aroundDialog(bot, seen)));
  return say(metBlad(looked(seen, claim.verb), claim, press));
}

const metBlad = (what: Shown, { rev }: Claim, { data }: Press): Shown =>
  omgeslagen(what, rev, readTyped(data));

async function projectOf(bot: Bot, incoming: Incoming, claim: Claim): Promise<Project | undefined> {
  if (claim.project === '') return (await bot.way.here(incoming))[0] ?? bot.way.fresh();
  if (bot.way.trajecten.begint(claim.verb) && isKey(claim.project)) {
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

/** Everything that this verb needs to know about a project. */
export async function ctxFor(
  bot: Bot,
  incoming: Incoming,
  project: Project,
  { verb, args, extra }: Pick<Claim, 'verb' | 'args' | 'extra'>,
): Promise<Ctx> {
  const { trajecten } = bot.way;
  const { acties, weergaven } = trajecten.van(project, verb);
  const members = acties.get(verb)?.needsLeden ? await membersOf(bot.options, incoming.place) : [];
  bot.presence.seen(project, incoming.from);
  bot.options.sending.background(project.id, bot.presence.doubted(project, incoming));
  if (members !== 'hidden' && members.length > 0)
    bot.options.sending.background(project.id, bot.presence.told(incoming.place, members));
  const before = trajecten.begint(verb)
    ? await bot.options.directory.projectsOf(incoming.place.conversation)
    : [];
  const vorige =
    incoming.place.kind === 'personal' ? '' : (before.findLast((id) => id !== project.id) ?? '');
  const ctx = bot.way.ctx(incoming, project, args, {
    toch: extra === 'toch',
    members,
    vorige,
    verb,
    ...(weergaven.get(verb)?.needsVerstuurd && { verstuurd: await bot.way.sent(project) }),
  });
  return withUploads(bot, ctx, verb);
}

const isOfSomebodyElse = ({ van }: Claim, { actor, iemand }: Ctx) =>
  van !== '' && van !== actor.id && van !== iemand.oid;

/** Told to the person who pressed only; the form itself stays as it is. */
function notYours(ctx: Ctx, { van, verb }: Claim, press: Press): Shown {
  const owner = mens(ctx.project, van)?.naam ?? 'iemand anders';
  return shown(ctx, verb, metTekst(press, bericht('uitleg', nl.nietVanJou(owner))));
}

/** Returns typed text to its author only, never in a message that others read. */
function metTekst({ via, data }: Press, screen: NoticeScreen): NoticeScreen {
  const kept = via === 'submit' ? [] : getypteTeksten(readTyped(data));
  return kept.length === 0
    ? screen
    : {
        ...screen,
        soort: 'niet-gelukt',
        regels: [...screen.regels, nl.jouwTekst, ...kept],
      };
}

/** The buttons of the live card, as a message of its own whose forms need no dialog. */
function aroundDialog(bot: Bot, { project, args, traject }: Ctx): Screen {
  const { now } = bot.options;
  const step = traject.stappen.find(({ id }) => id === args['stap']);
  if (!step) return nietGevonden();
  const { knoppen } = step.kaart({ project, now: now(), traject });
  return bericht('uitleg', nl.luktNiet[0], [nl.luktNiet[1]], knoppen.map(zonderStijl));
}
