import { trajecten } from '../src/process/contract/trajecten.ts';
import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { backUp } from '../src/backup/backup.ts';
import { restore } from '../src/backup/restore.ts';
import { planner } from '../src/planner/index.ts';
import { klokVan } from '../src/process/klok/klok.ts';
import { openArchive } from '../src/storage/files/archive.ts';
import { openLog } from '../src/storage/log/log.ts';
import { openTables, type Tables } from '../src/storage/table/tables.ts';
import { openWekker } from '../src/storage/wekker.ts';
import { HALF, stadium, VOL } from '../support/stadia.ts';
import { fill } from '../support/vullen.ts';

/** Measures a nightly backup of 100 projects, 5 of them full, and its restore. */
const PROJECTS = 100;
const FULL = 5;

/** Storage runs in a process of its own, so that its work does not count as ours. */
const child = fork(fileURLToPath(new URL('./opslag.ts', import.meta.url)));
const storage = await new Promise<{ tables: string; blobs: string }>((heard) =>
  child.once('message', (said) => heard(said as { tables: string; blobs: string })),
);
const clock = () => performance.now();
const tables = (prefix: string) =>
  openTables({ connectionString: storage.tables }, { clock, prefix });
const archive = await openArchive({ connectionString: storage.blobs });
const now = () => new Date().toISOString();
const common = { archive, now, version: 'bench' };

const here = await tables('a');
const log = openLog(here.projecten);
const half = stadium(HALF, 4, 'open').log;
const full = stadium(VOL, 5, 'open').log;
for (let nth = 0; nth < PROJECTS; nth++)
  await fill(log, nth < FULL ? full : half, `p_${String(nth).padStart(4, '0')}`);
console.log(
  `${PROJECTS} projects, ${FULL} of ${full.length} events and the others of ${half.length}`,
);

const made = await measured('backup', here, async (there) => backUp(sourceOf(there), () => true));
if (!made) throw new Error('no backup');
console.log(`${(made.bytes / 1e6).toFixed(1)} MB packed`);
await measured('restore', await tables('b'), async (there) =>
  restore(
    {
      ...sourceOf(there),
      wekker: openWekker(there.wekker, clock),
      volgende: klokVan(trajecten(planner)).volgende,
    },
    made.id,
    made,
    () => undefined,
  ),
);
child.kill('SIGTERM');

function sourceOf(there: Tables) {
  return { ...common, tables: there, log: openLog(there.projecten) };
}

async function measured<T>(name: string, there: Tables, work: (there: Tables) => Promise<T>) {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const began = clock();
  const result = await work(there);
  const seconds = (clock() - began) / 1_000;
  loop.disable();
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  console.log(
    `${name.padEnd(8)} ${seconds.toFixed(1)} s, longest standstill ${(loop.max / 1e6).toFixed(0)} ms, ${rssMb.toFixed(0)} MB`,
  );
  return result;
}
