import { gewisteUploads, uploads } from '../process/feiten/upload.ts';
import type { Project } from '../process/feiten/project.ts';
import type { Archive } from '../storage/files/archive.ts';
import type { Blobs } from '../storage/files/blobs.ts';
import { bare, digestOf, LogBroken, readCopy } from '../storage/log/copy.ts';
import type { Log } from '../storage/log/log.ts';
import type { Tables } from '../storage/table/tables.ts';
import {
  backupId,
  contentsPath,
  directoryPath,
  filePath,
  FILES,
  pack,
  packContents,
  projectPath,
  type Contents,
} from './format.ts';
import { withoutErased } from './without.ts';

/** What a backup is made of, and where it goes. */
export interface Source {
  tables: Pick<Tables, 'projecten' | 'wegwijzer'>;
  log: Log;
  /** Left out: there are no files. */
  blobs?: Blobs;
  archive: Archive;
  /** UTC ISO */
  now: () => string;
  /** The version of the program. */
  version: string;
}

/** Called after each project. False ends the backup; what was written then stays behind without its contents. */
type Progress = (done: number, of: number) => Promise<boolean> | boolean;

/**
 * Copies every project, the directory and the files of documents to the archive. Undefined when it was ended halfway. A
 * broken log is named and does not hold up the others. Throws `StorageDown`.
 */
export async function backUp(
  source: Source,
  progress: Progress,
): Promise<(Contents & { id: string }) | undefined> {
  const { tables, log, archive, now, version } = source;
  const at = now();
  const id = backupId(at);
  const ids = await log.projects();
  const kept = new Set(await archive.list(FILES));
  const projects: Contents['projects'] = [];
  const unread: string[] = [];
  let bytes = 0;
  let files = 0;
  for (const [nth, project] of ids.entries()) {
    try {
      const copied = await copyProject(source, id, project, kept);
      projects.push(copied.project);
      bytes += copied.bytes;
      files += copied.files;
    } catch (error) {
      if (!(error instanceof LogBroken)) throw error;
      unread.push(project);
    }
    if (!(await progress(nth + 1, ids.length))) return undefined;
  }
  // Copied after the projects: an entry is made before the project that it leads to, so every copied project has its
  // entry.
  const directory = (await tables.wegwijzer.all()).filter(isLasting).map(bare);
  const packed = await pack(directory);
  await archive.put(directoryPath(id), packed);
  bytes += packed.length;
  const contents = { at, version, projects, unread, directory: directory.length, files, bytes };
  await archive.put(contentsPath(id), packContents(contents));
  return { id, format: 1, ...contents };
}

async function copyProject(source: Source, id: string, project: string, kept: Set<string>) {
  const { tables, log, archive } = source;
  const copy = await readCopy(tables.projecten, project);
  const read = copy && (await readable(log, project));
  if (!copy || !read) throw new LogBroken(`project ${project} is gone`);
  // What was just erased may still stand in rows that did not fit in its transaction.
  const clean = withoutErased(copy.rows, [], log.versions);
  const packed = await pack(clean.rows);
  await archive.put(projectPath(id, project), packed);
  return {
    project: { id: project, n: copy.n, digest: digestOf(clean) },
    bytes: packed.length,
    files: await keepFiles(source, read, kept),
  };
}

/** The rows are complete, but one of them may still be unreadable. */
async function readable(log: Log, project: string): Promise<Project | undefined> {
  try {
    return (await log.read(project))?.project;
  } catch (cause) {
    if (cause instanceof SyntaxError || /^event of version/.test((cause as Error).message))
      throw new LogBroken(`log of ${project}: an event cannot be read`, { cause });
    throw cause;
  }
}

/** A link for one use has ended long before a backup is put back. */
const isLasting = ({ rowKey }: { rowKey: string }) => !rowKey.startsWith('l_');

/**
 * Files are written once and never change, so only new ones are copied, and erased ones are removed. Gives the number
 * that belongs to the project.
 */
async function keepFiles(
  { archive, blobs }: Source,
  project: Project,
  kept: Set<string>,
): Promise<number> {
  if (!blobs) return 0;
  const erased = new Set(gewisteUploads(project));
  for (const sleutel of erased)
    if (kept.delete(filePath(sleutel))) await archive.remove(filePath(sleutel));
  const wanted = uploads(project).filter((sleutel) => !erased.has(sleutel));
  for (const sleutel of wanted) {
    if (kept.has(filePath(sleutel))) continue;
    const file = await blobs.get(sleutel);
    if (!file) continue;
    const parts: Buffer[] = [];
    for await (const part of file.bytes) parts.push(part as unknown as Buffer);
    await archive.put(filePath(sleutel), Buffer.concat(parts));
    kept.add(filePath(sleutel));
  }
  return wanted.length;
}
