import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchSockets } from '../../src/http/sockets.ts';
import { says } from '../../support/activities.ts';
import { openDoor } from './openDoor.ts';

/** A socket of somebody, with what came back on it. */
async function opened(port: number, said = '') {
  const socket = connect(port, '127.0.0.1');
  const line = {
    socket,
    answer: '',
    closed: new Promise<void>((done) => socket.once('close', () => done())),
  };
  socket.on('data', (data) => (line.answer += data.toString()));
  socket.on('error', () => undefined);
  await new Promise<void>((ready) => socket.once('connect', () => ready()));
  if (said !== '') socket.write(said);
  return line;
}

const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\n';
const portOf = (server: Server) => (server.address() as AddressInfo).port;

describe('a socket', () => {
  let server: Server;
  /** How long an answer takes, ms. */
  let takesMs = 0;
  beforeEach(async () => {
    takesMs = 0;
    server = createServer(
      (_request, response) => void pause(takesMs).then(() => response.end('ok')),
    );
    watchSockets(server, { headMs: 200, mostWaiting: 5 });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['says nothing', ''],
    ['says half of what it wants', `${HEAD}X-Slow`],
    ['asked something, and then says nothing', `${HEAD}\r\n`],
    ['asked something, and then says half of what it wants', `${HEAD}\r\n${HEAD}X-Slow`],
  ])('is closed when it %s', async (_what, said) => {
    const { closed } = await opened(portOf(server), said);

    await closed;
  });

  it('is left alone while it waits for its answer, however long that takes', async () => {
    takesMs = 1_000;
    const line = await opened(portOf(server), `${HEAD}\r\n`);

    await expect.poll(() => line.answer).toContain('ok');
  });

  it('is left alone while one of two answers is still to come', async () => {
    takesMs = 1_000;
    const line = await opened(portOf(server), `${HEAD}\r\n${HEAD}\r\n`);

    await expect.poll(() => line.answer.match(/200 OK/g)?.length).toBe(2);
  });

  it('makes room when many say nothing: the one that has waited longest goes', async () => {
    takesMs = 3_000;
    const busy = await opened(portOf(server), `${HEAD}\r\n`);
    const silent = [];
    for (let nth = 0; nth < 20; nth++) silent.push(await opened(portOf(server)));

    await silent[0]!.closed;
    await expect.poll(() => busy.answer).toContain('ok');
  });
});

describe('the door', () => {
  let door: Awaited<ReturnType<typeof openDoor>>;
  let sockets: Socket[] = [];
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    await door.close();
  });

  it('serves others while more say nothing than it takes', async () => {
    const port = Number(new URL(door.base).port);
    for (let nth = 0; nth < 42; nth++) {
      const fifty = await Promise.all(Array.from({ length: 50 }, () => opened(port)));
      sockets.push(...fifty.map(({ socket }) => socket));
    }

    expect((await door.post(says('help'))).status).toBe(200);
    const open = sockets.filter(({ destroyed, readyState }) => !destroyed && readyState === 'open');
    expect(open.length).toBeLessThan(1_000);
  });

  it('closes by itself what says nothing', async () => {
    const { closed, socket } = await opened(Number(new URL(door.base).port));
    sockets.push(socket);

    await closed;
  });
});
