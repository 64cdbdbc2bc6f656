import { describe, expect, it } from 'vitest';
import { ingevuld, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { openWorld } from '../../support/world.ts';
import { live, opentEnVult, PROBLEEM, start, volgende } from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

const TEKST = PROBLEEM['Wat is het probleem?'] as string;
/** A word that looks like an id of ours, and is none: it was typed. */
const ALS_EEN_ID = 'p12';

/** What stands under `Je tekst:`, line by line. */
const jouwTekst = (card: AnyCard) =>
  textOf(card).split('Je tekst:\n')[1]?.split('\n').slice(0, 2) ?? [];

const alles = async ({ world, groep, lid }: Stuk, naam: string) => {
  const card = await live(world, groep, 2);
  const titel = /Bekijk alles \(\d+\)/.exec(JSON.stringify(card))?.[0] ?? '';
  return lid(naam).drukt(titel, {}, card);
};

describe('what comes back of a form that there is no more', () => {
  it.each([TEKST, ALS_EEN_ID])('is what was typed, and no choice: %s', async (tekst) => {
    const stuk = await inStap2();
    const { lid, kaart } = stuk;
    await opentEnVult(lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    const form = await lid('Bram').drukt('Aanpassen', {}, await alles(stuk, 'Bram'));
    const antwoorden = ingevuld(form, { 'Wat is het probleem?': tekst, 'Waar?': 'Stationsplein' });
    await lid('Bram').drukt('Intrekken', {}, await alles(stuk, 'Bram'));
    const terug = await lid('Bram').drukt('Opslaan', antwoorden, form);
    expect(jouwTekst(terug)).toEqual([tekst, 'Stationsplein']);
    expect(textOf(terug)).not.toMatch(/^(?:hoog|personen|p\d+x)$/m);
    await stuk.world.close();
  });

  it('is only that too when somebody presses too much in a minute', async () => {
    const { world, lid, kaart } = await inStap2();
    const form = await lid('Bram').drukt('Probleem doorgeven', {}, kaart);
    for (let press = 0; press < 62; press++)
      await lid('Bram').stuurt(lid('Bram').druk('Bekijk alles (0)', {}, kaart));
    const inputs = ingevuld(form, { ...PROBLEEM, 'Waar?': ALS_EEN_ID });
    const { body } = await lid('Bram').stuurt(lid('Bram').druk('Opslaan', inputs, form));
    const said = JSON.stringify(body);
    expect(said).toContain(`"text":"${TEKST}"`);
    expect(said).toContain(`"text":"${ALS_EEN_ID}"`);
    expect(said).not.toMatch(/"text":"(?:hoog|personen|true|false)"/);
    await world.close();
  });

  it('is nothing of a form in which one only chooses', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram', 'Lotte');
    await start(groep.lid('Sanne'));
    await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
    const form = await groep
      .lid('Sanne')
      .drukt('Plaatsvervanger kiezen', {}, await groep.lid('Sanne').typt('instellingen'));
    for (let press = 0; press < 62; press++)
      await groep
        .lid('Sanne')
        .stuurt(groep.lid('Sanne').druk('Bekijk alles (0)', {}, await live(world, groep, 2)));
    const inputs = ingevuld(form, { 'Wie vervangt de projectleider': 'Bram' });
    const sanne = groep.lid('Sanne');
    const { body } = await sanne.stuurt(sanne.druk('Opslaan', inputs, form));
    expect(JSON.stringify(body)).toContain('te snel');
    expect(JSON.stringify(body)).not.toContain('Je tekst:');
    await world.close();
  });
});
