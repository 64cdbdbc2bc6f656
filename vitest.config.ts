import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** Storage itself. What these share closes itself behind each file. */
const APART = ['tests/act.test.ts', 'tests/storage/*.test.ts'];
/** Of these, what has no tables under it. */
const NO_TABLES = ['tests/storage/{blobs,rows}.test.ts'];
/** That nothing is lost, doubled or left behind, told by the whole bot. */
const KEPT = ['tests/repeats.test.ts', 'tests/groep/wissen.test.ts', 'tests/beheer/*.test.ts'];
/** A browser, and processes that are killed: beside many others they would test how busy the machine is. */
const ALONE = [
  'tests/e2e/walk.test.ts',
  'tests/tab/{browser,overleg}.test.ts',
  'tests/faults/*.test.ts',
  'tests/trial/*.test.ts',
];

/**
 * On what tables tests run. Azurite is what Azure gives to test with. The small server of `support/table-server` asks a
 * third of the work, and stands in for it where storage is not what is tested. The tests of storage itself run on both.
 */
const AZURITE = { storage: 'azurite' } as const;
const OWN = { storage: 'tables' } as const;

// Most of a test is waiting for storage; by default two cores would get one worker.
const maxWorkers = 2;
const TOGETHER = {
  // Nothing of ours remembers anything outside what a test opens itself; loading it all again for each file would take
  // longer than the tests.
  isolate: false,
  maxWorkers,
  sequence: { groupOrder: 0 },
};
const BY_ITSELF = { maxWorkers, sequence: { groupOrder: 0 } };

export default defineConfig({
  test: {
    // One bound for all, and generous: a busy machine takes many times as long, and what hangs is found all the same.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'samen',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...APART, ...KEPT, ...ALONE],
          provide: OWN,
          ...TOGETHER,
        },
      },
      {
        extends: true,
        test: { name: 'samen-azurite', include: KEPT, provide: AZURITE, ...TOGETHER },
      },
      {
        extends: true,
        test: { name: 'opslag-azurite', include: APART, provide: AZURITE, ...BY_ITSELF },
      },
      {
        extends: true,
        test: {
          name: 'opslag-tables',
          include: APART,
          exclude: [...configDefaults.exclude, ...NO_TABLES],
          provide: OWN,
          ...BY_ITSELF,
        },
      },
      {
        extends: true,
        test: {
          name: 'alleen',
          include: ALONE,
          provide: OWN,
          // These wait for a browser and for processes more than they work.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    globalSetup: existsSync('tests/setup.ts') ? ['tests/setup.ts'] : [],
    // Plain Node cannot load adaptivecards: its ES modules import each other without extensions.
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
