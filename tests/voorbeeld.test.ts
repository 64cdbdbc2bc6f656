import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Event } from '../src/process/feiten/project.ts';
import { profiel } from '../src/process/feiten/gegevens.ts';
import { VOORBEELD } from '../src/process/feiten/voorbeeld.ts';
import { openLog } from '../src/storage/log/log.ts';
import { projectVan } from './groep/hulp.ts';
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
  6: [/Bij de start 24, doel 12, gemeten 15 aangiften per maand/, '1 klaar, 5 bezig'],
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
    expect(textOf(await leider.typt('status'))).toContain(`Nu: stap ${niveau}, `);
    const live = textOf(await kaart(niveau));
    for (const zin of GEVULD[niveau]) expect(live).toMatch(zin);
    expect(dateOf(world.nu())).toBe(plusDays(begin, { days: 7 * wekenTot(niveau) }));
  }
  const project = projectVan(await kaart(6));
  const gezegd = (await openLog(world.tables.projecten).events(project)).map(alsVoorbeeld);
  await world.close();
  // Made again with `npm run record:voorbeeld`.
  if (process.env['OPNEMEN']) writeFileSync(OPNAME, JSON.stringify(gezegd, null, 2));
  else expect(gezegd).toEqual(JSON.parse(readFileSync(OPNAME, 'utf8')));
});

const OPNAME = new URL('../src/planner/voorbeeld.json', import.meta.url);

/** In the place of the people and the conversation of the test: nobody, and nowhere. */
function alsVoorbeeld(event: Event): Event {
  const { facts = {}, texts, kind, id } = event;
  const niemand = { tenant: VOORBEELD, oid: id, teamsId: id };
  const nergens = {
    ...(Array.isArray(facts['identities']) && {
      identities: facts['identities'].map(() => niemand),
    }),
    ...('gesprek' in facts && { gesprek: VOORBEELD, tenant: VOORBEELD }),
  };
  const naam = kind === profiel.name ? texts?.['naam'] : undefined;
  return {
    ...event,
    ...(event.facts && { facts: { ...facts, ...nergens } }),
    ...(naam !== undefined && { texts: { ...texts, naam: `Voorbeeld: ${naam}` } }),
  };
}
