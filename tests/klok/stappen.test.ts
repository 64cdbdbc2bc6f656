import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import type { Groep, World } from '../../support/world.ts';
import { inStap2 } from './hulp.ts';
import { localOf, plusMs, utcOf } from '../../src/process/taal/time.ts';
import {
  aantalMet,
  allesIn,
  live,
  opentEnVult,
  PROBLEEM,
  titels,
  volgende,
  vult,
} from '../groep/hulp.ts';
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
    expect(allesIn(groep)).not.toContain('ik hoor graag ook van jullie');

    await world.wordt('2027-01-11', '09:01');
    expect(allesIn(groep)).not.toContain('ik hoor graag ook van jullie');
    const alleen = eigen(world, 'Lotte').card('Overlast Stationsplein: ik hoor graag van je.');
    expect(titels(alleen)).toEqual([
      'Probleem doorgeven',
      'Ik heb niets toe te voegen',
      'Later',
      'Herinneringen aanpassen',
    ]);
    expect(allesIn(eigen(world, 'Bram'))).toBe('');

    await world.wordt('2027-01-12', '16:00');
    const samen = groep.card('ik hoor graag ook van jullie');
    expect(textOf(samen)).toContain('Sanne</at>, <at>Lotte');
    expect(textOf(samen)).toContain('Stap 2 sluit op donderdag 14 januari om 17.00 uur.');
    expect(titels(samen)).toEqual([
      'Probleem doorgeven',
      'Ik heb niets toe te voegen',
      'Herinneringen aanpassen',
    ]);
    expect(allesIn(eigen(world, 'Bram'))).toBe('');

    await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, samen);
    await world.rust();
    expect(textOf(groep.card('ik hoor graag ook van jullie'))).not.toContain('Lotte');
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
    expect(vraag).toContain('Stap 2 is gesloten sinds donderdag 14 januari om 17.00 uur.');
    expect(vraag).toContain('Nog niets van: Sanne, Lotte.');
    await world.close();
  });
});

/** The messages that say what came in, beside the card of the step itself. */
const samenvattingen = (groep: Groep) =>
  groep
    .cards()
    .filter((card) => card.isLive !== true && textOf(card).includes('Stap 2 is gesloten.')).length;

describe('a deadline outside working hours', () => {
  /** Step 2 with this deadline. */
  async function tot(datum: string, tijd: string): Promise<Stuk> {
    const stuk = await metAntwoord();
    const sanne = stuk.lid('Sanne');
    await vult(sanne, await sanne.typt('deadline'), {
      'Tot wanneer': datum,
      'Hoe laat?': tijd,
    });
    await stuk.world.rust();
    return stuk;
  }

  it.each([
    ['on a Saturday', '2027-01-16', '17:00', '2027-01-18'],
    ['on a Friday evening', '2027-01-15', '20:00', '2027-01-18'],
    ['at midnight', '2027-01-14', '00:00', '2027-01-14'],
    ['early in the morning', '2027-01-14', '07:30', '2027-01-14'],
    ['on Good Friday', '2027-03-26', '12:00', '2027-03-30'],
    ['on Koningsdag', '2027-04-27', '12:00', '2027-04-28'],
  ])(
    '%s closes the step at its time, and the group reads what came in on the next working morning, once',
    async (_wanneer, datum, tijd, ochtend) => {
      const { world, groep, zegt } = await tot(datum, tijd);
      const erna = localOf(plusMs(utcOf({ datum, tijd }), 2 * 60_000));
      await world.wordt(erna.datum, erna.tijd);
      expect(textOf(await live(world, groep, 2))).toContain('Je kunt niets meer invullen.');
      expect(textOf(await zegt('Bram', 'status'))).toContain('Gesloten voor deelnemers');
      expect(samenvattingen(groep)).toBe(0);

      await world.wordt(ochtend, '08:59');
      expect(samenvattingen(groep)).toBe(0);
      await world.wordt(ochtend, '09:00');
      expect(samenvattingen(groep)).toBe(1);
      expect(allesIn(groep)).toContain('1 van de 3 heeft gereageerd.');
      await world.wordt(ochtend, '16:00');
      expect(samenvattingen(groep)).toBe(1);
      await world.close();
    },
  );

  it('is told with the next step when the group goes on before that morning, and not again', async () => {
    const { world, groep, lid } = await tot('2027-01-16', '12:00');
    await world.wordt('2027-01-16', '12:02');
    expect(samenvattingen(groep)).toBe(0);
    await volgende(lid('Sanne'));
    await world.rust();
    expect(samenvattingen(groep)).toBe(1);
    await world.wordt('2027-01-18', '09:00');
    expect(samenvattingen(groep)).toBe(1);
    await world.close();
  });

  it('tells nothing of a closing that was taken back before that morning', async () => {
    const { world, groep, lid } = await tot('2027-01-16', '12:00');
    await world.wordt('2027-01-16', '12:02');
    const sanne = lid('Sanne');
    await vult(sanne, await sanne.typt('deadline'), { 'Tot wanneer': '2027-01-21' });
    await world.wordt('2027-01-18', '09:00');
    expect(samenvattingen(groep)).toBe(0);
    await world.close();
  });

  it('at midnight is the end of the day before, wherever it stands', async () => {
    const { world, groep, zegt } = await tot('2027-01-14', '00:00');
    const zin = 'het einde van wo 13 januari';
    const voluit = 'het einde van woensdag 13 januari';
    expect(textOf(groep.card('Stap 2 heeft een nieuwe'))).toContain(
      `Je kunt invullen tot ${voluit}.`,
    );
    expect(textOf(await live(world, groep, 2))).toContain(`Tot ${zin}\n`);
    expect(textOf(await zegt('Lotte', 'status'))).toContain(`Tot ${zin}`);
    // The last reminder comes on the working day before that end.
    await world.wordt('2027-01-12', '09:00');
    expect(textOf(groep.card('ik hoor graag ook'))).toContain(`Stap 2 sluit aan ${voluit}.`);
    await world.close();
  });
});

it('a reminder names twenty people, and says how many more', async () => {
  const { world, groep } = await inStap2(Array.from({ length: 24 }, (_, nr) => `Partner ${nr}`));
  await world.wordt('2027-01-12', '16:00');
  const kaart = textOf(groep.card('ik hoor graag ook van jullie'));
  expect(kaart.match(/<at>/g)).toHaveLength(20);
  expect(kaart).toContain('En nog 5 anderen.');
  await world.close();
});
