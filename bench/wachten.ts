import { TableClient } from '@azure/data-tables';
import { createHash } from 'node:crypto';
import { openTables } from '../src/storage/table/tables.ts';
import type { Table } from '../src/storage/table/table.ts';
import { openWekker } from '../src/storage/wekker.ts';
import { startStorage } from '../support/azurite.ts';

/** The time of the sweep. */
const NOW = '2027-01-11T08:00:00.000Z';
const SHARDS = 16;
const PER_TRANSACTION = 100;
/** Partitions that are filled at the same time. */
const AT_ONCE = 8;

/** The table, with its calls counted. */
function counting(table: Table): { table: Table; calls: { count: number } } {
  const calls = { count: 0 };
  const counted = <R>(answer: R): R => {
    calls.count += 1;
    return answer;
  };
  return {
    calls,
    table: {
      get: (...args) => counted(table.get(...args)),
      range: (...args) => counted(table.range(...args)),
      all: () => counted(table.all()),
      partitionsWith: (...args) => counted(table.partitionsWith(...args)),
      write: (...args) => counted(table.write(...args)),
    },
  };
}

type Moment = Record<'partitionKey' | 'rowKey' | 'project', string>;

/** Makes rows of moments as the wekker has them: one for each of this many projects, of which the first `due` have come. */
async function plan(client: TableClient, count: number, due: number): Promise<void> {
  const shards = Array.from({ length: SHARDS }, (): Moment[] => []);
  for (let nr = 0; nr < count; nr++) {
    const project = `p_${nr}`;
    const [first = 0] = createHash('sha256').update(project).digest();
    const ahead = nr < due ? -60_000 : 60_000 * (nr + 1);
    const at = new Date(Date.parse(NOW) + ahead).toISOString();
    const partitionKey = `w_${String(first % SHARDS).padStart(2, '0')}`;
    shards[first % SHARDS]?.push({ partitionKey, rowKey: `m_${at}_${project}`, project });
  }
  const transactions = shards.map((rows) => chunked(rows));
  for (let from = 0; from < SHARDS; from += AT_ONCE)
    await Promise.all(
      transactions.slice(from, from + AT_ONCE).map(async (ofShard) => {
        for (const rows of ofShard)
          await client.submitTransaction(rows.map((row) => ['upsert', row, 'Replace']));
      }),
    );
}

const chunked = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / PER_TRANSACTION) }, (_, nth) =>
    rows.slice(nth * PER_TRANSACTION, (nth + 1) * PER_TRANSACTION),
  );

/** Measures one look at a table with this many moments, and how many calls it takes. */
export async function look(connectionString: string, prefix: string, count: number, due: number) {
  const clock = () => performance.now();
  const { wekker } = await openTables({ connectionString }, { clock, prefix });
  const name = `${prefix}wekker`;
  const http = { allowInsecureConnection: true };
  await plan(TableClient.fromConnectionString(connectionString, name, http), count, due);
  const { table, calls } = counting(wekker);
  const begun = clock();
  const { projects: found } = await openWekker(table, clock).due(NOW);
  return { found: found.length, calls: calls.count, ms: clock() - begun };
}

const DUE = 100;

async function main(): Promise<void> {
  const { tables, stop } = await startStorage();
  console.log(`one look at all moments, of which ${DUE} have come, on Azurite in memory`);
  console.log(' moments  found  calls      ms');
  try {
    for (const count of [1_000, 10_000, 100_000]) {
      const { found, calls, ms } = await look(tables, `b${count}`, count, DUE);
      const cells = [`${count}`.padStart(8), `${found}`.padStart(5), `${calls}`.padStart(5)];
      console.log([...cells, ms.toFixed(0).padStart(6)].join('  '));
      if (found !== DUE) process.exitCode = 1;
    }
  } finally {
    await stop();
  }
}

if (import.meta.main) await main();
