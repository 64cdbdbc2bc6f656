import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Storage itself. */
const APART = ['tests/act.test.ts', 'tests/storage/*.test.ts'];
/** Of these, what has no tables under it. */
const NO_TABLES = ['tests/storage/{blobs,rows}.test.ts'];
/** That nothing is lost, doubled or left behind, told by the whole bot. */
const KEPT = [
  'tests/repeats.test.ts',
  'tests/groep/wissen.test.ts',
  'tests/beheer/{oefening,reservekopie}.test.ts',
];
/**
 * What takes longest begins first, and the rest fits beside it: a browser, processes that are killed, storage that is slow.
 * Most of such a test is waiting.
 */
const FIRST = [
  'tests/tab/overleg.test.ts',
  'tests/e2e/walk.test.ts',
  'tests/tab/browser.test.ts',
  'tests/faults/faults.test.ts',
  'tests/trial/trial.test.ts',
  'tests/traag.test.ts',
  'tests/groep/geduld.test.ts',
  'tests/klok/uitloop.test.ts',
  'tests/teams/sockets.test.ts',
  'tests/cards/schermen.test.ts',
  'tests/groep/vertrouwelijk-stappen.test.ts',
  'tests/groep/oud-logboek.test.ts',
  'tests/exports/prent.test.ts',
  'tests/groep/fotos.test.ts',
  'tests/exports/kantoor.test.ts',
  'tests/deploy.test.ts',
  'tests/beheer/persoon-wissen.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const at = ({ moduleId }: TestSpecification) => {
      const nth = FIRST.findIndex((file) => moduleId.endsWith(file));
      return nth === -1 ? FIRST.length : nth;
    };
    return (await super.sort(files)).toSorted((a, b) => at(a) - at(b));
  }
}

/**
 * On what tables tests run. Azurite is what Azure gives to test with. The small server of `support/table-server` stands in
 * for it where a line to storage is needed; the tests of storage itself run on both. Where storage is not what is tested,
 * the same tables stand in memory, without the two thirds of the work that the line costs.
 */
const AZURITE = { storage: 'azurite' } as const;
const OWN = { storage: 'tables' } as const;
const MEMORY = { storage: 'memory' } as const;

// Most of a test is waiting for storage, a browser or a process; by default two cores would get one worker.
const maxWorkers = 4;

export default defineConfig({
  test: {
    maxWorkers,
    setupFiles: ['tests/seed.ts'],
    sequence: { sequencer: LongestFirst },
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
          exclude: [...configDefaults.exclude, ...APART, ...KEPT],
          provide: MEMORY,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'samen-azurite', include: KEPT, provide: AZURITE, isolate: false },
      },
      {
        extends: true,
        test: { name: 'opslag-azurite', include: APART, provide: AZURITE, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'opslag-tables',
          include: APART,
          exclude: [...configDefaults.exclude, ...NO_TABLES],
          provide: OWN,
          isolate: false,
        },
      },
    ],
    globalSetup: existsSync('tests/setup.ts') ? ['tests/setup.ts'] : [],
    // Plain Node cannot load adaptivecards: its ES modules import each other without extensions.
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
