import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { aantalMet, live, opentEnVult, PROBLEEM, titels, volgende, vult, zegt } from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

const geeft = async ({ world, groep }: Stuk, naam: string, wat: string) =>
  opentEnVult(groep.lid(naam), await live(world, groep, 2), 'Probleem doorgeven', {
    ...PROBLEEM,
    'Wat is het probleem?': wat,
  });

const leiding = async ({ world, groep }: Stuk) =>
  groep
    .lid('Sanne')
    .drukt('Voor de projectleider', {}, await zegt(world, groep, groep.lid('Sanne'), 'status'));

describe('a group that goes on before the list is made', () => {
  it('is asked for it then and there, and goes on with all problems when it wants to [A16, C19, E1, E3]', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    await geeft(stuk, 'Bram', 'Er ligt glas.');
    await geeft(stuk, 'Lotte', 'Fietsen weg bij het station.');

    const form = await groep.lid('Sanne').typt('volgende stap');
    expect(textOf(form)).toContain('Er is nog geen prioriteitenlijst.');
    expect(textOf(form)).toContain('alle 2 problemen, in de voorgestelde volgorde');
    expect(titels(form)).toContain('Lijst vaststellen');
    await vult(groep.lid('Sanne'), form, {}, 'Stap 3 starten');

    const kaart = await live(world, groep, 3);
    expect(textOf(kaart)).toContain('Er ligt glas.');
    expect(textOf(kaart)).toContain('Nog niemand heeft gereageerd.');
    const opgeslagen = await opentEnVult(groep.lid('Bram'), kaart, 'Maatregel doorgeven', {
      'Voor welk probleem?': '1. Er ligt glas.',
      'Wat doen jullie?': 'We vegen elke ochtend.',
      'Op wie of wat': ['Gebied'],
      'Wat doet deze maatregel?': 'We voorkomen',
    });
    expect(textOf(opgeslagen)).toContain('Opgeslagen.');
    await world.close();
  });

  it('without any problem claims nothing about nobody, and can still be given what is missing', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    await volgende(groep.lid('Sanne'));
    await world.rust();
    const kaart = textOf(await live(world, groep, 3));
    expect(kaart).not.toMatch(/van de \d+ he/);
    const leeg = textOf(await leiding(stuk));
    expect(leeg).not.toMatch(/Klaar: (?:Bij elk|Elk)|van de \d+ he/);

    const sanne = groep.lid('Sanne');
    const probleem = await sanne.drukt('Probleem doorgeven', {}, await leiding(stuk));
    await vult(sanne, probleem, { ...PROBLEEM, 'Wat is het probleem?': 'Er ligt glas.' });
    const lijst = await sanne.drukt('Lijst vaststellen', {}, await leiding(stuk));
    expect(textOf(await vult(sanne, lijst, {}, 'Vaststellen'))).toContain('is vastgesteld');
    expect(textOf(await live(world, groep, 3))).toContain('1. Er ligt glas.');
    await world.close();
  });
});

describe('a step that was opened by mistake', () => {
  it('is taken back as long as nothing was entered in it, and the group reads so', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    await geeft(stuk, 'Bram', 'Er ligt glas.');
    await volgende(groep.lid('Sanne'));
    const form = await groep.lid('Sanne').drukt('Toch terug', {}, await leiding(stuk));
    expect(textOf(form)).toContain('In stap 3 is nog niets ingevuld.');
    const terug = await vult(groep.lid('Sanne'), form, {}, 'Terug naar stap 2');
    await world.rust();

    expect(textOf(terug)).toContain('De groep is weer bij stap 2.');
    expect(aantalMet(groep, 'Stap 3 is teruggenomen.')).toBeGreaterThan(0);
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(0);
    await geeft(stuk, 'Lotte', 'Fietsen weg.');
    expect(textOf(await live(world, groep, 2))).toContain('2 van de 3 hebben gereageerd.');

    await volgende(groep.lid('Sanne'));
    const kaart = await live(world, groep, 3);
    await opentEnVult(groep.lid('Bram'), kaart, 'Wij doen hier niets aan', {
      'Waar doen jullie niets aan?': '1. Er ligt glas.',
    });
    expect(titels(await leiding(stuk))).not.toContain('Toch terug');
    await world.close();
  });
});
