import { describe, expect, it } from 'vitest';
import {
  keuzes,
  standing,
  textOf,
  type AnyCard,
  type Antwoorden,
} from '../../support/voorbeeld/kaart.ts';
import { openWorld } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  eenWereld,
  geinstalleerd,
  live,
  NAAM,
  PROFIEL,
  projectVan,
  rijen,
  start,
  titels,
  vult,
} from './hulp.ts';

describe('starting a project', () => {
  it('asks for the name, who gave the assignment, start and planned end, and shows them to the group [B3, B4, B5, B6]', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram', 'Lotte');
    const form = await groep.lid('Sanne').typt('start');

    expect(textOf(form)).toContain('de burgemeester of de korpschef van politie');
    expect(standing(form)).toMatchObject({ start: '2027-01-04', einde: '2028-01-04' });
    const receipt = await vult(
      groep.lid('Sanne'),
      form,
      {
        ...PROFIEL,
        'Wanneer begint het?': '2027-02-01',
        'Wanneer is het klaar?': '2027-12-31',
      },
      'Project starten',
    );

    expect(textOf(receipt)).toContain(`${NAAM} is gestart.`);
    const card = textOf(await live(world, groep, 1));
    for (const shown of [NAAM, 'de burgemeester', 'Sanne', '1 februari 2027 tot 31 december 2027'])
      expect(card).toContain(shown);
    await world.close();
  });

  it('makes everybody in the chat deelnemer without their doing anything, and only the ticked ones [A7, B10]', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram', 'Lotte', 'Toehoorder');
    const sanne = groep.lid('Sanne');
    const form = await sanne.typt('start');
    expect(standing(form)['leden']).toBe('29:Bram,29:Lotte,29:Toehoorder');
    await vult(
      sanne,
      form,
      { ...PROFIEL, 'Wie doet er mee?': ['Bram', 'Lotte'] },
      'Project starten',
    );

    const list = textOf(await sanne.typt('deelnemers'));
    expect(list).toContain('Deelnemers (3)');
    for (const naam of ['Sanne', 'Bram', 'Lotte']) expect(list).toContain(naam);
    expect(textOf(await groep.lid('Bram').typt('deelnemers'))).toContain('Deelnemers (3)');
    expect(textOf(await groep.lid('Toehoorder').typt('deelnemers'))).toContain(
      'Je doet nog niet mee aan dit project.',
    );
    await world.close();
  });

  it('takes several opdrachtgevers and a short explanation of the task, and both can be changed later under Projectgegevens [B2, B4, B7]', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    const sanne = groep.lid('Sanne');
    await start(sanne, {
      'Wie is de opdrachtgever?':
        '• de burgemeester\n\n•\tde korpschef van politie \n• De\u00a0burgemeester',
      'Wat is de taak': 'Samen de overlast terugdringen.',
    });
    const before = textOf(await live(world, groep, 1));
    expect(before).toContain('de burgemeester, de korpschef van politie');
    expect(before).toContain('Samen de overlast terugdringen.');

    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 1));
    const wijzigen = await sanne.drukt('Projectgegevens', {}, leiding);
    expect(textOf(wijzigen)).toMatch(
      /Projectgegevens\n[^]*Hoe heet het project\?[^]*Wie is de opdrachtgever\?/,
    );
    await vult(sanne, wijzigen, {
      'Wie is de opdrachtgever?': 'de burgemeester\nde officier van justitie',
    });

    const after = textOf(await live(world, groep, 1));
    expect(after).toContain('de burgemeester, de officier van justitie');
    expect(after).not.toContain('korpschef');
    await world.close();
  });

  it('keeps all of it in table storage: an instance that never heard of the project shows it as well [Z5]', async () => {
    const world = await openWorld({ instances: 2 });
    const groep = world.groepschat('Sanne', 'Bram');
    await start(groep.lid('Sanne'));
    const project = projectVan(await live(world, groep, 1));

    const status = textOf(await groep.lid('Bram').typt('status', 1));
    expect(status).toContain('Opdrachtgever: de burgemeester');
    const events = (await rijen(project)).filter(({ rowKey }) => /^e_\d{8}$/.test(String(rowKey)));
    expect(events.map(({ kind }) => kind)).toEqual([
      'deelnemer',
      'deelnemer',
      'stap',
      'opdrachtgever',
      'project',
    ]);
    await world.close();
  });

  it('says in the form who reads along and what not to write', async () => {
    const world = await openWorld();
    const form = textOf(await world.groepschat('Sanne', 'Bram').lid('Sanne').typt('start'));
    expect(form).toContain('Noem geen verdachten, slachtoffers of bewoners.');
    await world.close();
  });

  it('asks before it saves what looks like personal data, and saves it when told to', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne');
    const sanne = groep.lid('Sanne');

    const asked = await start(sanne, { 'Wat is de taak': 'Mail plein@gemeente.nl bij vragen.' });
    expect(textOf(asked)).toContain('Hier lijkt een e-mailadres te staan.');
    expect(titels(asked).slice(0, 2)).toEqual(['Tekst aanpassen', 'Toch opslaan']);
    // The first way only leads back to the form, with all that was typed in it.
    const again = await sanne.drukt('Tekst aanpassen', standing(asked), asked);
    expect(standing(again)['toelichting']).toBe('Mail plein@gemeente.nl bij vragen.');
    expect(titels(again)).toContain('Project starten');
    const once = await vult(sanne, again, {}, 'Project starten');
    await sanne.drukt('Toch opslaan', {}, once);

    expect(textOf(await live(world, groep, 1))).toContain('Mail plein@gemeente.nl bij vragen.');
    await world.close();
  });
});

