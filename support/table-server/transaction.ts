import type { Answer, Request } from './answer.ts';
import type { Change, Operation } from './change.ts';
import { Refused } from './errors.ts';
import { MAX_OPERATIONS, Together } from './together.ts';

/** One request inside the body of a transaction. */
export interface Part {
  readonly method: string;
  readonly url: string;
  readonly ifMatch: string | undefined;
  readonly body: string;
}

const TOO_MANY = `The batch request operation exceeds the maximum ${MAX_OPERATIONS} changes per change set.`;

/** Answers `$batch`: all operations, or none. */
export function transact({ id, body }: Request, operationOf: (part: Part) => Operation): Answer {
  const { batch, changeset, parts } = partsOf(body);
  const answers =
    parts.length > MAX_OPERATIONS
      ? [refusal(new Refused('InvalidInput', TOO_MANY), id, 0)]
      : answersTo(parts, id, operationOf);
  return {
    status: 202,
    headers: { 'Content-Type': `multipart/mixed; boundary=batchresponse_${batch}` },
    body: multipart(`batchresponse_${batch}`, `changesetresponse_${changeset}`, answers),
  };
}

/** What each operation came to, once all are carried out; else only which was refused. */
function answersTo(
  parts: readonly Part[],
  requestId: string,
  operationOf: (part: Part) => Operation,
): string[] {
  const together = new Together();
  try {
    for (const part of parts) together.add(operationOf(part));
  } catch (error) {
    if (error instanceof Refused) return [refusal(error, requestId, together.changes.length)];
    throw error;
  }
  together.apply();
  return together.changes.map((change, nth) => done(change, parts[nth] as Part));
}

const EOL = '\r\n';
const BATCH = /^--batch_([\w-]+)/;
const CHANGESET = /boundary=changeset_([\w-]+)/;
const REQUEST_LINE = /^([A-Z]+) (\S+) HTTP\/1\.1$/m;
const IF_MATCH = /^If-Match: *(.+)$/im;

/**
 * The requests inside a body. Each stands behind `--changeset_…`, with headers of its own, an empty line, the request's
 * line and headers, an empty line, and its row as JSON, which holds no line ends.
 */
function partsOf(body: string): { batch: string; changeset: string; parts: Part[] } {
  const [batch, changeset] = [BATCH.exec(body)?.[1], CHANGESET.exec(body)?.[1]];
  if (batch === undefined || changeset === undefined) throw new Refused('InvalidInput');
  const [, ...parts] = body.split(`${EOL}--changeset_${changeset}`);
  // Behind the last is only the end.
  return { batch, changeset, parts: parts.slice(0, -1).map(partOf) };
}

function partOf(text: string): Part {
  const line = REQUEST_LINE.exec(text);
  const [, method, url] = line ?? [];
  if (line === null || method === undefined || url === undefined) throw new Refused('InvalidInput');
  const end = text.indexOf(EOL + EOL, line.index);
  const headers = text.slice(line.index, end);
  return { method, url, ifMatch: IF_MATCH.exec(headers)?.[1], body: text.slice(end).trim() };
}

function multipart(batch: string, changeset: string, answers: readonly string[]): string {
  const lines = [`--${batch}`, `Content-Type: multipart/mixed; boundary=${changeset}`, ''];
  for (const answer of answers) {
    lines.push(`--${changeset}`, 'Content-Type: application/http');
    lines.push('Content-Transfer-Encoding: binary', '', answer, '');
  }
  lines.push(`--${changeset}--`, `--${batch}--`, '');
  return lines.join(EOL);
}

/** The client finds a new row by the key in its `Location`, and each by its place. */
function done({ row, keys }: Change, { method, url }: Part): string {
  const lines = ['HTTP/1.1 204 No Content', 'X-Content-Type-Options: nosniff'];
  lines.push('Cache-Control: no-cache', 'DataServiceVersion: 3.0;');
  if (method === 'POST') {
    const [partition, key] = [keys.partition, keys.row].map(encodeURIComponent);
    lines.push(`Location: ${url}(PartitionKey='${partition}',RowKey='${key}')`);
  }
  if (row !== undefined) lines.push(`ETag: ${row.etag}`);
  return [...lines, '', ''].join(EOL);
}

function refusal(refused: Refused, requestId: string, nth: number): string {
  const lines = [`HTTP/1.1 ${refused.status} ${refused.code}`, `Content-ID: ${nth + 1}`];
  lines.push('Content-Type: application/json;odata=minimalmetadata;charset=utf-8', '');
  return [...lines, refused.body(requestId, nth)].join(EOL);
}
