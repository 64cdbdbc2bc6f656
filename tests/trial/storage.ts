import { randomBytes } from 'node:crypto';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { BlobSASPermissions, BlobServiceClient } from '@azure/storage-blob';
import { start, stopAll, type Program } from '../../scripts/dev/processes.ts';
import { freePorts } from '../../support/ports.ts';
import type { Certificates } from './certificates.ts';

/** Not an account that every emulator knows. */
const ACCOUNT = 'planvoorproef';
const BACKUP_ACCOUNT = 'reservevoorproef';
export const TABLES = `https://${ACCOUNT}.table.core.windows.net`;
export const BLOBS = `https://${ACCOUNT}.blob.core.windows.net`;
export const BACKUPS = `https://${BACKUP_ACCOUNT}.blob.core.windows.net`;
export const STORAGE_HOSTS = [TABLES, BLOBS, BACKUPS].map((url) => new URL(url).hostname);

/** Whole, as it came over the line. */
interface Whole {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Tables and files of the trial: Azurite over https, in memory, with accounts of its own. */
export interface Storage {
  /** Connection string of the tables, for the test itself, which has the key. */
  tables: string;
  /** A file as it is kept in `documenten`. */
  file(key: string): Promise<Buffer>;
  /** Passes on what came for one of `STORAGE_HOSTS`. */
  forward(incoming: IncomingMessage, body: Buffer): Promise<Whole>;
  close(): Promise<void>;
}

/**
 * With `--oauth basic` both servers of Azurite take a bearer token. They look at its end, audience and issuer (it must be
 * of sts.windows.net), not at its signature: that the front does. Of the name of a host they understand the account too,
 * but not inside a transaction on a table (Azurite issue 2322): so the front moves the account from the name to the path.
 */
export async function startStorage(folder: string, certificates: Certificates): Promise<Storage> {
  const key = randomBytes(64).toString('base64');
  const free = await freePorts();
  const ports = { table: free.azurite, blob: free.bestanden };
  const env = { ...process.env, AZURITE_ACCOUNTS: `${ACCOUNT}:${key};${BACKUP_ACCOUNT}:${key}` };
  const server = (service: 'table' | 'blob') =>
    start({
      naam: service,
      main: resolve(`azurite/dist/src/${service}/main.js`),
      args: [
        ...[`--${service}Host`, '127.0.0.1', `--${service}Port`, String(ports[service])],
        ...['--cert', certificates.files.cert, '--key', certificates.files.key],
        ...['--oauth', 'basic', '--inMemoryPersistence'],
        ...['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
      ],
      ...{ env, folder, cwd: folder, logName: service },
    });
  const programs = [server('table'), server('blob')] as const;
  const agent = new Agent({ keepAlive: true, ca: certificates.ca });
  const close = async () => {
    agent.destroy();
    await stopAll(programs);
  };
  try {
    await Promise.all([listens(programs[0], ports.table), listens(programs[1], ports.blob)]);
  } catch (error) {
    await close();
    throw error;
  }
  const connection = (service: 'Table' | 'Blob', port: number) =>
    `DefaultEndpointsProtocol=https;AccountName=${ACCOUNT};AccountKey=${key};${service}Endpoint=https://127.0.0.1:${port}/${ACCOUNT};`;
  return {
    tables: connection('Table', ports.table),
    file: async (key) => {
      const files = BlobServiceClient.fromConnectionString(connection('Blob', ports.blob));
      const url = await files
        .getContainerClient('documenten')
        .getBlobClient(key)
        .generateSasUrl({
          permissions: BlobSASPermissions.parse('r'),
          expiresOn: new Date(Date.now() + 60_000),
        });
      return (await whole(request(url, { agent }))).body;
    },
    forward: (incoming, body) => {
      const [account = '', service] = (incoming.headers.host ?? '').split('.');
      return passOn(
        agent,
        { account, port: ports[service === 'table' ? 'table' : 'blob'] },
        incoming,
        body,
      );
    },
    close,
  };
}

const { resolve } = createRequire(import.meta.url);

const START_LIMIT_MS = 30_000;

/** Throws when it ended, or does not listen in time. */
async function listens({ naam, child }: Program, port: number): Promise<void> {
  const end = performance.now() + START_LIMIT_MS;
  while (performance.now() < end && child.exitCode === null) {
    const isOpen = await new Promise<boolean>((tried) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', () => tried(false));
      socket.once('connect', () => tried(true)).once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await pause(50);
  }
  throw new Error(`storage (${naam}) does not listen`);
}

/** The first line of each request inside a transaction. */
const INSIDE = /^((?:GET|POST|PUT|PATCH|MERGE|DELETE) )https:\/\/[^/\s]+\//gm;

async function passOn(
  agent: Agent,
  { account, port }: { account: string; port: number },
  { method = '', url = '', headers }: IncomingMessage,
  body: Buffer,
): Promise<Whole> {
  const base = `https://127.0.0.1:${port}/${account}`;
  const sent = url.endsWith('/$batch')
    ? Buffer.from(body.toString('utf8').replace(INSIDE, `$1${base}/`))
    : body;
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  const length = sent.length > 0 || method !== 'GET' ? { 'content-length': sent.length } : {};
  const asked = { ...kept, ...length, host: `127.0.0.1:${port}` };
  return whole(request(base + url, { agent, method, headers: asked }), sent);
}

const whole = (outgoing: ClientRequest, body?: Buffer): Promise<Whole> =>
  new Promise((done, fail) => {
    outgoing.once('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      bytesOf(response).then((body) => done({ status, headers, body }), fail);
    });
    outgoing.once('error', fail).end(body);
  });

export async function bytesOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
