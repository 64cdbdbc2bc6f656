import {
  begin,
  gewist,
  newId,
  persoonGewist,
  type NewEvent,
  type Project,
  type Wissing,
} from '../process/feiten/project.ts';
import type { OutboxMessage } from '../process/contract/decision.ts';
import { gewisteUploads, uploads } from '../process/feiten/upload.ts';
import { digestOf, placeCopy } from '../storage/log/copy.ts';
import type { Wekker } from '../storage/wekker.ts';
import type { Row } from '../storage/table/write.ts';
import { StorageDown } from '../storage/table/failure.ts';
import { conversationKey } from '../storage/directory.ts';
import { settle } from '../storage/table/table.ts';
import type { Source } from './backup.ts';
import { readErasures, stillToErase, type Erasure } from './erasures.ts';
import { withoutErased } from './without.ts';
import {
  BACKUPS,
  BackupUnusable,
  contentsPath,
  directoryPath,
  filePath,
  projectPath,
  unpack,
  unpackContents,
  type Contents,
} from './format.ts';

/** Where a backup is put back. */
export interface Target extends Source {
  wekker: Wekker;
  /** When to look at a project again, UTC ISO. */
  volgende: (project: Project, now: string) => string | undefined;
}

/** What became of one project. `there`: it existed already, and its log was left alone. `damaged`: its copy is damaged. */
interface Restored {
  id: string;
  kind: 'restored' | 'there' | 'damaged';
  /** The number of erasures from after the backup that were done again. */
  erased: number;
  /** The number of files of documents that were nowhere any more. */
  lost: number;
}

/** The complete backups, newest first. Throws `StorageDown`. */
export async function backupsIn({ archive }: Pick<Source, 'archive'>): Promise<string[]> {
  const folders = await archive.folders(BACKUPS);
  const whole: string[] = [];
  for (const id of folders) {
    const [contents] = await archive.list(contentsPath(id));
    if (contents === contentsPath(id)) whole.push(id);
  }
  return whole.reverse();
}

/** Undefined when there is no such backup, or when it is incomplete. */
export async function contentsOf(
  { archive }: Pick<Source, 'archive'>,
  id: string,
): Promise<Contents | undefined> {
  const bytes = await archive.get(contentsPath(id));
  return bytes && unpackContents(bytes);
}

/**
 * Puts projects back where they do not exist: their entries in the directory, their logs without what was erased since,
 * and their files. Then all of them get a wake row. A damaged one does not hold up the others. It may be repeated after
 * an interruption. Throws a sentence when the directory is missing, or `StorageDown`.
 */
export async function restore(
  target: Target,
  backup: string,
  { projects }: Pick<Contents, 'projects'>,
  progress: (done: number, of: number) => void,
): Promise<Restored[]> {
  // An entry is made before the project that it leads to: a project that exists can always be found.
  const ids = projects.map(({ id }) => id);
  await restoreDirectory(target, backup, new Set(ids), await erasedChats(target, backup, ids));
  const done: Restored[] = [];
  for (const [nth, { id, digest }] of projects.entries()) {
    done.push(await restoreProject(target, backup, id, digest));
    progress(nth + 1, projects.length);
  }
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
  if (digestOf({ rows }) !== digest) return { id, kind: 'damaged', erased: 0, lost: 0 };
  const erasures = await readErasures(archive, id, log.versions);
  const { rows: clean } = withoutErased(rows, erasures, log.versions);
  const isPlaced = await placeCopy(tables.projecten, { project: id, rows: clean });
  const erased = await sayAgain(target, id, erasures);
  const project = (await log.read(id))?.project;
  const due = project && volgende(project, now());
  if (due) await wekker.plan(id, due);
  await wekker.wake(id, now());
  const lost = project ? await restoreFiles(target, project) : 0;
  return { id, kind: isPlaced ? 'restored' : 'there', erased, lost };
}

const hertekenen = ({ wie }: Erasure): OutboxMessage => ({
  soort: 'hertekenen',
  facts: wie === '' ? {} : { wie },
});
/** Enough for a project in which people go on entering. */
const TRIES = 20;

/** Says erasures from after the backup in the log again, so that messages that still show the text are redrawn. */
async function sayAgain(target: Target, id: string, erasures: readonly Erasure[]): Promise<number> {
  let count = 0;
  for (const erasure of erasures) if (await sayOnce(target, id, erasure)) count += 1;
  return count;
}

/** False when there was nothing to say. When other events came meanwhile, it looks again. */
async function sayOnce({ log, now }: Target, id: string, erasure: Erasure): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const snapshot = await log.read(id);
    const facts = snapshot && stillToErase(await log.events(id), erasure);
    if (!facts) return false;
    const appended = await log.append(snapshot, {
      events: [again(snapshot.project, erasure, facts)],
      by: 'klok',
      at: now(),
      marker: { key: `herstel:${snapshot.project.n}`, about: '', nonce: '' },
      outbox: [hertekenen(erasure)],
    });
    if (appended.kind === 'stored') return true;
    if (appended.kind === 'too-big')
      throw new BackupUnusable('Een tekst is te groot om opnieuw te wissen.');
  }
  throw new StorageDown('not known whether an erasure was done again');
}

function again(project: Project, { wie }: Erasure, deel: Wissing): NewEvent {
  const id = newId(project, 'g');
  const { events, velden } = deel;
  return wie === ''
    ? begin(gewist, id, { events, velden }, {})
    : begin(persoonGewist, id, { wie, delen: [deel] }, {});
}

/** Gives the number of lost files. Erased files stay away. */
async function restoreFiles({ archive, blobs }: Target, project: Project): Promise<number> {
  const erased = new Set(gewisteUploads(project));
  let lost = 0;
  for (const sleutel of blobs ? uploads(project).filter((key) => !erased.has(key)) : []) {
    if (await blobs?.about(sleutel)) continue;
    const bytes = await archive.get(filePath(sleutel));
    if (bytes) await blobs?.put(sleutel, bytes, {});
    else lost += 1;
  }
  return lost;
}

/** The partitions of the personal chats of people of whom everything was erased since. */
async function erasedChats(
  { archive, log }: Target,
  backup: string,
  projects: readonly string[],
): Promise<ReadonlySet<string>> {
  const chats = new Set<string>();
  for (const id of projects) {
    const erasures = await readErasures(archive, id, log.versions);
    const packed = erasures.some(({ wie }) => wie !== '')
      ? await archive.get(projectPath(backup, id))
      : undefined;
    const found = packed && withoutErased(await unpack(packed), erasures, log.versions);
    for (const chat of found?.chats ?? []) chats.add(conversationKey(chat));
  }
  return chats;
}

/** Restores the entries of these projects and of every conversation. An entry that exists by now is newer, and stays. */
async function restoreDirectory(
  { archive, tables }: Target,
  backup: string,
  projects: ReadonlySet<string>,
  chats: ReadonlySet<string>,
): Promise<void> {
  const packed = await archive.get(directoryPath(backup));
  if (!packed) throw new BackupUnusable('De wegwijzer ontbreekt in deze reservekopie.');
  const isWanted = ({ project, partitionKey }: Row) =>
    project === undefined ? !chats.has(partitionKey) : projects.has(String(project));
  for (const row of (await unpack(packed)).filter(isWanted)) {
    if (await tables.wegwijzer.get(row.partitionKey, row.rowKey)) continue;
    await settle(tables.wegwijzer, { op: 'put', row });
  }
}
