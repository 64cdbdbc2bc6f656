import { setTimeout as sleep } from 'node:timers/promises';
import { StorageDown } from '../../storage/table/failure.ts';

const TRIES = 3;
const PAUSE_MS = 150;

/**
 * A write that does no harm when done twice, tried again when storage gave no answer: what Teams took must be stored as
 * sent, or it is sent once more. Throws `StorageDown` when storage stays away.
 */
export async function surely<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof StorageDown) || tries === TRIES) throw error;
      await sleep(PAUSE_MS * tries);
    }
  }
}
