import { isAfgerond } from '../process/gegevens.ts';
import { bericht } from '../process/screen.ts';
import { huidig } from '../process/stappen.ts';
import { nl } from '../text/nl.ts';
import { apologise } from './apology.ts';
import { START } from './drawing.ts';
import type { Sorry } from './messages.ts';
import type { Answer, Incoming, Receive } from './port.ts';
import { notice, pressed } from './pressed.ts';
import { replyTo } from './reply.ts';
import { typed } from './typed.ts';
import type { Bot, BotOptions } from './options.ts';
import { Wayfinder } from './wayfinder.ts';

/** Teams says "installed" twice, and again after each reload; one answer is enough. */
const GREET_EVERY_MS = 3_000;

/** The bot: what happens in Teams goes in, what the person who acted gets back comes out. */
export function createBot(options: BotOptions): { receive: Receive; sorry: Sorry } {
  const bot: Bot = { options, way: new Wayfinder(options) };
  const greeted = new Map<string, number>();

  async function receive(incoming: Incoming): Promise<Answer> {
    const { what, place } = incoming;
    await options.directory.savePlace(place.conversation, JSON.stringify({ ...place, thread: '' }));
    switch (what.kind) {
      case 'command':
        return typed(bot, incoming, what.text);
      case 'press':
        return pressed(bot, incoming, what);
      case 'installed':
        return isNew(place.conversation, incoming.receivedMs)
          ? greet(bot, incoming)
          : { kind: 'none' };
      case 'membership':
        return { kind: 'none' };
    }
  }

  function isNew(conversation: string, now: number): boolean {
    const before = greeted.get(conversation) ?? -Infinity;
    if (greeted.size > 1_000) greeted.clear();
    greeted.set(conversation, now);
    return now - before > GREET_EVERY_MS;
  }

  return {
    receive,
    sorry: (incoming, reference, trouble) => apologise(options, incoming, reference, trouble),
  };
}

/** Stores nothing. Where a project runs its live card comes back in sight: it may have been lost with the conversation. */
async function greet(bot: Bot, incoming: Incoming): Promise<Answer> {
  const [project] = await bot.way.here(incoming);
  const now = project && huidig(project);
  if (project && now) {
    if (!isAfgerond(project) && incoming.place.kind !== 'personal')
      await bot.options.sending.repost(project, now.id);
    return { kind: 'none' };
  }
  const warning = incoming.place.kind === 'channel' ? [nl.openKanaal] : [];
  const screen = bericht(
    'uitleg',
    nl.welkom[0],
    [nl.welkom[1], ...warning],
    [
      { titel: incoming.place.kind === 'channel' ? nl.toch : nl.starten, verb: START },
      { titel: nl.uitleg, verb: 'help' },
    ],
  );
  return replyTo(bot.options, incoming, notice(bot, incoming, screen));
}
