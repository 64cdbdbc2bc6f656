import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { drain } from './drain.ts';
import { createLog, logStrays } from './log.ts';
import type { Account } from './storage/account.ts';
import { openBlobs } from './storage/blobs.ts';
import { openTables } from './storage/tables.ts';

/** How often it looks for what a process left unsent. */
const SWEEP_EVERY_MS = 30_000;
/** A stop waits so long for what is underway. */
const DRAIN_MS = 10_000;

/** Only `dev klok`, on a developer's own machine, moves our clock away from the real one. */
let movedMs = 0;
const clock = () => performance.now() + movedMs;
const now = () => new Date(Date.now() + movedMs).toISOString();

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
function accountAt(storage: string, { teams }: Config): Account {
  if (!storage.startsWith('https:')) return { connectionString: storage };
  return { endpoint: storage, clientId: teams.local ? '' : teams.appId };
}

/** The Playground has no limits, and somebody is looking at it. */
const LOCAL_PACE = { gapMs: 20 };

const config = configured();
const logger = createLog(config.logLevel);
logStrays(logger, process);
const tables = await openTables(accountAt(config.tables, config), { clock });
const blobs = config.blobs && (await openBlobs(accountAt(config.blobs, config)));
const app = createApp({
  ...{ config, version, tables, logger, now, clock },
  ...(blobs && { blobs }),
  ...(config.teams.local && { moveClock: (ms: number) => void (movedMs += ms), pace: LOCAL_PACE }),
});
const { door, delivery } = app;
const port = await door.listen();
logger.info({ port, version }, 'ready');

/** All instances look, each at a moment of its own. */
async function sweeping(): Promise<void> {
  while (!stopping) {
    await delivery.sweep().catch((err: unknown) => logger.warn({ err }, 'sweep failed'));
    await delivery.reconcile().catch((err: unknown) => logger.warn({ err }, 'reconcile failed'));
    await pause(SWEEP_EVERY_MS * (0.8 + 0.4 * Math.random()), undefined, { ref: false });
  }
}

let stopping = false;
void sweeping();

/** Ends by itself what takes too long. */
async function stop(): Promise<void> {
  stopping = true;
  const late = setTimeout(() => process.exit(1), DRAIN_MS);
  await drain(app);
  clearTimeout(late);
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
