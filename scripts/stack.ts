import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { playgroundFolder } from './playground.ts';

/** Azurite, bot and Playground as processes of their own, all on this machine's loopback. */
export interface Stack {
  /** What one opens in a browser. */
  address: string;
  playground: string;
  bot: ChildProcess;
  /** Stops all; Azurite first saves its data. */
  stop: () => Promise<void>;
}

export interface StackOptions {
  /** Where data and logs stand. */
  folder: string;
  ports: { azurite: number; bot: number; playground: number };
  /** Keep the tables in memory only. */
  inMemory?: boolean;
}

const { resolve } = createRequire(import.meta.url);
const WAIT_MS = 30_000;

/** Starts all three and waits until each answers. Throws one clear sentence when a port is busy or something does not start. */
export async function startStack({
  folder,
  ports,
  inMemory = false,
}: StackOptions): Promise<Stack> {
  mkdirSync(folder, { recursive: true });
  for (const [name, port] of Object.entries(ports)) await free(name, port);
  const children: ChildProcess[] = [];
  const stop = () => stopAll(children);
  try {
    const azurite = startAzurite(folder, ports.azurite, inMemory);
    const playground = startPlayground(folder, ports);
    children.push(azurite, playground);
    await until(
      () => answers(`http://127.0.0.1:${ports.azurite}/devstoreaccount1`),
      azurite,
      'Azurite',
    );
    const bot = startBot(folder, ports);
    children.push(bot);
    await until(() => answers(`http://127.0.0.1:${ports.bot}/health`), bot, 'the bot');
    await until(
      () => answers(`http://127.0.0.1:${ports.playground}/_debug/ping`),
      playground,
      'the Playground',
    );
    const address = `http://127.0.0.1:${ports.playground}`;
    return { address, playground: address, bot, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startAzurite(folder: string, port: number, inMemory: boolean): ChildProcess {
  const where = inMemory ? ['--inMemoryPersistence'] : ['--location', join(folder, 'azurite')];
  const args = [
    '--tableHost',
    '127.0.0.1',
    '--tablePort',
    String(port),
    '--silent',
    '--skipApiVersionCheck',
    '--disableTelemetry',
    '--disableProductStyleUrl',
    ...where,
  ];
  return fork(resolve('azurite/dist/src/table/main.js'), args, {
    stdio: ['ignore', ...logs(folder, 'azurite'), 'ipc'],
    detached: true,
  });
}

function startPlayground(folder: string, ports: StackOptions['ports']): ChildProcess {
  const args = [
    'start',
    '-e',
    `http://127.0.0.1:${ports.bot}/api/messages`,
    '-c',
    'msteams',
    '-p',
    String(ports.playground),
    '--disable-telemetry',
  ];
  const main = resolve('@microsoft/m365agentsplayground/package.json').replace(
    /package\.json$/,
    'cli.js',
  );
  const preload = new URL('./dev/loopback.cjs', import.meta.url).pathname;
  return spawn(process.execPath, ['--require', preload, main, ...args], {
    cwd: playgroundFolder(join(folder, 'playground')),
    stdio: ['ignore', ...logs(folder, 'playground')],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    },
    detached: true,
  });
}

function startBot(folder: string, ports: StackOptions['ports']): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    LOCAL: '1',
    PORT: String(ports.bot),
    TABLES: tablesAt(ports.azurite),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
  };
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  return spawn(process.execPath, [main], {
    stdio: ['ignore', ...logs(folder, 'bot')],
    env,
    detached: true,
  });
}

/** Azurite's account and key are public knowledge. */
export const tablesAt = (port: number) =>
  `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:${port}/devstoreaccount1;`;

function logs(folder: string, name: string): [number, number] {
  const file = openSync(join(folder, `${name}.log`), 'a');
  return [file, file];
}

function free(name: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', () =>
      fail(
        new Error(
          `Port ${port} (for ${name}) is in use. Stop what runs there, or choose another with --${name} <port>.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => done()));
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  }
}

async function until(
  check: () => Promise<boolean>,
  child: ChildProcess,
  what: string,
): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`${what} stopped by itself. Its log tells why.`);
    if (await check()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${what} did not answer within ${WAIT_MS / 1000} s. Its log tells why.`);
}

async function stopAll(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    [...children].reverse().map(
      (child) =>
        new Promise<void>((done) => {
          if (child.exitCode !== null || child.signalCode !== null) return done();
          const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
          child.once('exit', () => {
            clearTimeout(late);
            done();
          });
          // Azurite saves at SIGINT only.
          child.kill('SIGINT');
        }),
    ),
  );
}
