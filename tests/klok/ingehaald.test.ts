import { describe, expect, it } from 'vitest';
import { overlegMomenten } from '../../src/process/overleg/momenten.ts';
import { groep } from '../../support/groep.ts';

const gevraagd = (world: ReturnType<typeof groep>) =>
  overlegMomenten(world.beeld).map(({ naam }) => naam);

describe('the outcomes of an overleg', () => {
  it('are asked for until the group goes on with what came of it, held or not', () => {
    const world = groep('anna', 'bram');
    world.stap('probleem');
    world.overleg(1, ['anna']);
    expect(gevraagd(world)).toHaveLength(3);

    world.stap('maatregelen', '2027-02-25');
    expect(gevraagd(world)).toEqual([]);
  });
});
