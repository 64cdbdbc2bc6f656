import { trajecten } from '../../src/process/contract/trajecten.ts';
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { Beheer, Command } from '../../src/admin/beheer.ts';
import { planner } from '../../src/planner/index.ts';
import { VERSIONS } from '../../src/process/feiten/versies.ts';
import { klokVan } from '../../src/process/klok/klok.ts';
import { openArchive, type Archive } from '../../src/storage/files/archive.ts';
import { openDirectory } from '../../src/storage/directory.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { MAX_ROWS } from '../../src/storage/table/rows.ts';
import type { Table } from '../../src/storage/table/table.ts';
import type { Tables } from '../../src/storage/table/tables.ts';
import type { Found, Write } from '../../src/storage/table/write.ts';
import { openWekker } from '../../src/storage/wekker.ts';
import { live, projectVan, start, volgende } from '../groep/hulp.ts';
import { openWorld, type World } from '../../support/world.ts';

/** A container of this test alone. */
export const eigenArchief = (): Promise<Archive> =>
  openArchive({ connectionString: inject('blobs') }, `t${randomUUID().slice(0, 12)}`);

/** A group in step 2, and the id of its project. */
export async function groepInStap2(archive: Archive) {
  const world = await openWorld({ archive });
  const groep = world.groepschat('Sanne', 'Bram', 'Lotte');
  await start(groep.lid('Sanne'));
  await world.rust();
  await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
  await world.rust();
  return { world, groep, project: projectVan(await live(world, groep, 2)) };
}

/** The administrator of a world, on another machine than its instances. */
export function beheerder(world: World, archive?: Archive, versions = VERSIONS) {
  const lines: string[] = [];
  const { tables, blobs } = world;
  const now = () => world.nu();
  const beheer = (): Beheer => ({
    config: {
      ...{ host: '', port: 0, tables: '', forms: 'kaart', cards: 'teams', logLevel: 'silent' },
      teams: { local: true },
      tab: { kind: 'off' },
    },
    version: 'test',
    ...{ tables, blobs, now },
    log: openLog(tables.projecten, { versions }),
    directory: openDirectory(tables.wegwijzer),
    wekker: openWekker(tables.wekker, () => performance.now()),
    ...(archive && { archive }),
    klok: klokVan(trajecten(planner)),
    say: (line) => void lines.push(line),
    progress: () => undefined,
  });
  return {
    beheer,
    /** What a command says, and whether all was well. */
    doet: async (command: Command, ...args: string[]) => {
      lines.length = 0;
      const isOption = (arg: string) => arg.startsWith('--');
      const isWell = await command(beheer(), {
        rest: args.filter((arg) => !isOption(arg)),
        content: args.includes('--content'),
        repair: args.includes('--repair'),
      });
      return { isWell, zegt: lines.join('\n') };
    },
  };
}

/** Storage loses everything. */
export async function raaktKwijt({ projecten, wekker, wegwijzer }: Tables): Promise<void> {
  for (const table of [projecten, wekker, wegwijzer]) {
    const all = await table.all();
    for (const partition of new Set(all.map(({ partitionKey }) => partitionKey))) {
      const rows = all.filter(({ partitionKey }) => partitionKey === partition);
      for (let at = 0; at < rows.length; at += MAX_ROWS)
        await loseAll(table, rows.slice(at, at + MAX_ROWS));
    }
  }
}

async function loseAll(table: Table, rows: readonly Found[]): Promise<void> {
  const [first, ...more] = rows.map(({ partitionKey, rowKey }): Write => ({
    op: 'delete',
    row: { partitionKey, rowKey },
  }));
  const lost = first && (await table.write([first, ...more]));
  if (lost?.kind !== 'done') throw new Error(`rows that do not go: ${lost?.kind}`);
}
