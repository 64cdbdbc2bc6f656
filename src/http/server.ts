import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pino, type Logger } from 'pino';
import { createServer, type Request, type Response, type Server } from 'restify';
import { SIGNALS } from '../log/signals.ts';
import { referenceToTell, underReference } from '../log/reference.ts';
import { reply, replyFault, type Fault } from './reply.ts';
import { watchSockets } from './sockets.ts';
import type { TurnAway } from './strangers.ts';

/** Errors of restify itself. Any other error is ours, whatever status it carries. */
const NO_ROUTE: ReadonlyMap<string, number> = new Map([
  ['ResourceNotFoundError', 404],
  ['MethodNotAllowedError', 405],
]);

/**
 * A restify server that takes only the routes put on it and tells nothing about itself. `GET /health` is there from the
 * start. Slow senders are cut off: 10 s for the headers, two minutes for everything. Code that reads a body sets its own
 * limit. A proxy in front (docs/beheer.md) holds back who opens more connections than a person can use.
 */
export function openServer(log: Logger, turnAway: TurnAway, version: string): Server {
  // An empty name means no Server header. restify's own log would hold whole errors.
  const server = createServer({ name: '', log: pino({ enabled: false }) as never });
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 120_000;
  server.server.maxRequestsPerSocket = 100;
  server.server.maxConnections = 2_000;
  watchSockets(server.server);
  // restify listens for upgrades although nothing here handles them, which would leave the socket open for ever.
  server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => socket.destroy());
  // The callback that restify gives is not called: it would send the error's own text.
  server.on('restifyError', (_request: Request, response: Response, err: Error) => {
    if (response.headersSent) return;
    const status = NO_ROUTE.get(err.name);
    if (status) turnAway(response, { status, about: { reason: 'route' } });
    else refuse(log, response, { status: 500, about: { err } });
  });
  server.pre((_request: Request, _response: Response, next: () => void) => underReference(next));
  server.get('/health', async (_request: Request, response: Response) => {
    reply(response, 200, { status: 'ok', version });
  });
  return server;
}

/**
 * Takes no new connections, answers what is underway, and ends each connection with its answer. A front that keeps using
 * an open connection would otherwise keep us up. Resolves when the last connection is gone.
 */
export function closeServer(server: Server): Promise<void> {
  const { server: inner } = server;
  inner.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Connection', 'close');
  });
  return new Promise((resolve) => {
    server.close(() => resolve());
    inner.closeIdleConnections();
  });
}

/** Serves `GET /ready`: 200, or 503 with the names of the faults, which tell no secrets. */
export function serveReadiness(server: Server, faults: () => Promise<readonly string[]>): void {
  // Anybody may ask, and each look costs calls to storage. Questions that come meanwhile get the same answer.
  let underway: Promise<readonly string[]> | undefined;
  const looking = () =>
    (underway ??= faults().finally(() => {
      underway = undefined;
    }));
  server.get('/ready', async (_request: Request, response: Response) => {
    const found = await looking();
    if (found.length === 0) reply(response, 200, { status: 'ready' });
    else reply(response, 503, { status: 'not ready', faults: found });
  });
}

/** Answers a fault that somebody met who was let in, and logs it under the number that they read. */
export function refuse(log: Logger, response: ServerResponse, fault: Fault): void {
  const reference = referenceToTell();
  const line = { reference, status: fault.status, ...fault.about };
  if (fault.status >= 500) log.error(line, SIGNALS.failed);
  else log.warn(line, SIGNALS.refused);
  replyFault(response, fault, reference);
}
