import { NIEMAND } from '../../process/contract/judge.ts';
import { whoIs } from '../../process/feiten/deelnemers.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { bericht } from '../../process/vormen/screen.ts';
import { endingWithin } from '../../storage/table/ending.ts';
import { nl } from '../../text/nl.ts';
import { drawEigen, drawFor } from '../cards/drawing.ts';
import { EIGEN, type Claim } from '../cards/wire.ts';
import type { Answer, Incoming } from '../port.ts';
import type { Bot } from './options.ts';
import { notice } from './notice.ts';

/** Teams gives up on a card of one's own after some seconds, and then shows an error in its place. */
const LIMIT_MS = 2_500;

/**
 * The live card as the person who looks at it sees it. Teams asks for it by itself, so it decides, writes and sends nothing,
 * and there is always a card: an older state rather than none.
 */
export async function ownView(
  bot: Bot,
  incoming: Incoming,
  claim: Claim | undefined,
): Promise<Answer> {
  const project = claim?.verb === EIGEN && (await projectFor(bot, incoming, claim));
  if (!project || one(project, stap, claim.kaart) === undefined)
    return { kind: 'card', card: elsewhere(bot, incoming) };
  const card = drawEigen(bot.options, project, {
    stapId: claim.kaart,
    lezer: whoIs(project, incoming.from) ?? NIEMAND,
    melding: '',
  });
  return { kind: 'card', card };
}

async function projectFor(
  bot: Bot,
  incoming: Incoming,
  { project }: Claim,
): Promise<Project | undefined> {
  try {
    return await endingWithin(LIMIT_MS, () => bot.way.claimed(incoming, project, false));
  } catch {
    return bot.way.claimed(incoming, project, true).catch(() => undefined);
  }
}

const elsewhere = (bot: Bot, incoming: Incoming) =>
  drawFor(
    bot.options,
    notice(bot, incoming, bericht('uitleg', nl.nieuwsteStand, [], [KNOP.status])),
    'eigen',
  );
