import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { isOnbereikbaar } from '../../src/process/kalender/moment.ts';
import { klokVan } from '../../src/process/klok/klok.ts';
import { groep as groepInHetGeheugen } from '../../support/groep.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import type { World } from '../../support/world.ts';
import { inStap2 } from './hulp.ts';
import { aantalMet, allesIn, live, opentEnVult, PROBLEEM, volgende, vult } from '../groep/hulp.ts';
import { kiestPlaatsvervanger } from '../groep/stuk.ts';

const EIGEN = 'ik hoor graag van je.';
const SAMEN = 'ik hoor graag ook van jullie.';
const eigen = (world: World, naam: string) => aantalMet(world.alleen(naam), EIGEN);

describe('somebody decides about their own reminders', () => {
  it('with one tap on the reminder: it comes back on the next working day', async () => {
    const { world } = await inStap2(['Bram']);
    await world.wordt('2027-01-11', '09:00');
    const chat = world.alleen('Bram');
    const answer = await chat.lid('Bram').drukt('Later', {}, chat.card(EIGEN));
    expect(textOf(answer)).toContain('Ik vraag het je opnieuw op dinsdag 12 januari om 09.00 uur.');
    await world.rust();
    expect(allesIn(chat)).toContain('Goed, ik vraag het je nu niet meer.');
    expect(eigen(world, 'Bram')).toBe(0);
    await world.wordt('2027-01-12', '09:00');
    expect(eigen(world, 'Bram')).toBeGreaterThan(0);
    await world.close();
  });

  it('and a new deadline brings back nothing of what was put off before it', async () => {
    const { world, groep } = await inStap2(['Bram']);
    await world.wordt('2027-01-11', '09:00');
    const chat = world.alleen('Bram');
    await chat.lid('Bram').drukt('Later', {}, chat.card(EIGEN));
    await world.wordt('2027-01-13', '10:00');
    const before = world.teams.sent.filter(({ method }) => method === 'POST').length;
    const form = await groep.lid('Sanne').typt('deadline');
    await vult(groep.lid('Sanne'), form, { 'Tot wanneer': '2027-01-28' });
    await world.wordt('2027-01-13', '10:30');
    const posted = world.teams.sent.filter(({ method }) => method === 'POST').slice(before);
    expect(JSON.stringify(posted)).not.toContain('ik hoor graag');
    // What comes of the new deadline itself does arrive, on its own day.
    await world.wordt('2027-01-26', '09:00');
    expect(JSON.stringify(world.teams.sent.slice(before))).toContain('ik hoor graag');
    await world.close();
  });

  it('by switching them off, or only in one of both places', async () => {
    const stuk = await inStap2(['Bram', 'Lotte', 'Dirk']);
    const { world, groep } = stuk;
    const kiest = async (naam: string, waar: string) =>
      opentEnVult(
        groep.lid(naam),
        await stuk.zegt(naam, 'instellingen'),
        'Herinneringen aanpassen',
        { 'Waar wil je': waar },
      );
    await kiest('Bram', 'Ik wil geen herinneringen');
    await kiest('Lotte', 'Alleen in je chat met mij');
    await kiest('Dirk', 'Alleen in de groepschat (of het kanaal)');
    await world.wordt('2027-01-11', '09:00');
    const samen = textOf(groep.card(SAMEN));
    expect(samen).toContain('<at>Dirk</at>');
    expect(samen).not.toMatch(/Bram|Lotte/);
    expect(['Bram', 'Lotte', 'Dirk'].map((naam) => eigen(world, naam))).toEqual([0, 1, 0]);
    await world.close();
  });

  it('and the group is not told that everybody has answered when somebody only asked not to be named', async () => {
    const stuk = await inStap2(['Bram']);
    const { world, groep } = stuk;
    await groep.lid('Sanne').drukt('Ik heb niets toe te voegen', {}, await live(world, groep, 2));
    await world.wordt('2027-01-12', '16:00');
    expect(textOf(groep.card(SAMEN))).toContain('<at>Bram</at>');
    await opentEnVult(
      groep.lid('Bram'),
      await stuk.zegt('Bram', 'instellingen'),
      'Herinneringen aanpassen',
      { 'Waar wil je': 'Alleen in je chat met mij' },
    );
    await world.rust();
    expect(allesIn(groep)).not.toContain('Iedereen heeft gereageerd');
    expect(allesIn(groep)).toContain('Nog niet iedereen heeft geantwoord.');
    await world.close();
  });

  it('by being away until a date; a date that is past is refused', async () => {
    const stuk = await inStap2(['Bram']);
    const { world, groep } = stuk;
    const open = async () =>
      opentEnVult(
        groep.lid('Bram'),
        await stuk.zegt('Bram', 'instellingen'),
        'Herinneringen aanpassen',
        { 'Wanneer ben je terug?': '2027-01-12' },
      );
    expect(textOf(await open())).toContain('Je bent terug op 12 januari 2027.');
    await world.wordt('2027-01-11', '09:00');
    expect(eigen(world, 'Bram')).toBe(0);
    expect(allesIn(groep)).not.toContain('<at>Bram</at>');
    await world.wordt('2027-01-12', '16:00');
    expect(eigen(world, 'Bram')).toBe(1);
    expect(textOf(await open())).toContain('Deze dag is al voorbij. Kies een latere dag.');
    await world.close();
  });
});