describe('starting a project wrongly', () => {
  const wereld = eenWereld();

  it.each<[string, Antwoorden, string]>([
    ['without a name', { 'Hoe heet het project?': '  ' }, 'Geef het project een naam.'],
    [
      'with a name that is too long',
      { 'Hoe heet het project?': 'x'.repeat(121) },
      'Dit mag 120 tekens zijn. Het zijn er nu 121.',
    ],
    [
      'with a mark and no opdrachtgever',
      { 'Wie is de opdrachtgever?': '•\n-' },
      'Schrijf op wie de opdrachtgever is.',
    ],
    [
      'without opdrachtgever',
      { 'Wie is de opdrachtgever?': '\n' },
      'Schrijf op wie de opdrachtgever is.',
    ],
    [
      'with too many opdrachtgevers',
      { 'Wie is de opdrachtgever?': 'abcdefghijk'.split('').join('\n') },
      'Noem er maximaal 10.',
    ],
    ['without a start date', { 'Wanneer begint het?': '' }, 'Kies de startdatum.'],
    ['with a date that does not exist', { 'Wanneer begint het?': '2027-02-30' }, 'Kies een datum.'],
    [
      'with an end before the start',
      { 'Wanneer is het klaar?': '2027-01-03' },
      'De einddatum ligt vóór de startdatum.',
    ],
    [
      'with a telephone number in the explanation',
      { 'Wat is de taak': 'Bel 06-12345678.' },
      'Hier lijkt een telefoonnummer te staan.',
    ],
  ])(
    'is refused %s: the sentence says why, the text stays, and nothing is stored',
    async (_wat, wrong, zin) => {
      const groep = wereld().groepschat('Sanne');
      const sanne = groep.lid('Sanne');

      const refused = await start(sanne, { 'Wat is de taak': 'Mijn lange uitleg.', ...wrong });

      expect(textOf(refused)).toContain(zin);
      const raw = standing(refused);
      expect([raw['naam'], raw['toelichting']].join()).toMatch(
        /Overlast Stationsplein|Mijn lange uitleg|Bel 06/,
      );
      expect(textOf(await groep.lid('Sanne').typt('status'))).toContain(
        'Hier loopt nog geen project.',
      );
      const open = titels(refused).includes('Tekst aanpassen')
        ? await sanne.drukt('Tekst aanpassen', {}, refused)
        : refused;
      const saved = await vult(
        sanne,
        open,
        {
          ...PROFIEL,
          'Wanneer begint het?': '2027-01-04',
          'Wanneer is het klaar?': '2027-12-31',
          'Wat is de taak': 'Mijn lange uitleg.',
        },
        'Project starten',
      );
      expect(textOf(saved)).toContain(`${NAAM} is gestart.`);
    },
  );
});

