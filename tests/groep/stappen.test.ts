import { describe, expect, it } from 'vitest';
import { standing, textOf, rijOp } from '../../support/voorbeeld/kaart.ts';
import { openWorld } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  eenWereld,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  rijen,
  start,
  titels,
  volgende,
  vult,
  zegt,
} from './hulp.ts';
import { inStap2 } from './stuk.ts';

const TEKST = 'Op vrijdagavond rijden scooters over de stoep.';

describe('volgende stap', () => {
  it('shows what is there and what is missing, proposes a date, and opens with one message [A15, A16, A17]', async () => {
    const { world, groep, kaart } = await inStap2();
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    const sanne = groep.lid('Sanne');
    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
    const form = await sanne.drukt('Volgende stap', {}, leiding);

    const text = textOf(form);
    expect(text).toContain(
      'Klaar: 1 probleem\nNog niet klaar: 1 van de 3 heeft gereageerd · Nog geen prioriteitenlijst',
    );
    expect(text).toContain('Let op: nog niets van Sanne, Lotte.');
    expect(text).toContain('Tot wanneer kan iedereen invullen?');
    expect(standing(form)).toMatchObject({ datum: '2027-01-28', tijd: '17:00' });
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(0);
    await sanne.drukt('Stap 3 starten', {}, form);

    await live(world, groep, 3);
    expect(textOf(await sanne.typt('status'))).toContain('Tot do 28 januari, 17.00 uur');
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(1);
    await world.close();
  });

  it('names nobody where the group reads along, only the way to see who is missing', async () => {
    const { world, groep } = await inStap2();
    const typed = textOf(await groep.lid('Sanne').typt('volgende stap'));
    expect(typed).toContain('Nog niet klaar: Nog geen problemen · Nog niemand heeft gereageerd');
    expect(typed).not.toContain('nog niets van');
    expect(typed).toContain('Typ “mijn taken” in je chat met mij om te zien wie.');

    const chat = world.alleen('Sanne');
    const taken = await zegt(world, chat, chat.lid('Sanne'), 'mijn taken');
    expect(textOf(taken)).toContain('Nog niets van Bram, Lotte.');
    expect(titels(taken)).toContain('Voor de projectleider');
    const bram = world.alleen('Bram');
    expect(textOf(await zegt(world, bram, bram.lid('Bram'), 'mijn taken'))).not.toContain('Lotte');
    const own = await zegt(world, chat, chat.lid('Sanne'), 'volgende stap');
    expect(titels(own)).toContain('Nog niet');
    expect(textOf(own)).toContain('Let op: nog niets van Sanne, Bram, Lotte.');
    await world.close();
  });

  it('takes the steps one by one, in the order of the source, and never by itself [A3, A18, A19, Z7]', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne');
    const sanne = groep.lid('Sanne');
    await start(sanne);
    await world.rust();
    const namen = [
      'Projectprofiel',
      'Wat is het probleem?',
      'Wat doen wij al?',
      'Wat willen wij bereiken?',
      'Wat gaan wij doen?',
      'Wat hebben wij bereikt?',
    ];
    expect(textOf(await sanne.typt('status'))).toContain(
      `Nu: stap 1, ${namen[0]}\nKlaar: Het project is gestart\nNog niet klaar: 1 deelnemer\nHierna: stap 2, ${namen[1]}`,
    );
    for (const [at, naam] of namen.entries()) {
      expect(textOf(await live(world, groep, at + 1))).toContain(naam);
      // Long after the date nothing has moved on.
      world.het_is(`2027-0${at + 2}-25`);
      for (const { delivery } of world.apps) await delivery.sweep();
      await world.rust();
      expect(aantalMet(groep, `Stap ${at + 2} van 6`)).toBe(0);
      if (at < 5) await volgende(sanne);
    }
    await world.rust();
    const last = await sanne.typt('volgende stap');
    expect(textOf(last)).toContain(
      'Dit is de laatste stap. Sluit het project af met de evaluatie.',
    );
    await world.close();
  });

  it('pressed by two who lead at the same moment, on two instances, opens one step', async () => {
    const { world, groep } = await inStap2({ instances: 2 });
    const [sanne, bram] = ['Sanne', 'Bram'].map((naam) => groep.lid(naam));
    await opentEnVult(sanne!, await sanne!.typt('instellingen'), 'Plaatsvervanger kiezen', {
      'Wie vervangt de': 'Bram',
    });
    const forms = [await sanne!.typt('volgende stap'), await bram!.typt('volgende stap', 1)];

    const answers = await Promise.all([
      sanne!.drukt('Stap 3 starten', {}, forms[0], 0),
      bram!.drukt('Stap 3 starten', {}, forms[1], 1),
    ]);
    await world.rust();

    const texts = answers.map(textOf);
    expect(texts.filter((text) => text.includes('Stap 3 is gestart.'))).toHaveLength(1);
    expect(
      texts.filter((text) => text.includes('Iemand anders heeft dit intussen aangepast.')),
    ).toHaveLength(1);
    expect(aantalMet(groep, 'Stap 3 van 6')).toBe(1);
    expect(aantalMet(groep, 'Stap 4 van 6')).toBe(0);
    await world.close();
  });
});