describe('the projectleider', () => {
  it('reminds by hand with an own text, once a day per person', async () => {
    const { world, groep } = await inStap2(['Bram', 'Lotte']);
    await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, await live(world, groep, 2));
    const leiding = async () =>
      groep.lid('Sanne').drukt('Voor de projectleider', {}, await live(world, groep, 2));
    await opentEnVult(
      groep.lid('Sanne'),
      await leiding(),
      'Herinner nu',
      {
        'Wie krijgt een herinnering?': ['Bram'],
        'Wat wil je erbij zeggen?': 'Jouw kennis van het plein is nodig.',
      },
      'Versturen',
    );
    await world.rust();
    expect(allesIn(world.alleen('Bram'))).toContain('Jouw kennis van het plein is nodig.');
    expect(textOf(groep.card(SAMEN))).toContain('<at>Bram</at>');
    expect(textOf(groep.card(SAMEN))).not.toContain('Lotte');

    const again = await groep.lid('Sanne').drukt('Herinner nu', {}, await leiding());
    expect(textOf(again)).not.toContain('Bram');
    world.het_is('2027-01-05');
    const tomorrow = await groep.lid('Sanne').drukt('Herinner nu', {}, await leiding());
    expect(textOf(tomorrow)).toContain('Bram');
    await world.close();
  });

  it('hears once that everybody has answered; nothing closes by it', async () => {
    const { world, groep } = await inStap2(['Bram']);
    const kaart = await live(world, groep, 2);
    for (const naam of ['Sanne', 'Bram'])
      await groep.lid(naam).drukt('Ik heb niets toe te voegen', {}, kaart);
    await world.rust();
    const klaar = 'Iedereen heeft gereageerd op stap 2.';
    expect(aantalMet(world.alleen('Sanne'), klaar)).toBe(1);
    expect(allesIn(groep)).not.toContain('Stap 2 is gesloten.');
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    await world.wordt('2027-01-12', '16:00');
    expect(aantalMet(world.alleen('Sanne'), klaar)).toBe(1);
    expect(allesIn(groep)).not.toContain(SAMEN);
    await world.close();
  });

  it('is asked again after 3 and 7 working days when nothing happens, the deputy as well, and no more once it goes on', async () => {
    const stuk = await inStap2(['Bram']);
    const { world, groep } = stuk;
    await kiestPlaatsvervanger(stuk, 'Bram');
    const vraag = 'Hoe gaat het project verder?';
    const keren = () => ['Sanne', 'Bram'].map((naam) => aantalMet(world.alleen(naam), vraag));
    await world.wordt('2027-01-15', '09:00');
    expect(keren()).toEqual([1, 0]);
    await world.wordt('2027-01-19', '09:00');
    expect(keren()).toEqual([2, 1]);
    await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-03-11' });
    await world.wordt('2027-01-26', '09:00');
    expect(keren()).toEqual([0, 0]);
    await world.close();
  });

  it('is not written to at night, also when the planner comes back from a standstill then', async () => {
    const { world } = await inStap2(['Bram']);
    await world.wordt('2027-01-12', '03:00');
    expect(eigen(world, 'Bram')).toBe(0);
    await world.wordt('2027-01-12', '08:59');
    expect(eigen(world, 'Bram')).toBe(0);
    await world.wordt('2027-01-12', '09:00');
    expect(eigen(world, 'Bram')).toBe(1);
    await world.close();
  });

  it('reads in status what comes next, and when', async () => {
    const stuk = await inStap2(['Bram']);
    const status = textOf(await stuk.zegt('Bram', 'status'));
    expect(status).toMatch(/Berichten die eraan komen[^]*Herinnering stap 2\nma 11 januari, 09.00/);
    expect(status).toMatch(/Stap 2 sluit, met een samenvatting\ndo 14 januari, 17.01/);
    await stuk.world.close();
  });
});

