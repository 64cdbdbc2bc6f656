import type { WorldOptions } from '../../support/world.ts';
import { inStap2 as begonnenInStap2, type Stuk } from '../groep/stuk.ts';

/**
 * Sanne and these others in step 2, opened on Monday 4 January 2027 for until Thursday 14 January 17.00: reminders are due
 * on 11 and 12 January.
 */
export const inStap2 = (namen: readonly string[], options: WorldOptions = {}): Promise<Stuk> =>
  begonnenInStap2({ namen: ['Sanne', ...namen], ...options });
