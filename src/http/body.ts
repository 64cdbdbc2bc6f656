import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 256 * 1024;
/** A message or a form is a few KB, so a sender that takes longer than this is not a person typing. */
const LIMIT_MS = 15_000;
const MAX_DEPTH = 32;
const MAX_VALUES = 5_000;

/** A JSON body, or the status that refuses it. */
export type Body = { ok: true; json: unknown } | { ok: false; status: 400 | 413 | 415 };

const no = (status: 400 | 413 | 415): Body => ({ ok: false, status });

/**
 * Reads a JSON body with a limit on memory. Compressed bodies are refused unread: in restify's own parser 194 kB of gzip
 * became 200 MB. After a refusal the rest is still unread, so the connection must close.
 */
export async function readBody(request: IncomingMessage, maxBytes = MAX_BYTES): Promise<Body> {
  const {
    'content-type': type = '',
    'content-encoding': encoding,
    'content-length': length,
  } = request.headers;
  if (!/^application\/json\s*(;|$)/i.test(type) || encoding !== undefined) return no(415);
  if (Number(length ?? 0) > maxBytes) return no(413);

  try {
    const bytes = await readBytes(request, { maxBytes, limitMs: LIMIT_MS });
    if (!bytes) return no(413);
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isModest(json) ? { ok: true, json } : no(400);
  } catch {
    return no(400);
  }
}

/**
 * A body as bytes; undefined when it is larger than fits, whatever length was announced. Throws for a sender that is too
 * slow.
 */
export async function readBytes(
  request: IncomingMessage,
  { maxBytes, limitMs }: { maxBytes: number; limitMs: number },
): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  const late = setTimeout(() => request.destroy(), limitMs);
  try {
    // Leaving the loop must not destroy the request: its socket still has to carry the answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) return undefined;
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(late);
  }
}

/**
 * True for JSON that our cards could have sent, by depth and size. Code that walks it later then needs no limits of its
 * own.
 */
function isModest(json: unknown): boolean {
  let values = 0;
  const fits = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    if (depth > MAX_DEPTH) return false;
    const inside = Object.values(value);
    values += inside.length;
    return values <= MAX_VALUES && inside.every((item) => fits(item, depth + 1));
  };
  return fits(json, 1);
}
