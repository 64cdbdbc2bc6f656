import { describe, expect, it } from 'vitest';
import { type Antwoorden, keuzes, standing, textOf, rijOp } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type Lid } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  gebeurtenis,
  lidAccount,
  live,
  NAAM,
  opentEnVult,
  PROBLEEM,
  projectVan,
  rijen,
  titels,
  volgende,
  vult,
  zietTaken,
  mogelijk,
} from './hulp.ts';
import { begonnen, inStap2 } from './stuk.ts';

/** Somebody comes into the conversation, and Teams tells so. */
async function erbij(groep: Groep, naam: string): Promise<Lid> {
  const lid = groep.komt_erbij(naam);
  const fields = { membersAdded: [lidAccount(naam)] };
  await lid.stuurt(gebeurtenis(groep, 'conversationUpdate', fields));
  return lid;
}

const zonderTeams = {
  'Naam van een partner': 'Anke Smit',
  'Soort organisatie': 'GGZ',
  'Naam van de organisatie': 'GGZ Midden',
};

const voegtToe = async (sanne: Lid, wie: Antwoorden) =>
  opentEnVult(sanne, await sanne.typt('deelnemers'), 'Deelnemer toevoegen', wie, 'Toevoegen');

describe('the people of the group', () => {
  it('fill in their own organisation and function, and the projectleider anybody’s', async () => {
    const { world, groep } = await begonnen();
    await opentEnVult(groep.lid('Bram'), await live(world, groep, 1), 'Mijn gegevens', {
      'Soort organisatie': 'Politie',
      Functie: 'wijkagent',
    });
    const lijst = await groep.lid('Sanne').typt('deelnemers');
    const form = await groep.lid('Sanne').drukt('Gegevens', {}, lijst);
    await vult(groep.lid('Sanne'), form, { 'Naam van de organisatie': 'Gemeente Voorbeeldstad' });

    const after = textOf(await groep.lid('Lotte').typt('deelnemers'));
    expect(after).toContain('Bram\nPolitie · wijkagent');
    expect(after).toContain('Gemeente Voorbeeldstad');
    expect(titels(await groep.lid('Lotte').typt('deelnemers'))).toEqual(['Mijn gegevens']);
    await world.close();
  });

  it('are led by somebody of the municipality’s openbare orde en veiligheid, unless they say otherwise [A9]', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram'] });
    const [sanne, bram] = ['Sanne', 'Bram'].map((naam) => groep.lid(naam));
    const form = await sanne!.drukt('Mijn gegevens', {}, await live(world, groep, 1));
    const voorstel = keuzes(form, 'partner').find(
      ({ value }) => value === standing(form)['partner'],
    );
    expect(voorstel?.title).toBe('Gemeente, openbare orde en veiligheid');
    const ofBram = await bram!.drukt('Mijn gegevens', {}, await live(world, groep, 1));
    expect(standing(ofBram)['partner']).toBe('');

    await vult(sanne!, form, { 'Soort organisatie': 'Woningcorporatie' });
    expect(textOf(await bram!.typt('deelnemers'))).toContain('projectleider · Woningcorporatie');
    expect(titels(await sanne!.typt('volgende stap'))).toContain('Stap 2 starten');
    await world.close();
  });

  it('are registered later on as well; they read where the group stands, and join in at once [B11]', async () => {
    const { world, groep } = await inStap2({ namen: ['Sanne', 'Bram'] });
    await erbij(groep, 'Lotte');
    const sanne = groep.lid('Sanne');
    const form = await sanne.drukt('Deelnemer toevoegen', {}, await sanne.typt('deelnemers'));
    expect(keuzes(form, 'leden').map(({ title }) => title)).toEqual(['Lotte']);
    await vult(sanne, form, { 'Wie uit dit gesprek?': ['Lotte'] }, 'Toevoegen');
    await world.rust();

    const welkom = groep.card('Lotte doet mee.');
    expect(textOf(welkom)).toContain(`Welkom bij ${NAAM}. Nu bezig: Stap 2: Wat is het probleem?`);
    const taken = await groep.lid('Lotte').drukt('Mijn taken', {}, welkom);
    expect(textOf(taken)).toContain('Geef door welke problemen jij ziet.');
    await opentEnVult(
      groep.lid('Lotte'),
      await live(world, groep, 2),
      'Probleem doorgeven',
      PROBLEEM,
    );
    expect(textOf(await live(world, groep, 2))).toContain('1 van de 3 heeft gereageerd.');
    await world.close();
  });

  it('without Teams count, the projectleider enters for them, and what was entered stays theirs once they have Teams', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram'] });
    const sanne = groep.lid('Sanne');
    await voegtToe(sanne, zonderTeams);
    await volgende(sanne);
    await world.rust();
    const welkom = groep.card('Anke Smit doet mee.');
    expect(textOf(welkom)).toContain('De projectleider vult in wat zij doorgeven.');
    expect(titels(welkom)).toEqual(['Plan tot nu toe']);
    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
    const namens = await sanne.drukt('Namens een partner invullen', {}, leiding);
    const form = await sanne.drukt('Probleem doorgeven', {}, rijOp(namens, 'Anke Smit'));
    expect(textOf(form)).toContain('Je vult dit in namens Anke Smit.');
    const saved = await vult(sanne, form, PROBLEEM);
    expect(textOf(saved)).toContain('Opgeslagen namens Anke Smit.');
    expect(textOf(await live(world, groep, 2))).toContain('1 van de 3 heeft gereageerd.');

    const anke = await erbij(groep, 'Anke');
    await opentEnVult(sanne, await sanne.typt('deelnemers'), 'Koppelen aan Teams', {
      'Wie is het?': 'Anke',
    });
    const alles = await anke.drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    const eigen = await anke.drukt('Aanpassen', {}, alles);
    expect(standing(eigen)['omschrijving']).toBe(PROBLEEM['Wat is het probleem?']);
    await vult(anke, eigen, { 'Waar?': 'Stationsplein' });
    expect(textOf(await anke.typt('deelnemers'))).toContain('Deelnemers (3)');
    await world.close();
  });

  it('of the conversation are all in: the form says so instead of showing an empty list', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram'] });
    const sanne = groep.lid('Sanne');
    const form = await sanne.drukt('Deelnemer toevoegen', {}, await sanne.typt('deelnemers'));
    expect(textOf(form)).toContain('Iedereen in dit gesprek doet al mee.');
    const refused = await vult(sanne, form, { Functie: 'adviseur' }, 'Toevoegen');
    expect(textOf(refused)).toContain('Kies iemand uit de lijst of schrijf een naam op.');
    expect(standing(refused)['functie']).toBe('adviseur');
    await world.close();
  });
});