describe('a conversation', () => {
  it('holds one open project: a second start says which one runs, and starts nothing', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    const early = await groep.lid('Bram').typt('start');
    await start(groep.lid('Sanne'));

    const second = await groep.lid('Bram').typt('start');
    expect(textOf(second)).toContain(`Hier loopt al een project: ${NAAM}.`);
    expect(textOf(second)).toContain(
      'Begin een ander project in een ander kanaal of een groepschat.',
    );
    expect(titels(second)).not.toContain('Project starten');

    const late = await vult(
      groep.lid('Bram'),
      early,
      { ...PROFIEL, 'Hoe heet het project?': 'Jeugdoverlast' },
      'Project starten',
    );
    expect(textOf(late)).toContain('In dit gesprek loopt al een project.');
    expect(standing(late)['naam']).toBe('Jeugdoverlast');
    await live(world, groep, 1);
    expect(aantalMet(groep, 'Stap 1 van 6')).toBe(1);
    await world.close();
  });

  it('in which twenty people start at once, over two instances, has exactly one project', async () => {
    const namen = Array.from({ length: 20 }, (_, nth) => `Partner${nth}`);
    const world = await openWorld({ instances: 2 });
    const groep = world.groepschat(...namen);
    const leden = namen.map((naam) => groep.lid(naam));
    const forms: AnyCard[] = [];
    for (const lid of leden) forms.push(await lid.typt('start'));

    const answers = await Promise.all(
      leden.map((lid, at) =>
        lid.drukt(
          'Project starten',
          { naam: `Project van ${lid.naam}`, opdrachtgevers: 'de burgemeester' },
          forms[at],
          at % 2,
        ),
      ),
    );

    const started = answers.map(textOf).filter((text) => text.includes('is gestart.'));
    expect(started).toHaveLength(1);
    const refused = answers.map(textOf).filter((text) => text.includes('loopt al een project'));
    expect(refused).toHaveLength(19);
    const card = await live(world, groep, 1);
    expect(aantalMet(groep, 'Stap 1 van 6')).toBe(1);
    const heads = (await rijen(projectVan(card))).filter(({ rowKey }) => rowKey === 'head');
    expect(heads).toHaveLength(1);
    await world.close();
  });

  it('knows nothing of a project elsewhere, and one person may be in several [A13, A14]', async () => {
    const world = await openWorld();
    const plein = world.groepschat('Sanne', 'Bram');
    const wijk = world.groepschat('Bram', 'Otto');
    await start(plein.lid('Sanne'));
    await start(wijk.lid('Bram'), { 'Hoe heet het project?': 'Autobranden Noord' });

    const pleinKaart = await live(world, plein, 1);
    expect(allesIn(wijk)).not.toContain(NAAM);
    expect(textOf(await wijk.lid('Otto').typt('plan'))).not.toContain(NAAM);
    // A card of one project, brought into another conversation.
    const forged = await wijk.lid('Otto').drukt('Deelnemers (2)', {}, pleinKaart);
    expect(textOf(forged)).toContain('Deze knop werkt niet meer.');
    const own = await world.alleen('Bram').lid('Bram').typt('status');
    expect(textOf(own)).toContain(NAAM);
    expect(textOf(own)).toContain('Autobranden Noord');
    const none = await world.alleen('Otto').lid('Otto').drukt('Deelnemers (2)', {}, pleinKaart);
    expect(textOf(none)).toContain('Deze knop werkt niet meer.');
    await world.close();
  });
});

describe('a channel that the whole team reads', () => {
  it('is warned about when the bot comes in and in the form, and nobody is ticked there beforehand', async () => {
    const world = await openWorld();
    const kanaal = world.kanaal('Sanne', 'Bram', 'Lotte');
    const sanne = kanaal.lid('Sanne');
    await sanne.stuurt(geinstalleerd(kanaal, 'channel'));

    const welcome = kanaal.card('ik ben de Veiligheidsplanner');
    expect(textOf(welcome)).toContain('iedereen in dit team leest hier mee');
    const form = await sanne.drukt('Toch hier starten', {}, welcome);
    expect(textOf(form)).toContain('iedereen in dit team leest hier mee (3 mensen)');
    expect(keuzes(form, 'leden').map(({ title }) => title)).toEqual(['Bram', 'Lotte']);
    expect(standing(form)['leden']).toBe('');
    await vult(sanne, form, { ...PROFIEL, 'Wie doet er mee?': ['Bram'] }, 'Project starten');

    expect(textOf(await live(world, kanaal, 1))).toContain('2 deelnemers');
    await world.close();
  });

  it('gets no such warning in a group chat', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    await groep.lid('Sanne').stuurt(geinstalleerd(groep));
    expect(allesIn(groep)).toContain('ik ben de Veiligheidsplanner');
    expect(allesIn(groep)).not.toContain('leest hier mee');
    expect(textOf(await groep.lid('Sanne').typt('start'))).not.toContain('leest hier mee');
    await world.close();
  });
});
