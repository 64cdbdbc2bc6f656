import { gewist, newId, say } from '../process/project.ts';
import type { OutboxMessage } from '../process/decision.ts';
import { uploads } from '../process/upload.ts';
import { digestOf, placeCopy } from '../storage/copy.ts';
import type { Wekker } from '../storage/wekker.ts';
import type { Row } from '../storage/write.ts';
import { StorageDown } from '../storage/failure.ts';
import { settle } from '../storage/table.ts';
import type { Source } from './backup.ts';
import { readErasures, stillToErase } from './erasures.ts';
import {
  BACKUPS,
  contentsPath,
  directoryPath,
  filePath,
  projectPath,
  unpack,
  unpackContents,
  type Contents,
} from './format.ts';

/** Where a backup goes back to. */
export interface Target extends Source {
  wekker: Wekker;
  /** When a project has to be looked at again, UTC ISO. */
  volgende: (project: NonNullable<Read>, now: string) => string | undefined;
}

type Read = NonNullable<Awaited<ReturnType<Source['log']['read']>>>['project'] | undefined;

/** What became of one project. `there`: it was there already, and nothing was changed. */
export interface Restored {
  id: string;
  kind: 'restored' | 'there';
  /** Erasures of after the backup that were done again. */
  erased: number;
  /** Files of documents that were nowhere any more. */
  lost: number;
}

/** The backups there are, the newest first, whole ones only. Throws `StorageDown`. */
export async function backupsIn({ archive }: Pick<Source, 'archive'>): Promise<string[]> {
  const folders = await archive.folders(BACKUPS);
  const whole: string[] = [];
  for (const id of folders) {
    const [contents] = await archive.list(contentsPath(id));
    if (contents === contentsPath(id)) whole.push(id);
  }
  return whole.reverse();
}

/** Undefined when there is no such backup, or it is not whole. */
export async function contentsOf(
  { archive }: Pick<Source, 'archive'>,
  id: string,
): Promise<Contents | undefined> {
  const bytes = await archive.get(contentsPath(id));
  return bytes && unpackContents(bytes);
}

/**
 * Puts projects back where they are not: their logs, the way to them, their files; erases again what was erased since, and has all
 * of them looked at by whoever sends. May be done again after it was interrupted. Throws a sentence when a copy is damaged, or
 * `StorageDown`.
 */
export async function restore(
  target: Target,
  backup: string,
  { projects }: Pick<Contents, 'projects'>,
  progress: (done: number, of: number) => void,
): Promise<Restored[]> {
  const done: Restored[] = [];
  for (const [nth, { id, digest }] of projects.entries()) {
    done.push(await restoreProject(target, backup, id, digest));
    progress(nth + 1, projects.length);
  }
  await restoreDirectory(target, backup, new Set(projects.map(({ id }) => id)));
  return done;
}

async function restoreProject(
  target: Target,
  backup: string,
  id: string,
  digest: string,
): Promise<Restored> {
  const { tables, archive, log, wekker, now, volgende } = target;
  const packed = await archive.get(projectPath(backup, id));
  const rows = packed ? await unpack(packed) : [];
  if (digestOf({ rows }) !== digest)
    throw new Error(`De kopie van project ${id} is beschadigd. Kies een andere reservekopie.`);
  // Before the head is there nobody looks; afterwards somebody must.
  await wekker.wake(id, now());
  const isPlaced = await placeCopy(tables.projecten, { project: id, rows });
  const erased = await eraseAgain(target, id);
  const project = (await log.read(id))?.project;
  const due = project && volgende(project, now());
  if (due) await wekker.plan(id, due);
  const lost = project ? await restoreFiles(target, uploads(project)) : 0;
  return { id, kind: isPlaced ? 'restored' : 'there', erased, lost };
}

const HERTEKENEN: OutboxMessage = { soort: 'hertekenen', facts: {} };

/** What was erased after the backup was made is erased again, by the same door: blanked in the rows and said in the log. */
async function eraseAgain({ archive, log, now }: Target, id: string): Promise<number> {
  let count = 0;
  for (const erasure of await readErasures(archive, id)) {
    const snapshot = await log.read(id);
    if (!snapshot) return count;
    const facts = stillToErase(await log.events(id), erasure);
    if (!facts) continue;
    const appended = await log.append(snapshot, {
      events: [say(gewist, newId(snapshot.project, 'g'), facts, {})],
      ...{ by: 'klok', at: now() },
      marker: { key: `herstel:${erasure.n}:${Date.parse(erasure.at)}`, about: '', nonce: '' },
      outbox: [HERTEKENEN],
    });
    if (appended.kind === 'stored') count += 1;
    else if (appended.kind !== 'conflict')
      throw new StorageDown('not known whether an erasure was done again');
  }
  return count;
}

/** How many are lost. */
async function restoreFiles({ archive, blobs }: Target, keys: readonly string[]): Promise<number> {
  let lost = 0;
  for (const sleutel of blobs ? keys : []) {
    if (await blobs?.about(sleutel)) continue;
    const bytes = await archive.get(filePath(sleutel));
    if (bytes) await blobs?.put(sleutel, bytes, {});
    else lost += 1;
  }
  return lost;
}

/** The ways to these projects, and to every conversation. What is there by now is newer, and stays. */
async function restoreDirectory(
  { archive, tables }: Target,
  backup: string,
  projects: ReadonlySet<string>,
): Promise<void> {
  const packed = await archive.get(directoryPath(backup));
  if (!packed) throw new Error('De wegwijzer ontbreekt in deze reservekopie.');
  const isWanted = ({ project }: Row) => project === undefined || projects.has(String(project));
  for (const row of (await unpack(packed)).filter(isWanted)) {
    if (await tables.wegwijzer.get(row.partitionKey, row.rowKey)) continue;
    await settle(tables.wegwijzer, { op: 'put', row });
  }
}