describe('in a channel', () => {
  it('every step is a post of its own; partners answer there, and what belongs to the step stands below it [Z6]', async () => {
    const world = await openWorld();
    const kanaal = world.kanaal('Sanne', 'Bram');
    const [sanne, bram] = ['Sanne', 'Bram'].map((naam) => kanaal.lid(naam));
    await start(sanne!, { 'Wie doet er mee?': ['Bram'] });
    await world.rust();
    await volgende(sanne!);
    const stap2 = await live(world, kanaal, 2);
    await opentEnVult(bram!, stap2, 'Probleem doorgeven', PROBLEEM);
    expect(textOf(await live(world, kanaal, 2))).toContain('1 van de 2 heeft gereageerd.');
    await volgende(sanne!);
    await live(world, kanaal, 3);

    const posts = world.teams.sent.filter(({ method }) => method === 'POST');
    const thread = (text: string) => {
      const found = posts.find(({ activity }) => JSON.stringify(activity).includes(text));
      return found && { thread: found.thread, activityId: found.activityId };
    };
    const cards = [1, 2, 3].map((nr) => thread(`Stap ${nr} van 6`));
    for (const card of cards) expect(card?.thread).toBe(card?.activityId);
    expect(new Set(cards.map((card) => card?.thread)).size).toBe(3);
    expect(thread('Er is 1 probleem, met prioriteit hoog.')?.thread).toBe(stap2.messageId);
    await world.close();
  });
});

describe('a date for the next step', () => {
  const wereld = eenWereld();

  it.each([
    ['2027-01-04', 'Dit moment is al voorbij. Kies een later moment.'],
    ['2026-12-31', 'Dit moment is al voorbij. Kies een later moment.'],
    ['2207-01-28', 'Deze datum ligt erg ver weg. Klopt het jaar?'],
    ['', 'Kies een datum.'],
  ])('refuses the date "%s" in a sentence, and opens nothing', async (datum, zin) => {
    const world = wereld();
    const groep = world.groepschat('Sanne');
    await start(groep.lid('Sanne'));
    await world.rust();
    const form = await groep.lid('Sanne').typt('volgende stap');
    const refused = await groep
      .lid('Sanne')
      .drukt('Stap 2 starten', { datum, tijd: '09:00' }, form);

    expect(textOf(refused)).toContain(zin);
    await world.rust();
    expect(aantalMet(groep, 'Stap 2 van 6')).toBe(0);
    expect(
      textOf(await groep.lid('Sanne').drukt('Stap 2 starten', { datum: '2027-02-11' }, refused)),
    ).toContain('Stap 2 is gestart.');
  });
});

