import { startStorage } from '../../support/azurite.ts';

/** A table server as a process of its own, so that it does not share its core with who counts. Says where it is. */
process.once('disconnect', () => process.exit(0));
const { tables } = await startStorage();
process.send?.(tables);
