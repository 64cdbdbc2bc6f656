import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import {
  live,
  allesIn,
  kanariepiet,
  opentEnVult,
  projectVan,
  vult,
  zietTaken,
} from '../groep/hulp.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { begint, gehoord, heropent, naStap2, sluit, steltVast } from './kwam.ts';

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

  it('is told the morning after the list, when that is fixed after the overleg, and not again when it is held again and nothing changes', async () => {
    const stuk = await naStap2([['Bram', 'Fietsen verdwijnen.']]);
    const { world } = stuk;
    await begint(stuk);
    await sluit(stuk);
    await world.wordt('2027-01-20', '09:00');
    expect(gehoord(stuk, 'Bram')).toEqual([]);
    world.het_is('2027-01-20', '15:00');
    await steltVast(stuk);
    await world.wordt('2027-01-21', '09:00');
    expect(gehoord(stuk, 'Bram')).toHaveLength(1);

    await heropent(stuk, '2027-01-25');
    await sluit(stuk, '2027-01-25');
    await world.wordt('2027-01-29', '09:00');
    expect(gehoord(stuk, 'Bram')).toHaveLength(1);
    await world.close();
  });

  it('has its reason: whoever leads is asked after the overleg and with their tasks, and one reason does for many', async () => {
    const stuk = await naStap2([
      ['Bram', 'Fietsen verdwijnen.'],
      ['Bram', 'Scooters op de stoep'],
      ['Lotte', 'Lawaai in de nacht'],
    ]);
    const { world, lid } = stuk;
    await begint(stuk);
    await steltVast(stuk);
    world.het_is('2027-01-18', '12:00');
    const form = await lid('Sanne').drukt(
      'Overleg afsluiten',
      {},
      await stuk.zegt('Sanne', 'agenda'),
    );
    const dicht = await lid('Sanne').drukt('Afsluiten', {}, form);
    expect(textOf(dicht)).toContain('2 problemen komen niet eerst. Schrijf op waarom.');
    expect(textOf(await zietTaken(world, 'Sanne'))).toContain('2 problemen komen niet eerst.');
    expect(textOf(await zietTaken(world, 'Bram'))).not.toContain('Schrijf op waarom.');

    await opentEnVult(lid('Sanne'), dicht, 'Reden opschrijven', {
      'Wat gebeurt ermee?': 'Dit pakken we niet op',
      'Waarom?': 'Dat doet de gemeente al.',
    });
    expect(textOf(await zietTaken(world, 'Sanne'))).not.toContain('Schrijf op waarom.');
    await world.wordt('2027-01-19', '09:00');
    const zin = 'dit pakken we niet op. Waarom: Dat doet de gemeente al.';
    expect(gehoord(stuk, 'Bram')).toEqual([
      expect.stringContaining(`• Scooters op de stoep: ${zin}`),
    ]);
    expect(gehoord(stuk, 'Lotte')).toEqual([
      expect.stringContaining(`• Lawaai in de nacht: ${zin}`),
    ]);
    expect(gehoord(stuk, 'Lotte').join()).not.toContain('Scooters');
    // Whoever brought it reads it on their own page of the tab too.
    const project = projectVan(await live(world, stuk.groep, 2));
    for (const blad of ['stand', 'mijn']) {
      const { html } = await lezer(world, 'Bram').blad({
        blad,
        ...(blad === 'stand' ? { project } : {}),
      });
      expect(tekstVan(html), blad).toContain('Wat is er gebeurd met wat jij inbracht?');
      expect(tekstVan(html), blad).toContain(
        'Dit pakken we niet op. Waarom: Dat doet de gemeente al.',
      );
    }
    await world.close();
  });

  it('of a “niet akkoord” is between who gave it and whoever leads; the group reads the answer without a name [D11]', async () => {
    const stuk = await naStap2([['Sanne', 'Fietsen verdwijnen.']]);
    const { world, groep, lid } = stuk;
    await begint(stuk);
    await steltVast(stuk);
    await opentEnVult(
      lid('Bram'),
      groep.card('Ben je het eens'),
      'Niet akkoord',
      {
        'Wat wil je anders?': 'Ook iets voor jongeren.',
      },
      'Niet akkoord',
    );
    await sluit(stuk);
    const taken = await zietTaken(world, 'Sanne');
    expect(textOf(taken)).toContain('1 deelnemer is niet akkoord. Schrijf op wat je daarmee doet.');
    const chat = world.alleen('Sanne').lid('Sanne');
    const form = await chat.drukt('Antwoord opschrijven', {}, taken);
    expect(textOf(form)).toContain('Bram: Ook iets voor jongeren.');
    await vult(chat, form, { 'Wat doe je ermee': 'Jongeren komen in overleg 2.' });
    await world.wordt('2027-01-19', '09:00');

    expect(gehoord(stuk, 'Bram')).toEqual([
      expect.stringContaining(
        '• Je was niet akkoord met de lijst: de projectleider schrijft: Jongeren komen in overleg 2.',
      ),
    ]);
    expect(gehoord(stuk, 'Lotte')).toEqual([]);
    // What Sanne brought herself comes with the question how to go on.
    expect(gehoord(stuk, 'Sanne')).toEqual([
      expect.stringContaining('Hoe gaat het project verder?'),
    ]);
    const allen = await lid('Lotte').drukt(
      'Bekijk akkoord',
      {},
      await lid('Lotte').drukt('Bekijk de prioriteitenlijst', {}, groep.card('Ben je het eens')),
    );
    expect(textOf(allen)).toContain('Antwoord: Jongeren komen in overleg 2.');
    expect(textOf(allen)).not.toContain('Bram');
    await world.close();
  });

  it('of what is confidential reaches its owner, and nobody else by any word of it', async () => {
    const geheim = kanariepiet();
    const reden = kanariepiet();
    const stuk = await naStap2([
      ['Lotte', 'Fietsen verdwijnen.'],
      ['Bram', geheim, { 'Dit is vertrouwelijk': 'true' }],
    ]);
    const { world } = stuk;
    await begint(stuk);
    await steltVast(stuk);
    await sluit(stuk);
    const chat = world.alleen('Sanne').lid('Sanne');
    await opentEnVult(chat, await zietTaken(world, 'Sanne'), 'Reden opschrijven', {
      'Waarom?': reden,
    });
    await world.wordt('2027-01-19', '09:00');

    const [bericht = ''] = gehoord(stuk, 'Bram');
    for (const woord of [geheim, reden]) expect(bericht).toContain(woord);
    for (const plek of [stuk.groep, world.alleen('Lotte')])
      for (const woord of [geheim, reden]) expect(allesIn(plek)).not.toContain(woord);
    expect(gehoord(stuk, 'Lotte')).toHaveLength(1);
    await world.close();
  });
});
