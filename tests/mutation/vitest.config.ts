import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vitest.config.ts';
import { mutations } from './plugin.ts';

const { SAMPLE = '', FILES = '', TABLES = '', BLOBS = '' } = process.env;
const files = FILES === '' ? [] : FILES.split(',');
const together = base.test?.projects?.find(
  (one) => typeof one === 'object' && 'test' in one && one.test.name === 'samen',
) as { test: { include: string[]; exclude: string[] } };

/** They start the program as a process of its own, in which nothing is changed. */
const ELSEWHERE = [
  'tests/{trial,faults,e2e}/**',
  'tests/tab/{browser,overleg}.test.ts',
  'tests/{built,deploy,dev,start}.test.ts',
];

/** In the order in which they were named: the quickest first. */
class AsNamed extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const at = ({ moduleId }: TestSpecification) =>
      files.findIndex((file) => moduleId.endsWith(file));
    return specifications.toSorted((a, b) => at(a) - at(b));
  }
}

export default defineConfig({
  plugins: [mutations(SAMPLE)],
  test: {
    include: files.length > 0 ? files : together.test.include,
    exclude: [...together.test.exclude, ...ELSEWHERE],
    provide: { storage: 'memory', azurite: TABLES, tables: TABLES, blobs: BLOBS },
    setupFiles: ['tests/seed.ts', 'tests/mutation/setup.ts'],
    isolate: false,
    maxWorkers: files.length > 0 ? 1 : 2,
    sequence: { sequencer: AsNamed },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
