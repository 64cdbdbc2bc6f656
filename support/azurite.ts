import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';
import { startTableServer } from './table-server/server.ts';

declare module 'vitest' {
  /** Connection strings of the servers that all tests share: use a table prefix or project ids of your own. */
  interface ProvidedContext {
    /** Connection string of the table server that all tests share. Use a table prefix or project ids of your own. */
    azurite: string;
    /** Tables in a small server of ours, which the tests of storage hold equal to it. */
    tables: string;
    /** Files. */
    blobs: string;
    /** On which tables the tests of this project of Vitest run. */
    storage: 'azurite' | 'tables' | 'memory';
  }
}

interface Server {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

/** Azurite's own classes. They are not its public door, but the only way to a free port without reading its log. */
const require = createRequire(import.meta.url);
type Class = { default: new (...args: unknown[]) => unknown };

const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Of the account that every Azurite knows; its key is public. */
export const connectionTo = (address: string, service: 'Table' | 'Blob' = 'Table') =>
  `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${KEY};${service}Endpoint=${address}/devstoreaccount1;`;

const noLogs = [false, false, undefined, undefined];
const noVersionCheck = [false, true];
const noTls = ['', '', '', undefined];
const inMemory = [true, true];

/** A real table server, in memory, on a free port of this machine. */
function tableServer(): Server {
  const { default: TableConfiguration } =
    require('azurite/dist/src/table/TableConfiguration') as Class;
  const { default: TableServer } = require('azurite/dist/src/table/TableServer') as Class;
  const configuration = new TableConfiguration(
    ...['127.0.0.1', 0, 5, 'in-memory'],
    ...[...noLogs, ...noVersionCheck, ...noTls, ...inMemory],
  );
  return new TableServer(configuration) as Server;
}

/** The same for files. */
function blobServer(): Server {
  const { default: BlobConfiguration } =
    require('azurite/dist/src/blob/BlobConfiguration') as Class;
  const { default: BlobServer } = require('azurite/dist/src/blob/BlobServer') as Class;
  const { MemoryExtentChunkStore } =
    require('azurite/dist/src/common/persistence/MemoryExtentStore') as {
      MemoryExtentChunkStore: new () => unknown;
    };
  const configuration = new BlobConfiguration(
    ...['127.0.0.1', 0, 5, '', '', []],
    ...[...noLogs, ...noVersionCheck, ...noTls, ...inMemory, new MemoryExtentChunkStore()],
  );
  return new BlobServer(configuration) as Server;
}

/** A storage server of one's own: connection strings, and how to end it, with all that it held. */
export async function startStorage() {
  const [tables, blobs] = [tableServer(), blobServer()];
  await Promise.all([tables.start(), blobs.start()]);
  return {
    tables: connectionTo(tables.getHttpServerAddress()),
    blobs: connectionTo(blobs.getHttpServerAddress(), 'Blob'),
    stop: async () => {
      await Promise.all([tables.close(), blobs.close()]);
    },
  };
}

/** Vitest calls this once, before all tests, and what it returns once after. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [azurite, own] = await Promise.all([startStorage(), startTableServer()]);
  project.provide('azurite', azurite.tables);
  project.provide('tables', connectionTo(own.address));
  project.provide('blobs', azurite.blobs);
  return async () => {
    await Promise.all([azurite.stop(), own.stop()]);
  };
}
