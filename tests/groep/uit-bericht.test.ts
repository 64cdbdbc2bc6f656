import { describe, expect, it } from 'vitest';
import { ingevuld, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Groep } from '../../support/world.ts';
import {
  aantalMet,
  eenWereld,
  kanariepiet,
  PROBLEEM,
  projectVan,
  rijen,
  start,
  titels,
  volgende,
} from './hulp.ts';
import { berichtVan, drukIn, druktIn, invoerIn, kiest, maaktErEenVan } from './menu.ts';
import { begonnen, inStap2 } from './stuk.ts';

const world = eenWereld();
const NAMEN = ['Sanne', 'Fatima', 'Bram'];
const metStap2 = () => inStap2({ world: world(), namen: NAMEN });
const KEUZES = { ...PROBLEEM };
delete (KEUZES as Record<string, unknown>)['Wat is het probleem?'];

const bewaart = (groep: Groep, naam: string, form: AnyCard) =>
  druktIn(groep, naam, form, 'Opslaan', ingevuld(form, KEUZES));

/** All that storage holds of the project, as one text. */
const opgeslagen = async (kaart: AnyCard) => JSON.stringify(await rijen(projectVan(kaart)));

describe('a problem made of a message of somebody', () => {
  it('begins as the usual form with the text in it; saving stores it, opening does not [C2]', async () => {
    const { groep, kaart } = await metStap2();
    const woord = kanariepiet();

    const form = await maaktErEenVan(groep, 'Fatima', berichtVan(`<p>Scooters. ${woord}</p>`));
    expect(textOf(form)).toContain('Wat is het probleem?');
    expect(invoerIn(form)['omschrijving']).toBe(`Scooters. ${woord}`);
    expect(await opgeslagen(kaart)).not.toContain(woord);

    const bon = await bewaart(groep, 'Fatima', form);
    expect(textOf(bon)).toContain('Opgeslagen.');
    expect(await opgeslagen(kaart)).toContain(woord);
    await world().rust();
    expect(textOf(groep.card('Stap 2 van 6'))).toContain('1 van de 3');
  });

  it('is saved once when Teams sends the same press more than once [C2]', async () => {
    const { groep, kaart } = await metStap2();
    const woord = kanariepiet();
    const vraagt = kiest(groep, 'Fatima', berichtVan(`<p>${woord}</p>`), 'groupChat');
    await groep.lid('Fatima').stuurt(vraagt);
    await groep.lid('Fatima').stuurt(vraagt);
    const form = await maaktErEenVan(groep, 'Fatima', berichtVan(`<p>${woord}</p>`));
    const druk = drukIn(groep, 'Fatima', form, 'Opslaan', ingevuld(form, KEUZES));

    const first = await groep.lid('Fatima').stuurt(druk);
    const again = await Promise.all([1, 2, 3].map(() => groep.lid('Fatima').stuurt(druk)));

    for (const { status, body } of [first, ...again]) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('Opgeslagen.');
    }
    const events = (await rijen(projectVan(kaart))).filter(
      (row) => String(row['rowKey']).startsWith('e_') && JSON.stringify(row).includes(woord),
    );
    expect(events).toHaveLength(1);
  });

  it('works in a thread of a channel, and puts nothing there [C2]', async () => {
    const groep = world().kanaal(...NAMEN);
    await start(groep.lid('Sanne'));
    await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
    await world().rust();
    const before = world().teams.sent.length;
    const vraagt = kiest(groep, 'Sanne', berichtVan('<div>Fietsen weg.</div>'), 'channel');
    const thread = {
      ...(vraagt['conversation'] as object),
      id: `${groep.conversation};messageid=1700000000009`,
    };

    const { body } = await groep.lid('Sanne').stuurt({ ...vraagt, conversation: thread });
    const form = (body as { task: { value: { card: { content: AnyCard } } } }).task.value.card;

    expect(invoerIn(form.content)['omschrijving']).toBe('Fietsen weg.');
    expect(world().teams.sent.length).toBe(before);
    expect(textOf(await bewaart(groep, 'Sanne', { ...form.content, isDialog: true }))).toContain(
      'Opgeslagen.',
    );
  });

  it('keeps the beginning of a message that is too long, and says so', async () => {
    const { groep } = await metStap2();
    for (const [teken, signs] of [
      ['Scooters rijden over de stoep. ', 1_000],
      ['🙂', 7_500],
      ['ë', 30_000],
    ] as const) {
      const payload = berichtVan(`<p>${teken.repeat(signs)}</p>`);
      const form = await maaktErEenVan(groep, 'Fatima', payload);
      const tekst = String(invoerIn(form)['omschrijving']);
      expect(tekst.length).toBeLessThanOrEqual(2_000);
      expect(tekst.length).toBeGreaterThan(1_900);
      expect(textOf(form)).toContain('Het bericht is te lang. Alleen het begin staat hieronder.');
    }
    const form = await maaktErEenVan(groep, 'Fatima', berichtVan('<p>kort</p>'));
    expect(textOf(form)).not.toContain('te lang');
    const lang = await maaktErEenVan(groep, 'Fatima', berichtVan(`<p>${'ë '.repeat(9_000)}</p>`));
    expect(textOf(await bewaart(groep, 'Fatima', lang))).toContain('Opgeslagen.');
  });

  it('asks about personal data in it, as of what somebody types', async () => {
    const { groep } = await metStap2();
    const form = await maaktErEenVan(groep, 'Fatima', berichtVan('<p>Bel 06-12345678 maar.</p>'));
    const vraag = await bewaart(groep, 'Fatima', form);

    expect(textOf(vraag)).toContain('Hier lijkt een telefoonnummer te staan.');
    const terug = await druktIn(groep, 'Fatima', vraag, 'Tekst aanpassen');
    expect(invoerIn(terug)['omschrijving']).toBe('Bel 06-12345678 maar.');
  });

  it.each([
    ['only a picture', berichtVan('<div><img alt="afbeelding" src="https://x/y"></div>')],
    ['nothing', berichtVan('')],
    ['a body that Teams leaves out', berichtVan('x', { body: null })],
    ['signs that nobody sees', berichtVan('<p>\u200b&nbsp;</p>')],
    ['no message at all', undefined],
    ['a message of another shape', 'bericht'],
    ['a body of another shape', berichtVan('x', { body: { content: ['x'] } })],
    ['what looks like a text', berichtVan('x', { body: { length: { toString: 1 }, content: 4 } })],
  ])('says what to do where there is %s', async (_, payload) => {
    const { groep } = await metStap2();
    const leeg = await maaktErEenVan(groep, 'Fatima', payload);

    expect(textOf(leeg)).toContain('In dit bericht staat geen tekst.');
    const form = await druktIn(groep, 'Fatima', leeg, 'Probleem doorgeven');
    expect(invoerIn(form)).toHaveProperty('omschrijving', '');
  });

  it('can be asked again by who went too fast, with the message still at hand', async () => {
    const { groep } = await metStap2();
    const vraagt = kiest(groep, 'Bram', berichtVan('<p>Scooters.</p>'), 'groupChat');
    const sent = world().teams.sent.length;
    for (let nth = 0; nth < 60; nth++) await groep.lid('Bram').stuurt(vraagt);
    const snel = await maaktErEenVan(groep, 'Bram', berichtVan('<p>Scooters op de stoep.</p>'));

    expect(textOf(snel)).toContain('Je drukte te snel achter elkaar.');
    expect(textOf(snel)).not.toContain('Scooters');
    world().minuut();
    const form = await druktIn(groep, 'Bram', snel, 'Probeer opnieuw');
    expect(invoerIn(form)['omschrijving']).toBe('Scooters op de stoep.');
    expect(world().teams.sent.length).toBe(sent);
    world().het_is('2027-01-04');
  });

  it('is refused after the deadline, and can go to who leads [E18]', async () => {
    const { groep } = await metStap2();
    await world().wordt('2027-01-15');
    try {
      const dicht = await maaktErEenVan(groep, 'Fatima', berichtVan('<p>Te laat gezien.</p>'));
      expect(textOf(dicht)).toContain('Stap 2 is gesloten sinds');
      expect(titels(dicht)).not.toContain('Opslaan');
      const knop = titels(dicht).find((titel) => titel.startsWith('Stuur naar')) ?? '';
      const bon = await druktIn(groep, 'Fatima', dicht, knop, ingevuld(dicht, KEUZES));
      expect(textOf(bon)).toContain('gestuurd.');

      const leeg = await maaktErEenVan(groep, 'Fatima', berichtVan(''));
      expect(textOf(leeg)).toContain('Stap 2 is gesloten sinds');
      expect(titels(leeg)).toContain('Status');
    } finally {
      world().het_is('2027-01-04');
    }
  });

  it('is refused when the step closes before it is saved [E18]', async () => {
    const { groep } = await metStap2();
    const form = await maaktErEenVan(groep, 'Fatima', berichtVan('<p>Net te laat.</p>'));
    await world().wordt('2027-01-15');
    const druk = drukIn(groep, 'Fatima', form, 'Opslaan', ingevuld(form, KEUZES));
    const { body } = await groep
      .lid('Fatima')
      .stuurt({ ...druk, timestamp: '2027-01-15T09:00:00.000Z' });
    world().het_is('2027-01-04');

    expect(JSON.stringify(body)).toContain('Stap 2 is gesloten sinds');
    expect(JSON.stringify(body)).toContain('Net te laat.');
  });

  it('is refused before its step, and to who does not take part, with a way on', async () => {
    const { groep } = await begonnen({ world: world(), namen: NAMEN });
    const vroeg = await maaktErEenVan(groep, 'Fatima', berichtVan('<p>Scooters.</p>'));
    expect(textOf(vroeg)).toContain('Deze stap is nog niet begonnen.');
    expect(titels(vroeg)).toContain('Status');

    groep.komt_erbij('Karel');
    const buiten = await maaktErEenVan(groep, 'Karel', berichtVan('<p>Scooters.</p>'));
    expect(textOf(buiten)).toContain('Je doet nog niet mee');
    const vraag = await druktIn(groep, 'Karel', buiten, 'Ik wil meedoen');
    expect(textOf(vraag)).not.toContain('werkt niet meer');
  });

  it('believes nothing that a card says about where and who', async () => {
    const { groep } = await metStap2();
    const ander = await metStap2();
    const form = await maaktErEenVan(groep, 'Fatima', berichtVan('<p>Scooters.</p>'));
    const druk = drukIn(groep, 'Fatima', form, 'Opslaan', ingevuld(form, KEUZES));
    const elders = await ander.groep.lid('Fatima').stuurt({
      ...druk,
      conversation: kiest(ander.groep, 'Fatima', '', 'groupChat')['conversation'],
    });
    expect(JSON.stringify(elders.body)).toContain('Deze knop werkt niet meer.');

    const vanBram = await groep
      .lid('Bram')
      .stuurt({ ...druk, from: { id: '29:Bram', name: 'Bram', aadObjectId: 'oid-Bram' } });
    expect(JSON.stringify(vanBram.body)).toContain('is voor Fatima');
  });
});

