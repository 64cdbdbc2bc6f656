import type { ContainerClient } from '@azure/storage-blob';
import type { Account } from '../table/account.ts';
import { answered, CALL_LIMIT_MS, noneIfGone, openContainer, PUT_LIMIT_MS } from './containers.ts';

/** Keeps backups apart from what they are copies of. Names are paths that we make. All throw `StorageDown`. */
export interface Archive {
  /** Replaces what is there. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is nothing. */
  get(path: string): Promise<Buffer | undefined>;
  /** The paths that begin so, in order. */
  list(prefix: string): Promise<string[]>;
  /** The parts before the first `/` of all paths that begin so, each once, in order. */
  folders(prefix: string): Promise<string[]>;
  /** Does nothing when it is gone already. */
  remove(path: string): Promise<void>;
}

const LIST_LIMIT_MS = 60_000;

/** Opens the container, and makes it when it does not exist. Throws when storage cannot be reached. */
export async function openArchive(account: Account, container = 'reservekopie'): Promise<Archive> {
  return archiveIn(await openContainer(account, container));
}

function archiveIn(container: ContainerClient): Archive {
  return {
    put: async (path, bytes) => {
      const abortSignal = AbortSignal.timeout(PUT_LIMIT_MS);
      await answered(container.getBlockBlobClient(path).uploadData(bytes, { abortSignal }));
    },
    get: (path) => {
      const abortSignal = AbortSignal.timeout(PUT_LIMIT_MS);
      const blob = container.getBlockBlobClient(path);
      return answered(blob.downloadToBuffer(0, undefined, { abortSignal }).catch(noneIfGone));
    },
    list: async (prefix) => answered(paths(container, prefix)),
    folders: async (prefix) => answered(folders(container, prefix)),
    remove: async (path) => {
      const abortSignal = AbortSignal.timeout(CALL_LIMIT_MS);
      await answered(container.getBlockBlobClient(path).deleteIfExists({ abortSignal }));
    },
  };
}

async function paths(container: ContainerClient, prefix: string): Promise<string[]> {
  const abortSignal = AbortSignal.timeout(LIST_LIMIT_MS);
  const found: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix, abortSignal })) found.push(name);
  return found;
}

async function folders(container: ContainerClient, prefix: string): Promise<string[]> {
  const abortSignal = AbortSignal.timeout(LIST_LIMIT_MS);
  const found: string[] = [];
  for await (const item of container.listBlobsByHierarchy('/', { prefix, abortSignal }))
    if (item.kind === 'prefix') found.push(item.name.slice(0, -1));
  return found;
}
