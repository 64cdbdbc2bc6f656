import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** What they share closes itself behind each file. */
const APART = ['tests/act.test.ts', 'tests/storage/*.test.ts'];
/** A browser, and processes that are killed: beside many others they would test how busy the machine is. */
const ALONE = [
  'tests/e2e/walk.test.ts',
  'tests/tab/{browser,overleg}.test.ts',
  'tests/faults/*.test.ts',
  'tests/trial/*.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'samen',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...APART, ...ALONE],
          // Nothing of ours remembers anything outside what a test opens itself; loading it all again for each file would
          // take longer than the tests.
          isolate: false,
          // Most of a test is waiting for storage; by default two cores would get one worker.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'apart', include: APART, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'alleen', include: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
    globalSetup: existsSync('tests/setup.ts') ? ['tests/setup.ts'] : [],
    // Plain Node cannot load adaptivecards: its ES modules import each other without extensions.
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
