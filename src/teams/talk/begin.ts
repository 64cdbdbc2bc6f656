import { createHash } from 'node:crypto';
import { leads, whoIs } from '../../process/feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { bericht, type Button } from '../../process/vormen/screen.ts';
import { afgekort } from '../../process/taal/tekst.ts';
import { nl, nlVan } from '../../text/nl.ts';
import { isIn, nietToegevoegd, notice } from './notice.ts';
import type { Bot } from './options.ts';
import { START, VERPLAATS } from '../../process/groep/verbs.ts';
import { membersOf } from '../out/members.ts';
import type { Answer, Incoming } from '../port.ts';
import type { Claim } from '../cards/wire.ts';
import { postPersonally, replyTo } from './reply.ts';
import { VOORBEELD } from '../../process/feiten/voorbeeld.ts';
import { looked, shown, type Shown } from '../../answer/shown.ts';

/** The project id of the new round that this form begins: the same for each repeat of it. */
export const ronde = (nonce: string) =>
  `p_${createHash('sha256').update(nonce).digest('hex').slice(0, 32)}`;

/**
 * The form that starts a project, or which project runs here already (rule 12). `verb`: with which traject; empty when
 * nobody chose one yet.
 */
export async function begin(bot: Bot, incoming: Incoming, verb = ''): Promise<Shown> {
  const running =
    incoming.place.kind === 'personal'
      ? undefined
      : (await bot.way.here(incoming)).find(
          (project) => isGestart(project) && !isAfgerond(project),
        );
  if (running) {
    const ctx = bot.way.ctx(incoming, running, {});
    const zin = nlVan(ctx.traject.woorden);
    const screen = bericht(
      'uitleg',
      zin.alBezig(profielVan(running).texts.naam),
      [zin.elders],
      [KNOP.status],
    );
    return shown(ctx, START, screen);
  }
  if (!(await isIn(bot, incoming))) return notice(bot, incoming, nietToegevoegd());
  const { alle, gewoon } = bot.way.trajecten;
  const fresh = bot.way.fresh();
  const knoppen = [...(await elsewhere(bot, incoming)), ...voorbeeldKnoppen(bot)];
  if (verb === '' && alle.length > 1)
    return shown(bot.way.ctx(incoming, fresh, {}), START, kiesTraject(bot, knoppen));
  const chosen = verb === '' ? gewoon.start : verb;
  const members = await membersOf(bot.options, incoming.place);
  const ctx = bot.way.ctx(incoming, fresh, {}, { members, verb: chosen });
  return { ...looked(ctx, chosen), answers: { knoppen } };
}

/** Which way to work: asked only where there is more than one. */
const kiesTraject = (bot: Bot, anders: readonly Button[]) =>
  bericht(
    'uitleg',
    nl.watBeginnen,
    [],
    [...bot.way.trajecten.alle.map(({ naam, start }) => ({ titel: naam, verb: start })), ...anders],
  );

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

/** "Voorbeeld bekijken": its status, from where all of it can be looked at. Nothing where there is no example. */
const voorbeeldKnoppen = ({ way }: Bot): Button[] =>
  way.trajecten.gewoon.voorbeeld.length === 0
    ? []
    : [{ titel: nl.voorbeeldBekijken, verb: KNOP.status.verb, args: { project: VOORBEELD } }];

/** Who asks for the example where others are gets it in their own chat: it is not this group's. */
export async function voorbeeldElders(bot: Bot, incoming: Incoming, claim: Claim): Promise<Answer> {
  const isSent = await postPersonally(bot.options, incoming, async (there) => {
    const project = await bot.way.read(VOORBEELD);
    return project && looked(bot.way.ctx(there, project, {}), claim.verb);
  }).catch(() => false);
  const screen = bericht('uitleg', isSent ? nl.voorbeeldElders : nl.voorbeeldNietElders);
  return replyTo(bot.options, incoming, notice(bot, incoming, screen), claim);
}
