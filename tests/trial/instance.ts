import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Names lead here; and whoever is let go of ends. */
const PRELOADS = [here('./names.cjs'), here('../../scripts/dev/together.cjs')];

const START_LIMIT_MS = 180_000;
/** Longer than the program gives itself. */
const STOP_LIMIT_MS = 12_000;
const LOOK_EVERY_MS = 25;

/** One process of the built program. */
export interface Instance {
  port: number;
  /** From its start to the first 200 on `/ready`, ms. */
  readyMs: number;
  /** Resident memory now, MB. */
  rssMb(): number;
  /** All lines it said. */
  said(): string;
  /** As App Service stops it. The exit code, or `killed` when it took longer than it may. */
  stop(): Promise<{ code: number | 'killed'; ms: number }>;
  /** At once; for who stops early. */
  kill(): Promise<void>;
}

/** What is started of a folder with the built program: a bundle, or what `npm run build` makes. */
export function mainOf(folder: string): string {
  const mains = ['start.js', 'src/main.js'].map((main) => join(resolve(folder), main));
  const found = mains.find((main) => existsSync(main));
  if (!found) throw new Error(`no program in ${folder}`);
  return found;
}

/** Starts it with these settings and nothing else. Resolves when it is ready; throws with what it said when it ended. */
export async function startInstance(
  main: string,
  settings: Readonly<Record<string, string>>,
): Promise<Instance> {
  const began = performance.now();
  const child = spawn(process.execPath, [...PRELOADS.flatMap((one) => ['--require', one]), main], {
    env: { ...settings },
    cwd: dirname(main),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => void (said += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const port = Number(settings['PORT']);
  if (!(await isReady(child, port))) {
    await kill();
    throw new Error(`an instance did not start, and said:\n${said}`);
  }
  return {
    ...{ port, kill },
    readyMs: performance.now() - began,
    rssMb: () => rssOf(child),
    said: () => said,
    stop: async () => {
      const from = performance.now();
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      const code = await ended;
      clearTimeout(late);
      return { code: code ?? 'killed', ms: performance.now() - from };
    },
  };
}

async function isReady(child: ChildProcess, port: number): Promise<boolean> {
  const end = performance.now() + START_LIMIT_MS;
  while (performance.now() < end && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`, {
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}

/** Of Linux; 0 where it does not tell. */
function rssOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid ?? 0}/status`;
  if (!existsSync(file)) return 0;
  const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1];
  return Math.round(Number(kb ?? 0) / 1024);
}
