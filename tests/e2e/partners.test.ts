import { expect, it } from 'vitest';
import { knoppenOp, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import {
  TRAAG,
  volgPartners,
  type Meld,
  type Tempo,
  type Zicht,
} from '../../support/voorbeeld/partners.ts';
import type { Toneel } from '../../support/voorbeeld/spelers.ts';
import { PARTNERS } from '../../support/voorbeeld/stationsplein.ts';
import { VERHAAL, type Scene } from '../../support/voorbeeld/verhaal.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';

const LEIDER = 'Sanne de Wit';
const NAMEN = PARTNERS.map(({ naam }) => naam);
const DIRECT: Tempo = { kijken: 0, traag: 0 };

/** Partners in a conversation of the test world; `kijken` shows them the live card as it is now. */
function partnersIn(world: World, groep: Groep, tempo: Tempo, meld: Meld) {
  let show = (_card: AnyCard): void => undefined;
  const zicht: Zicht = {
    onCard: (listener) => void (show = listener),
    speler: (naam) => groep.lid(naam),
  };
  const partners = volgPartners(zicht, tempo, meld);
  return async () => {
    await world.rust();
    const live = groep.cards().findLast(({ isLive }) => isLive);
    if (live) show(live);
    await partners.idle();
    await world.rust();
  };
}

function toneelIn(world: World, groep: Groep): Toneel {
  return {
    leider: groep.lid(LEIDER),
    partner: (naam) => groep.lid(naam),
    kaart: async (stap) => {
      await world.rust();
      return groep.card(`Stap ${stap} van`);
    },
    vandaag: '2027-01-04',
  };
}

it('lets one person walk all six steps while the partners answer by themselves', async () => {
  const world = await openWorld({ forms: 'kaart' });
  const groep = world.groepschat(LEIDER, ...NAMEN);
  const toneel = toneelIn(world, groep);
  const gedaan = new Map<string, string[]>();
  const kijken = partnersIn(world, groep, DIRECT, ({ naam }, daad) => {
    gedaan.set(daad, [...(gedaan.get(daad) ?? []), naam].sort());
  });

  for (const { leider, groep: asked } of Object.values<readonly Scene[]>(VERHAAL).flat()) {
    world.minuut();
    await leider(toneel);
    await kijken();
    if (asked) expect(gedaan.get(asked.doet), asked.doet).toEqual([...(asked.wie ?? NAMEN)].sort());
  }

  const end = textOf(await toneel.kaart(6));
  expect(end).toContain('Overlast Stationsplein is afgerond.');
  await world.close();
});

it('lets each partner answer once, also after a restart, and one of them later than the others', async () => {
  const world = await openWorld({ forms: 'kaart' });
  const groep = world.groepschat(LEIDER, ...NAMEN);
  const toneel = toneelIn(world, groep);
  const order: string[] = [];
  const meld: Meld = ({ naam }, daad) => void order.push(`${naam} ${daad}`);
  const kijken = partnersIn(world, groep, { kijken: 0, traag: 500 }, meld);

  await VERHAAL.stap1[0]?.leider(toneel);
  await kijken();
  await VERHAAL.stap2[0]?.leider(toneel);
  await kijken();
  expect(order).toHaveLength(10);
  expect(order.indexOf(`${TRAAG} gegevens`)).toBe(4);
  expect(order.indexOf(`${TRAAG} probleem`)).toBe(9);

  await kijken();
  await partnersIn(world, groep, DIRECT, meld)();
  expect(order).toHaveLength(10);
  const [alles] = knoppenOp(await toneel.kaart(2)).filter(({ title }) =>
    /^Bekijk alles/.test(title),
  );
  expect(alles?.title).toBe('Bekijk alles (7)');
  await world.close();
});

it('lets partners ask to join a project for which nobody registered them', async () => {
  const world = await openWorld({ forms: 'kaart' });
  const groep = world.kanaal(LEIDER, ...NAMEN);
  const sanne = groep.lid(LEIDER);
  const order: string[] = [];
  const kijken = partnersIn(world, groep, DIRECT, ({ naam }, daad) => {
    order.push(`${naam} ${daad}`);
  });

  await sanne.drukt(
    'Project starten',
    { naam: 'Overlast Stationsplein', opdrachtgevers: 'de burgemeester', leden: '' },
    await sanne.typt('start'),
  );
  await kijken();
  await kijken();
  expect([...order].sort()).toEqual(NAMEN.map((naam) => `${naam} meedoen`).sort());
  expect(groep.card('Bram Jansen wil meedoen.')).toBeDefined();
  await world.close();
});
