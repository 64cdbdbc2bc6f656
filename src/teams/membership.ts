import { leads, leden, whoIs } from '../process/deelnemers.ts';
import { isAfgerond } from '../process/gegevens.ts';
import { bericht } from '../process/screen.ts';
import { nl } from '../text/nl.ts';
import { drawBericht } from './drawing.ts';
import type { Bot } from './options.ts';
import type { Answer, Incoming, Membership } from './port.ts';

/** Teams repeats membership events, the more so in shared channels; one message is enough for so long. */
const ONCE_PER_MS = 10 * 60_000;

/**
 * People come and go. Nothing is stored by it: who left stays deelnemer until whoever leads chooses an opvolger, and is
 * asked to (rule 11); who came may ask to join.
 */
export async function moved(
  bot: Bot,
  incoming: Incoming,
  { removed }: Membership,
): Promise<Answer> {
  if (removed.length === 0) return { kind: 'none' };
  const [project] = await bot.way.here(incoming);
  if (!project || isAfgerond(project) || incoming.place.kind === 'personal')
    return { kind: 'none' };
  for (const person of removed) {
    const gone = whoIs(project, person);
    if (
      gone?.facts.status !== 'lid' ||
      !bot.isFirst(`${project.id} ${gone.id}`, incoming.receivedMs, ONCE_PER_MS)
    )
      continue;
    const leaderless = !leden(project).some((lid) => leads(lid) && lid.id !== gone.id);
    const { titel, regels } = bericht('uitleg', nl.vertrokken(gone.texts.naam), [
      leaderless ? nl.niemandLeidt : nl.wieNeemtOver,
    ]);
    const knoppen = leaderless
      ? [{ titel: 'Instellingen', verb: 'instellingen' }]
      : [{ titel: nl.opvolgerKiezen, verb: 'deelnemer.verwijderen', args: { id: gone.id } }];
    await bot.options
      .teams()
      .send(
        incoming.place,
        drawBericht(bot.options, project, { titel, regels, knoppen }, `v${project.n}`),
      );
  }
  return { kind: 'none' };
}
