import { startStorage } from '../support/azurite.ts';

/** Runs storage as a process of its own. It tells its address, and ends with the process that started it. */
process.once('disconnect', () => process.exit(0));
const { tables, blobs } = await startStorage();
process.send?.({ tables, blobs });
