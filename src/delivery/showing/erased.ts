import type { Project } from '../../process/feiten/project.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { gewisteUploads } from '../../process/feiten/upload.ts';
import type { OutboxItem } from '../../storage/log/outbox.ts';
import { ended } from '../parts/became.ts';
import type { EraseRound } from '../parts/round-parts.ts';
import { refresh } from './showing.ts';

/** Asks for everything that was ever shown to be drawn anew: a text in it was erased. */
export const HERTEKENEN = 'hertekenen';

/** A text was erased: whatever may have shown it is drawn anew, also what is long past. */
export async function redrawAll(
  round: EraseRound,
  project: Project,
  item: OutboxItem,
): Promise<void> {
  const { log, now, placeOf, halted } = round;
  // First of all, because redrawing may take long: until it is written down, a lost storage would bring the text back.
  await rememberErased(round, project);
  await removeErased(round, project);
  const place = await placeOf(profielVan(project).facts.gesprek);
  if (!place) return;
  let waits = 0;
  for (const posted of await log.past(project.id)) {
    const became =
      posted.activityId === ''
        ? 'done'
        : await refresh({ ...round, place }, project, posted, false);
    if (became === 'waits') waits += 1;
  }
  if (halted.isEmpty && waits === 0)
    await log.finish(project.id, item, ended(item, 'overbodig', now()), false);
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
