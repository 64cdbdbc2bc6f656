import { isFileHost, isOwnHost } from '../file-hosts.ts';
import type { Fetched, SentFile, Teams } from '../port.ts';
import { within } from '../within.ts';
import type { CallOptions } from './calls.ts';

/** Enough for a file of 25 MB over a slow line; after that it is given up. */
const LIMIT_MS = 30_000;
/** SharePoint may lead on to the place where the file stands. */
const MAX_HOPS = 3;

type Options = Omit<CallOptions, 'limitMs'>;

/**
 * Fetches a file that somebody sent: only over https from where Teams keeps files, however often one address leads to another,
 * and never more than was asked for. The token goes to Teams' own hosts, and to nobody else.
 */
export function createDownload(options: Options): Teams['download'] {
  const { log } = options;
  return async (file, maxBytes) => {
    try {
      const signal = AbortSignal.timeout(LIMIT_MS);
      const found = await followed(options, file, signal);
      if ('reden' in found) {
        log.warn({ reason: found.reden }, 'a file was not fetched');
        return found;
      }
      return await bytesOf(found, maxBytes);
    } catch (err) {
      log.warn({ code: err instanceof Error ? err.name : 'unknown' }, 'a file did not come');
      return { reden: 'stil' };
    }
  };
}

/** The answer at the end of the addresses that lead to each other. */
async function followed(
  options: Options,
  { adres, toegang }: SentFile,
  signal: AbortSignal,
): Promise<Response | Exclude<Fetched, { bytes: unknown }>> {
  let address = adres;
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    const isOwn = toegang === 'eigen' && isOwnHost(options.settings, address);
    if (!isOwn && !isFileHost(address)) return { reden: 'elders' };
    const headers = isOwn ? await proof(options, signal) : {};
    const response = await options.transport(address, { headers, redirect: 'manual', signal });
    if (response.ok) return response;
    const next = response.headers.get('location');
    await response.body?.cancel();
    if (response.status < 300 || response.status >= 400 || !next) return { reden: 'stil' };
    address = URL.parse(next, address)?.href ?? '';
  }
  return { reden: 'stil' };
}

const proof = async ({ token }: Options, signal: AbortSignal): Promise<Record<string, string>> =>
  token ? { Authorization: `Bearer ${await within(signal, token())}` } : {};

/** What it says about its length is not believed: what comes is counted. */
async function bytesOf(response: Response, maxBytes: number): Promise<Fetched> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early ends the connection.
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > maxBytes) return { reden: 'te-groot' };
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts) };
}
