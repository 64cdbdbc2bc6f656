import { readFileSync } from 'node:fs';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { createLog, logStrays } from './log.ts';
import { openTables, type Account } from './storage/tables.ts';

/** How often it looks for what a process left unsent. */
const SWEEP_EVERY_MS = 30_000;
/** A stop waits so long for what is underway. */
const DRAIN_MS = 10_000;

const clock = () => performance.now();
const now = () => new Date().toISOString();

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

function configured(): Config {
  try {
    return readConfig();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** Real storage is opened with the identity of the bot itself, without a key; Azurite with its connection string. */
function accountOf({ tables, teams }: Config): Account {
  if (!tables.startsWith('https:')) return { connectionString: tables };
  return { endpoint: tables, clientId: teams.local ? '' : teams.appId };
}

const config = configured();
const logger = createLog(config.logLevel);
logStrays(logger, process);
const tables = await openTables(accountOf(config), { clock });
const { door, delivery } = createApp({ config, version, tables, logger, now, clock });
const port = await door.listen();
logger.info({ port, version }, 'ready');

const sweep = () =>
  void delivery.sweep().catch((err: unknown) => logger.warn({ err }, 'sweep failed'));
sweep();
const sweeper = setInterval(sweep, SWEEP_EVERY_MS);

async function stop(): Promise<void> {
  clearInterval(sweeper);
  const late = setTimeout(() => process.exit(1), DRAIN_MS);
  await door.close();
  await delivery.idle();
  clearTimeout(late);
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
