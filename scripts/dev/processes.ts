import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program that runs beside this one, on this machine only. */
export interface Program {
  /** Its name for people, e.g. `de bot`. */
  naam: string;
  log: string;
  child: ChildProcess;
}

export interface ProgramOptions {
  naam: string;
  main: string;
  args?: readonly string[];
  /** Node's own options. */
  execArgv?: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** The folder of its log file. */
  folder: string;
  logName: string;
}

const TOGETHER = fileURLToPath(new URL('./together.cjs', import.meta.url));
const WAIT_MS = 30_000;
const LOOK_EVERY_MS = 50;
const STOP_WITHIN_MS = 5_000;

/** Starts a program on this Node. It does not hear Ctrl-C itself; it ends when this process disconnects from it. */
export function start({
  naam,
  main,
  args = [],
  execArgv = [],
  env = process.env,
  cwd = process.cwd(),
  folder,
  logName,
}: ProgramOptions): Program {
  const log = join(folder, `${logName}.log`);
  const file = openSync(log, 'a');
  const child = fork(main, args, {
    execArgv: ['--require', TOGETHER, ...execArgv],
    cwd,
    env,
    stdio: ['ignore', file, file, 'ipc'],
    detached: process.platform !== 'win32',
  });
  return { naam, log, child };
}

/** Waits until this address answers. Throws one clear sentence when the program stopped or stays silent. */
export async function answers(
  { naam, log, child }: Program,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (performance.now() < end) {
    signal.throwIfAborted();
    if (hasEnded(child)) throw new Error(stopped(naam, log));
    if (await isThere(url)) return;
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
  }
  throw new Error(
    `Na ${WAIT_MS / 1000} seconden is er nog geen antwoord van ${naam}. Kijk in ${log}.`,
  );
}

const stopped = (naam: string, log: string) => `Vanzelf gestopt: ${naam}. Kijk in ${log}.`;

async function isThere(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  }
}

/** Resolves with a sentence when one of them stops by itself. */
export const firstToEnd = (programs: readonly Program[]): Promise<string> =>
  new Promise((done) => {
    for (const { naam, log, child } of programs) child.once('exit', () => done(stopped(naam, log)));
  });

/** Throws one clear sentence when the port is in use already. */
export function free(naam: string, option: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', () =>
      fail(
        new Error(
          `Poort ${port} (voor ${naam}) is al in gebruik. Stop wat daar draait, of kies een andere: --${option} ${port + 1}.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => done()));
  });
}

/** Stops all of them, the last one first. Each gets the time to save. */
export async function stopAll(programs: readonly Program[]): Promise<void> {
  for (const { child } of [...programs].reverse()) await stopOne(child);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

function stopOne(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (hasEnded(child)) return done();
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(late);
      done();
    });
    child.disconnect();
  });
}