describe('somebody of another organisation', () => {
  it('is marked as such, and takes part like everybody, also when Teams tells another tenant of them later', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Gerda');
    const roster = world.teams.rosters.get(groep.conversation) ?? [];
    const outside = roster.map((member) =>
      member.name === 'Gerda' ? { ...member, tenantId: 'tenant-van-de-politie' } : member,
    );
    world.teams.rosters.set(groep.conversation, outside);
    const form = await groep.lid('Sanne').typt('start');
    expect(keuzes(form, 'leden').map(({ title }) => title)).toEqual(['Gerda (extern)']);
    await vult(
      groep.lid('Sanne'),
      form,
      { 'Hoe heet het project?': NAAM, 'Wie is de opdrachtgever?': 'de burgemeester' },
      'Project starten',
    );
    await world.rust();

    // What Gerda does herself carries the tenant of the conversation.
    const lijst = textOf(await groep.lid('Gerda').typt('deelnemers'));
    expect(lijst).toContain('Gerda\nVan buiten de gemeente');
    await world.close();
  });

  it('is not the one of the group, or who left it, that has the same object id in another tenant [A13, risk R41]', async () => {
    const { world, groep, zegt: typt } = await begonnen();
    const sanne = groep.lid('Sanne');
    const elders = (van: string) => ({
      ...lidAccount(van),
      id: `29:${van}-elders`,
      name: `${van} van elders`,
      tenantId: 'elders',
    });
    const roster = world.teams.rosters.get(groep.conversation) ?? [];
    const membersAdded = [elders('Bram'), elders('Lotte')];
    world.teams.rosters.set(groep.conversation, [...roster, ...membersAdded]);
    await sanne.stuurt(gebeurtenis(groep, 'conversationUpdate', { membersAdded }));
    const weg = await sanne.drukt(
      'Uit de groep halen',
      {},
      rijOp(await typt('Sanne', 'deelnemers'), 'Lotte'),
    );
    expect(textOf(weg)).toContain('Lotte uit de groep halen');
    await sanne.drukt('Uit de groep halen', {}, weg);

    const form = await sanne.drukt('Deelnemer toevoegen', {}, await typt('Sanne', 'deelnemers'));
    const nieuw = ['Bram van elders (extern)', 'Lotte van elders (extern)'];
    expect(keuzes(form, 'leden').map(({ title }) => title)).toEqual(['Lotte', ...nieuw]);
    await vult(sanne, form, { 'Wie uit dit gesprek?': nieuw }, 'Toevoegen');

    const lijst = textOf(await typt('Sanne', 'deelnemers'));
    expect(lijst).toContain('Deelnemers (4)');
    for (const naam of ['Bram van elders', 'Lotte van elders'])
      expect(lijst).toContain(`${naam}\nVan buiten de gemeente`);
    const again = await sanne.drukt('Deelnemer toevoegen', {}, await typt('Sanne', 'deelnemers'));
    expect(keuzes(again, 'leden').map(({ title }) => title)).toEqual(['Lotte']);
    await world.close();
  });
});