describe('until when one may change what one entered', () => {
  it('is said as it is at that moment, for that person', async () => {
    const { world, groep, kaart } = await inStap2();
    const geeftDoor = async (naam: string) => {
      const form = await groep.lid(naam).drukt('Probleem doorgeven', {}, kaart);
      const tekst = `Om ${world.nu().slice(5, 16).replace(/\D/g, '-')} is er lawaai.`;
      return textOf(
        await vult(groep.lid(naam), form, { ...PROBLEEM, 'Wat is het probleem?': tekst }),
      );
    };
    const leider = 'Je kunt dit aanpassen tot het project is afgerond.';
    expect(await geeftDoor('Bram')).toContain('aanpassen tot do 14 januari, 17.00 uur.');
    expect(await geeftDoor('Sanne')).toContain(leider);

    world.het_is('2027-01-14', '17:01');
    const laat = await geeftDoor('Bram');
    expect(laat).toContain('Je was net op tijd. Stap 2 gaat nu dicht.');
    expect(laat).not.toContain('aanpassen tot');
    expect(await geeftDoor('Sanne')).toContain(leider);
    await world.wordt('2027-01-15', '10:00');
    const na = await geeftDoor('Sanne');
    expect(na).toContain(leider);
    expect(na).not.toContain('17.00');
    await world.close();
  });
});

describe.each(['dialoog', 'kaart'] as const)('the deadline, forms as %s', (forms) => {
  it('locks deelnemers from a minute after it, whatever they had open; their text stays', async () => {
    const { world, groep, kaart } = await inStap2({ forms });
    const [bram, lotte] = ['Bram', 'Lotte'].map((naam) => groep.lid(naam));
    const early = await bram!.drukt('Probleem doorgeven', {}, kaart);
    const open = await lotte!.drukt('Probleem doorgeven', {}, kaart);

    world.het_is('2027-01-14', '17:01');
    expect(textOf(await vult(bram!, early, PROBLEEM))).toContain('Opgeslagen.');
    world.het_is('2027-01-14', '17:02');
    const refused = await vult(lotte!, open, PROBLEEM);

    expect(textOf(refused)).toContain('Stap 2 is gesloten sinds do 14 januari, 17.00 uur.');
    expect(textOf(refused)).toContain('Je tekst is niet opgeslagen, maar staat hieronder nog.');
    expect(standing(refused)['omschrijving']).toBe(TEKST);
    expect(titels(refused)).toContain('Stuur naar Sanne');
    const none = await lotte!.drukt('Ik heb niets toe te voegen', {}, kaart);
    expect(textOf(none)).toContain('Stap 2 is gesloten sinds');
    const alles = await bram!.drukt('Bekijk alles (0)', {}, kaart);
    expect(titels(alles)).not.toContain('Aanpassen');
    expect(textOf(alles)).toContain('1 probleem');
    await world.close();
  });

  it('is no end: the text goes to the projectleider, who takes it over or not', async () => {
    const { world, groep, kaart } = await inStap2({ forms });
    const [sanne, lotte] = ['Sanne', 'Lotte'].map((naam) => groep.lid(naam));
    const opened = [
      await lotte!.drukt('Probleem doorgeven', {}, kaart),
      await lotte!.drukt('Probleem doorgeven', {}, kaart),
    ];
    world.het_is('2027-01-15');
    for (const [nth, form] of opened.entries()) {
      const refused = await vult(lotte!, form, {
        ...PROBLEEM,
        'Wat is het probleem?': `Te laat ${nth}.`,
      });
      const sent = await lotte!.drukt('Stuur naar Sanne', {}, refused);
      expect(textOf(sent)).toContain('Je tekst is naar de projectleider gestuurd.');
    }
    await world.rust();
    expect(textOf(await lotte!.drukt('Bekijk alles (0)', {}, kaart))).toContain(
      'Nog geen problemen',
    );
    const bericht = groep.card('Er kwam nog een tekst na de sluiting.');
    expect(allesIn(groep)).not.toContain('Te laat');

    const lijst = await sanne!.drukt('Voor de projectleider', {}, bericht);
    expect(textOf(lijst)).toContain('Te laat 0.');
    expect(textOf(lijst)).toContain('Van Lotte, na sluiting van de stap');
    const tweede = await sanne!.opent('Te laat 1.', lijst);
    await sanne!.drukt('Overnemen', {}, rijOp(lijst, 'Te laat 0.'));
    await sanne!.drukt('Niet overnemen', {}, tweede);
    const again = await sanne!.drukt('Overnemen', {}, tweede);
    expect(textOf(again)).toContain('Dit is niet gevonden.');

    const alles = await lotte!.drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    expect(textOf(alles)).toContain('Te laat 0.');
    expect(textOf(alles)).not.toContain('Te laat 1.');
    expect(textOf(alles)).toMatch(/na sluiting/);
    const taken = await lotte!.typt('mijn taken');
    expect(textOf(taken)).not.toContain('Te laat');
    await world.close();
  });
});

