import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { Row } from '../storage/table/write.ts';

/** The format of a backup. A program that reads another format says so and stops. */
const FORMAT = 1;

/** What is in one backup. It is written last, so that a backup without it is known to be incomplete. */
const Contents = z.object({
  format: z.literal(FORMAT),
  /** When the backup was begun, UTC ISO. */
  at: z.string(),
  /** The version of the program that made it. */
  version: z.string(),
  projects: z.array(
    z.object({
      id: z.string(),
      /** Number of the last event. */
      n: z.number(),
      /** The digest of the events: see `digestOf`. */
      digest: z.string(),
    }),
  ),
  /** Projects whose log could not be read; they are not in the backup. */
  unread: z.array(z.string()),
  /** The number of rows of the directory. */
  directory: z.number(),
  /** The number of files of projects, which are kept beside all backups. */
  files: z.number(),
  /** Bytes of all that was written, packed. */
  bytes: z.number(),
});
export type Contents = z.infer<typeof Contents>;

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Its message is a sentence for the administrator. */
export class BackupUnusable extends Error {}

/** `2026-11-22T01-00-05Z`: sorts by time, and is a valid name on every system. */
export const backupId = (utc: string) => `${utc.slice(0, 19).replaceAll(':', '-')}Z`;

export const isBackupId = (id: string) => /^\d{4}-\d\d-\d\dT[\d-]{8}Z$/.test(id);

/** The folders of backups begin with this; folders of what is kept apart do not. */
export const BACKUPS = '2';
export const contentsPath = (id: string) => `${id}/inhoud.json`;
export const projectPath = (id: string, project: string) => `${id}/${project}.gz`;
export const directoryPath = (id: string) => `${id}/wegwijzer.gz`;
export const FILES = 'bestanden/';
export const filePath = (sleutel: string) => `${FILES}${sleutel}`;

export const packContents = (contents: Omit<Contents, 'format'>) =>
  Buffer.from(JSON.stringify({ format: FORMAT, ...contents }));

/** Throws a sentence when the format is another. */
export function unpackContents(bytes: Buffer): Contents {
  const { data } = Contents.safeParse(JSON.parse(bytes.toString()));
  if (!data)
    throw new BackupUnusable('Deze reservekopie is van een andere versie van het programma.');
  return data;
}

/** Rows, one on each line. */
export const pack = (rows: readonly Row[]): Promise<Buffer> =>
  zip(rows.map((row) => JSON.stringify(row)).join('\n'));

const PackedRow = z.looseObject({ partitionKey: z.string(), rowKey: z.string() });

export async function unpack(bytes: Buffer): Promise<Row[]> {
  const text = (await unzip(bytes)).toString();
  return text === ''
    ? []
    : text.split('\n').map((line) => PackedRow.parse(JSON.parse(line)) as Row);
}
