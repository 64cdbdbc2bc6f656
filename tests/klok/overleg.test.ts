import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { inStap2 } from './hulp.ts';
import { aantalMet, allesIn, opentEnVult, titels, vult } from '../groep/hulp.ts';
import { begintOverleg, kiestPlaatsvervanger, sluitOverleg, type Stuk } from '../groep/stuk.ts';

/** Step 2, on Monday 4 January; overleg 1 on Tuesday 19 January at 10.00, planned by Sanne. */
async function gepland(antwoorden: Record<string, string | string[]> = {}): Promise<Stuk> {
  const stuk = await inStap2(['Bram', 'Lotte']);
  const { world, groep } = stuk;
  await opentEnVult(groep.lid('Sanne'), await stuk.zegt('Sanne', 'agenda'), 'Plannen', {
    'Welke dag?': '2027-01-19',
    'Tot hoe laat?': '11:30',
    'Waar?': 'stadhuis, kamer 2.14',
    ...antwoorden,
  });
  await world.rust();
  return stuk;
}

const VOORSTEL = 'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:';

describe('an overleg that is planned', () => {
  it('is proposed with its agenda three working days before, and for good the day before [Z4]', async () => {
    const { world, groep } = await gepland();
    await world.wordt('2027-01-13', '16:59');
    expect(aantalMet(groep, VOORSTEL)).toBe(0);
    await world.wordt('2027-01-14', '09:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(1);
    expect(textOf(groep.card(VOORSTEL))).toContain(
      'Overleg 1: wat pakken we het eerst aan?\ndi 19 januari, 10.00–11.30 uur, stadhuis, kamer 2.14',
    );
    await world.wordt('2027-01-18', '09:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(2);
    expect(aantalMet(groep, 'De agenda van overleg 1')).toBe(1);
    await world.close();
  });

  it('is told again two hours before it begins, and not earlier', async () => {
    const { world } = await gepland({ 'Hoe laat?': '15:00', 'Tot hoe laat?': '16:00' });
    await world.wordt('2027-01-19', '12:59');
    const bram = world.alleen('Bram');
    expect(aantalMet(bram, 'Vandaag is overleg 1')).toBe(0);
    await world.wordt('2027-01-19', '13:00');
    expect(aantalMet(bram, 'Vandaag is overleg 1, om 15.00 uur')).toBe(1);
    await world.close();
  });

  it('has its proposal as early as the projectleider chose', async () => {
    const stuk = await gepland();
    const { world, groep } = stuk;
    await opentEnVult(
      groep.lid('Sanne'),
      await stuk.zegt('Sanne', 'instellingen'),
      'Berichten instellen',
      { 'Hoeveel werkdagen': '5' },
    );
    await world.wordt('2027-01-12', '09:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(1);
    await world.close();
  });

  it('has its proposal one working day before it at the latest', async () => {
    const { world, groep, zegt } = await gepland();
    const sanne = groep.lid('Sanne');
    const kiest = async (dagen: string) =>
      opentEnVult(sanne, await zegt('Sanne', 'instellingen'), 'Berichten instellen', {
        'Hoeveel werkdagen': dagen,
      });
    expect(textOf(await kiest('0'))).toContain('Vul een getal in van 1 tot 15.');
    expect(textOf(await kiest('1'))).toContain('Opgeslagen.');
    await world.wordt('2027-01-18', '08:59');
    expect(aantalMet(groep, VOORSTEL)).toBe(0);
    await world.wordt('2027-01-18', '09:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(1);
    await world.close();
  });

  it('is accepted or not in one tap, which can be changed; the group sees how many come', async () => {
    const { world, groep } = await gepland();
    const bericht = () => groep.card('Overleg 1 is gepland.');
    expect(titels(bericht())).toEqual(['Ik kom', 'Ik kom niet', 'Agenda', 'Punt toevoegen']);
    expect(JSON.stringify(bericht())).toContain(
      'https://teams.microsoft.com/l/meeting/new?subject=Overleg%201%3A%20Overlast%20Stationsplein&startTime=2027-01-19T09:00:00.000Z&endTime=2027-01-19T10:30:00.000Z&content=di%2019%20januari%202027%2C%2010.00%20uur%20tot%2011.30%20uur%0Astadhuis%2C%20kamer%202.14',
    );
    await groep.lid('Bram').drukt('Ik kom', {}, bericht());
    await groep.lid('Lotte').drukt('Ik kom niet', {}, bericht());
    await world.rust();
    expect(textOf(bericht())).toContain('1 van de 3 komt, 1 komt niet.');
    await groep.lid('Bram').drukt('Ik kom niet', {}, bericht());
    await world.rust();
    expect(textOf(bericht())).toContain('2 komen niet.');
    await world.close();
  });

  it('is told of on the day, to who did not say that they stay away; those are ticked when it starts', async () => {
    const stuk = await gepland();
    const { world, groep } = stuk;
    await groep.lid('Lotte').drukt('Ik kom niet', {}, groep.card('Overleg 1 is gepland.'));
    await world.wordt('2027-01-19', '09:00');
    expect(allesIn(world.alleen('Bram'))).toContain('Vandaag is overleg 1, om 10.00 uur.');
    expect(allesIn(world.alleen('Lotte'))).toBe('');
    expect(allesIn(groep)).not.toContain('Vandaag is overleg 1');
    const form = await groep
      .lid('Sanne')
      .drukt('Start het overleg', {}, await stuk.zegt('Sanne', 'agenda'));
    const saved = await vult(groep.lid('Sanne'), form, {}, 'Start het overleg');
    expect(textOf(saved)).toContain('Aanwezig: 2 deelnemers.');
    await world.close();
  });

  it('takes everything along when it is moved, and nothing comes when it is off [D13, G11]', async () => {
    const stuk = await gepland();
    const { world, groep } = stuk;
    const sanne = groep.lid('Sanne');
    await groep.lid('Bram').drukt('Ik kom', {}, groep.card('Overleg 1 is gepland.'));
    await opentEnVult(sanne, await stuk.zegt('Sanne', 'agenda'), 'Verplaatsen', {
      'Welke dag?': '2027-02-02',
    });
    await world.rust();
    expect(textOf(groep.card('Overleg 1 is verplaatst.'))).toContain(
      'Nog niemand heeft laten weten of die komt.',
    );
    await world.wordt('2027-01-19', '12:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(0);
    await world.wordt('2027-01-28', '09:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(1);

    await opentEnVult(sanne, await stuk.zegt('Sanne', 'agenda'), 'Afzeggen', {}, 'Afzeggen');
    await world.rust();
    expect(allesIn(groep)).toContain('Overleg 1 gaat niet door.');
    await world.wordt('2027-02-12', '12:00');
    expect(aantalMet(groep, VOORSTEL)).toBe(1);
    expect(allesIn(world.alleen('Sanne'))).not.toContain('Leg dan de uitkomsten vast');
    await world.close();
  });
});

describe('after an overleg', () => {
  it('whoever leads is asked for its outcomes, after 1, 3 and 7 working days, the deputy too', async () => {
    const stuk = await gepland();
    const { world, groep } = stuk;
    await kiestPlaatsvervanger(stuk, 'Bram');
    const vraag =
      'Overleg 1 stond op dinsdag 19 januari. Is het geweest? Leg dan de uitkomsten vast.';
    await world.wordt('2027-01-20', '09:00');
    expect(aantalMet(world.alleen('Sanne'), vraag)).toBe(1);
    expect(aantalMet(world.alleen('Bram'), vraag)).toBe(0);
    await world.wordt('2027-01-22', '09:00');
    await world.wordt('2027-01-28', '09:00');
    expect(aantalMet(world.alleen('Sanne'), vraag)).toBe(3);
    expect(aantalMet(world.alleen('Bram'), vraag)).toBe(2);
    await world.wordt('2027-03-01', '09:00');
    expect(aantalMet(world.alleen('Sanne'), vraag)).toBe(3);
    expect(allesIn(groep)).not.toContain('Is het geweest?');
    await world.close();
  });

  it('that was closed with points open is asked about no more: whoever closed it was told so', async () => {
    const stuk = await gepland();
    const { world, groep } = stuk;
    world.het_is('2027-01-15', '10:00');
    await begintOverleg(stuk);
    const form = await sluitOverleg(stuk);
    const keren = () => aantalMet(world.alleen('Sanne'), 'nog geen uitkomst');
    for (const dag of ['2027-01-18', '2027-01-20', '2027-01-26']) await world.wordt(dag, '09:00');
    expect(textOf(form)).toContain('nog geen uitkomst');
    expect(aantalMet(groep, 'Overleg 1 is klaar.')).toBe(1);
    expect(keren()).toBe(0);
    expect(textOf(await world.alleen('Sanne').lid('Sanne').typt('mijn taken'))).not.toContain(
      'Overleg 1',
    );
    await world.close();
  });
});