describe('the deadline of step 3', () => {
  it('locks measures as well; what came late is sent on with its choices, and taken over [E17, E18]', async () => {
    const { world, groep, kaart } = await inStap2();
    const [sanne, lotte] = ['Sanne', 'Lotte'].map((naam) => groep.lid(naam));
    const agenda = () => zegt(world, groep, sanne!, 'agenda');
    await opentEnVult(lotte!, kaart, 'Probleem doorgeven', PROBLEEM);
    await opentEnVult(sanne!, await agenda(), 'Start het overleg', {}, 'Start het overleg');
    await opentEnVult(sanne!, await agenda(), 'Lijst vaststellen', {}, 'Vaststellen');
    await volgende(sanne!, { 'Tot wanneer': '2027-02-11' }, (text) =>
      zegt(world, groep, sanne!, text),
    );
    const form = await lotte!.drukt('Maatregel doorgeven', {}, await live(world, groep, 3));
    world.het_is('2027-02-12');
    const refused = await vult(lotte!, form, {
      'Wat doen jullie?': 'Toezicht op vrijdag.',
      'Op wie of wat': ['Groepen', 'Gebied'],
      'Wat doet deze maatregel?': 'We voorkomen',
    });

    expect(textOf(refused)).toContain('Stap 3 is gesloten sinds do 11 februari, 17.00 uur.');
    await lotte!.drukt('Stuur naar Sanne', {}, refused);
    await world.rust();
    const lijst = await sanne!.drukt(
      'Voor de projectleider',
      {},
      groep.card('Er kwam nog een tekst'),
    );
    expect(textOf(await sanne!.drukt('Overnemen', {}, lijst))).toContain(
      'De tekst is overgenomen.',
    );
    const alles = await lotte!.drukt('Bekijk alles (1)', {}, await live(world, groep, 3));
    expect(textOf(alles)).toMatch(/Toezicht op vrijdag\.[^]*groep[^]*gebied/i);
    await world.close();
  });
});