describe('a message where no project runs', () => {
  it('offers to begin one, where the bot is in the conversation', async () => {
    const groep = world().groepschat(...NAMEN);
    await groep.lid('Sanne').installeert();
    const niets = await maaktErEenVan(groep, 'Sanne', berichtVan('<p>Scooters.</p>'));

    expect(textOf(niets)).toContain('Hier loopt nog geen project.');
    expect(titels(niets)).toEqual(['Start een project', 'Hoe werkt het?']);
    const form = await druktIn(groep, 'Sanne', niets, 'Start een project');
    expect(textOf(form)).toContain('Hoe heet het project?');
  });

  it('leads nowhere and leaves no trace where the bot is not', async () => {
    const groep = world().groepschat(...NAMEN);
    const before = world().teams.sent.length;
    const niets = await maaktErEenVan(groep, 'Sanne', berichtVan('<p>Scooters.</p>'));

    expect(textOf(niets)).toContain('Voeg mij eerst toe aan dit gesprek.');
    const help = await druktIn(groep, 'Sanne', niets, 'Hoe werkt het?');
    const begin = titels(help).find((titel) => titel.includes('tart'));
    if (begin !== undefined)
      expect(textOf(await druktIn(groep, 'Sanne', help, begin))).toContain(
        'Voeg mij eerst toe aan dit gesprek.',
      );
    expect(world().teams.sent.length).toBe(before);
    expect(
      world().teams.asked.some(({ path }) => path.includes(encodeURIComponent(groep.conversation))),
    ).toBe(false);
  });
});

