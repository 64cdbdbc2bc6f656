import { describe, expect, it } from 'vitest';
import { ingevuld, keuzes, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Groep, World } from '../../support/world.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import {
  aantalMet,
  allesIn,
  eenWereld,
  gebeurtenis,
  lidAccount,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  titels,
  vult,
  mogelijk,
} from './hulp.ts';
import { begonnen, inStap2, kiestPlaatsvervanger } from './stuk.ts';

const wereld = eenWereld();

/** Who is in the conversation from now on, as Teams would list them. */
function rooster(world: World, groep: Groep, ...weg: string[]): void {
  const nu = world.teams.rosters.get(groep.conversation) ?? [];
  world.teams.rosters.set(
    groep.conversation,
    nu.filter(({ name }) => !weg.includes(name)),
  );
}

async function meldt(world: World, groep: Groep, wat: 'Added' | 'Removed', naam: string) {
  await groep.lid('Sanne').stuurt({
    ...gebeurtenis(groep, 'conversationUpdate', { [`members${wat}`]: [lidAccount(naam)] }),
    timestamp: world.nu(),
  });
  await world.rust();
}

async function vertrekt(world: World, groep: Groep, naam: string): Promise<void> {
  rooster(world, groep, naam);
  await meldt(world, groep, 'Removed', naam);
}

async function isTerug(world: World, groep: Groep, naam: string): Promise<void> {
  groep.komt_erbij(naam);
  await meldt(world, groep, 'Added', naam);
}

const WEG = 'Je bent weg uit het gesprek van dit project.';

describe('who left the conversation', () => {
  it('sees and does nothing more, in the conversation, in their own chat and in the tab, until they are back', async () => {
    const { world, groep, kaart } = await inStap2({ world: wereld() });
    const bram = groep.lid('Bram');
    await opentEnVult(bram, kaart, 'Probleem doorgeven', PROBLEEM);
    await world.rust();
    const project = projectVan(kaart);
    const eigen = world.alleen('Bram').lid('Bram');
    const taken = await eigen.typt('mijn taken');
    const tab = lezer(world, 'Bram');
    expect(tekstVan((await tab.blad({ project, blad: 'stand' })).html)).toContain('Overlast');

    await vertrekt(world, groep, 'Bram');

    expect(textOf(await bram.drukt('Probleem doorgeven', {}, kaart))).toContain(WEG);
    expect(textOf(await bram.typt('plan'))).toContain(WEG);
    expect(textOf(await eigen.typt('plan'))).toContain('Hier loopt nog geen project.');
    expect(textOf(await eigen.drukt('Plan tot nu toe', {}, taken))).toContain(
      'Deze knop werkt niet meer.',
    );
    const gezien = await tab.post('/tab/blad', { project, blad: 'stand' });
    expect(JSON.stringify(gezien.body)).not.toContain('Overlast Stationsplein');
    const lijst = await groep.lid('Sanne').typt('deelnemers');
    expect(textOf(lijst)).toContain('Bram\nIs weg uit de groep');
    expect(textOf(lijst)).toContain('Deelnemers (2)');
    expect(textOf(await groep.lid('Sanne').typt('status'))).not.toContain('van de 3');
    const hoofdstuk = await lezer(world, 'Sanne').blad({ project, blad: 'hoofdstuk.groep' });
    expect(tekstVan(hoofdstuk.html)).toContain('Is weg uit de groep');

    await isTerug(world, groep, 'Bram');

    const alles = await bram.drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    expect(textOf(alles)).toContain(String(PROBLEEM['Wat is het probleem?']));
    expect(await mogelijk(bram, alles)).toContain('Aanpassen');
    expect(tekstVan((await tab.blad({ project, blad: 'stand' })).html)).toContain('Overlast');
  });

  it('while a form was open gets back what they typed, and nothing of it is stored', async () => {
    const { world, groep, kaart } = await inStap2({ world: wereld() });
    const bram = groep.lid('Bram');
    const form = await bram.drukt('Probleem doorgeven', {}, kaart);
    await vertrekt(world, groep, 'Bram');

    const answer = textOf(await bram.drukt('Opslaan', ingevuld(form, PROBLEEM), form));

    expect(answer).toContain(WEG);
    expect(answer).toContain(String(PROBLEEM['Wat is het probleem?']));
    expect(textOf(await live(world, groep, 2))).not.toContain('1 van de');
  });

  it('is seen to be gone by the list of members alone, and to be back as well', async () => {
    const { world, groep } = await begonnen();
    const nu = { dag: 4 };
    /** Some minutes later somebody does something. */
    const later = async () => {
      world.het_is('2027-01-04', `10:${(nu.dag += 10)}`);
      await groep.lid('Sanne').typt('status');
      await world.rust();
    };
    rooster(world, groep, 'Bram');
    await later();

    expect(aantalMet(groep, 'Bram is niet meer in dit gesprek.')).toBe(1);
    expect(textOf(await groep.lid('Bram').typt('plan'))).toContain(WEG);
    await later();
    expect(aantalMet(groep, 'Bram is niet meer in dit gesprek.')).toBe(1);
    groep.komt_erbij('Bram');
    await later();
    expect(textOf(await groep.lid('Bram').typt('plan'))).toContain('Plan: ');
    await world.close();
  });

  it('is nobody else of that object id in another tenant', async () => {
    const { world, groep } = await begonnen();
    const ander = { ...lidAccount('Bram'), id: '29:ander', tenantId: 'tenant-van-de-politie' };
    const weg = gebeurtenis(groep, 'conversationUpdate', { membersRemoved: [ander] });
    await groep.lid('Sanne').stuurt(weg);
    await world.rust();
    expect(allesIn(groep)).not.toContain('is niet meer in dit gesprek');
    expect(textOf(await groep.lid('Bram').typt('plan'))).toContain('Plan: ');

    // They can be added beside the other, and what they do is theirs.
    const nu = world.teams.rosters.get(groep.conversation) ?? [];
    world.teams.rosters.set(groep.conversation, [...nu, { ...ander, name: 'Bas' }]);
    world.het_is('2027-01-04', '10:02');
    const sanne = groep.lid('Sanne');
    const form = await sanne.drukt('Deelnemer toevoegen', {}, await sanne.typt('deelnemers'));
    expect(keuzes(form, 'leden').map(({ title }) => title)).toEqual(['Bas (extern)']);
    await vult(sanne, form, { 'Wie uit dit gesprek?': ['Bas (extern)'] }, 'Toevoegen');
    expect(textOf(await sanne.typt('deelnemers'))).toContain('Deelnemers (4)');
    await world.close();
  });

  it('and was taken out of the group as well, asks to join again when they are back', async () => {
    const { world, groep } = await begonnen({ world: wereld() });
    await vertrekt(world, groep, 'Bram');
    const told = groep.card('Bram is niet meer in dit gesprek.');
    const form = await groep.lid('Sanne').drukt('Opvolger kiezen', {}, told);
    await vult(groep.lid('Sanne'), form, { 'Wie neemt het over?': 'Lotte' }, 'Uit de groep halen');

    await isTerug(world, groep, 'Bram');

    expect(textOf(await groep.lid('Bram').typt('plan'))).toContain('Je doet nog niet mee');
    expect(textOf(await groep.lid('Sanne').typt('deelnemers'))).not.toContain('Bram');
  });

  it('is not everybody when the list of Teams names nobody of the group', async () => {
    const { world, groep } = await begonnen();
    world.teams.rosters.set(groep.conversation, [lidAccount('Vreemd')]);
    world.het_is('2027-01-04', '10:20');
    await groep.lid('Sanne').typt('status');
    await world.rust();
    expect(textOf(await groep.lid('Bram').typt('plan'))).toContain('Plan: ');
    await world.close();
  });
});

