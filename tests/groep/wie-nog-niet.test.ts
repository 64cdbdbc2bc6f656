import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { live, opentEnVult, PROBLEEM, volgende } from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

const ZIET = 'Laat de groep zien welke organisaties nog niets gaven';
const NOG_NIETS = 'Nog niets van';

/** Everybody but Sanne says of which organisatie they are; who is not here has none. */
const VAN: Readonly<Record<string, string>> = {
  Bram: 'Politie',
  Dirk: 'Politie',
  Lotte: 'Woonstede',
  Noor: 'Jongerenwerk',
};

const zegtVanWie = async ({ lid, zegt }: Stuk, naam: string) =>
  opentEnVult(lid(naam), await zegt(naam, 'instellingen'), 'Aanpassen', {
    'Naam van de organisatie': VAN[naam] ?? '',
  });

const laatZien = async ({ lid, zegt }: Stuk, aan: boolean) =>
  opentEnVult(lid('Sanne'), await zegt('Sanne', 'instellingen'), 'Berichten instellen', {
    [ZIET]: aan ? 'true' : 'false',
  });

const niets = async ({ world, groep, lid }: Stuk, naam: string) =>
  lid(naam).drukt('Ik heb niets toe te voegen', {}, await live(world, groep, 2));

async function groepVan(...namen: string[]) {
  const stuk = await inStap2({ namen: ['Sanne', ...namen] });
  for (const naam of namen.filter((een) => een in VAN)) await zegtVanWie(stuk, naam);
  return { ...stuk, kaartTekst: async () => textOf(await live(stuk.world, stuk.groep, 2)) };
}

describe('the group may see which organisaties gave nothing yet', () => {
  it('only when the projectleider chooses so, and as long as that is so', async () => {
    const stuk = await groepVan('Bram', 'Lotte');
    expect(await stuk.kaartTekst()).not.toContain(NOG_NIETS);
    await laatZien(stuk, true);
    expect(await stuk.kaartTekst()).toMatch(
      /Nog niemand heeft gereageerd\. Nog niets van: Politie, Woonstede\./,
    );
    await laatZien(stuk, false);
    expect(await stuk.kaartTekst()).not.toContain(NOG_NIETS);
    await stuk.world.close();
  });

  it('never a person: who has no organisatie is only counted', async () => {
    const stuk = await groepVan('Bram', 'Piet');
    await laatZien(stuk, true);
    expect(await stuk.kaartTekst()).toContain('Nog niets van: Politie.');
    await niets(stuk, 'Bram');
    const text = await stuk.kaartTekst();
    expect(text).toContain('1 van de 3 heeft gereageerd.');
    expect(text).not.toContain(NOG_NIETS);
    expect(text).not.toMatch(/Piet|Sanne/);
    await stuk.world.close();
  });

  it('not an organisatie of which one of several people gave something', async () => {
    const stuk = await groepVan('Bram', 'Dirk', 'Lotte');
    await laatZien(stuk, true);
    await niets(stuk, 'Dirk');
    expect(await stuk.kaartTekst()).toMatch(
      /1 van de 4 heeft gereageerd\. Nog niets van: Woonstede\./,
    );
    await niets(stuk, 'Lotte');
    expect(await stuk.kaartTekst()).not.toContain(NOG_NIETS);
    await stuk.world.close();
  });

  it.each([1, 5, 6, 8])('by name for %i of them, with at most five names', async (hoeveel) => {
    const namen = Array.from({ length: hoeveel }, (_, nth) => `Partner${nth}`);
    const stuk = await inStap2({ namen: ['Sanne', ...namen] });
    for (const naam of namen)
      await opentEnVult(stuk.lid(naam), await stuk.zegt(naam, 'instellingen'), 'Aanpassen', {
        'Naam van de organisatie': `Dienst ${naam}`,
      });
    await laatZien(stuk, true);
    const zin = /Nog niets van: (.*)\./.exec(textOf(await live(stuk.world, stuk.groep, 2)))?.[1];
    const genoemd = namen.slice(0, 5).map((naam) => `Dienst ${naam}`);
    expect(zin).toBe(
      hoeveel > 5 ? `${genoemd.join(', ')} en nog ${hoeveel - 5}` : genoemd.join(', '),
    );
    await stuk.world.close();
  });

  it('not an organisatie that gave something that others may not read', async () => {
    const stuk = await groepVan('Bram', 'Lotte');
    await laatZien(stuk, true);
    await opentEnVult(
      stuk.lid('Bram'),
      await live(stuk.world, stuk.groep, 2),
      'Probleem doorgeven',
      { ...PROBLEEM, 'Dit is vertrouwelijk': 'true' },
    );
    expect(await stuk.kaartTekst()).toContain('Nog niets van: Woonstede.');
    await stuk.world.close();
  });

  it('in the summary of the closing too, in step 2 and in step 3', async () => {
    const stuk = await groepVan('Bram', 'Lotte', 'Noor');
    const { world, groep, lid } = stuk;
    await laatZien(stuk, true);
    const kaart = await live(world, groep, 2);
    await opentEnVult(lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    await world.wordt('2027-01-14', '17:30');
    expect(textOf(groep.card('Stap 2 is gesloten.'))).toContain(
      '1 van de 4 heeft gereageerd. Nog niets van: Woonstede, Jongerenwerk.',
    );

    await volgende(lid('Sanne'), { 'Tot wanneer': '2027-02-11' });
    expect(textOf(await live(world, groep, 3))).toContain(
      'Nog niets van: Politie, Woonstede, Jongerenwerk.',
    );
    await world.wordt('2027-02-11', '17:30');
    expect(textOf(groep.card('Stap 3 is gesloten.'))).toContain(
      'Nog niets van: Politie, Woonstede, Jongerenwerk.',
    );
    await world.close();
  });
});

describe('a shared card that names nobody', () => {
  it('reads the same for a group in which the choice was never made', async () => {
    const stuk = await groepVan('Bram', 'Lotte');
    await niets(stuk, 'Bram');
    expect(await stuk.kaartTekst()).toMatch(/1 van de 3 heeft gereageerd\.(?! Nog)/);
    await stuk.world.close();
  });

  it('lets only who leads choose', async () => {
    const stuk = await groepVan('Bram');
    const card = await stuk.zegt('Bram', 'instellingen');
    expect(textOf(card)).not.toContain('Berichten van de planner');
    await stuk.world.close();
  });
});
