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
  /** Writes one line of the outcome. */
  say: (line: string) => void;
  /** Shows how far the work is. */
  progress: (done: number, of: number) => void;
}

/** What was typed after the name of a command. */
interface Asked {
  /** Without the options. */
  rest: readonly string[];
  content: boolean;
  repair: boolean;
}

/** True when all was well; otherwise a sentence has said what was not. */
export type Command = (beheer: Beheer, asked: Asked) => Promise<boolean>;

/** An error with a sentence for the reader. Messages of other errors may quote their input. */
export class Sentence extends Error {}

/** A fault of the caller: something was typed that cannot be. */
export class Usage extends Sentence {}

/**
 * Why something failed: our own sentence or, for other errors, only their kind, because a message may hold what was in
 * the input.
 */
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

/** True for errors of Azure's own libraries, and for no answer at all. */
const isOfStorage = (error: unknown) =>
  error instanceof StorageDown ||
  /RestError|Authentication|Credential|Abort/.test((error as Error).name);

/** The projects named, or all of them. Throws a sentence when one does not exist. */
export async function chosen({ log }: Beheer, ids: readonly string[]): Promise<readonly string[]> {
  const all = await log.projects();
  return ids.length > 0 ? ids.map((id) => matching(all, id)) : all;
}

/**
 * The one with this name, or the only one whose name begins with it. Throws a sentence when there is none, or more than
 * one.
 */
export function matching(all: readonly string[], wanted: string): string {
  if (all.includes(wanted)) return wanted;
  const [found, ...more] = all.filter((id) => id.startsWith(wanted));
  if (found === undefined) throw new Sentence(`Dit project is er niet: ${wanted}`);
  if (more.length > 0) throw new Sentence(`Er begint meer dan één project zo: ${wanted}`);
  return found;
}

/** Lines of words in columns, as wide as their words. */
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
