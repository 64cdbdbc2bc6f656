import { inject } from 'vitest';

/** Connection string of the tables on which this test runs: see `storage` in vitest.config.ts. */
export const tablesHere = (): string => inject(inject('storage'));
