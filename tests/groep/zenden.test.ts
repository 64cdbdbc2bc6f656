import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { say } from '../../support/gezegd.ts';
import { openLog } from '../../src/storage/log/log.ts';
import type { Fault } from '../../support/fake-teams.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  drukNth,
  geinstalleerd,
  live,
  NAAM,
  opentEnVult,
  PROBLEEM,
  PROFIEL,
  projectVan,
  rijen,
  start,
  titels,
  volgende,
  vult,
  zegt,
} from './hulp.ts';
import { inStap2 } from './stuk.ts';

/** Closes step 2 in dialogs, so that nothing but the summary and the card has to be sent. */
async function sluit(world: World, groep: Groep): Promise<void> {
  const sanne = groep.lid('Sanne');
  const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
  const sure = await sanne.drukt('Nu sluiten', {}, leiding);
  expect(textOf(await sanne.drukt('Nu sluiten', {}, sure))).toContain('De stap is gesloten.');
  await world.rust();
}

let minuut = 0;
/** The sweep of one instance, a while later. */
async function sweep(world: World, instance: number): Promise<void> {
  minuut += 2;
  world.het_is('2027-01-05', `1${Math.floor(minuut / 60)}:${String(minuut % 60).padStart(2, '0')}`);
  await world.apps[instance]?.delivery.sweep();
  await world.rust();
}

const samenvattingen = (groep: Groep) =>
  groep
    .cards()
    .filter((card) => card.isLive !== true && textOf(card).includes('Stap 2 is gesloten.')).length;

describe('a round of messages', () => {
  it('leaves out who answered while it was on its way, and still reaches the others', async () => {
    const { world, groep, kaart } = await inStap2({ namen: ['Sanne', 'Bram', 'Lotte', 'Omar'] });
    const chats = ['Bram', 'Lotte', 'Omar'].map((naam) => world.alleen(naam));
    const bram = chats[0]!.conversation;
    world.teams.broken.set(bram, {
      meanwhile: async () => {
        world.teams.broken.delete(bram);
        await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, kaart);
      },
    });
    await world.wordt('2027-01-11', '09:00');

    const gekregen = chats.map(
      ({ conversation }) =>
        world.teams.sent.filter((one) => one.conversation === conversation && one.method === 'POST')
          .length,
    );
    expect(gekregen).toEqual([1, 0, 1]);
    await world.close();
  });
});

describe('when Teams does not take a message', () => {
  it('and says how long to wait, the summary comes once after that, without a sweep', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    world.teams.failNext({ status: 429, headers: { 'Retry-After': '0' } });
    await sluit(world, groep);
    expect(samenvattingen(groep)).toBe(1);
    await world.close();
  });

  it.each<[string, Fault]>([
    ['and asks to wait for long', { status: 429, headers: { 'Retry-After': '3600' } }],
    ['because it is not available', { status: 503, headers: { 'Retry-After': '3600' } }],
    ['and its answer says nothing', { status: 502 }],
    ['because the connection broke before', { drop: 'before' }],
    ['and refuses it once', { status: 403, body: { error: { code: 'ServiceError' } } }],
    ['and does not find the place once', { status: 404 }],
  ])(
    '%s, who pressed hears that it is stored, and the summary arrives once, a little later',
    async (_wat, fault) => {
      const { world, groep } = await inStap2({ instances: 2 });
      world.teams.failNext(fault);
      await sluit(world, groep);
      expect(samenvattingen(groep)).toBe(0);

      await sweep(world, 1);
      expect(samenvattingen(groep)).toBe(1);
      expect(textOf(await live(world, groep, 2))).toContain('Stap 2 is gesloten.');
      await sweep(world, 0);
      await sweep(world, 1);
      expect(samenvattingen(groep)).toBe(1);
      await world.close();
    },
  );

  it('but did, and only its answer was lost, the summary comes at most twice and never again', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    world.teams.failNext({ drop: 'after' });
    await sluit(world, groep);
    for (const instance of [1, 0, 1]) await sweep(world, instance);
    expect(samenvattingen(groep)).toBe(2);
    await world.close();
  });

  it('twice without a usable answer, it is not tried a third time, and what comes after it is', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    world.teams.failNext({ status: 502 });
    await sluit(world, groep);
    world.teams.failNext({ status: 502 });
    await sweep(world, 1);
    await sweep(world, 0);
    expect(samenvattingen(groep)).toBe(0);
    expect(textOf(await live(world, groep, 2))).toContain('Stap 2 is gesloten.');
    await volgende(groep.lid('Sanne'));
    expect(textOf(await live(world, groep, 3))).toContain('Wat doen wij al?');
    await world.close();
  });

  it('that is the live card of a new step, `status` brings it, also in a channel', async () => {
    const world = await openWorld();
    const kanaal = world.kanaal('Sanne', 'Bram');
    const sanne = kanaal.lid('Sanne');
    // New posts of a channel go to one address, whatever the channel.
    const NEW_POSTS = '';
    const form = await sanne.typt('start');
    world.teams.broken.set(NEW_POSTS, { status: 502 });
    const answer = await vult(
      sanne,
      form,
      {
        'Hoe heet': 'Plein',
        'Wie is de opdrachtgever?': 'burgemeester',
        'Wie doet er mee?': ['Bram'],
      },
      'Project starten',
    );
    expect(textOf(answer)).toContain('Plein is gestart.');
    await world.rust();
    for (let nth = 0; nth < 3; nth++) await sweep(world, 0);
    expect(aantalMet(kanaal, 'Stap 1 van 6')).toBe(0);
    world.teams.broken.delete(NEW_POSTS);

    await sanne.typt('status');
    expect(textOf(await live(world, kanaal, 1))).toContain('Plein');
    await world.close();
  });
});

