import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { createClockCheck, type ClockCheck } from './clock-check.ts';
import { tableOver, type Clock, type Table } from './table.ts';

/** Where the tables are: Azurite by its connection string, Azure by its https endpoint. */
export type Account =
  | { connectionString: string }
  /** `credential`, else the managed identity with this client id (the system's own when it is empty). */
  | { endpoint: string; credential: TokenCredential }
  | { endpoint: string; clientId: string };

export interface Tables {
  /** The logs, one partition per project. */
  readonly projecten: Table;
  /** What has to be done when, in 16 shards. */
  readonly wekker: Table;
  /** From conversations and people to projects. */
  readonly wegwijzer: Table;
  /** Whether our clock agrees with that of storage. */
  readonly clockCheck: Pick<ClockCheck, 'isRight' | 'offsetMs'>;
}

export interface TablesOptions {
  /** Monotonic, ms. */
  clock: Clock;
  /** Stands before the table names: letters and digits, a letter first. For tests that share one server. */
  prefix?: string;
  /** Ms since 1970; for tests of a clock that is wrong. */
  wall?: () => number;
}

/** No retries by the SDK: it would send a write again without looking whether the first had taken hold. */
const CLIENT_OPTIONS: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };

/** Opens the three tables and makes those that do not exist yet. Throws when storage cannot be reached. */
export async function openTables(account: Account, options: TablesOptions): Promise<Tables> {
  const clientFor = await clients(account);
  const clockCheck = createClockCheck(options.wall ?? Date.now);
  const open = async (name: string): Promise<Table> => {
    const client = clientFor(`${options.prefix ?? ''}${name}`);
    client.pipeline.addPolicy(clockCheck.policy);
    await client.createTable({ abortSignal: AbortSignal.timeout(START_LIMIT_MS) });
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

async function clients(account: Account): Promise<(table: string) => TableClient> {
  if ('connectionString' in account) {
    const { connectionString } = account;
    const options = { ...CLIENT_OPTIONS, allowInsecureConnection: /http:/i.test(connectionString) };
    return (table) => TableClient.fromConnectionString(connectionString, table, options);
  }
  const credential =
    'credential' in account ? account.credential : await identity(account.clientId);
  return (table) => new TableClient(account.endpoint, table, credential, CLIENT_OPTIONS);
}

/** Loaded only here: it is a large library, and nothing on a developer's machine needs it. */
async function identity(clientId: string): Promise<TokenCredential> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return new ManagedIdentityCredential(clientId === '' ? {} : { clientId });
}
