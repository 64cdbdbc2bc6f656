import { gekomenOp, isVergeven, LOS, WEG_NA_MS } from '../process/feiten/upload.ts';
import type { ReconcileOptions } from './parts/options.ts';

/**
 * Throws away what was sent by people who take part nowhere any more and put nowhere: what erases a person leaves nothing of
 * theirs. Throws `StorageDown`.
 */
export async function gooiWezenWeg(
  blobs: NonNullable<ReconcileOptions['blobs']>,
  doetMee: (wie: { tenant: string; oid: string }) => Promise<boolean>,
): Promise<void> {
  for (const { key, about } of await blobs.list()) {
    const { project, tenant = '', oid = '' } = about;
    if (project === LOS && !(await doetMee({ tenant, oid }))) await blobs.remove(key);
  }
}

/**
 * Throws away the files that nobody put anywhere within a day. A file is left alone when its project is not known or nobody
 * wrote down when it came. Throws `StorageDown`; doing it again does no harm.
 */
export async function ruimOp({
  blobs,
  log,
  now,
  logger,
}: Pick<ReconcileOptions, 'blobs' | 'log' | 'now' | 'logger'>): Promise<void> {
  if (!blobs) return;
  const before = Date.parse(now()) - WEG_NA_MS;
  const old = (await blobs.list()).filter(({ about }) => Date.parse(gekomenOp(about)) < before);
  const ownerless = old.filter(({ about }) => about['project'] === LOS);
  for (const { key } of ownerless) await blobs.remove(key);
  if (ownerless.length > 0) logger.info({ files: ownerless.length }, 'files thrown away');
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
