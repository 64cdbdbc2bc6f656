import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from '../support/voorbeeld/kaart.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

describe.each(['dialoog', 'kaart'] as const)('starting a project, with forms as %s', (forms) => {
  it('makes who starts projectleider and shows the group its first card [Z1, A20, B3, B4]', async () => {
    world = await openWorld({ forms });
    const groep = world.groepschat('Sanne', 'Bram', 'Fatima');
    const sanne = groep.lid('Sanne');

    await sanne.typt('start');
    const receipt = await sanne.drukt('Project starten', {
      naam: 'Overlast Stationsplein',
      opdrachtgevers: 'de burgemeester',
    });
    await world.rust();

    expect(textOf(receipt)).toContain('Overlast Stationsplein is gestart.');
    const kaart = textOf(groep.card('Stap 1 van 6'));
    expect(kaart).toContain('Projectprofiel');
    expect(kaart).toContain('de burgemeester');
    expect(kaart).toContain('3 deelnemers');
  });
});
