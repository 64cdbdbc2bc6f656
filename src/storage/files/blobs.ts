import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type { BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import type { Account } from '../table/account.ts';
import {
  answered,
  CALL_LIMIT_MS,
  noneIfChanged,
  noneIfGone,
  openContainer,
  PUT_LIMIT_MS,
} from './containers.ts';
import { limitOf } from '../table/ending.ts';
import { keyOf } from '../table/rows.ts';

/**
 * Files that deelnemers put in a project. A key is generated, and never made of what people typed; the log says what the
 * file belongs to. All throw `StorageDown` when there is no answer in time.
 */
export interface Blobs {
  /** `about`: a few short texts to remember of the file. */
  put(key: string, bytes: Uint8Array, about: About): Promise<void>;
  /**
   * Remembers something else of the file; false when something else than `from` is remembered of it by now, and when there
   * is no such file.
   */
  retell(key: string, from: About, to: About): Promise<boolean>;
  /** What was remembered of the file; undefined when there is no such file. */
  about(key: string): Promise<About | undefined>;
  /** Undefined when there is no such file. The reader may be as slow as their line. */
  get(key: string): Promise<File | undefined>;
  /** Every file, with what was remembered of it. */
  list(): Promise<Listed[]>;
  /** Does nothing when it is gone already. */
  remove(key: string): Promise<void>;
}

interface Listed {
  key: string;
  about: About;
}

type About = Readonly<Record<string, string>>;

interface File {
  length: number;
  bytes: NodeJS.ReadableStream;
}

/** For one piece; the time for the whole depends on the reader's line. */
const PIECE_LIMIT_MS = 15_000;
const PIECE = 1024 * 1024;
/** For all pages of the list. It runs once a day, and nothing waits for it. */
const LIST_LIMIT_MS = 60_000;

/**
 * Opens the container, and makes it when it does not exist. Throws when storage cannot be reached. Tests shorten
 * `pieceMs`.
 */
export async function openBlobs(
  account: Account,
  { container = 'documenten', pieceMs = PIECE_LIMIT_MS } = {},
): Promise<Blobs> {
  return blobsIn(await openContainer(account, container), pieceMs);
}

function blobsIn(container: ContainerClient, pieceMs: number): Blobs {
  const at = (key: string) => container.getBlockBlobClient(keyOf(key));
  return {
    put: (key, bytes, about) => answered(put(at(key), bytes, about)),
    retell: (key, from, to) => answered(retell(at(key), from, to)),
    about: (key) => answered(aboutOf(at(key))),
    get: (key) => answered(get(at(key), pieceMs)),
    list: () => answered(list(container)),
    remove: (key) => answered(remove(at(key))),
  };
}

async function put(blob: BlockBlobClient, bytes: Uint8Array, about: About): Promise<void> {
  const abortSignal = AbortSignal.timeout(PUT_LIMIT_MS);
  // Only we serve these files, as downloads. The log knows what each really is.
  const blobHTTPHeaders = { blobContentType: 'application/octet-stream' };
  const metadata = mapped(about, encodeURIComponent);
  await blob.uploadData(bytes, { abortSignal, blobHTTPHeaders, metadata });
}

async function aboutOf(blob: BlockBlobClient): Promise<About | undefined> {
  const abortSignal = limitOf(CALL_LIMIT_MS);
  const found = await blob.getProperties({ abortSignal }).catch(noneIfGone);
  return found && mapped(found.metadata ?? {}, decodeURIComponent);
}

async function retell(blob: BlockBlobClient, from: About, to: About): Promise<boolean> {
  const found = await blob.getProperties({ abortSignal: limitOf(CALL_LIMIT_MS) }).catch(noneIfGone);
  const is = found && mapped(found.metadata ?? {}, decodeURIComponent);
  if (!is || !isDeepStrictEqual(is, from)) return false;
  const conditions = { ifMatch: found.etag ?? '' };
  const abortSignal = limitOf(CALL_LIMIT_MS);
  const told = await blob
    .setMetadata(mapped(to, encodeURIComponent), { abortSignal, conditions })
    .catch(noneIfChanged);
  return told !== undefined;
}

/** These texts travel in headers, which take only ASCII. */
const mapped = (about: About, change: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(about).map(([naam, text]) => [naam, change(text)]));

async function get(blob: BlockBlobClient, pieceMs: number): Promise<File | undefined> {
  const abortSignal = limitOf(CALL_LIMIT_MS);
  const found = await blob.getProperties({ abortSignal }).catch(noneIfGone);
  if (!found) return undefined;
  const { contentLength: length = 0 } = found;
  const piece = (offset: number) =>
    pieceOf(blob, offset, Math.min(PIECE, length - offset), pieceMs);
  // The first piece is fetched now, so that a missing file is known before anything is promised.
  const first = length === 0 ? Buffer.alloc(0) : await piece(0).catch(noneIfGone);
  return first && { length, bytes: Readable.from(pieces(first, length, piece)) };
}

/** One call for each piece, made when the reader has taken the one before, so that no call has to wait for a slow line. */
async function* pieces(
  first: Buffer,
  length: number,
  piece: (offset: number) => Promise<Buffer>,
): AsyncGenerator<Buffer> {
  yield first;
  for (let offset = first.length; offset < length; offset += PIECE)
    yield await answered(piece(offset));
}

const pieceOf = (blob: BlockBlobClient, offset: number, count: number, pieceMs: number) =>
  blob.downloadToBuffer(offset, count, { abortSignal: AbortSignal.timeout(pieceMs) });

async function list(container: ContainerClient): Promise<Listed[]> {
  const abortSignal = AbortSignal.timeout(LIST_LIMIT_MS);
  const found: Listed[] = [];
  for await (const { name: key, metadata = {} } of container.listBlobsFlat({
    includeMetadata: true,
    abortSignal,
  }))
    found.push({ key, about: mapped(metadata, decodeURIComponent) });
  return found;
}

async function remove(blob: BlockBlobClient): Promise<void> {
  await blob.deleteIfExists({ abortSignal: limitOf(CALL_LIMIT_MS) });
}