describe('who cannot be reached in their own chat', () => {
  it('is mentioned in the group at once; the others get theirs and are not named, and the projectleider reads who it was', async () => {
    const stuk = await inStap2(['Bram', 'Lotte']);
    const { world, groep } = stuk;
    world.teams.broken.set(world.alleen('Bram').conversation, {
      status: 403,
      body: { error: { code: 'MessageWritesBlocked' } },
    });
    await world.wordt('2027-01-11', '09:00');
    expect(eigen(world, 'Lotte')).toBe(1);
    await world.wordt('2027-01-11', '09:01');
    expect(textOf(groep.card(SAMEN))).toContain('<at>Bram</at>');
    expect(textOf(groep.card(SAMEN))).not.toMatch(/<at>(Sanne|Lotte)/);
    expect(eigen(world, 'Lotte')).toBe(1);
    await world.wordt('2027-01-14', '17:02');
    await world.wordt('2027-01-15', '09:00');
    expect(allesIn(world.alleen('Sanne'))).toContain(
      'Deze mensen kan ik in hun chat met mij niet bereiken: Bram.',
    );
    const verstuurd = textOf(
      await groep
        .lid('Sanne')
        .drukt('Verstuurde berichten', {}, await stuk.zegt('Sanne', 'instellingen')),
    );
    expect(verstuurd).toContain('Herinnering aan Bram\nNiet bereikt, ma 11 januari, 09.00 uur');
    expect(verstuurd).toContain('Herinnering aan Lotte\nVerstuurd, ma 11 januari, 09.00 uur');
    await world.close();
  });
});

describe('who could not be reached', () => {
  it('is tried again in their own chat after a week, and not before', async () => {
    const { world, groep } = await inStap2(['Bram', 'Lotte']);
    const chat = world.alleen('Bram').conversation;
    const geprobeerd = () =>
      world.teams.asked.filter(
        ({ method, path }) => method === 'POST' && decodeURIComponent(path).includes(chat),
      ).length;
    world.teams.broken.set(chat, {
      status: 403,
      body: { error: { code: 'MessageWritesBlocked' } },
    });
    await world.wordt('2027-01-11', '09:00');
    expect(geprobeerd()).toBe(1);
    world.teams.broken.delete(chat);

    await world.wordt('2027-01-12', '16:00');
    expect(geprobeerd()).toBe(1);
    const form = await groep.lid('Sanne').typt('deadline');
    await vult(groep.lid('Sanne'), form, { 'Tot wanneer': '2027-02-11' });
    await world.rust();
    await world.wordt('2027-02-09', '16:00');
    expect(geprobeerd()).toBe(2);
    expect(eigen(world, 'Bram')).toBe(1);
    await world.close();
  });

  it('is known so for seven days, to the minute', () => {
    const wereld = groepInHetGeheugen('Sanne', 'Bram');
    wereld.het_is('2027-01-11', '09:00');
    wereld.said(
      'klok',
      klokVan({ van: () => planner }).onbereikbaar(wereld.project, 'Bram', wereld.now).events,
    );
    const onbereikbaar = (datum: string, tijd: string, wie = 'Bram') => {
      wereld.het_is(datum, tijd);
      return isOnbereikbaar(wereld.project, wie, wereld.now);
    };
    expect(onbereikbaar('2027-01-11', '09:00', 'Sanne')).toBe(false);
    expect(onbereikbaar('2027-01-11', '09:00')).toBe(true);
    expect(onbereikbaar('2027-01-18', '08:59')).toBe(true);
    expect(onbereikbaar('2027-01-18', '09:00')).toBe(false);
  });
});

describe('when the planner was taken out of the conversation', () => {
  it('the projectleider hears it once in their own chat', async () => {
    const { world, groep } = await inStap2(['Bram']);
    world.teams.broken.set(groep.conversation, {
      status: 403,
      body: { error: { code: 'BotNotInConversationRoster' } },
    });
    await world.wordt('2027-01-11', '09:00');
    await world.wordt('2027-01-12', '09:00');
    await world.wordt('2027-01-14', '17:02');
    await world.wordt('2027-01-15', '09:00');
    const sanne = allesIn(world.alleen('Sanne'));
    expect(
      sanne.match(/Ik kan in de groepschat \(of het kanaal\) niets meer plaatsen/g),
    ).toHaveLength(1);
    await world.close();
  });
});

describe('where the planner runs in earnest', () => {
  it('nobody moves its clock by typing', async () => {
    const stuk = await inStap2(['Bram']);
    const answer = textOf(await stuk.zegt('Sanne', 'dev klok +5 weken'));
    expect(answer).toContain('Dat begrijp ik niet. Dit kun je typen:');
    expect(answer).not.toContain('De klok staat nu op');
    expect(allesIn(stuk.groep)).not.toContain('Stap 2 is gesloten.');
    // Five weeks that did go by close the step.
    await stuk.world.wordt('2027-02-08', '10:00');
    expect(allesIn(stuk.groep)).toContain('Stap 2 is gesloten.');
    await stuk.world.close();
  });
});