describe('a message in somebody’s own chat', () => {
  it('goes to the one project, or to the one that is chosen [C2]', async () => {
    const naam = 'Imke';
    const eigen = world().alleen(naam);
    await eigen.lid(naam).installeert();
    const bericht = berichtVan('<p>Hangjongeren bij de brug.</p>');
    const geen = await maaktErEenVan(eigen, naam, bericht, 'personal');
    expect(textOf(geen)).toContain('Hier loopt nog geen project.');

    await inStap2({ world: world(), namen: ['Sanne', naam] });
    const een = await maaktErEenVan(eigen, naam, bericht, 'personal');
    expect(invoerIn(een)['omschrijving']).toBe('Hangjongeren bij de brug.');

    const twee = await inStap2({
      world: world(),
      namen: ['Sanne', naam],
      profiel: { 'Hoe heet het project?': 'Overlast Brug' },
    });
    const keuze = await maaktErEenVan(eigen, naam, bericht, 'personal');
    expect(textOf(keuze)).toContain('Over welk project gaat het?');
    expect(textOf(keuze)).toContain('Overlast Brug');
    const leeg = await druktIn(eigen, naam, keuze, 'Verder');
    expect(textOf(leeg)).toContain('Kies er een.');
    const vreemd = await druktIn(eigen, naam, leeg, 'Verder', { waar: 'p_vreemd' });
    expect(textOf(vreemd)).toContain('Kies er een.');

    const waar = projectVan(twee.kaart);
    const form = await druktIn(eigen, naam, keuze, 'Verder', { waar });
    expect(invoerIn(form)['omschrijving']).toBe('Hangjongeren bij de brug.');
    expect(textOf(await bewaart(eigen, naam, form))).toContain('Opgeslagen.');
    await world().rust();
    expect(aantalMet(twee.groep, 'Stap 2 van 6')).toBe(1);
    expect(textOf(twee.groep.card('Stap 2 van 6'))).toContain('1 van de 2');
  });
});
