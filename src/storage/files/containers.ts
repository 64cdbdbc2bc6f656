import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { credentialFor, type Account } from '../table/account.ts';
import { StorageDown } from '../table/failure.ts';

const START_LIMIT_MS = 15_000;
/** Enough for 25 MB from App Service to storage in the same region. */
export const PUT_LIMIT_MS = 30_000;
export const CALL_LIMIT_MS = 5_000;

/** A repeated write holds the same bytes, so a call that was lost on the way may be sent again. */
const CLIENT_OPTIONS = {
  retryOptions: { maxTries: 3, retryDelayInMs: 200, tryTimeoutInMs: PUT_LIMIT_MS },
};

/** Opens a container, and makes it when it does not exist. Throws when storage cannot be reached. */
export async function openContainer(account: Account, name: string): Promise<ContainerClient> {
  const client = (await service(account)).getContainerClient(name);
  await client.createIfNotExists({ abortSignal: AbortSignal.timeout(START_LIMIT_MS) });
  return client;
}

async function service(account: Account): Promise<BlobServiceClient> {
  if ('connectionString' in account)
    return BlobServiceClient.fromConnectionString(account.connectionString, CLIENT_OPTIONS);
  return new BlobServiceClient(account.endpoint, await credentialFor(account), CLIENT_OPTIONS);
}

/** The result of a call; throws `StorageDown` when there is no answer. */
export async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw Object.assign(new StorageDown('no answer from the files'), { cause: error });
  }
}

const noneAt =
  (...codes: readonly number[]) =>
  (error: unknown): undefined => {
    if (codes.includes((error as { statusCode?: number }).statusCode ?? 0)) return undefined;
    throw error;
  };

export const noneIfGone = noneAt(404);

/** Also for one that another changed or removed meanwhile. */
export const noneIfChanged = noneAt(404, 412);
