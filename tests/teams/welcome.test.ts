import { afterEach, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { gebeurtenis } from '../groep/hulp.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

it('warns in a channel how many people read along, and says how to do better [A13]', async () => {
  world = await openWorld();
  const kanaal = world.kanaal('Sanne', 'Bram', 'Fatima');
  const sanne = kanaal.lid('Sanne');

  await sanne.installeert();

  const welkom = kanaal.card('Veiligheidsplanner');
  expect(textOf(welkom)).toContain('Sanne heeft mij toegevoegd.');
  expect(textOf(welkom)).toContain('iedereen in dit team leest hier mee (3 mensen)');
  expect(textOf(await sanne.drukt('Hoe doe ik dat?', {}, welkom))).toContain('Kies Privé.');
});

it('greets a group chat once, however often Teams says that it was installed', async () => {
  world = await openWorld();
  const chat = world.groepschat('Sanne', 'Bram');

  await chat.lid('Sanne').installeert();
  await chat.lid('Sanne').installeert();

  expect(chat.cards()).toHaveLength(1);
  expect(textOf(chat.card('Veiligheidsplanner'))).not.toContain('leest hier mee');
});

it('says how to ask it something where others talk too, and not in the own chat', async () => {
  world = await openWorld();
  const zin = 'Wil je mij iets vragen? Typ dan eerst @Veiligheidsplanner.';
  const groepen = [world.groepschat('Sanne', 'Bram'), world.kanaal('Sanne', 'Bram')];
  for (const groep of groepen) {
    await groep.lid('Sanne').installeert();
    expect(textOf(groep.card('Hallo'))).toContain(zin);
  }
  const eigen = world.alleen('Sanne');
  await eigen.lid('Sanne').installeert();
  expect(textOf(eigen.card('Hallo'))).not.toContain('@');
});

it('greets once when Teams tells two instances at the same time, and again when it is installed later', async () => {
  world = await openWorld({ instances: 2 });
  const chat = world.groepschat('Sanne', 'Bram');
  const sanne = chat.lid('Sanne');
  const install = gebeurtenis(chat, 'installationUpdate', { action: 'add' });

  for (let keer = 0; keer < 3; keer += 1)
    await Promise.all([sanne.stuurt(install, 0), sanne.stuurt(install, 1)]);
  await world.rust();
  expect(chat.cards()).toHaveLength(1);

  world.het_is('2027-01-05');
  await Promise.all([sanne.stuurt(install, 1), sanne.stuurt(install, 0)]);
  expect(chat.cards()).toHaveLength(2);
});
