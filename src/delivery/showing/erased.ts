import type { Project } from '../../process/feiten/project.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { gewisteUploads } from '../../process/feiten/upload.ts';
import { gewistePersonen } from '../../process/feiten/deelnemers.ts';
import type { OutboxItem, Posted } from '../../storage/log/outbox.ts';
import { ended, isVanGewiste } from '../parts/became.ts';
import type { EraseRound } from '../parts/round-parts.ts';
import { refresh } from './showing.ts';

/** Asks for everything that was ever shown to be drawn anew: a text in it was erased. */
export const HERTEKENEN = 'hertekenen';

/**
 * A text was erased, or everything of a person, `wie`: whatever may have shown it is drawn anew, also what is long past.
 */
export async function redrawAll(
  round: EraseRound,
  project: Project,
  item: OutboxItem,
): Promise<void> {
  const { log, now, placeOf, halted } = round;
  // First of all, because redrawing may take long: until it is written down, a lost storage would bring the text back.
  await rememberErased(round, project);
  await log.purge(project.id);
  await removeErased(round, project);
  const place = await placeOf(profielVan(project).facts.gesprek);
  if (!place) return;
  let waits = 0;
  const live = (await log.live(project.id)).filter(({ facts }) => isVanGewiste(project, facts));
  const theirs: Posted[] = [];
  const past = (await log.past(project.id)).filter(
    ({ facts }) => item.facts['wie'] !== undefined || facts['metTekst'] !== false,
  );
  for (const posted of [...past, ...live]) {
    const became =
      posted.activityId === ''
        ? 'done'
        : await refresh({ ...round, place }, project, posted, false);
    if (became === 'waits') waits += 1;
    else if (isVanGewiste(project, posted.facts)) theirs.push(posted);
  }
  if (!halted.isEmpty || waits > 0) return;
  await forget(round, project, theirs);
  await log.finish(project.id, item, ended(item, 'overbodig', now()), false);
}

/** Of whom everything was erased no row says any more what they got, and where. */
async function forget(
  { log, forgotten, place }: EraseRound,
  project: Project,
  theirs: readonly Posted[],
): Promise<void> {
  const waiting = (await log.outbox(project.id)).filter(({ facts }) =>
    isVanGewiste(project, facts),
  );
  for (const posted of [...theirs, ...waiting]) await log.remove(project.id, posted);
  const chats = theirs.map(({ conversation }) => conversation);
  const own = new Set(chats.filter((chat) => chat !== '' && chat !== place.conversation));
  if (gewistePersonen(project).size > 0) await forgotten(project, [...own]);
}

/** With the text of a document its file goes as well. */
async function removeErased({ blobs }: EraseRound, project: Project): Promise<void> {
  for (const sleutel of blobs ? gewisteUploads(project) : []) await blobs?.remove(sleutel);
}

/** Whoever puts an older copy back must find what to erase again. Storage of backups that is away holds up nothing else. */
async function rememberErased(
  { erasures, logger, halted }: EraseRound,
  { id }: Project,
): Promise<void> {
  await erasures?.remember(id).catch((err: unknown) => {
    logger.warn({ err, project: id }, 'an erasure was not written down yet');
    halted.add('erasures');
  });
}
