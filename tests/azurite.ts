import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the table server that all tests share: use a table prefix or project ids of your own. */
    azurite: string;
  }
}

interface TableServer {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

/** Azurite's own classes: not its public door, but the only way to a free port without a log to read. */
const require = createRequire(import.meta.url);
type Class = { default: new (...args: unknown[]) => unknown };

const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Of the account that every Azurite knows; its key is public. */
export const connectionTo = (address: string) =>
  `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${KEY};TableEndpoint=${address}/devstoreaccount1;`;

/** A real table server, in memory, on a free port of this machine. */
async function startAzurite(): Promise<{ address: string; stop: () => Promise<void> }> {
  const noLogs = [false, false, undefined, undefined];
  const noVersionCheck = [false, true];
  const noTls = ['', '', '', undefined];
  const inMemory = [true, true];
  const { default: TableConfiguration } =
    require('azurite/dist/src/table/TableConfiguration') as Class;
  const { default: TableServer } = require('azurite/dist/src/table/TableServer') as Class;
  const configuration = new TableConfiguration(
    ...['127.0.0.1', 0, 5, 'in-memory'],
    ...[...noLogs, ...noVersionCheck, ...noTls, ...inMemory],
  );
  const server = new TableServer(configuration) as TableServer;
  await server.start();
  return { address: server.getHttpServerAddress(), stop: () => server.close() };
}

/** Vitest calls this once, before all tests, and what it returns once after. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startAzurite();
  project.provide('azurite', connectionTo(address));
  return stop;
}
