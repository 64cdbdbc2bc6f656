import { PARTNERS } from '../../support/voorbeeld/stationsplein.ts';
import * as verhaal from '../../support/voorbeeld/verhaal.ts';
import { live, projectVan } from '../groep/hulp.ts';
import type { Groep, World } from '../../support/world.ts';

export const LEIDER = 'Sanne de Wit';

/** The example project, played through the door of chat up to and with this step. */
export async function stationsplein(
  world: World,
  tot: 1 | 2 | 3 | 4 | 5 | 6,
): Promise<{ groep: Groep; project: string }> {
  const groep = world.groepschat(LEIDER, ...PARTNERS.map(({ naam }) => naam));
  const toneel: verhaal.Toneel = {
    leider: groep.lid(LEIDER),
    partner: (naam) => groep.lid(naam),
    kaart: (stap) => live(world, groep, stap),
    vandaag: '2027-01-04',
  };
  const { stap1, stap2, overleg1, stap3, stap4, stap5, stap6 } = verhaal;
  const scenes = [[stap1], [stap2, overleg1], [stap3], [stap4], [stap5], [stap6]];
  for (const scene of scenes.slice(0, tot).flat()) await scene(toneel);
  return { groep, project: projectVan(await live(world, groep, 1)) };
}