describe('after the deadline', () => {
  it('the projectleider still enters, also for a partner, and the entry says so', async () => {
    const { world, groep } = await inStap2();
    world.het_is('2027-01-15');
    const sanne = groep.lid('Sanne');
    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
    const namens = await sanne.drukt('Namens een partner invullen', {}, leiding);
    expect(textOf(namens)).not.toContain('Sanne\n');
    const niets = await sanne.drukt('Niets toe te voegen', {}, rijOp(namens, 'Bram'));
    expect(textOf(niets)).toContain('Opgeslagen. Bram heeft niets toe te voegen.');
    const form = await sanne.drukt('Probleem doorgeven', {}, rijOp(namens, 'Lotte'));
    expect(textOf(form)).toContain('Je vult dit in namens Lotte.');
    const next = await vult(sanne, form, PROBLEEM, 'Opslaan en nog een');
    expect(textOf(next)).toContain('Opgeslagen.');
    expect(textOf(next)).toContain('Je vult dit in namens Lotte.');
    await vult(sanne, next, { ...PROBLEEM, 'Wat is het probleem?': 'Er ligt glas.' });

    const alles = textOf(await sanne.drukt('Bekijk alles (2)', {}, await live(world, groep, 2)));
    expect(alles).toContain('Van: Lotte');
    expect(alles).toContain('Ingebracht na sluiting, ingevoerd door Sanne.');
    await world.close();
  });

  it('a text sent on before the next step began can still be taken over by whoever leads', async () => {
    const { world, groep, kaart } = await inStap2();
    const [sanne, lotte] = ['Sanne', 'Lotte'].map((naam) => groep.lid(naam));
    const open = await lotte!.drukt('Probleem doorgeven', {}, kaart);
    world.het_is('2027-01-15');
    await lotte!.drukt('Stuur naar Sanne', {}, await vult(lotte!, open, PROBLEEM));
    await volgende(sanne!);
    await world.rust();

    const lijst = await sanne!.drukt(
      'Voor de projectleider',
      {},
      groep.card('Er kwam nog een tekst'),
    );
    const taken = await sanne!.drukt('Overnemen', {}, lijst);
    expect(textOf(taken)).toContain('De tekst is overgenomen.');
    const alles = await sanne!.drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    expect(textOf(alles)).toContain('Ingebracht na sluiting');
    await world.close();
  });

  it('a text that is confidential stays so on its way to the projectleider', async () => {
    const { world, groep, kaart } = await inStap2({ forms: 'kaart' });
    const [sanne, lotte] = ['Sanne', 'Lotte'].map((naam) => groep.lid(naam));
    const open = await lotte!.drukt('Probleem doorgeven', {}, kaart);
    world.het_is('2027-01-15');
    const refused = await lotte!.drukt(
      'Opslaan',
      {
        omschrijving: 'Kanarie in de flat.',
        kans: 'hoog',
        gevolgen: 'personen',
        prioriteit: 'hoog',
        vertrouwelijk: 'true',
      },
      open,
    );
    await lotte!.drukt('Stuur naar Sanne', {}, refused);
    await world.rust();

    const shared = await sanne!.drukt(
      'Voor de projectleider',
      {},
      groep.card('Er kwam nog een tekst'),
    );
    expect(textOf(shared)).not.toContain('Kanarie');
    const chat = world.alleen('Sanne');
    const leiding = await chat
      .lid('Sanne')
      .drukt('Voor de projectleider', {}, await zegt(world, chat, chat.lid('Sanne'), 'help'));
    const own = await chat.lid('Sanne').drukt('Bekijken', {}, leiding);
    expect(textOf(own)).toContain('Kanarie in de flat.');
    await chat.lid('Sanne').drukt('Overnemen', {}, own);
    await world.rust();
    expect(
      JSON.stringify(
        world.teams.sent.filter(({ conversation }) => conversation === groep.conversation),
      ),
    ).not.toContain('Kanarie');
    await world.close();
  });
});