describe('a message for the group that Teams refuses', () => {
  const GEWEIGERD: Fault = { status: 403, body: { error: { code: 'ServiceError' } } };

  /** The clock goes on to these moments, and everybody looks what is due. */
  async function wordt(world: World, ...momenten: readonly string[]): Promise<void> {
    for (const moment of momenten) {
      await world.wordt(...(moment.split(' ') as [string, string]));
      await world.rust();
    }
  }

  /** As often as it is tried again before it is given up. */
  const KEREN = ['2027-01-05 10:02', '2027-01-05 10:05', '2027-01-05 10:40', '2027-01-05 12:45'];

  it.each([0, 1, 2, 3, 4])('and %i times more, arrives once it is let through', async (keren) => {
    const { world, groep } = await inStap2({ instances: 2 });
    world.het_is('2027-01-05', '10:00');
    world.teams.broken.set(groep.conversation, GEWEIGERD);
    await sluit(world, groep);
    await wordt(world, ...KEREN.slice(0, keren));
    world.teams.broken.delete(groep.conversation);
    expect(samenvattingen(groep)).toBe(0);

    await wordt(world, '2027-01-05 18:50', '2027-01-05 19:00');
    expect(samenvattingen(groep)).toBe(1);
    expect(allesIn(world.alleen('Sanne'))).not.toContain('niets meer plaatsen');
    await world.close();
  });

  it('is not tried again before its time', async () => {
    const { world, groep } = await inStap2();
    world.het_is('2027-01-05', '10:00');
    world.teams.broken.set(groep.conversation, GEWEIGERD);
    await sluit(world, groep);
    await wordt(world, '2027-01-05 10:02', '2027-01-05 10:05');
    world.teams.broken.delete(groep.conversation);
    await wordt(world, '2027-01-05 10:10', '2027-01-05 10:20', '2027-01-05 10:30');
    expect(samenvattingen(groep)).toBe(0);
    await wordt(world, '2027-01-05 10:40');
    expect(samenvattingen(groep)).toBe(1);
    await world.close();
  });

  it('holds up nothing that comes after it when that goes on', async () => {
    const { world, groep } = await inStap2();
    world.het_is('2027-01-05', '10:00');
    world.teams.broken.set(groep.conversation, GEWEIGERD);
    await sluit(world, groep);
    await wordt(world, '2027-01-05 10:02');
    world.teams.broken.delete(groep.conversation);
    await volgende(groep.lid('Sanne'));
    expect(textOf(await live(world, groep, 3))).toContain('Wat doen wij al?');
    expect(samenvattingen(groep)).toBe(0);
    await wordt(world, '2027-01-05 10:10');
    expect(samenvattingen(groep)).toBe(1);
    await world.close();
  });

  it('for a day, is given up within it: that stands on the list of what did not arrive, and whoever leads is told', async () => {
    const { world, groep } = await inStap2();
    world.het_is('2027-01-05', '10:00');
    const id = projectVan(await live(world, groep, 2));
    world.teams.broken.set(groep.conversation, GEWEIGERD);
    await sluit(world, groep);
    await wordt(world, ...KEREN, '2027-01-05 18:50');
    const log = openLog(world.tables.projecten);
    expect(await log.undelivered(id)).toMatchObject([
      { soort: 'samenvatting', afloop: 'onbereikbaar' },
    ]);
    await wordt(world, '2027-01-06 09:00', '2027-01-06 09:05');
    expect(allesIn(world.alleen('Sanne'))).toContain('niets meer plaatsen');
    world.teams.broken.delete(groep.conversation);
    await wordt(world, '2027-01-06 12:00', '2027-01-07 12:00');
    expect(samenvattingen(groep)).toBe(0);
    await world.close();
  });
});

