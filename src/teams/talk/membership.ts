import type { Bericht } from '../../process/contract/contract.ts';
import { whoIs, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { leiders } from '../../process/contract/judge.ts';
import type { Project } from '../../process/feiten/project.ts';
import { nl, nlVan } from '../../text/nl.ts';
import { drawBericht } from '../cards/drawing.ts';
import { forgetMembers, membersOf } from '../out/members.ts';
import { inTime } from './in-time.ts';
import type { Bot } from './options.ts';
import type { Answer, Incoming, Membership } from '../port.ts';

/** Teams repeats membership events, most often in shared channels. One message is enough in this time. */
const ONCE_PER_MS = 10 * 60_000;

/**
 * Tells the group about people who come and go. Nothing is stored by it. A person who left stays deelnemer until the
 * projectleider, who is asked to, chooses an opvolger (rule 11). A person who came may ask to join.
 */
export async function moved(
  bot: Bot,
  incoming: Incoming,
  { removed }: Membership,
): Promise<Answer> {
  forgetMembers(bot.options, incoming.place);
  if (removed.length === 0) return { kind: 'none' };
  const [project] = await bot.way.here(incoming);
  if (!project || isAfgerond(project) || incoming.place.kind === 'personal')
    return { kind: 'none' };
  const { woorden } = bot.way.ctx(incoming, project, {}).traject;
  for (const person of removed) {
    const gone = whoIs(project, person);
    if (
      gone?.facts.status !== 'lid' ||
      !bot.isFirst(`${project.id} ${gone.id}`, incoming.receivedMs, ONCE_PER_MS)
    )
      continue;
    const left = await whoLeads(bot, incoming, project, gone);
    const message = { titel: nl.vertrokken(gone.texts.naam), ...wayOn(nlVan(woorden), gone, left) };
    const drawn = drawBericht(bot.options, project, message, `v${project.n}`);
    await inTime(bot.options, incoming, bot.options.sending.reply(incoming.place, drawn));
  }
  return { kind: 'none' };
}

/** The ways on for the group: choose an opvolger, hand over, or take over when there is no projectleider any more. */
function wayOn(
  zin: ReturnType<typeof nlVan>,
  { id, facts }: Deelnemer,
  left: readonly Deelnemer[],
): Pick<Bericht, 'regels' | 'knoppen'> {
  if (left.length === 0)
    return {
      regels: [zin.niemandLeidt],
      knoppen: [{ titel: zin.wordLeider, verb: 'projectleider.overnemen' }],
    };
  if (facts.rol === 'projectleider')
    return {
      regels: [zin.plaatsvervangerLeidt(left[0]?.texts.naam ?? '')],
      knoppen: [{ titel: zin.overdragen, verb: 'projectleider.overdragen' }],
    };
  return {
    regels: [zin.wieNeemtOver],
    knoppen: [{ titel: nl.opvolgerKiezen, verb: 'deelnemer.verwijderen', args: { id } }],
  };
}

/** The people who lead and are still here, as far as Teams tells who is here. */
async function whoLeads(bot: Bot, incoming: Incoming, project: Project, gone: Deelnemer) {
  const members = await membersOf(bot.options, incoming.place).catch(() => []);
  const { gesprek } = bot.way.ctx(incoming, project, {}, { members });
  return leiders(project, gesprek).filter(({ id }) => id !== gone.id);
}