describe('deadline', () => {
  it('is extended, shortened and reopened; each time the group is told, and it is on the record [A17]', async () => {
    const { world, groep, kaart } = await inStap2();
    const sanne = groep.lid('Sanne');
    const zet = async (datum: string) => {
      const form = await sanne.typt('deadline');
      await sanne.drukt('Opslaan', { datum, tijd: '12:00' }, form);
      await world.rust();
      return textOf(form);
    };

    expect(await zet('2027-01-21')).toContain('Nu: do 14 januari, 17.00 uur.');
    expect(textOf(groep.card('Stap 2 heeft een nieuwe'))).toContain(
      'Je kunt invullen tot donderdag 21 januari om 12.00 uur.',
    );
    expect(textOf(await live(world, groep, 2))).toContain('do 21 januari, 12.00 uur');
    await zet('2027-01-12');
    expect(textOf(groep.card('Stap 2 heeft een nieuwe deadline.'))).toContain(
      'Je kunt invullen tot dinsdag 12 januari om 12.00 uur.',
    );

    world.het_is('2027-01-12', '12:02');
    const bram = groep.lid('Bram');
    const closed = await opentEnVult(bram, kaart, 'Probleem doorgeven', PROBLEEM).catch(() =>
      bram.screen(),
    );
    expect(textOf(closed)).toContain('Stap 2 is gesloten sinds di 12 januari, 12.00 uur.');
    expect(await zet('2027-01-19')).toContain('Stap 2 weer openzetten');
    expect(textOf(groep.card('Stap 2 staat weer open.'))).toContain(
      'dinsdag 19 januari om 12.00 uur',
    );
    expect(
      textOf(await opentEnVult(bram, await live(world, groep, 2), 'Probleem doorgeven', PROBLEEM)),
    ).toContain('Opgeslagen.');

    const events = (await rijen(projectVan(kaart))).filter(
      ({ kind, id }) => kind === 'stap' && id === 'probleem',
    );
    expect(
      events.map(({ facts0 }) => (JSON.parse(String(facts0)) as { datum: string }).datum),
    ).toEqual(['2027-01-14', '2027-01-21', '2027-01-12', '2027-01-19']);
    await world.close();
  });

  it('in a step without input is a streefdatum: it is shown, and locks nobody', async () => {
    const { world, groep } = await inStap2();
    const sanne = groep.lid('Sanne');
    await volgende(sanne);
    await world.rust();
    const form = await sanne.typt('volgende stap');
    expect(textOf(form)).toContain('Wanneer moeten de doelen klaar zijn?');
    await sanne.drukt('Stap 4 starten', { datum: '2027-02-11' }, form);
    world.het_is('2027-02-15');
    await world.rust();

    expect(textOf(await sanne.typt('status'))).toContain('Streefdatum: do 11 februari, 17.00 uur');
    expect(allesIn(groep)).not.toContain('Gesloten voor deelnemers');
    const later = await sanne.typt('deadline');
    expect(textOf(later)).toContain('Streefdatum van stap 4');
    expect(textOf(later)).not.toContain('Je kunt nu niets invullen.');
    await sanne.drukt('Opslaan', { datum: '2027-02-25' }, later);
    await world.rust();
    expect(textOf(groep.card('Stap 4 heeft een nieuwe streefdatum.'))).toContain(
      'De streefdatum is donderdag 25 februari',
    );
    await world.close();
  });

  it('cannot be set by who does not lead', async () => {
    const { world, groep } = await inStap2();
    expect(textOf(await groep.lid('Bram').typt('deadline'))).toContain(
      'Dit kan alleen de projectleider: Sanne.',
    );
    await world.close();
  });
});

describe('closing a step', () => {
  it('early locks it at once and gives the group a summary; going on gives no second one', async () => {
    const { world, groep, kaart } = await inStap2();
    const sanne = groep.lid('Sanne');
    await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
    const sure = await sanne.drukt('Nu sluiten', {}, leiding);
    expect(textOf(sure)).toContain('De groep krijgt een samenvatting.');
    await sanne.drukt('Nu sluiten', {}, sure);
    await world.rust();

    const samenvattingen = () =>
      groep
        .cards()
        .filter((card) => card.isLive !== true && textOf(card).includes('Stap 2 is gesloten.'));
    expect(textOf(samenvattingen()[0]!)).toContain('1 van de 3 heeft gereageerd.');
    expect(textOf(samenvattingen()[0]!)).toContain('Er is 1 probleem, met prioriteit hoog.');
    const late = await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, kaart);
    expect(textOf(late)).toContain('Stap 2 is gesloten sinds ma 4 januari, 10.00 uur.');
    await volgende(sanne);
    await world.rust();
    expect(samenvattingen()).toHaveLength(1);
    await world.close();
  });

  it('by going on gives the summary as well', async () => {
    const { world, groep } = await inStap2();
    await volgende(groep.lid('Sanne'));
    await world.rust();
    expect(allesIn(groep)).toContain('Stap 2 is gesloten.\nJe kunt niets meer invullen.');
    await world.close();
  });
});
