import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Request } from './answer.ts';
import { answerTo, type Service } from './service.ts';
import { Sorted } from './sorted.ts';

export interface TableServer {
  /** `http://127.0.0.1:…`, to which a client adds the account. */
  readonly address: string;
  /** Ends it, with all that was in it. */
  stop(): Promise<void>;
}

const VERSION = '2019-02-02';

/**
 * Azure's Table service as our client speaks to it, in memory: for tests and benchmarks that are not about storage
 * itself. The tests of storage hold it equal to Azurite. It looks at no signature, and says 501 to what it does not do:
 * access policies, properties of the service, reading inside a transaction. Answers are JSON with minimal metadata.
 */
export async function startTableServer({ rowsPerPage = 1_000 } = {}): Promise<TableServer> {
  const service: Service = { tables: new Sorted(), rowsPerPage };
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const request = requestOf(incoming, Buffer.concat(parts).toString());
      send(outgoing, request, answerTo(request, service));
    });
  });
  // A client keeps its lines, however long it has nothing to ask.
  server.keepAliveTimeout = 0;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function requestOf({ method = '', url = '', headers }: IncomingMessage, body: string): Request {
  return {
    id: randomUUID(),
    ...{ method, url, body },
    host: headers.host ?? '',
    authorization: headers.authorization,
    ifMatch: headers['if-match'],
    prefer: headers['prefer'] as string | undefined,
  };
}

function send(outgoing: ServerResponse, { id }: Request, { status, headers, body }: Answer): void {
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  outgoing.writeHead(status, {
    ...headers,
    ...length,
    'x-ms-request-id': id,
    'x-ms-version': VERSION,
  });
  outgoing.end(body);
}
