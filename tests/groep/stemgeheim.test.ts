import { expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { wordRegels } from '../exports/hulp.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { live, opentEnVult, PROBLEEM, projectVan } from './hulp.ts';
import { begintOverleg, inStap2 } from './stuk.ts';

it('a secret vote is cast, closed and read by nobody further than its outcome', async () => {
  const stuk = await inStap2();
  for (const wat of ['Scooters op de stoep.', 'Geen verlichting.'])
    await opentEnVult(stuk.lid('Bram'), stuk.kaart, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': wat,
    });
  await begintOverleg(stuk);
  await opentEnVult(
    stuk.lid('Sanne'),
    await stuk.zegt('Sanne', 'agenda'),
    'Stemming openen',
    { 'Wie ziet wat': 'Iedereen ziet alleen de uitslag' },
    'Open de stemming',
  );
  await stuk.world.rust();
  const zin = 'Iedereen ziet alleen de uitslag. Niemand ziet wat jij koos.';
  expect(textOf(stuk.groep.card('Stem mee.'))).toContain(zin);

  const kaart = await live(stuk.world, stuk.groep, 2);
  const ballot = await stuk.lid('Bram').drukt('Stemmen', {}, kaart);
  expect(textOf(ballot)).toContain(zin);
  for (const naam of ['Bram', 'Lotte'])
    await opentEnVult(
      stuk.lid(naam),
      kaart,
      'Stemmen',
      { 'Wat moet eerst?': ['Geen verlichting'] },
      'Stem',
    );
  const open = await stuk.lid('Bram').drukt('Bekijk de stemming', {}, kaart);
  expect(textOf(open)).toContain('De uitslag zie je als de stemming sluit.');
  await stuk.lid('Sanne').drukt('Sluit de stemming', {}, await stuk.zegt('Sanne', 'agenda'));
  await stuk.world.rust();

  const dicht = await stuk
    .lid('Sanne')
    .drukt('Bekijk de stemming', {}, stuk.groep.card('De stemming is gesloten.'));
  expect(textOf(dicht)).toContain('1. Geen verlichting.');
  const project = projectVan(await live(stuk.world, stuk.groep, 2));
  const tab = lezer(stuk.world, 'Sanne');
  const blad = await tab.blad({ project, blad: 'hoofdstuk.prioriteiten' });
  const scherm = await tab.blad({
    project,
    blad: 'overleg',
    args: { punt: 'prioritering', scherm: 'ja' },
  });
  const plan = wordRegels(await tab.bestand(project, { soort: 'plan' })).join('\n');
  const verloop = tekstVan((await tab.blad({ project, blad: 'verloop' })).html);
  for (const gelezen of [textOf(dicht), tekstVan(blad.html), plan])
    expect(gelezen).toContain('Daarom zie je alleen de volgorde.');
  for (const gelezen of [textOf(dicht), tekstVan(blad.html), tekstVan(scherm.html), plan])
    expect(gelezen).not.toMatch(/Bram \d|Lotte \d|stemmers? (koos|kozen)|van de 2 stemmers/);
  expect(verloop).not.toContain('stemde');
  await stuk.world.close();
});
