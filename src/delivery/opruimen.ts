import { isVergeven, WEG_NA_MS } from '../process/feiten/upload.ts';
import type { ReconcileOptions } from './parts/options.ts';

/**
 * Throws away the files of which nobody made a document within a day. A file is left alone when its project is not known
 * or nobody wrote down when it came. Throws `StorageDown`; doing it again does no harm.
 */
export async function ruimOp({
  blobs,
  log,
  now,
  logger,
}: Pick<ReconcileOptions, 'blobs' | 'log' | 'now' | 'logger'>): Promise<void> {
  if (!blobs) return;
  const before = Date.parse(now()) - WEG_NA_MS;
  const old = (await blobs.list()).filter(({ about }) => Date.parse(about['at'] ?? '') < before);
  for (const id of new Set(old.flatMap(({ about }) => about['project'] ?? []))) {
    const project = (await log.read(id))?.project;
    if (!project) continue;
    const loose = old.filter(
      ({ key, about }) => about['project'] === id && !isVergeven(project, key),
    );
    for (const { key } of loose) await blobs.remove(key);
    if (loose.length > 0) logger.info({ project: id, files: loose.length }, 'files thrown away');
  }
}
