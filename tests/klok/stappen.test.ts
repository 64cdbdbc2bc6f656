import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import type { World } from '../../support/world.ts';
import { inStap2 } from './hulp.ts';
import { aantalMet, allesIn, live, opentEnVult, PROBLEEM, titels } from '../groep/hulp.ts';
import type { Stuk } from '../groep/stuk.ts';

/** Bram has answered; Sanne and Lotte have not. */
async function metAntwoord(): Promise<Stuk> {
  const stuk = await inStap2(['Bram', 'Lotte']);
  const kaart = await live(stuk.world, stuk.groep, 2);
  await opentEnVult(stuk.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
  return stuk;
}

const eigen = (world: World, naam: string) => world.alleen(naam);

describe('before the deadline', () => {
  it('who has not answered is asked alone half-way, and mentioned in the group at 80 percent, with the buttons that answer; the others are not [Z3, Z8]', async () => {
    const { world, groep } = await metAntwoord();
    await world.wordt('2027-01-08', '16:00');
    expect(allesIn(groep)).not.toContain('we horen graag ook van jullie');

    await world.wordt('2027-01-11', '09:01');
    expect(allesIn(groep)).not.toContain('we horen graag ook van jullie');
    const alleen = eigen(world, 'Lotte').card('Overlast Stationsplein: we horen graag van je.');
    expect(titels(alleen)).toEqual([
      'Probleem doorgeven',
      'Ik heb niets toe te voegen',
      'Later',
      'Herinneringen aanpassen',
    ]);
    expect(allesIn(eigen(world, 'Bram'))).toBe('');

    await world.wordt('2027-01-12', '16:00');
    const samen = groep.card('we horen graag ook van jullie');
    expect(textOf(samen)).toContain('Sanne</at>, <at>Lotte');
    expect(textOf(samen)).toContain('Stap 2 sluit do 14 januari, 17.00 uur.');
    expect(titels(samen)).toEqual([
      'Probleem doorgeven',
      'Ik heb niets toe te voegen',
      'Herinneringen aanpassen',
    ]);
    expect(allesIn(eigen(world, 'Bram'))).toBe('');

    await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, samen);
    await world.rust();
    expect(textOf(groep.card('we horen graag ook van jullie'))).not.toContain('Lotte');
    expect(allesIn(eigen(world, 'Lotte'))).toContain('Dank je wel. Dit is gedaan.');
    await world.close();
  });
});

describe('at the deadline', () => {
  it('the step closes, the card shows it, the group reads a summary, and the projectleider is asked how to go on [Z8, E18]', async () => {
    const { world, groep } = await metAntwoord();
    await world.wordt('2027-01-14', '17:01');
    expect(aantalMet(groep, 'Stap 2 is gesloten.')).toBe(0);

    await world.wordt('2027-01-14', '17:02');
    expect(textOf(groep.card('Stap 2 is gesloten.'))).toContain('1 van de 3 heeft gereageerd.');
    expect(textOf(await live(world, groep, 2))).not.toContain('Probleem doorgeven');
    await world.wordt('2027-01-15', '09:01');
    const vraag = textOf(eigen(world, 'Sanne').card('Hoe gaat het project verder?'));
    expect(vraag).toContain('Stap 2 is gesloten sinds do 14 januari, 17.00 uur.');
    expect(vraag).toContain('Nog niets van: Sanne, Lotte.');
    await world.close();
  });
});
