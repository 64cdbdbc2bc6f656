import type { TestProject } from 'vitest/node';
import { setup } from '../../support/azurite.ts';

/** A table server as a process of its own, so that it does not share its core with who counts. Says where it is. */
process.once('disconnect', () => process.exit(0));
const said = { provide: (_: string, connection: string) => void process.send?.(connection) };
await setup(said as unknown as TestProject);
