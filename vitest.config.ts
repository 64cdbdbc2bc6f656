import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: existsSync('tests/setup.ts') ? ['tests/setup.ts'] : [],
    // Most of a test is waiting for storage; by default two cores would get one worker.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Plain Node cannot load adaptivecards: its ES modules import each other without extensions.
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