describe('somebody who wants to join', () => {
  it('asks with one tap, once however often they press, and is let in with one tap', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram'] });
    const lotte = groep.komt_erbij('Lotte');
    expect(textOf(await lotte.typt('plan'))).toContain('Je doet nog niet mee aan dit project.');
    const kaart = await live(world, groep, 1);
    for (let nth = 0; nth < 3; nth++) await lotte.drukt('Ik wil meedoen', {}, kaart);
    await world.rust();

    expect(aantalMet(groep, 'Lotte wil meedoen.')).toBe(1);
    const vraag = groep.card('Lotte wil meedoen.');
    expect(textOf(vraag)).toContain('Sanne beslist.');
    const bram = await groep.lid('Bram').drukt('Toelaten', {}, vraag);
    expect(textOf(bram)).toContain('Dit kan alleen de projectleider: Sanne.');
    expect(textOf(await lotte.typt('plan'))).toContain('Je doet nog niet mee');
    const leiding = await groep.lid('Sanne').drukt('Voor de projectleider', {}, kaart);
    expect(textOf(leiding)).toContain('Iemand wil meedoen');
    await groep.lid('Sanne').drukt('Toelaten', {}, vraag);
    await world.rust();

    expect(allesIn(groep)).toContain('Lotte doet mee.');
    expect(textOf(await lotte.typt('plan'))).toContain('1 Projectprofiel');
    await world.close();
  });

  it('is declined with one tap, and may ask again', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram'] });
    const lotte = groep.komt_erbij('Lotte');
    await lotte.drukt('Ik wil meedoen', {}, await live(world, groep, 1));
    await world.rust();
    await groep.lid('Sanne').drukt('Afwijzen', {}, groep.card('Lotte wil meedoen.'));
    await world.rust();

    expect(textOf(await lotte.typt('plan'))).toContain('Je doet nog niet mee');
    const lijst = textOf(await groep.lid('Sanne').typt('deelnemers'));
    expect(lijst).not.toContain('Lotte');
    const again = await lotte.drukt('Ik wil meedoen', {}, await live(world, groep, 1));
    expect(textOf(again)).toContain('Je aanvraag is verstuurd.');
    await world.close();
  });

  it('and was bound to a partner without Teams is that partner from then on', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne'] });
    const sanne = groep.lid('Sanne');
    const anke = await erbij(groep, 'Anke');
    await anke.drukt('Ik wil meedoen', {}, await live(world, groep, 1));
    await voegtToe(sanne, zonderTeams);
    await opentEnVult(sanne, await sanne.typt('deelnemers'), 'Koppelen aan Teams', {
      'Wie is het?': 'Anke',
    });

    const lijst = textOf(await anke.typt('deelnemers'));
    expect(lijst).toContain('Deelnemers (2)');
    expect(lijst).toContain('Anke Smit\nGGZ Midden');
    expect(textOf(await sanne.typt('deelnemers'))).not.toContain('Wil meedoen');
    await world.close();
  });
});

