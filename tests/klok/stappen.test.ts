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
  it('who has not answered is mentioned half-way and at 80 percent, with the buttons that answer; the others are not [Z3, Z8]', async () => {
    const { world, groep } = await metAntwoord();
    await world.wordt('2027-01-08', '16:00');
    expect(allesIn(groep)).not.toContain('we horen graag ook van jullie');

    await world.wordt('2027-01-11', '09:01');
    const eerste = groep.card('we horen graag ook van jullie');
    expect(textOf(eerste)).toContain('Sanne</at>, <at>Lotte');
    expect(textOf(eerste)).toContain('Stap 2 sluit do 14 januari, 17.00 uur.');
    expect(titels(eerste)).toEqual([
      'Probleem doorgeven',
      'Ik heb niets toe te voegen',
      'Herinneringen aanpassen',
    ]);
    expect(allesIn(eigen(world, 'Lotte'))).toContain(
      'Overlast Stationsplein: we horen graag van je.',
    );
    expect(allesIn(eigen(world, 'Bram'))).toBe('');

    await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, eerste);
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