describe('the live card', () => {
  it('that could not be updated shows the newest state after the sweep', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    const kaart = await live(world, groep, 2);
    // Without an answer it is put there once more, and then left.
    world.teams.failNext({ drop: 'before' }, { drop: 'before' });
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    await world.rust();
    expect(allesIn(groep)).toContain('Nog niemand heeft gereageerd.');
    // Meanwhile another instance takes the next one in; whoever sweeps shows both.
    const form = await groep.lid('Lotte').drukt('Probleem doorgeven', {}, kaart, 1);
    await groep
      .lid('Lotte')
      .drukt(
        'Opslaan',
        { omschrijving: 'Er ligt glas.', kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog' },
        form,
        1,
      );
    await sweep(world, 1);

    expect(textOf(await live(world, groep, 2))).toContain('2 van de 3 hebben gereageerd.');
    expect(aantalMet(groep, 'Stap 2 van 6')).toBe(1);
    await world.close();
  });

  it('that Teams asked to wait with shows the newest state after that wait, without a sweep', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    const kaart = await live(world, groep, 2);
    world.teams.failNext({ status: 429, headers: { 'Retry-After': '0' } });
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    await world.rust();
    expect(textOf(await live(world, groep, 2))).toContain('1 van de 3 heeft gereageerd.');
    await world.close();
  });

  it('is shown by another instance when the one that stored it died before showing it', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    const kaart = await live(world, groep, 2);
    // Teams cannot be reached from here: nothing that this instance stores is shown.
    world.teams.broken.set(groep.conversation, { drop: 'before' });
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    const sanne = groep.lid('Sanne');
    const leiding = await sanne.drukt('Voor de projectleider', {}, kaart);
    const form = await sanne.drukt('Volgende stap', {}, leiding);
    const saved = await sanne.drukt('Stap 3 starten', {}, form);
    expect(textOf(saved)).toContain('Stap 3 is gestart.');
    await world.rust();
    world.teams.broken.delete(groep.conversation);
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(0);

    await sweep(world, 1);
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(1);
    expect(samenvattingen(groep)).toBe(1);
    expect(textOf(await live(world, groep, 2))).toContain('1 van de 3 heeft gereageerd.');
    await sweep(world, 0);
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(1);
    await world.close();
  });

  it('that was deleted is posted anew with the next change', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    const kaart = await live(world, groep, 2);
    world.teams.failNext({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    const nieuw = await live(world, groep, 2);
    expect(nieuw.messageId).not.toBe(kaart.messageId);
    expect(textOf(nieuw)).toContain('1 van de 3 heeft gereageerd.');
    await world.close();
  });

  it('comes to rest at the newest state when all press at once', async () => {
    const namen = Array.from({ length: 20 }, (_, nth) => `Partner${nth}`);
    const world = await openWorld({ instances: 2 });
    const groep = world.groepschat('Sanne', ...namen);
    await start(groep.lid('Sanne'));
    await world.rust();
    await volgende(groep.lid('Sanne'));
    const kaart = await live(world, groep, 2);
    await Promise.all(
      namen.map((naam, nth) =>
        groep.lid(naam).drukt('Ik heb niets toe te voegen', {}, kaart, nth % 2),
      ),
    );
    expect(textOf(await live(world, groep, 2))).toContain('20 van de 21 hebben gereageerd.');
    expect(aantalMet(groep, 'Stap 2 van 6')).toBe(1);
    await world.close();
  });

  it('is posted anew when it went out of sight, and on `status`; the old one shrinks to a line', async () => {
    const { world, groep } = await inStap2();
    const first = await live(world, groep, 2);
    await groep.lid('Bram').typt('status');
    await world.rust();
    const second = await live(world, groep, 2);
    expect(second.messageId).not.toBe(first.messageId);
    expect(aantalMet(groep, 'Dit bericht staat nu verder naar beneden.')).toBe(1);
    for (let nth = 0; nth < 11; nth++) {
      await groep.lid('Bram').typt('deelnemers');
      await world.rust();
    }
    expect((await live(world, groep, 2)).messageId).not.toBe(second.messageId);
    expect(aantalMet(groep, 'Stap 2 van 6')).toBe(1);
    await world.close();
  });
});