describe('somebody who leaves the group', () => {
  it('has their open work listed; the opvolger gets it, with what they had entered', async () => {
    const { world, groep, kaart } = await inStap2();
    const [sanne, bram, lotte] = ['Sanne', 'Bram', 'Lotte'].map((naam) => groep.lid(naam));
    await opentEnVult(bram!, kaart, 'Probleem doorgeven', PROBLEEM);
    const form = await bram!.drukt(
      'Document toevoegen',
      {},
      await bram!.drukt('Documenten', {}, await bram!.typt('plan')),
    );
    await vult(bram!, form, { Titel: 'Cijfers', Link: 'https://voorbeeld.nl/cijfers' });
    const afspraken = await sanne!.drukt('Afspraken', {}, await sanne!.typt('plan'));
    await opentEnVult(sanne!, afspraken, 'Afspraak toevoegen', {
      'Wat spreken we af?': 'De cijfers opvragen.',
      'Wie doet het?': 'Bram',
    });
    await opentEnVult(lotte!, await live(world, groep, 2), 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': 'Er ligt glas.',
    });

    const lijst = await sanne!.typt('deelnemers');
    const weg = await groep.lid('Sanne').drukt('Uit de groep halen', {}, rijOp(lijst, 'Bram'));
    expect(textOf(weg)).toContain('Bram uit de groep halen');
    expect(textOf(weg)).toContain('De cijfers opvragen.');
    await vult(sanne!, weg, { 'Wie neemt het over?': 'Lotte' }, 'Uit de groep halen');

    expect(textOf(await zietTaken(world, 'Lotte'))).toContain('De cijfers opvragen.');
    const nu = await lotte!.drukt('Afspraken', {}, await lotte!.typt('plan'));
    expect(textOf(nu)).toContain('De cijfers opvragen.\nLotte');
    const klaar = await lotte!.drukt('Klaar', {}, nu);
    expect(textOf(klaar)).toContain('Klaar. Mooi.');
    const alles = await lotte!.drukt('Bekijk alles (2)', {}, await live(world, groep, 2));
    const aanpassen = (await mogelijk(lotte!, alles)).filter((titel) => titel === 'Aanpassen');
    expect(aanpassen).toHaveLength(2);
    const documenten = await lotte!.drukt('Documenten', {}, await lotte!.typt('plan'));
    expect(await mogelijk(lotte!, documenten)).toContain('Aanpassen');
    await world.close();
  });

  it('can do nothing any more with old cards, and comes back as deelnemer, not as deputy', async () => {
    const { world, groep, kaart } = await inStap2();
    const [sanne, bram] = ['Sanne', 'Bram'].map((naam) => groep.lid(naam));
    await opentEnVult(sanne!, await sanne!.typt('instellingen'), 'Plaatsvervanger kiezen', {
      'Wie vervangt de': 'Bram',
    });
    const form = await bram!.drukt('Probleem doorgeven', {}, kaart);
    const stap3 = await bram!.typt('volgende stap');
    const lijst = await sanne!.typt('deelnemers');
    const weg = await groep.lid('Sanne').drukt('Uit de groep halen', {}, rijOp(lijst, 'Bram'));
    await vult(sanne!, weg, {}, 'Uit de groep halen');
    await world.rust();
    const before = await rijen(projectVan(kaart));

    const late = await vult(bram!, form, PROBLEEM);
    expect(textOf(late)).toContain('Je doet nog niet mee aan dit project.');
    expect(textOf(late)).toContain('Op vrijdagavond rijden scooters over de stoep.');
    const step = await bram!.drukt('Stap 3 starten', {}, stap3);
    expect(textOf(step)).toContain('Je doet nog niet mee aan dit project.');
    const none = await bram!.drukt('Ik heb niets toe te voegen', {}, kaart);
    expect(textOf(none)).toContain('Je doet nog niet mee aan dit project.');
    await world.rust();
    expect((await rijen(projectVan(kaart))).filter(({ table }) => table === 'projecten')).toEqual(
      before.filter(({ table }) => table === 'projecten'),
    );

    await bram!.drukt('Ik wil meedoen', {}, await bram!.typt('plan'));
    await world.rust();
    await sanne!.drukt('Toelaten', {}, groep.card('Bram wil meedoen.'));
    expect(textOf(await bram!.typt('volgende stap'))).toContain('Dit kan alleen de projectleider');
    await world.close();
  });

  it('leaves their work to the projectleider when nobody is chosen, and to the last of a chain', async () => {
    const { world, groep } = await begonnen({ namen: ['Sanne', 'Bram', 'Lotte', 'Joris'] });
    const sanne = groep.lid('Sanne');
    const maak = async (wie: string) => {
      const afspraken = await sanne.drukt('Afspraken', {}, await sanne.typt('plan'));
      await opentEnVult(sanne, afspraken, 'Afspraak toevoegen', {
        'Wat spreken we af?': `Werk van ${wie}.`,
        'Wie doet het?': wie,
      });
    };
    await maak('Bram');
    await maak('Joris');
    const haalWeg = async (wie: string, opvolger?: string) => {
      const lijst = await sanne.typt('deelnemers');
      const form = await groep.lid('Sanne').drukt('Uit de groep halen', {}, rijOp(lijst, wie));
      await vult(
        sanne,
        form,
        opvolger ? { 'Wie neemt het over?': opvolger } : {},
        'Uit de groep halen',
      );
    };

    await haalWeg('Bram', 'Lotte');
    expect(textOf(await zietTaken(world, 'Lotte'))).toContain('Werk van Bram.');
    await haalWeg('Lotte', 'Joris');
    expect(textOf(await zietTaken(world, 'Joris'))).toContain('Werk van Bram.');
    expect(textOf(await zietTaken(world, 'Joris'))).toContain('Werk van Joris.');
    await haalWeg('Joris');
    expect(textOf(await zietTaken(world, 'Sanne'))).toContain('Werk van Bram.');
    expect(textOf(await zietTaken(world, 'Sanne'))).toContain('Werk van Joris.');
    await world.close();
  });

  it('by leaving the chat is told of once, with the way to an opvolger; the log says it once', async () => {
    const { world, groep } = await begonnen();
    const project = projectVan(await live(world, groep, 1));
    const weg = gebeurtenis(groep, 'conversationUpdate', { membersRemoved: [lidAccount('Bram')] });
    for (let nth = 0; nth < 3; nth++) await groep.lid('Lotte').stuurt(weg);
    await world.rust();

    expect(aantalMet(groep, 'Bram is niet meer in dit gesprek.')).toBe(1);
    const gezegd = (await rijen(project)).filter(({ facts0 }) =>
      String(facts0).includes('"status":"vertrokken"'),
    );
    expect(gezegd).toHaveLength(1);
    const told = groep.card('Bram is niet meer in dit gesprek.');
    const form = await groep.lid('Sanne').drukt('Opvolger kiezen', {}, told);
    expect(textOf(form)).toContain('Bram uit de groep halen');
    const refused = await groep.lid('Lotte').drukt('Opvolger kiezen', {}, told);
    expect(textOf(refused)).toContain('Dit kan alleen de projectleider: Sanne.');
    await world.close();
  });
});