describe('a projectleider who left the conversation', () => {
  const knoppen = (kaart: AnyCard) => titels(kaart);

  it('and nobody leads: the cards say so, and a deelnemer can lead with one tap', async () => {
    const { world, groep } = await begonnen({ world: wereld(), namen: ['Sanne', 'Bram', 'Lotte'] });
    await vertrekt(world, groep, 'Sanne');

    const kaart = await live(world, groep, 1);
    expect(textOf(kaart)).not.toContain('Sanne');
    expect(knoppen(kaart)).toContain('Ik neem het over');
    expect(knoppen(kaart)).not.toContain('Voor de projectleider');
    expect(textOf(await groep.lid('Bram').typt('status'))).toContain(
      'Niemand leidt dit project nu.',
    );
    expect(textOf(await world.alleen('Lotte').lid('Lotte').typt('mijn taken'))).toContain(
      'Niemand leidt dit project nu.',
    );
    // Also where one hears that it takes a projectleider.
    const geweigerd = await groep.lid('Lotte').typt('volgende stap');
    expect(textOf(geweigerd)).toContain('Dit kan alleen de projectleider');
    expect(knoppen(geweigerd)).toContain('Ik neem het over');
    await groep.lid('Bram').drukt('Ik neem het over', {}, kaart);
    await world.rust();
    expect(textOf(await live(world, groep, 1))).toContain('Bram');

    await isTerug(world, groep, 'Sanne');
    expect(textOf(await groep.lid('Sanne').typt('volgende stap'))).toContain(
      'Dit kan alleen de projectleider: Bram.',
    );
  });

  it('with a deputy there: that one is asked, and the projectleider leads again when they are back', async () => {
    const stuk = await begonnen({ world: wereld() });
    const { world, groep } = stuk;
    await kiestPlaatsvervanger(stuk, 'Bram');
    await vertrekt(world, groep, 'Sanne');
    expect(textOf(await groep.lid('Lotte').typt('volgende stap'))).toContain(
      'Dit kan alleen de projectleider: Bram.',
    );
    await isTerug(world, groep, 'Sanne');
    expect(textOf(await groep.lid('Sanne').typt('volgende stap'))).not.toContain('Dit kan alleen');
  });
});
