import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface SocketLimits {
  /** A socket on which nothing is being answered has this long to bring a whole head, ms. */
  headMs?: number;
  /** Sockets that may wait at once; when another comes, the one that has waited longest goes. */
  mostWaiting?: number;
}

/** A request of Teams or of a browser is there within a second. */
const HEAD_MS = 10_000;
/** A quarter of what the server takes, so that sockets that say nothing keep nobody out. */
const MOST_WAITING = 500;

/** Closes sockets that say nothing. Node itself looks twice a minute, and lets them take all the room that there is. */
export function watchSockets(
  server: Server,
  { headMs = HEAD_MS, mostWaiting = MOST_WAITING }: SocketLimits = {},
): void {
  /** Those without a request, the one that has waited longest first. */
  const waiting = new Map<Socket, NodeJS.Timeout>();
  const underway = new WeakMap<Socket, number>();

  function heard(socket: Socket): void {
    clearTimeout(waiting.get(socket));
    waiting.delete(socket);
  }

  function end(socket: Socket): void {
    heard(socket);
    socket.destroy();
  }

  function wait(socket: Socket): void {
    if (socket.destroyed) return;
    waiting.set(socket, setTimeout(() => end(socket), headMs).unref());
    const [longest] = waiting.keys();
    if (longest && waiting.size > mostWaiting) end(longest);
  }

  server.on('connection', (socket: Socket) => {
    wait(socket);
    socket.once('close', () => heard(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    heard(socket);
    underway.set(socket, (underway.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (underway.get(socket) ?? 1) - 1;
      underway.set(socket, left);
      if (left === 0) wait(socket);
    });
  });
}
