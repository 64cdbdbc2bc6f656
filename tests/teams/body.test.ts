import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { says } from '../../support/activities.ts';
import { openDoor } from './openDoor.ts';

let door: Awaited<ReturnType<typeof openDoor>>;
let Authorization: string;
beforeAll(async () => {
  door = await openDoor();
  Authorization = await door.identity.bearer();
});
afterAll(() => door.close());

const json = JSON.stringify(says('help'));

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const wide = (keys: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, n) => [`k${n}`, n])));

describe('a body that no card of ours can send', () => {
  const gzip = new Uint8Array(gzipSync(json));
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(20_000_000, ' ')));

  it.each<[string, number, string | Uint8Array<ArrayBuffer>, Record<string, string>]>([
    ['text', 415, json, { 'Content-Type': 'text/plain' }],
    ['a form', 415, 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['an upload', 415, '--x', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['something like JSON', 415, json, { 'Content-Type': 'application/jsonp' }],
    ['no type', 415, json, { 'Content-Type': '' }],
    ['gzip', 415, gzip, { 'Content-Encoding': 'gzip' }],
    ['a gzip bomb', 415, bomb, { 'Content-Encoding': 'gzip' }],
    ['an unknown encoding', 415, json, { 'Content-Encoding': 'br, gzip' }],
    ['identity as encoding', 415, json, { 'Content-Encoding': 'identity' }],
    ['more than 256 KiB', 413, `"${'x'.repeat(256 * 1024)}"`, {}],
    ['nothing', 400, '', {}],
    ['half a body', 400, json.slice(0, -5), {}],
    ['no UTF-8', 400, new Uint8Array([0x22, 0xff, 0xfe, 0x22]), {}],
    ['a depth of 33', 400, nested(33), {}],
    ['a depth of 20,000', 400, nested(20_000), {}],
    ['lists in lists', 400, `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}],
    ['5,001 keys', 400, wide(5_001), {}],
    ['a list', 400, '[]', {}],
    ['null', 400, 'null', {}],
  ])('is refused, with a number to ask about: %s', async (_what, status, body, headers) => {
    const response = await door.send(body, { Authorization, ...headers });

    expect(response.status).toBe(status);
    const reference = /^\{"fout":"[^"{}<>/\\]+ Nummer: ([\da-f]{8})\."\}$/.exec(response.text)?.[1];
    expect(door.lines.some((line) => line.includes(`"reference":"${reference}"`))).toBe(true);
    expect(door.received).toEqual([]);
  });

  it('does not pollute prototypes', async () => {
    const body = json.replace('"type":', '"__proto__":{"polluted":1},"type":');

    await door.send(body, { Authorization });

    expect({}).not.toHaveProperty('polluted');
    door.received.length = 0;
  });
});

it('takes 256 KiB, 32 levels and a charset', async () => {
  const value = JSON.parse(nested(31)) as object;
  const text = 'x'.repeat(250_000);
  const body = JSON.stringify(says('help', { text, value }));

  const { status } = await door.send(body, {
    Authorization,
    'Content-Type': 'application/json; charset=utf-8',
  });

  expect(status).toBe(200);
  door.received.length = 0;
});

/** Sends a body in chunks without saying how long it is, until the other side has had enough. */
function pour(port: number, megabytes: number): Promise<{ sent: number; answer: string }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let sent = 0;
    let answer = '';
    const more = () => {
      while (sent < megabytes * 1024 * 1024) {
        sent += chunk.length;
        socket.write(`${chunk.length.toString(16)}\r\n`);
        socket.write(chunk);
        if (!socket.write('\r\n')) return void socket.once('drain', more);
      }
      socket.end('0\r\n\r\n');
    };
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ sent, answer }));
    socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
    socket.write('Transfer-Encoding: chunked\r\n\r\n', more);
  });
}

it('cuts off a body of 50 MB at the limit', async () => {
  const { sent, answer } = await pour(Number(new URL(door.base).port), 50);

  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/connection: close/i);
  // What was underway in the sockets' own buffers comes on top.
  expect(sent).toBeLessThan(10 * 1024 * 1024);
});

it('hangs up on somebody who leaves in the middle, and goes on', async () => {
  const port = Number(new URL(door.base).port);
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
      socket.write('Content-Length: 500\r\n\r\n{"type":', () => socket.destroy());
      socket.on('close', () => resolve());
    });
  });

  expect((await door.send(json, { Authorization })).status).toBe(200);
});

it('serves others while five hundred dawdle', async () => {
  const port = Number(new URL(door.base).port);
  const dawdlers = await Promise.all(
    Array.from({ length: 500 }, async () => {
      const socket = connect(port, '127.0.0.1');
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.on('error', () => undefined);
      socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Slow');
      return socket;
    }),
  );

  const { status } = await door.send(json, { Authorization });
  const dawdling = dawdlers.some((socket) => !socket.closed);
  for (const socket of dawdlers) socket.destroy();

  expect(status).toBe(200);
  // The door cuts them off one after another. Who had waited for that would be served when all are gone.
  expect(dawdling).toBe(true);
});
