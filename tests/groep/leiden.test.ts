import { describe, expect, it } from 'vitest';
import { keuzes, textOf } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  gebeurtenis,
  lidAccount,
  live,
  NAAM,
  opentEnVult,
  start,
  titels,
  volgende,
  vult,
  mogelijk,
} from './hulp.ts';
import { begonnen } from './stuk.ts';

/** Somebody leaves the conversation; Teams tells so, sometimes more than once. */
async function vertrekt(world: World, groep: Groep, naam: string, keer = 1): Promise<void> {
  const rest = (world.teams.rosters.get(groep.conversation) ?? []).filter(
    ({ name }) => name !== naam,
  );
  world.teams.rosters.set(groep.conversation, rest);
  for (let nth = 0; nth < keer; nth++)
    await groep
      .lid('Bram')
      .stuurt(gebeurtenis(groep, 'conversationUpdate', { membersRemoved: [lidAccount(naam)] }));
  await world.rust();
}

async function kiestPlaatsvervanger(world: World, groep: Groep, wie: string): Promise<void> {
  const sanne = groep.lid('Sanne');
  const leiding = await sanne.typt('instellingen');
  await opentEnVult(sanne, leiding, 'Plaatsvervanger kiezen', { 'Wie vervangt de': wie });
  await world.rust();
}

describe('a deputy', () => {
  it('is asked for at the start, and can do what the projectleider can; others cannot [A15]', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram', 'Lotte');
    const sanne = groep.lid('Sanne');
    const receipt = await start(sanne);
    expect(textOf(receipt)).toContain('Kies ook een plaatsvervanger.');
    await opentEnVult(sanne, receipt, 'Plaatsvervanger kiezen', { 'Wie vervangt de': 'Bram' });
    await world.rust();

    const refused = await groep.lid('Lotte').typt('volgende stap');
    expect(textOf(refused)).toContain('Dit kan alleen de projectleider: Sanne.');
    await volgende(groep.lid('Bram'));
    expect(textOf(await live(world, groep, 2))).toContain('Welke problemen zie jij?');
    await world.close();
  });

  it('can be another later on; there is one at a time', async () => {
    const { world, groep } = await begonnen();
    await kiestPlaatsvervanger(world, groep, 'Bram');
    await kiestPlaatsvervanger(world, groep, 'Lotte');

    expect(textOf(await groep.lid('Bram').typt('volgende stap'))).toContain('Dit kan alleen');
    expect(titels(await groep.lid('Lotte').typt('volgende stap'))).toContain('Stap 2 starten');
    await world.close();
  });
});

describe('handing over', () => {
  it('is told to the group; the old projectleider stays deelnemer and leads no more', async () => {
    const { world, groep } = await begonnen();
    const sanne = groep.lid('Sanne');
    const form = await sanne.drukt('Overdragen', {}, await sanne.typt('instellingen'));
    expect(keuzes(form, 'wie').map(({ title }) => title)).toEqual(['Bram', 'Lotte']);
    await vult(sanne, form, { 'Wie wordt projectleider?': 'Lotte' });
    await world.rust();

    expect(allesIn(groep)).toContain('Lotte is nu projectleider.');
    expect(textOf(await sanne.typt('volgende stap'))).toContain(
      'Dit kan alleen de projectleider: Lotte.',
    );
    expect(textOf(await sanne.typt('deelnemers'))).toContain('Deelnemers (3)');
    expect(textOf(await live(world, groep, 1))).toContain('Lotte');
    await volgende(groep.lid('Lotte'));
    await world.close();
  });

  it('needs somebody with Teams to hand over to, and says so', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne'] });
    const sanne = groep.lid('Sanne');
    const alone = await sanne.drukt('Overdragen', {}, await sanne.typt('instellingen'));
    expect(textOf(alone)).toContain('Er is nog geen andere deelnemer met Teams.');
    await world.close();
  });

  it('comes first: the projectleider cannot be taken out of the group', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram'] });
    await kiestPlaatsvervanger(world, groep, 'Bram');
    const lijst = await groep.lid('Bram').typt('deelnemers');
    const knoppen = await mogelijk(groep.lid('Bram'), lijst);
    expect(knoppen.filter((titel) => titel === 'Uit de groep halen')).toHaveLength(1);
    await world.close();
  });
});

describe('when the projectleider leaves the conversation', () => {
  it('without a deputy, the group hears it once, and a deelnemer takes over with one tap', async () => {
    const { world, groep } = await begonnen();
    await vertrekt(world, groep, 'Sanne', 3);

    expect(aantalMet(groep, 'Sanne is niet meer in dit gesprek.')).toBe(1);
    const told = groep.card('Niemand leidt dit project nu.');
    await groep.lid('Bram').drukt('Ik neem het over', {}, told);
    await world.rust();

    expect(allesIn(groep)).toContain('Bram is nu projectleider.');
    expect(textOf(await live(world, groep, 1))).toContain('Bram');
    const second = await groep.lid('Lotte').drukt('Ik neem het over', {}, told);
    expect(textOf(second)).toContain('Bram is nog projectleider.');
    await volgende(groep.lid('Bram'));
    // Whoever led before comes back as deelnemer.
    groep.komt_erbij('Sanne');
    expect(textOf(await groep.lid('Sanne').typt('volgende stap'))).toContain(
      'Dit kan alleen de projectleider: Bram.',
    );
    await world.close();
  });

  it('with a deputy, that one leads and is told how to take it over', async () => {
    const { world, groep } = await begonnen();
    await kiestPlaatsvervanger(world, groep, 'Bram');
    await vertrekt(world, groep, 'Sanne');

    const told = groep.card('Sanne is niet meer in dit gesprek.');
    expect(textOf(told)).toContain('Bram vervangt de projectleider en kan het project overnemen.');
    await opentEnVult(groep.lid('Bram'), told, 'Project overdragen', {
      'Wie wordt projectleider?': 'Bram',
    });
    await world.rust();
    expect(allesIn(groep)).toContain('Bram is nu projectleider.');
    await world.close();
  });

  it('and the deputy had left before, a deelnemer takes over as well', async () => {
    const { world, groep } = await begonnen();
    await kiestPlaatsvervanger(world, groep, 'Lotte');
    await vertrekt(world, groep, 'Lotte');
    await vertrekt(world, groep, 'Sanne');

    await groep.lid('Bram').drukt('Ik neem het over', {}, groep.card('Niemand leidt'));
    await world.rust();
    expect(allesIn(groep)).toContain('Bram is nu projectleider.');
    await world.close();
  });

  it('nobody takes over from one who is still there, nor somebody from outside', async () => {
    const { world, groep } = await begonnen();
    const chat = world.alleen('Bram');
    for (const lid of [groep.lid('Bram'), chat.lid('Bram')])
      expect(titels(await lid.typt('instellingen'))).not.toContain('Ik neem het over');

    const gast = groep.komt_erbij('Gast');
    await vertrekt(world, groep, 'Sanne');
    const outside = await gast.drukt('Ik neem het over', {}, groep.card('Niemand leidt'));
    expect(textOf(outside)).toContain('Je doet nog niet mee aan dit project.');
    expect(allesIn(groep)).not.toContain('is nu projectleider');
    const vrij = groep.card('Niemand leidt');
    await groep.lid('Bram').drukt('Ik neem het over', {}, vrij);
    const tried = await groep.lid('Lotte').drukt('Ik neem het over', {}, vrij);
    expect(textOf(tried)).toContain('Bram is nog projectleider.');
    expect(allesIn(groep)).toContain(NAAM);
    await world.close();
  });
});