describe('when the bot comes in again', () => {
  it.each(['groupChat', 'channel'] as const)(
    'in a %s, the live card stands there anew, nothing is stored by it, and the project goes on',
    async (soort) => {
      const world = await openWorld();
      const groep =
        soort === 'channel' ? world.kanaal('Sanne', 'Bram') : world.groepschat('Sanne', 'Bram');
      await start(groep.lid('Sanne'), { 'Wie doet er mee?': ['Bram'] });
      await world.rust();
      await volgende(groep.lid('Sanne'));
      const first = await live(world, groep, 2);
      const inhoud = async () =>
        (await rijen(projectVan(first))).filter(
          ({ rowKey, table }) => table !== 'wekker' && !String(rowKey).startsWith('k_'),
        );
      const before = await inhoud();
      for (let nth = 0; nth < 3; nth++) await groep.lid('Bram').stuurt(geinstalleerd(groep, soort));

      const again = await live(world, groep, 2);
      expect(again.messageId).not.toBe(first.messageId);
      expect(aantalMet(groep, 'Stap 2 van 6')).toBe(1);
      expect(await inhoud()).toEqual(before);
      expect(allesIn(groep)).not.toContain('ik ben de Veiligheidsplanner');
      await opentEnVult(groep.lid('Bram'), again, 'Probleem doorgeven', PROBLEEM);
      expect(textOf(await live(world, groep, 2))).toContain('1 van de 2 heeft gereageerd.');
      await world.close();
    },
  );

  it('where nothing runs, it says who it is, once, and stores no project', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    for (let nth = 0; nth < 3; nth++) await groep.lid('Sanne').stuurt(geinstalleerd(groep));
    await world.rust();
    expect(aantalMet(groep, 'Hallo, ik ben de Veiligheidsplanner.')).toBe(1);
    expect(textOf(await groep.lid('Sanne').typt('status'))).toContain(
      'Hier loopt nog geen project.',
    );
    await world.close();
  });
});

