import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from './app.ts';
import { config } from './settings.ts';
import { drain } from './drain.ts';
import { createLog, logStrays } from './log/log.ts';
import { SIGNALS } from './log/signals.ts';
import { accountAt } from './storage/table/account.ts';
import { openArchive } from './storage/files/archive.ts';
import { openBlobs } from './storage/files/blobs.ts';
import { openTables } from './storage/table/tables.ts';
import type { Telemetry } from './telemetry.ts';

/** How often an instance looks for work that a process left unsent. */
const SWEEP_EVERY_MS = 30_000;
/** A stop waits this long for what is underway. */
const DRAIN_MS = 10_000;

/** Only `dev klok`, on a developer's own machine, moves our clock away from the real one. */
let movedMs = 0;
const clock = () => performance.now() + movedMs;
const now = () => new Date(Date.now() + movedMs).toISOString();

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** Without its storage the program is of no use. It stops, and the host starts it again. */
async function reached<T>(setting: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (err) {
    const isIdentity = /Credential|Authentication/.test((err as Error).name);
    const what = isIdentity
      ? 'the managed identity gives no token'
      : 'storage does not answer, or refuses us';
    logger.fatal({ err, setting }, `cannot start: ${what}`);
    process.exit(1);
  }
}

/** Loaded only where it is used, because it is large. */
async function measure(connectionString: string): Promise<Telemetry> {
  const { startTelemetry } = await import('./telemetry.ts');
  return startTelemetry(connectionString, version);
}

/** The Playground has no limits, and a person is looking at it. */
const LOCAL_PACE = { gapMs: 20 };

const logger = createLog(config.logLevel);
logStrays(logger, process);
const telemetry = config.insights ? await measure(config.insights) : undefined;
const account = (storage: string) => accountAt(storage, config.storageIdentity);
const tables = await reached('TABLES', openTables(account(config.tables), { clock }));
const blobs = config.blobs && (await reached('BLOBS', openBlobs(account(config.blobs))));
const archive = config.backups && (await reached('BACKUPS', openArchive(account(config.backups))));
if (!archive && !config.teams.local) logger.warn('no backups are made: BACKUPS is not set');
const app = createApp({
  config,
  version,
  tables,
  logger,
  now,
  clock,
  ...(blobs && { blobs }),
  ...(archive && { archive }),
  ...(config.teams.local && { moveClock: (ms: number) => void (movedMs += ms), pace: LOCAL_PACE }),
});
const { door, delivery, presence, nightly } = app;
const port = await door.listen();
logger.info({ port, version }, SIGNALS.ready);

/** Every instance sweeps, each at a moment of its own. */
async function sweeping(): Promise<void> {
  while (!stopping) {
    await beat().catch((err: unknown) => logger.warn({ err }, 'sweep failed'));
    await presence.sweep().catch((err: unknown) => logger.warn({ err }, 'members not looked at'));
    await delivery.reconcile().catch((err: unknown) => logger.warn({ err }, 'reconcile failed'));
    nightly?.look();
    await pause(SWEEP_EVERY_MS * (0.8 + 0.4 * Math.random()), undefined, { ref: false });
  }
}

async function beat(): Promise<void> {
  const pulse = await delivery.sweep();
  if (!pulse) return;
  const rssMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
  logger.info({ ...pulse, rssMb }, SIGNALS.pulse);
  telemetry?.pulse({ ...pulse, rssMb });
}

let stopping = false;
void sweeping();

/** Stops in order, and ends by force what takes too long. */
async function stop(): Promise<void> {
  stopping = true;
  const late = setTimeout(() => process.exit(1), DRAIN_MS);
  const code = await drain(app)
    .then(() => telemetry?.stop())
    .then(
      () => 0,
      (err: unknown) => {
        logger.error({ err }, 'stopping failed');
        return 1;
      },
    );
  clearTimeout(late);
  process.exit(code);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
