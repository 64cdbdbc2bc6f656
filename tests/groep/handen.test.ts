import { describe, expect, it } from 'vitest';
import { standing, textOf, type Antwoorden } from '../../support/voorbeeld/kaart.ts';
import { wordRegels } from '../exports/hulp.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { live, opentEnVult, PROBLEEM, projectVan, titels, vult } from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

const DRIE = 'Wat moet eerst?';

const VIJF = ['Sanne', 'Bram', 'Lotte', 'Cees', 'Noor'];

/** Overleg 1 goes on, with two problems; Bram and Lotte are of one organisatie. */
async function aanTafel(namen = VIJF.slice(0, 3)): Promise<Stuk> {
  const stuk = await inStap2({ namen });
  const sanne = stuk.lid('Sanne');
  for (const wat of ['Scooters op de stoep.', 'Geen verlichting.'])
    await opentEnVult(stuk.lid('Bram'), stuk.kaart, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': wat,
    });
  for (const naam of ['Bram', 'Lotte'])
    await opentEnVult(stuk.lid(naam), await stuk.zegt(naam, 'deelnemers'), 'Mijn gegevens', {
      'Soort organisatie': 'Politie',
    });
  const agenda = await stuk.zegt('Sanne', 'agenda');
  await opentEnVult(sanne, agenda, 'Start het overleg', {}, 'Start het overleg');
  const open = await stuk.zegt('Sanne', 'agenda');
  await opentEnVult(sanne, open, 'Stemming openen', {}, 'Open de stemming');
  await stuk.world.rust();
  return stuk;
}

const handen = async (stuk: Stuk) =>
  stuk.lid('Sanne').drukt('Opgestoken handen invoeren', {}, await stuk.zegt('Sanne', 'agenda'));

describe('a show of hands in overleg 1', () => {
  it('is counted per organisatie, one after the other, and told as such everywhere', async () => {
    const stuk = await aanTafel();
    const sanne = stuk.lid('Sanne');
    const first = await handen(stuk);
    expect(textOf(first)).toContain('Opgestoken handen: Sanne');
    const next = await vult(sanne, first, { [DRIE]: ['Scooters'] }, 'Opslaan en volgende');
    expect(textOf(next)).toContain('Opgestoken handen: Politie');
    expect(textOf(next)).toContain('Dit is nummer 2 van 2.');
    const counts: Antwoorden = { Scooters: '2', 'Geen verlichting': '1' };
    const klaar = await vult(sanne, next, counts);
    expect(textOf(klaar)).toContain('De handen van Politie zijn geteld.');
    await sanne.drukt('Sluit de stemming', {}, await sanne.typt('agenda'));
    await stuk.world.rust();

    // Of so few voters not how many hands: a next figure would tell who voted since.
    const stand = '3 van de 3 hebben gestemd. Er zijn handen opgestoken.';
    expect(textOf(stuk.groep.card('De stemming is gesloten.'))).toContain(stand);
    const uitslag = textOf(
      await stuk
        .lid('Lotte')
        .drukt('Bekijk de stemming', {}, stuk.groep.card('De stemming is gesloten.')),
    );
    expect(uitslag).toContain('3 van de 3 stemmers kozen dit');
    // Three voters: nobody reads what one organisatie of them chose.
    expect(uitslag).not.toContain('Per organisatie');

    const project = projectVan(await live(stuk.world, stuk.groep, 2));
    const tab = lezer(stuk.world, 'Lotte');
    const blad = await tab.blad({
      project,
      blad: 'overleg',
      args: { punt: 'prioritering', scherm: '' },
    });
    expect(tekstVan(blad.html)).toContain('Stemmen per probleem');
    expect(tekstVan(blad.html)).not.toContain('Stemmen per organisatie');
    const plan = wordRegels(await tab.bestand(project, { soort: 'plan' })).join('\n');
    expect(plan).toContain(stand);
    expect(plan).not.toContain('Stemmen per organisatie');
    await stuk.world.close();
  });

  it('is corrected until the close, and a vote of one’s own takes its place', async () => {
    const stuk = await aanTafel();
    const sanne = stuk.lid('Sanne');
    const first = await handen(stuk);
    const lijst = await sanne.drukt('Alle organisaties', {}, first);
    expect(textOf(lijst)).toContain('Nog niet geteld.');
    await vult(sanne, first, { [DRIE]: ['Scooters'] });
    const weer = await sanne.drukt('Alle organisaties', {}, await handen(stuk));
    expect(textOf(weer)).toContain('Geteld, van 1 persoon.');
    const form = await sanne.drukt('Aanpassen', {}, weer);
    // The others read along, and so few voters are told apart.
    expect(standing(form)['keuzes'] ?? '').toBe('');
    expect(textOf(form)).toContain('Wat je eerder invulde, zie je hier niet.');
    await vult(sanne, form, { [DRIE]: ['Geen verlichting'] });

    const kaart = await live(stuk.world, stuk.groep, 2);
    await opentEnVult(sanne, kaart, 'Stemmen', { [DRIE]: ['Scooters'] }, 'Stem');
    await sanne.drukt('Sluit de stemming', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.world.rust();
    const dicht = stuk.groep.card('De stemming is gesloten.');
    expect(textOf(dicht)).toContain('1 van de 3 heeft gestemd.');
    const uitslag = textOf(await stuk.lid('Bram').drukt('Bekijk de stemming', {}, dicht));
    expect(uitslag).toContain('1 van de 1 stemmer koos dit');
    expect(titels(await stuk.zegt('Sanne', 'agenda'))).not.toContain('Opgestoken handen invoeren');
    await stuk.world.close();
  });

  it('says so when everybody voted themselves, and who does not lead cannot enter it', async () => {
    const stuk = await aanTafel(VIJF);
    const form = await handen(stuk);
    expect(titels(await stuk.zegt('Bram', 'agenda'))).not.toContain('Opgestoken handen invoeren');
    const kaart = await live(stuk.world, stuk.groep, 2);
    for (const naam of VIJF)
      await opentEnVult(stuk.lid(naam), kaart, 'Stemmen', { [DRIE]: ['Scooters'] }, 'Stem');

    expect(textOf(await vult(stuk.lid('Sanne'), form, { [DRIE]: ['Scooters'] }))).toContain(
      'Iedereen heeft zelf gestemd.',
    );
    await stuk.world.close();
  });
});