describe('a message', () => {
  it('that cannot be drawn holds up nothing that comes after it, and does not vanish [risk R50]', async () => {
    const { world, groep } = await inStap2();
    const id = projectVan(await live(world, groep, 2));
    const log = openLog(world.tables.projecten);
    const snapshot = await log.read(id);
    await log.append(snapshot!, {
      events: [say(profiel, PROJECT, {}, {})],
      ...{ by: 'klok', at: '2027-01-04T09:00:00.000Z' },
      marker: { key: 'x', about: '', nonce: '' },
      outbox: [{ soort: 'samenvatting', facts: { stap: 'er-is-geen-stap-met-deze-naam' } }],
    });
    const sanne = groep.lid('Sanne');
    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
    await sanne.drukt('Nu sluiten', {}, await sanne.drukt('Nu sluiten', {}, leiding));
    await world.rust();
    expect(samenvattingen(groep)).toBe(1);
    // Nobody got it, so that it can be sent again once the fault is mended.
    expect(await log.undelivered(id)).toMatchObject([
      { soort: 'samenvatting', afloop: 'onbekend' },
    ]);
    await expect(world.close()).rejects.toThrow('"msg":"failed"');
  });

  it('that showed a text which is erased later is drawn anew, and an overview that somebody asked for is taken away', async () => {
    const { world, groep } = await inStap2();
    const [sanne, bram] = ['Sanne', 'Bram'].map((naam) => groep.lid(naam));
    const kanarie = 'Kanarie-van-het-plein';
    await opentEnVult(bram!, await live(world, groep, 2), 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': `${kanarie} zit op de bank.`,
    });
    await sanne!.drukt('Agenda aan de groep tonen', {}, await sanne!.typt('agenda'));
    await bram!.opent('2 Wat is het probleem?', await bram!.typt('plan'));
    await world.rust();
    expect(allesIn(groep)).toContain(kanarie);

    const wissen = await sanne!.drukt('Tekst zoeken', {}, await sanne!.typt('instellingen'));
    await sanne!.drukt('Voorgoed wissen', {}, await drukNth(sanne!, wissen, 'Wissen', 0));
    await world.rust();
    expect(allesIn(groep)).not.toContain(kanarie);
    expect(allesIn(groep)).toContain('Dit overzicht is weggehaald, omdat er tekst is gewist.');
    await world.close();
  });
});

const PARTNER = {
  'Naam van een partner': 'Anke Smit',
  'Soort organisatie': 'GGZ',
  Functie: 'behandelaar',
};

describe('a turn that fails', () => {
  it('after a press on a card gives the text back with a number; pressing again stores it once', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    const sanne = groep.lid('Sanne');
    const form = await sanne.typt('start');
    world.het_is('2027-01-04', '10:05');
    world.teams.broken.set(groep.conversation, { status: 500 });
    const sorry = await vult(
      sanne,
      form,
      { ...PROFIEL, 'Wat is de taak': 'Mijn lange uitleg.' },
      'Project starten',
    );

    expect(textOf(sorry)).toContain('Er ging iets mis. Dit is nog niet opgeslagen.');
    expect(textOf(sorry)).toMatch(/Meld dan dit nummer: \S+\./);
    expect(textOf(sorry)).toContain('Mijn lange uitleg.');
    expect(titels(sorry)).toEqual(['Probeer opnieuw']);
    world.teams.broken.delete(groep.conversation);
    const stored = await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(stored)).toContain(`${NAAM} is gestart.`);
    const twice = await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(twice)).toContain(`${NAAM} is gestart.`);

    expect(textOf(await live(world, groep, 1))).toContain('Mijn lange uitleg.');
    expect(aantalMet(groep, 'Stap 1 van 6')).toBe(1);
    await expect(world.close()).rejects.toThrow('"msg":"failed"');
  });

  it('in a dialog gives an answering dialog with the text; pressing again there stores it once', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    const sanne = groep.lid('Sanne');
    await start(sanne);
    const lijst = await sanne.drukt('Deelnemers (2)', {}, await live(world, groep, 1));
    const form = await sanne.drukt('Deelnemer toevoegen', {}, lijst);
    expect(form.isDialog).toBe(true);
    world.het_is('2027-01-04', '10:05');
    world.teams.broken.set(groep.conversation, { status: 500 });
    const sorry = await vult(sanne, form, PARTNER, 'Toevoegen');

    expect(sorry.isDialog).toBe(true);
    expect(textOf(sorry)).toContain('Er ging iets mis. Dit is nog niet opgeslagen.');
    expect(textOf(sorry)).toContain('Anke Smit');
    world.teams.broken.delete(groep.conversation);
    const stored = await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(stored)).toContain('Toegevoegd.');
    await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(await zegt(world, groep, sanne, 'deelnemers'))).toContain('Deelnemers (3)');
    await expect(world.close()).rejects.toThrow('"msg":"failed"');
  });

  it('after a typed message gives Teams 500, and nothing is stored', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    world.teams.broken.set(groep.conversation, { status: 500 });
    await expect(groep.lid('Sanne').typt('start')).rejects.toThrow('gave 500');
    world.teams.broken.delete(groep.conversation);
    expect(textOf(await groep.lid('Sanne').typt('status'))).toContain(
      'Hier loopt nog geen project.',
    );
    await expect(world.close()).rejects.toThrow('logged errors');
  });
});
