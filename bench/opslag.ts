import { startStorage } from '../support/azurite.ts';

/** Storage as a process of its own; says where it is, and ends with whoever started it. */
process.once('disconnect', () => process.exit(0));
const { tables, blobs } = await startStorage();
process.send?.({ tables, blobs });
