import { createHash } from 'node:crypto';
import { leads, whoIs } from '../../process/feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { bericht, type Button } from '../../process/vormen/screen.ts';
import { afgekort } from '../../process/taal/tekst.ts';
import { nl } from '../../text/nl.ts';
import type { Bot } from './options.ts';
import { START, VERPLAATS } from '../../process/groep/verbs.ts';
import { membersOf } from '../out/members.ts';
import type { Incoming } from '../port.ts';
import { opened, shown, type Shown } from '../../answer/shown.ts';
import type { Claim } from '../cards/wire.ts';

/** The project id of the new round that this form begins: the same for each repeat of it. */
export const ronde = ({ nonce }: Claim) =>
  `p_${createHash('sha256').update(nonce).digest('hex').slice(0, 32)}`;

/** The form that starts a project, or which project runs here already (rule 12). */
export async function begin(bot: Bot, incoming: Incoming): Promise<Shown> {
  const running =
    incoming.place.kind === 'personal'
      ? undefined
      : (await bot.way.here(incoming)).find(
          (project) => isGestart(project) && !isAfgerond(project),
        );
  if (running) {
    const screen = bericht(
      'uitleg',
      nl.alBezig(profielVan(running).texts.naam),
      [nl.elders],
      [{ titel: 'Status', verb: 'status' }],
    );
    return shown(bot.way.ctx(incoming, running, {}), START, screen);
  }
  const action = bot.options.traject.acties.get(START);
  if (!action) throw new Error('no way to start');
  const members = await membersOf(bot.options, incoming.place);
  const form = opened(action, bot.way.ctx(incoming, bot.way.fresh(), {}, { members }));
  return { ...form, answers: { knoppen: await elsewhere(bot, incoming) } };
}

/** Projects elsewhere with this projectleider, which can be brought here instead of starting another. */
async function elsewhere(bot: Bot, incoming: Incoming): Promise<Button[]> {
  const { from, place } = incoming;
  const projects = await Promise.all((await bot.way.ofPerson(from)).map((id) => bot.way.read(id)));
  const led = projects.filter((project) => {
    const actor = project && whoIs(project, from);
    return (
      project &&
      actor &&
      leads(actor) &&
      !isAfgerond(project) &&
      profielVan(project).facts.gesprek !== place.conversation
    );
  }) as Project[];
  return led.slice(0, MOST_OFFERED).map((project) => ({
    titel: nl.haalHierheen(afgekort(profielVan(project).texts.naam, 40)),
    verb: VERPLAATS,
    args: { project: project.id },
  }));
}

/** A card has room for only this many more buttons. */
const MOST_OFFERED = 3;
