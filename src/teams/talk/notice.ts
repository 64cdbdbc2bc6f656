import { emptyProject } from '../../process/feiten/project.ts';
import type { Screen } from '../../process/vormen/screen.ts';
import { shown, type Shown } from '../../answer/shown.ts';
import type { Incoming } from '../port.ts';
import type { Bot } from './options.ts';

/** A screen where there is no project to speak of. */
export const notice = (bot: Bot, incoming: Incoming, screen: Screen): Shown =>
  shown(bot.way.ctx(incoming, emptyProject(''), {}), 'help', screen);
