import type { AnyCard } from '../../support/voorbeeld/kaart.ts';
import { start, volgende, zegt } from '../groep/hulp.ts';
import { openWorld, type Groep, type World, type WorldOptions } from '../../support/world.ts';

/** A group with a clock that the test moves. */
export interface Stuk {
  world: World;
  groep: Groep;
  /** What this person gets when they type it. */
  zegt: (naam: string, text: string) => Promise<AnyCard>;
}

/**
 * Sanne and these others in step 2, opened on Monday 4 January 2027 for until Thursday 14 January 17.00: reminders are due
 * on 11 and 12 January.
 */
export async function inStap2(namen: readonly string[], options: WorldOptions = {}): Promise<Stuk> {
  const world = await openWorld(options);
  const groep = world.groepschat('Sanne', ...namen);
  await start(groep.lid('Sanne'));
  await world.rust();
  await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
  await world.rust();
  return { world, groep, zegt: (naam, text) => zegt(world, groep, groep.lid(naam), text) };
}
