import type { Config } from '../config.ts';
import type { klokVan } from '../process/klok/klok.ts';
import { BackupUnusable } from '../backup/format.ts';
import { LogBroken } from '../storage/log/copy.ts';
import { StorageDown } from '../storage/table/failure.ts';
import type { Archive } from '../storage/files/archive.ts';
import type { Blobs } from '../storage/files/blobs.ts';
import type { Directory } from '../storage/directory.ts';
import type { Log } from '../storage/log/log.ts';
import type { Tables } from '../storage/table/tables.ts';
import type { Wekker } from '../storage/wekker.ts';

/** What every command of the administrator works with. */
export interface Beheer {
  config: Config;
  version: string;
  tables: Tables;
  log: Log;
  directory: Directory;
  wekker: Wekker;
  blobs?: Blobs;
  archive?: Archive;
  klok: ReturnType<typeof klokVan>;
  /** UTC ISO */
  now: () => string;
  /** One line for who reads the outcome. */
  say: (line: string) => void;
  /** How far it is, for who waits. */
  progress: (done: number, of: number) => void;
}

/** What somebody typed behind the name of a command. */
interface Asked {
  /** Without the options. */
  rest: readonly string[];
  content: boolean;
  repair: boolean;
}

/** Whether all was well; a sentence has been said about what was not. */
export type Command = (beheer: Beheer, asked: Asked) => Promise<boolean>;

/** A sentence for who reads it; messages of other errors may quote what they choke on. */
export class Sentence extends Error {}

/** A fault of who asks: they typed something that cannot be. */
export class Usage extends Sentence {}

/** Why something failed: a sentence of ours, or of any other error its kind, which tells nothing of what was in it. */
export function reasonOf(error: unknown): string {
  if ([Sentence, LogBroken, BackupUnusable].some((ours) => error instanceof ours))
    return (error as Error).message;
  const { code, statusCode, name, cause } = error as {
    code?: string;
    statusCode?: number;
    name?: string;
    cause?: unknown;
  };
  if (cause instanceof Error) return reasonOf(cause);
  const kind = [name, code, statusCode].filter((part) => part !== undefined).join(', ');
  return isOfStorage(error) ? `geen antwoord, of niet toegestaan (${kind})` : `mislukt (${kind})`;
}

/** Of Azure's own libraries, or no answer at all. */
const isOfStorage = (error: unknown) =>
  error instanceof StorageDown ||
  /RestError|Authentication|Credential|Abort/.test((error as Error).name);

/** These projects, or all there are. Throws a sentence when one is not there. */
export async function chosen({ log }: Beheer, ids: readonly string[]): Promise<readonly string[]> {
  const all = await log.projects();
  return ids.length > 0 ? ids.map((id) => matching(all, id)) : all;
}

/** The one of these that is called so, or begins so. Throws a sentence when there is none, or more than one. */
export function matching(all: readonly string[], wanted: string): string {
  if (all.includes(wanted)) return wanted;
  const [found, ...more] = all.filter((id) => id.startsWith(wanted));
  if (found === undefined) throw new Sentence(`Dit project is er niet: ${wanted}`);
  if (more.length > 0) throw new Sentence(`Er begint meer dan één project zo: ${wanted}`);
  return found;
}

/** A table of words, as wide as its words. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, nth) =>
    Math.max(...rows.map((row) => row[nth]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, nth) => cell.padEnd(widths[nth] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export const count = (number: number, one: string, more: string) =>
  `${number} ${number === 1 ? one : more}`;
