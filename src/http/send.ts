import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

/** Smaller than this, compressing costs more than it saves. */
const WORTH_BYTES = 1_024;

/** True when the client accepts gzip. */
export const takesGzip = ({ headers }: IncomingMessage) =>
  /\bgzip\b/.test(headers['accept-encoding'] ?? '');

interface Answer {
  type: string;
  text: string;
}

/**
 * Answers, compressed where that helps. restify's plugin for it cannot be used, because it breaks the answers of
 * botbuilder.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, text }: Answer,
): Promise<void> {
  const bytes = Buffer.from(text);
  const isZipped = bytes.length > WORTH_BYTES && takesGzip(request);
  const body = isZipped ? await zip(bytes) : bytes;
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...(isZipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(body);
}
