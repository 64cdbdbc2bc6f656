import { expect, it } from 'vitest';
import type { ListScreen } from '../../src/process/vormen/screen.ts';
import { groep } from '../../support/groep.ts';

it('open afspraken stand by the day they are due, those without a day first, in every order of making them', () => {
  const dagen = ['2027-03-01', '', '2027-02-01', '2028-01-01', '2027-02-15'];
  for (let schuif = 0; schuif < dagen.length; schuif += 1) {
    const world = groep('sanne', 'bram');
    for (const wanneer of [...dagen.slice(schuif), ...dagen.slice(0, schuif)])
      world.doet('sanne', 'overleg.afspraak', { wat: wanneer || 'ooit', wie: 'bram', wanneer });
    const { groepen } = world.ziet('sanne', 'afspraken') as ListScreen;

    expect(groepen[0]?.items.map(({ tekst }) => tekst)).toEqual([
      'ooit',
      '2027-02-01',
      '2027-02-15',
      '2027-03-01',
      '2028-01-01',
    ]);
    expect(groepen[0]?.items.map(({ regels }) => regels[0])).toEqual([
      'bram',
      'bram, voor ma 1 februari',
      'bram, voor ma 15 februari',
      'bram, voor ma 1 maart',
      'bram, voor za 1 januari 2028',
    ]);
  }
});
