import { setTimeout as pause } from 'node:timers/promises';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { credentialFor, type Account } from './account.ts';
import { createClockCheck, type ClockCheck } from './clock-check.ts';
import { failureOf } from './failure.ts';
import { tableOver, type Clock, type Table } from './table.ts';

export interface Tables {
  /** The logs, one partition per project. */
  readonly projecten: Table;
  /** What has to be done when, in 16 shards. */
  readonly wekker: Table;
  /** From conversations and people to projects. */
  readonly wegwijzer: Table;
  /** Tells whether our clock agrees with that of storage. */
  readonly clockCheck: Pick<ClockCheck, 'isRight' | 'offsetMs'>;
}

export interface TablesOptions {
  /** Monotonic, ms. */
  clock: Clock;
  /** A prefix of the table names: letters and digits, a letter first. For tests that share one server. */
  prefix?: string;
  /** Ms since 1970; lets tests have a wrong clock. */
  wall?: () => number;
}

/** No retries by the SDK: it would send a write again without looking whether the first had taken hold. */
const CLIENT_OPTIONS: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };

/** Opens the three tables, and makes those that do not exist yet. Throws when storage cannot be reached. */
export async function openTables(account: Account, options: TablesOptions): Promise<Tables> {
  const clientFor = await clients(account);
  const clockCheck = createClockCheck(options.wall ?? Date.now);
  const open = async (name: string): Promise<Table> => {
    const client = clientFor(`${options.prefix ?? ''}${name}`);
    client.pipeline.addPolicy(clockCheck.policy);
    await made(client);
    return tableOver(client, options.clock);
  };
  const [projecten, wekker, wegwijzer] = await Promise.all([
    open('projecten'),
    open('wekker'),
    open('wegwijzer'),
  ]);
  return { projecten, wekker, wegwijzer, clockCheck };
}

const START_LIMIT_MS = 15_000;
const TRIES = 4;
const PAUSE_MS = 300;

/** Making a table that exists does no harm, so that one lost call does not keep the program from starting. */
async function made(client: TableClient): Promise<void> {
  const limit = { abortSignal: AbortSignal.timeout(START_LIMIT_MS) };
  for (let tries = 1; ; tries++) {
    try {
      return await client.createTable(limit);
    } catch (error) {
      if (tries === TRIES || failureOf(error) !== 'unknown') throw error;
      await pause(PAUSE_MS * tries);
    }
  }
}

async function clients(account: Account): Promise<(table: string) => TableClient> {
  if ('connectionString' in account) {
    const { connectionString } = account;
    const options = { ...CLIENT_OPTIONS, allowInsecureConnection: /http:/i.test(connectionString) };
    return (table) => TableClient.fromConnectionString(connectionString, table, options);
  }
  const credential = await credentialFor(account);
  return (table) => new TableClient(account.endpoint, table, credential, CLIENT_OPTIONS);
}
