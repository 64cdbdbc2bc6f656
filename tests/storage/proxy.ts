import { createServer, request, Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connectionTo } from '../../support/azurite.ts';

/** One call to storage. */
export interface Call {
  method: string;
  url: string;
  body: string;
}

/**
 * What becomes of a call. `lost`: storage does it, its answer never arrives. `unsent`: it never arrives. `unavailable`:
 * 503. `delayMs`: it arrives that much later, also when whoever sent it has given up. `lateMs`: whoever sent it is cut off
 * at once, and it arrives that much later.
 */
export type Fate =
  | 'pass'
  | 'lost'
  | 'unsent'
  | 'unavailable'
  | { delayMs: number }
  | { lateMs: number }
  | { answer: Answer };

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** In two steps: restify, in the same process, changes what the first gives back. */
function send(answer: ServerResponse, { status, headers, body }: Answer): void {
  answer.writeHead(status, headers);
  answer.end(body);
}

/** Stands between one instance and the server of tables or files, and does with each call what `fate` says. */
export class Proxy {
  readonly calls: Call[] = [];
  fate: (call: Call) => Fate | Promise<Fate> = () => 'pass';
  connectionString = '';
  readonly #target: URL;
  readonly #service: 'Table' | 'Blob';
  readonly #underway = new Set<Promise<void>>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((incoming, answer) => {
    // Who asked may be dead by now.
    const taken = this.#take(incoming, answer).catch(() => void incoming.socket.destroy());
    this.#underway.add(taken);
    void taken.then(() => this.#underway.delete(taken));
  });

  constructor(connectionString: string) {
    const [, service, endpoint = ''] = /(Table|Blob)Endpoint=([^;]+)/.exec(connectionString) ?? [];
    this.#service = service === 'Blob' ? 'Blob' : 'Table';
    this.#target = new URL(endpoint);
  }

  async open(): Promise<this> {
    await new Promise<void>((opened) => this.#server.listen(0, '127.0.0.1', opened));
    const { port } = this.#server.address() as AddressInfo;
    this.connectionString = connectionTo(`http://127.0.0.1:${port}`, this.#service);
    return this;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Everything that was sent until now has arrived, or never will. */
  async arrived(): Promise<void> {
    await Promise.all(this.#underway);
  }

  async #take(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const call = { method: incoming.method ?? '', url: incoming.url ?? '', body: body.toString() };
    this.calls.push(call);
    const fate = await this.fate(call);
    if (fate === 'unsent') return void incoming.socket.destroy();
    if (fate === 'unavailable') return send(answer, { status: 503, headers: {}, body: '' });
    if (typeof fate === 'object' && 'answer' in fate) {
      return send(answer, fate.answer);
    }
    if (typeof fate === 'object' && 'lateMs' in fate) incoming.socket.destroy();
    if (typeof fate === 'object') await pause('lateMs' in fate ? fate.lateMs : fate.delayMs);
    const passed = await this.#pass(incoming, body);
    if (fate === 'lost') return void incoming.socket.destroy();
    send(answer, passed);
  }

  #pass({ method, url, headers }: IncomingMessage, body: Buffer) {
    const { hostname, port } = this.#target;
    return new Promise<{ status: number; headers: Record<string, string>; body: Buffer }>(
      (resolve, reject) => {
        const options = { method, path: url, headers, hostname, port, agent: this.#agent };
        const out = request(options as object, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers as Record<string, string>,
              body: Buffer.concat(parts),
            }),
          );
        });
        out.on('error', reject);
        out.end(body);
      },
    );
  }
}
