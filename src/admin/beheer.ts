import type { Config } from '../config.ts';
import type { klokVan } from '../process/klok/klok.ts';
import type { Archive } from '../storage/archive.ts';
import type { Blobs } from '../storage/blobs.ts';
import type { Directory } from '../storage/directory.ts';
import type { Log } from '../storage/log.ts';
import type { Tables } from '../storage/tables.ts';
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

/** A fault of who asks: they typed something that cannot be. */
export class Usage extends Error {}

/** These projects, or all there are. */
export async function chosen({ log }: Beheer, ids: readonly string[]): Promise<readonly string[]> {
  return ids.length > 0 ? ids : log.projects();
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
