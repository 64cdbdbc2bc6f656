import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTab } from './build-tab.ts';
import { openWissel } from './dev/wissel.ts';
import { answers, firstToEnd, free, start, stopAll, type Program } from './dev/processes.ts';
import { BOT, playgroundFolder } from './playground.ts';

/** Azurite, bot and Playground as processes of their own, all on this machine's loopback. */
export interface Stack {
  /** The address to open in a browser. */
  address: string;
  /** The address of the tab in a browser. */
  tab: string;
  /** Resolves with a sentence when one of the three stops by itself. */
  ended: Promise<string>;
  /** Stops all; Azurite saves its data first. */
  stop: () => Promise<void>;
}

export interface StackOptions {
  /** The folder for data and logs. */
  folder: string;
  ports: Ports;
  /** Keep the tables in memory only. */
  inMemory?: boolean;
  /** How long ago it is for the bot when it starts; `dev klok` brings it back to today. */
  wekenTerug?: number;
  /** Aborts the start. */
  signal?: AbortSignal;
}

export interface Ports {
  /** The tables. */
  azurite: number;
  /** The files. */
  bestanden: number;
  bot: number;
  playground: number;
}

const { resolve } = createRequire(import.meta.url);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const at = (port: number, path = '') => `http://127.0.0.1:${port}${path}`;

/**
 * Starts all three and waits until each answers. Throws one clear sentence when a port is busy or a program does not
 * start.
 */
export async function startStack({
  folder,
  ports,
  inMemory = false,
  wekenTerug = 0,
  signal = new AbortController().signal,
}: StackOptions): Promise<Stack> {
  mkdirSync(folder, { recursive: true });
  await buildTab();
  await free('de opslag', 'azurite', ports.azurite);
  await free('de bestanden', 'bestanden', ports.bestanden);
  await free('de bot', 'bot', ports.bot);
  await free('de Playground', 'playground', ports.playground);
  const programs: Program[] = [];
  const wissel = await openWissel(at(ports.bot, '/api/messages'));
  const stop = () => stopAll(programs).then(wissel.close);
  try {
    const azurite = startAzurite(folder, ports.azurite, inMemory);
    const bestanden = startBestanden(folder, ports.bestanden, inMemory);
    const playground = startPlayground(folder, ports, wissel.endpoint);
    programs.push(azurite, bestanden, playground);
    await answers(azurite, at(ports.azurite, '/devstoreaccount1'), signal);
    await answers(bestanden, at(ports.bestanden, '/devstoreaccount1'), signal);
    const bot = startBot(folder, ports, wekenTerug);
    programs.push(bot);
    await answers(bot, at(ports.bot, '/health'), signal);
    await answers(playground, at(ports.playground, '/_debug/ping'), signal);
    return {
      address: at(ports.playground),
      tab: at(ports.bot, '/tab'),
      ended: firstToEnd(programs),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const QUIET = [
  '--silent',
  '--skipApiVersionCheck',
  '--disableTelemetry',
  '--disableProductStyleUrl',
];

function startAzurite(folder: string, port: number, inMemory: boolean): Program {
  const where = inMemory ? ['--inMemoryPersistence'] : ['--location', join(folder, 'azurite')];
  return start({
    naam: 'de opslag',
    main: resolve('azurite/dist/src/table/main.js'),
    args: ['--tableHost', '127.0.0.1', '--tablePort', String(port), ...QUIET, ...where],
    folder,
    logName: 'azurite',
  });
}

function startBestanden(folder: string, port: number, inMemory: boolean): Program {
  const where = inMemory ? ['--inMemoryPersistence'] : ['--location', join(folder, 'bestanden')];
  return start({
    naam: 'de bestanden',
    main: resolve('azurite/dist/src/blob/main.js'),
    args: ['--blobHost', '127.0.0.1', '--blobPort', String(port), ...QUIET, ...where],
    folder,
    logName: 'bestanden',
  });
}

function startPlayground(folder: string, ports: Ports, endpoint: string): Program {
  const options = ['-e', endpoint, '-c', 'msteams', '-p', String(ports.playground)];
  return start({
    naam: 'de Playground',
    main: join(resolve('@microsoft/m365agentsplayground/package.json'), '../cli.js'),
    args: ['start', ...options, '--disable-telemetry'],
    execArgv: ['--require', here('./dev/loopback.cjs'), '--require', here('./dev/mention.cjs')],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      PLAYGROUND_BOT: JSON.stringify(BOT),
    },
    cwd: playgroundFolder(join(folder, 'playground')),
    folder,
    logName: 'playground',
  });
}

function startBot(folder: string, ports: Ports, wekenTerug: number): Program {
  return start({
    naam: 'de bot',
    main: here('../src/main.ts'),
    execArgv: wekenTerug > 0 ? ['--require', here('./dev/earlier.cjs')] : [],
    env: {
      WEKEN_TERUG: String(wekenTerug),
      PATH: process.env['PATH'],
      LOCAL: '1',
      PORT: String(ports.bot),
      TABLES: storageAt(ports.azurite, 'Table'),
      BLOBS: storageAt(ports.bestanden, 'Blob'),
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    },
    folder,
    logName: 'bot',
  });
}

/** Azurite's account and key are public knowledge. */
const storageAt = (port: number, service: 'Table' | 'Blob') =>
  `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;${service}Endpoint=${at(port)}/devstoreaccount1;`;
