import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { zietTaken } from '../groep/hulp.ts';
import { begint, gehoord, naStap2, sluit, steltVast } from './kwam.ts';

// Step 2 is over on Thursday 14 January; overleg 1 is on Monday 18 January, and the next working morning is the 19th.

describe('what became of what somebody brought', () => {
  it('is told on the next working morning, once, to whoever brought something, and stands with their tasks [C18, C19, Z8]', async () => {
    const stuk = await naStap2([
      ['Bram', 'Fietsen verdwijnen.'],
      ['Bram', 'Scooters op de stoep'],
    ]);
    const { world } = stuk;
    await begint(stuk);
    await steltVast(stuk);
    await sluit(stuk);
    await world.wordt('2027-01-19', '08:59');
    expect(gehoord(stuk, 'Bram')).toEqual([]);

    await world.wordt('2027-01-19', '09:00');
    const [bericht = '', ...meer] = gehoord(stuk, 'Bram');
    expect(meer).toEqual([]);
    expect(bericht).toContain('• Fietsen verdwijnen: dit pakken we eerst aan, als nummer 1.');
    expect(bericht).toContain('• Scooters op de stoep: dit komt later aan de beurt.');
    expect(gehoord(stuk, 'Lotte')).toEqual([]);
    expect(gehoord(stuk, 'Sanne')).toEqual([]);
    const taken = textOf(await zietTaken(world, 'Bram'));
    expect(taken).toContain('Wat is er gebeurd met wat jij inbracht?');
    expect(taken).toContain('Dit pakken we eerst aan, als nummer 1.');
    expect(textOf(await zietTaken(world, 'Lotte'))).not.toContain('Wat is er gebeurd');
    await world.wordt('2027-03-31', '09:00');
    expect(gehoord(stuk, 'Bram')).toHaveLength(1);
    await world.close();
  });
});
