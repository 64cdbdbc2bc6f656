import { afterEach, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

const OVERLAST = { naam: 'Overlast Stationsplein', opdrachtgevers: 'de burgemeester' };

it('takes a project along to another conversation, card and all, and leaves the old one', async () => {
  world = await openWorld();
  const oud = world.groepschat('Sanne', 'Bram');
  const nieuw = world.groepschat('Sanne', 'Bram', 'Fatima');
  await oud.lid('Sanne').typt('start');
  await oud.lid('Sanne').drukt('Project starten', OVERLAST, oud.card('Een project starten'));
  await world.rust();
  const oudeKaart = oud.card('Stap 1 van 6');

  const sanne = nieuw.lid('Sanne');
  await sanne.typt('start');
  const receipt = await sanne.drukt('Haal Overlast Stationsplein hierheen');
  await world.rust();

  expect(textOf(receipt)).toContain('Overlast Stationsplein staat nu in dit gesprek.');
  expect(textOf(nieuw.card('Stap 1 van 6'))).toContain('Projectprofiel');
  expect(
    textOf(oud.card('Dit project gaat verder in een andere chat of een ander kanaal.')),
  ).not.toContain('Stap 1');
  expect(textOf(await oud.lid('Bram').drukt('Deelnemers (2)', {}, oudeKaart))).toContain(
    'werkt niet meer',
  );
  expect(textOf(await oud.lid('Bram').typt('status'))).toContain('Hier loopt nog geen project.');
});

it('moves nothing for somebody who does not lead the project', async () => {
  world = await openWorld();
  const oud = world.groepschat('Sanne', 'Bram');
  const nieuw = world.groepschat('Bram', 'Fatima');
  await oud.lid('Sanne').typt('start');
  await oud.lid('Sanne').drukt('Project starten', OVERLAST, oud.card('Een project starten'));
  await world.rust();

  const form = await nieuw.lid('Bram').typt('start');

  expect(textOf(form)).toContain('Een project starten');
  expect(() => nieuw.lid('Bram').druk('Haal Overlast Stationsplein hierheen', {}, form)).toThrow();
});
