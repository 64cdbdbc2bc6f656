import type { Logger } from 'pino';
import type { Transport } from './calls.ts';
import { isFileHost } from '../file-hosts.ts';
import type { Teams } from '../port.ts';

/** Enough for a file of some MB over a slow line. */
const LIMIT_MS = 30_000;

/** Sends a file in one piece, once, without our token, since the address itself gives access. A redirect is not followed. */
export function createUpload(transport: Transport, log: Logger): Teams['upload'] {
  return async (uploadUrl, bytes) => {
    if (!isFileHost(uploadUrl) || bytes.length === 0) return false;
    try {
      const { status } = await transport(uploadUrl, {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        },
        body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
        redirect: 'manual',
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      if (status === 200 || status === 201) return true;
      log.warn({ status }, 'a file was not taken');
    } catch (err) {
      log.warn({ code: err instanceof Error ? err.name : 'unknown' }, 'a file did not arrive');
    }
    return false;
  };
}
