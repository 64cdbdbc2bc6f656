import { spawn } from 'node:child_process';
import { readFileSync, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { startStorage } from '../support/azurite.ts';

/**
 * Measures the start of a whole process with empty storage: from spawn to the line that says it listens. Arguments after
 * `--` are programs to compare, side by side in one run; without them it compares the bundle and the sources.
 */
const ROUNDS = 9;
const PORT = 41_990;
const given = process.argv.slice(2);
const programs =
  given.length > 0
    ? given
    : ['build/programma/start.js', 'src/main.ts'].filter((one) => existsSync(one));

interface Start {
  ms: number;
  rssMb: number;
}

async function start(program: string, env: Record<string, string>): Promise<Start> {
  const began = performance.now();
  const main = resolve(program);
  const child = spawn(process.execPath, [main], {
    env: { LOCAL: '1', PORT: String(PORT), ...env },
    cwd: dirname(main),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ms = await new Promise<number>((done, fail) => {
    child.once('exit', () => fail(new Error(`${program} did not start`)));
    child.stdout.on('data', (part: Buffer) => {
      if (part.toString().includes('"msg":"ready"')) done(performance.now() - began);
    });
  });
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  const rssMb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await ended;
  return { ms, rssMb };
}

const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const storage = await startStorage();
const env = { TABLES: storage.tables, BLOBS: storage.blobs };
const starts = new Map(programs.map((program) => [program, [] as Start[]]));
for (let round = 0; round < ROUNDS; round++)
  for (const [program, measured] of starts) measured.push(await start(program, env));
for (const [program, measured] of starts) {
  const ms = median(measured.map((one) => one.ms));
  const rssMb = median(measured.map((one) => one.rssMb));
  console.log(
    `${program.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms  ${rssMb.toFixed(0).padStart(4)} MB`,
  );
}
await storage.stop();
process.exit(0);
