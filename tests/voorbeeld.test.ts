import { expect, it } from 'vitest';
import { textOf } from '../support/voorbeeld/kaart.ts';
import {
  NIVEAUS,
  speelTot,
  wekenTot,
  type Niveau,
  type Verloop,
} from '../support/voorbeeld/niveaus.ts';
import { PARTNERS } from '../support/voorbeeld/stationsplein.ts';
import { dateOf, localOf, plusDays } from '../src/process/taal/time.ts';
import { openWorld } from '../support/world.ts';

/** What shows that the example is well filled at a step. */
const GEVULD: Readonly<Record<Niveau, readonly (string | RegExp)[]>> = {
  2: ['5 van de 8 hebben gereageerd.'],
  3: ['1. Fietsdiefstal', '5 van de 8 hebben gereageerd.'],
  4: ['Nu 24, doel 12 aangiften per maand'],
  5: [/Een bewaakte fietsenstalling.*\nLotte Visser, \d/],
  6: [/Bij de start 24 → doel 12 → gemeten 15 aangiften per maand/, '1 klaar, 5 bezig'],
};

it('the example stands in every step from 2 to 6, with what people have filled in by then', async () => {
  const world = await openWorld();
  const groep = world.groepschat('Sanne de Wit', ...PARTNERS.map(({ naam }) => naam));
  const leider = groep.lid('Sanne de Wit');
  const kaart = async (stap: number) => {
    await world.rust();
    return groep.card(`Stap ${stap} van 6`);
  };
  const verloop: Verloop = {
    toneel: {
      leider,
      partner: (naam) => groep.lid(naam),
      kaart,
      get vandaag() {
        return dateOf(world.nu());
      },
    },
    later: (weken) => {
      const datum = plusDays(dateOf(world.nu()), { days: 7 * weken });
      return world.wordt(datum, localOf(world.nu()).tijd);
    },
  };

  const begin = dateOf(world.nu());
  let vanaf: Niveau | undefined;
  for (const niveau of NIVEAUS) {
    await speelTot(verloop, niveau, vanaf);
    vanaf = niveau;
    world.minuut();
    expect(textOf(await leider.typt('status'))).toMatch(
      new RegExp(`^${niveau} .* hier zijn we nu$`, 'm'),
    );
    const live = textOf(await kaart(niveau));
    for (const zin of GEVULD[niveau]) expect(live).toMatch(zin);
    expect(dateOf(world.nu())).toBe(plusDays(begin, { days: 7 * wekenTot(niveau) }));
  }
  await world.close();
});
