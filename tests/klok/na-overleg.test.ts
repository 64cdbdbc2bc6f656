import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { aantalMet, titels, volgende } from '../groep/hulp.ts';
import { begintOverleg, sluitOverleg, type Stuk } from '../groep/stuk.ts';
import { inStap2 } from './hulp.ts';

// Step 2 is open until Thursday 14 January 17.00: how to go on is asked on the mornings of 15, 19 and 25 January.

const GEWEEST = 'Overleg 1 is geweest.';
const VERDER = 'Hoe gaat het project verder?';

/** On this day, from ten o'clock. */
async function begint(stuk: Stuk, datum: string): Promise<void> {
  stuk.world.het_is(datum, '10:00');
  await begintOverleg(stuk);
}

async function sluit(stuk: Stuk, datum: string): Promise<void> {
  stuk.world.het_is(datum, '12:00');
  await sluitOverleg(stuk);
}

const chat = ({ world }: Stuk, naam = 'Sanne') => world.alleen(naam);
const keren = (stuk: Stuk, text: string, naam?: string) => aantalMet(chat(stuk, naam), text);

describe('after an overleg was held', () => {
  it.each([
    ['after the first prompt', '2027-01-15', '2027-01-18'],
    ['after the second', '2027-01-20', '2027-01-21'],
    ['after all three, before a weekend', '2027-02-05', '2027-02-08'],
    ['after all three, before Easter', '2027-03-25', '2027-03-30'],
  ])(
    '%s, whoever leads is asked on the next working morning how to go on, once',
    async (_wanneer, dag, ochtend) => {
      const stuk = await inStap2(['Bram', 'Lotte']);
      const { world } = stuk;
      await world.wordt('2027-01-15', '09:00');
      if (dag > '2027-01-19') await world.wordt('2027-01-19', '09:00');
      if (dag > '2027-01-25') await world.wordt('2027-01-25', '09:00');
      await begint(stuk, dag);
      await sluit(stuk, dag);
      await world.wordt(ochtend, '08:59');
      expect(keren(stuk, VERDER)).toBe(0);

      await world.wordt(ochtend, '09:00');
      expect(keren(stuk, VERDER)).toBe(1);
      expect(keren(stuk, GEWEEST)).toBe(1);
      expect(keren(stuk, GEWEEST, 'Bram')).toBe(0);
      expect(titels(chat(stuk).card(GEWEEST))).toContain('Volgende stap');
      await world.wordt('2027-05-31', '09:00');
      expect(keren(stuk, GEWEEST)).toBe(1);
      await world.close();
    },
  );

  it('is asked too when nobody closed it, with what it left open in the same message', async () => {
    const stuk = await inStap2(['Bram', 'Lotte']);
    await stuk.world.wordt('2027-01-25', '09:00');
    await begint(stuk, '2027-01-28');
    await stuk.world.wordt('2027-01-28', '16:00');
    await stuk.world.wordt('2027-01-29', '09:00');
    expect(keren(stuk, VERDER)).toBe(1);
    expect(textOf(chat(stuk).card(GEWEEST))).toContain('punten hebben nog geen uitkomst');
    await stuk.world.close();
  });

  it('is asked once where the prompt about the end of the step falls on that same morning', async () => {
    const stuk = await inStap2(['Bram', 'Lotte']);
    await stuk.world.wordt('2027-01-15', '09:00');
    await begint(stuk, '2027-01-18');
    await sluit(stuk, '2027-01-18');
    await stuk.world.wordt('2027-01-19', '09:00');
    expect(keren(stuk, VERDER)).toBe(1);
    expect(textOf(chat(stuk).card('Hoe gaat')).split(VERDER)).toHaveLength(2);
    await stuk.world.close();
  });

  it('is not asked while the step is open for entering: its end is still to come', async () => {
    const stuk = await inStap2(['Bram', 'Lotte']);
    await begint(stuk, '2027-01-12');
    await sluit(stuk, '2027-01-12');
    await stuk.world.wordt('2027-01-14', '16:00');
    expect(keren(stuk, VERDER)).toBe(0);
    await stuk.world.wordt('2027-01-15', '09:00');
    expect(keren(stuk, VERDER)).toBe(1);
    await stuk.world.close();
  });

  it('is not asked once the group went on', async () => {
    const stuk = await inStap2(['Bram', 'Lotte']);
    await stuk.world.wordt('2027-01-25', '09:00');
    await begint(stuk, '2027-01-28');
    await volgende(stuk.lid('Sanne'));
    await stuk.world.wordt('2027-01-29', '16:00');
    expect(keren(stuk, GEWEEST)).toBe(0);
    await stuk.world.close();
  });
});
