import { inject } from 'vitest';
import { openTables, type Tables, type TablesOptions } from '../src/storage/table/tables.ts';
import { tableInMemory } from './memory-table.ts';

/** Connection string of the tables on which this test runs: see `storage` in vitest.config.ts. */
export const tablesHere = (): string => {
  const storage = inject('storage');
  // What asks for a line to tables gets one, also where others have theirs in memory.
  return inject(storage === 'memory' ? 'tables' : storage);
};

const opened = new Set<Tables>();

/** Tables of a test alone. A clock that differs from that of storage needs a storage with a clock. */
export async function openTablesHere(options: TablesOptions): Promise<Tables> {
  const tables =
    inject('storage') === 'memory' && !options.wall
      ? inMemory()
      : await openTables({ connectionString: tablesHere() }, options);
  opened.add(tables);
  return tables;
}

/** Those that were opened here and not let go. */
export const openedHere = (): readonly Tables[] => [...opened];

export const letGo = (tables: Tables): void => void opened.delete(tables);

const inMemory = (): Tables => ({
  projecten: tableInMemory(),
  wekker: tableInMemory(),
  wegwijzer: tableInMemory(),
  clockCheck: { isRight: () => true, offsetMs: () => 0 },
});
