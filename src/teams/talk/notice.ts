import { emptyProject } from '../../process/feiten/project.ts';
import { bericht, type NoticeScreen, type Screen } from '../../process/vormen/screen.ts';
import { shown, type Shown } from '../../answer/shown.ts';
import { nl } from '../../text/nl.ts';
import type { Incoming, Press } from '../port.ts';
import type { Bot } from './options.ts';

/** A screen where there is no project to speak of. */
export const notice = (bot: Bot, incoming: Incoming, screen: Screen): Shown =>
  shown(bot.way.ctx(incoming, emptyProject(''), {}), 'help', screen);

/**
 * True for what may come from the menu of a message, and from the dialog that begins there. Every conversation of who has the
 * app has our command in that menu; all else reaches only a bot that was added.
 */
export const isFromMenu = ({ via }: Press): boolean => via === 'quote' || via === 'save';

/** True in a conversation that the bot is in. */
export const isIn = async (bot: Bot, { what, place }: Incoming): Promise<boolean> =>
  what.kind !== 'press' ||
  !isFromMenu(what) ||
  (await bot.way.placeAt(place.conversation)) !== undefined;

/** Where nothing can be stored, because nobody there would see it. */
export function nietToegevoegd(): NoticeScreen {
  const [titel, regel] = nl.nietToegevoegd;
  return bericht('uitleg', titel, [regel], [{ titel: nl.uitleg, verb: 'help' }]);
}
