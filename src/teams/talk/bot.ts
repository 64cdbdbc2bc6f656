import { whoIs } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { remember } from '../../memory/remember.ts';
import { bericht, type Button, type Screen } from '../../process/vormen/screen.ts';
import { huidig } from '../../process/feiten/geopende-stap.ts';
import { nl } from '../../text/nl.ts';
import { apologise } from '../cards/apology.ts';
import { startKnop } from '../../process/groep/starten.ts';
import { forgetMembers, membersOf } from '../out/members.ts';
import type { Sorry } from '../in/messages.ts';
import { answered } from './files.ts';
import type { Answer, Attached, Incoming, Membership, Receive } from '../port.ts';
import { isFromMenu, notice } from './notice.ts';
import { pressed } from './pressed.ts';
import { isQuote, quoted } from './quoted.ts';
import { replyTo } from './reply.ts';
import { understand } from './commands.ts';
import { readClaim } from '../cards/wire.ts';
import { typed } from './typed.ts';
import { withFile } from './with-file.ts';
import type { Bot, BotOptions } from './options.ts';
import type { Presence } from './presence.ts';
import { isOf, momentOf, type Wayfinder } from './wayfinder.ts';

/** Teams says "installed" twice, to whichever instance, and again after each reload; one answer is enough. */
const GREET_EVERY_MS = 3_000;

/** The bot: what happens in Teams goes in, what the person who acted gets back comes out. */
export function createBot(
  options: BotOptions,
  way: Wayfinder,
  presence: Presence,
): { receive: Receive; sorry: Sorry } {
  const bot: Bot = { options, way, presence, isFirst: openMemory() };

  async function receive(incoming: Incoming): Promise<Answer> {
    const { what, place } = incoming;
    if (isSeenHere(what)) await bot.way.savePlace(place);
    switch (what.kind) {
      case 'command':
        return typed(bot, incoming, what.text);
      case 'attached':
        return attached(bot, incoming, what);
      case 'press':
        return isQuote(what) ? quoted(bot, incoming, what) : pressed(bot, incoming, what);
      case 'installed':
        return bot.isFirst(place.conversation, incoming.receivedMs, GREET_EVERY_MS)
          ? greet(bot, incoming)
          : { kind: 'none' };
      case 'membership':
        return moved(bot, incoming, what);
      case 'file':
        return answered(bot, incoming, what);
    }
  }

  const sorry: Sorry = (incoming, reference, trouble) => {
    const { what } = incoming;
    const isInvoke = what.kind === 'press' && what.via !== 'submit';
    if (!isInvoke) options.sending.background('', excused(bot, incoming, trouble));
    return apologise(
      options,
      incoming,
      reference,
      isInDoubt(options, incoming) ? 'unknown' : trouble,
    );
  };

  return { receive, sorry };
}

/** A word that was typed with a file is answered. In their own chat the file is asked about too. */
async function attached(bot: Bot, incoming: Incoming, what: Attached): Promise<Answer> {
  if (!understand(what.text).zeker) return withFile(bot, incoming, what);
  const answer = await typed(bot, incoming, what.text);
  return incoming.place.kind === 'personal' ? withFile(bot, incoming, what) : answer;
}

/** True for what happens in a conversation that the bot is in. What Teams asks by itself leaves no trace. */
const isSeenHere = (what: Incoming['what']) =>
  what.kind !== 'press' || !(what.isAutomatic || isFromMenu(what));

/**
 * Says by name who typed too fast, or gets no answer now. It is remembered with what it was about, so that it goes when that
 * name is erased.
 */
async function excused(
  { options, way }: Bot,
  incoming: Incoming,
  trouble: Parameters<Sorry>[2],
): Promise<void> {
  const { place, from } = incoming;
  const text = trouble === 'too-fast' ? nl.teSnelGetypt(from.naam) : nl.geenAntwoord(from.naam);
  const outcome = await options.sending.reply(place, { text });
  if (outcome.kind !== 'sent') return;
  const { activityId } = outcome;
  for (const project of await way.here(incoming)) {
    const voor = whoIs(project, from)?.id ?? '';
    options.sending.posted(project, place, { activityId, voor, metTekst: false });
  }
}

/** True when this same press may have been stored before. */
function isInDoubt({ doubts }: BotOptions, { what, from: { tenant, oid } }: Incoming): boolean {
  const claim = what.kind === 'press' ? readClaim(what.data) : undefined;
  return claim !== undefined && doubts.has({ ...claim, tenant, oid });
}

/**
 * People came or left. The log says so from now on, and the group reads who left (rule 11). Who left does nothing more
 * here, and takes part again when they are back; who came for the first time may ask to join.
 */
async function moved(
  { options, presence }: Bot,
  incoming: Incoming,
  what: Membership,
): Promise<Answer> {
  const { place } = incoming;
  forgetMembers(options, place);
  if (place.kind !== 'personal')
    await presence.moved(place, what, momentOf(incoming, options.now()));
  return { kind: 'none' };
}

/** Remembers what was said lately. Forgetting only means saying it twice. */
function openMemory(): Bot['isFirst'] {
  const said = remember<number>(REMEMBERED);
  return (key, now, withinMs) => {
    const before = said.get(key) ?? -Infinity;
    said.set(key, now);
    return now - before > withinMs;
  };
}

const REMEMBERED = 1_000;

/** Stores nothing where a project runs: its live card is posted again, as it may have been lost with the conversation. */
async function greet(bot: Bot, incoming: Incoming): Promise<Answer> {
  const projects = await bot.way.here(incoming);
  const project = projects.find((candidate) => isOf(incoming, candidate));
  const now = project && huidig(project);
  if (project && now) {
    if (!isAfgerond(project)) await bot.options.sending.raise(project.id);
    return { kind: 'none' };
  }
  const { directory, now: nu } = bot.options;
  if (!(await directory.isEerste(incoming.place.conversation, nu(), GREET_EVERY_MS)))
    return { kind: 'none' };
  if (projects.length > 0) return replyTo(bot.options, incoming, notice(bot, incoming, taken()));
  return replyTo(bot.options, incoming, notice(bot, incoming, await welcome(bot, incoming)));
}

/** Who added the bot, what it does, and in a channel how many people read along. */
async function welcome(bot: Bot, incoming: Incoming): Promise<Screen> {
  const { place, from } = incoming;
  const [hallo, wat] = nl.welkom;
  const regels = [
    ...(from.naam === '' ? [] : [nl.toegevoegd(from.naam)]),
    wat,
    // In their own chat everything somebody types is for the bot.
    ...(place.kind === 'personal' ? [] : [nl.typApenstaart(place.bot.naam)]),
  ];
  const uitleg: Button = { titel: nl.uitleg, verb: 'help' };
  const beginnen = bot.way.trajecten.alle.map(startKnop);
  if (place.kind !== 'channel' || place.isBesloten) {
    return bericht('uitleg', hallo, regels, [...beginnen, uitleg]);
  }
  const members = await membersOf(bot.options, place);
  const leesMee = members === 'hidden' ? nl.openKanaalVerborgen : nl.openKanaal(members.length);
  const kanaal: Button = { titel: nl.hoeDan, verb: 'help', args: { over: 'kanaal' } };
  return bericht(
    'uitleg',
    hallo,
    [...regels, leesMee],
    [
      ...(beginnen.length === 1 ? beginnen.map((knop) => ({ ...knop, titel: nl.toch })) : beginnen),
      kanaal,
      uitleg,
    ],
  );
}

const taken = () => bericht('uitleg', nl.welkom[0], [], [{ titel: nl.mijnTaken, verb: 'taken' }]);
