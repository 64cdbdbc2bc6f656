import { flushCompileCache } from 'node:module';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/log/log.ts';
import { openTables } from '../../src/storage/table/tables.ts';
import { TEAMS } from '../../support/identity.ts';
import type { InstanceOptions } from './fleet.ts';

/**
 * One instance of the bot as a process of its own, put together as `src/main.ts` does it, but with the Teams, the keys
 * and the hurry of the test. Started and killed by `fleet.ts`.
 */
const { connection, prefix, metadataUrl, teamsUrl, aheadMs, leaseMs, sweepMs, pace } = JSON.parse(
  process.argv[2] ?? '',
) as InstanceOptions;

// Nobody is left behind when the test itself dies.
process.once('disconnect', () => process.exit(1));

const clock = () => performance.now();
const now = () => new Date(Date.now() + aheadMs).toISOString();
const logger = createLog('warn');
const tables = await openTables({ connectionString: connection }, { clock, prefix });
const { door, delivery } = createApp({
  config: {
    host: '127.0.0.1',
    port: 0,
    tables: '',
    forms: 'kaart',
    cards: 'teams',
    logLevel: 'warn',
    teams: TEAMS,
    tab: { kind: 'off' },
  },
  version: 'test',
  tables,
  logger,
  now,
  clock,
  ...(leaseMs !== undefined && { leaseMs }),
  ...(pace && { pace }),
  door: {
    transport: (url, init) => fetch(teamsUrl + new URL(url).pathname + new URL(url).search, init),
    openId: { metadataUrl },
    credentials: async () => 'token-of-the-bot',
  },
});
const port = await door.listen();
const sweep = () =>
  void delivery.sweep().catch((err: unknown) => logger.warn({ err }, 'sweep failed'));
sweep();
setInterval(sweep, sweepMs);
process.send?.({ port });
// Whoever is killed writes no cache, and the next one would compile everything anew.
flushCompileCache();
