import { agenda as agendaVan1 } from '../../src/planner/probleem/agenda.ts';
import { describe, expect, it } from 'vitest';
import { deelnemer, leden } from '../../src/process/feiten/deelnemers.ts';
import { all, one, oneEver } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import type { FormScreen, ListScreen } from '../../src/process/vormen/screen.ts';
import { criterium, doei, niets, ookBijOns, probleem } from '../../src/planner/plan/plan.ts';
import { probleem as stap2 } from '../../src/planner/probleem/index.ts';
import { tekst } from '../../support/groep.ts';
import {
  gedaan,
  geeft,
  getypt,
  geweigerd,
  gezegd,
  inStap2,
  items,
  keuzes,
  pastInKaart,
  verbs,
  type Groep,
} from './probleem-groep.ts';

const heeftGereageerd = (world: Groep, wie: string) =>
  stap2.heeftGereageerd(
    world.project,
    leden(world.project).find(({ id }) => id === wie)!,
  );

const velden = (form: object) => (form as FormScreen).velden;

describe('giving a problem', () => {
  it('asks every participant for a problem and three ratings in the words of the planner [C2, C4, C5]', () => {
    const world = inStap2('anna', 'bram');

    const form = velden(world.opent('bram', 'probleem.doorgeven'));

    expect(Object.values(form).map(({ label }) => label)).toEqual([
      'Wat is het probleem?',
      'Waar?',
      'Hoe hoog is het risico?',
      'Wat raakt dit: personen, objecten of allebei?',
      'Hoe belangrijk is het om dit probleem aan te pakken?',
      'Heb je cijfers, een foto of een voorbeeld?',
      'Ik vertel dit liever in het overleg',
      'Dit is vertrouwelijk',
    ]);
    pastInKaart(world.opent('bram', 'probleem.doorgeven'));
  });

  it('asks the ratings plainly, with their names and choices in the source [C6, C7, C8, C9]', () => {
    const form = velden(inStap2('anna').opent('anna', 'probleem.doorgeven'));

    expect(['kans', 'gevolgen', 'prioriteit'].map((id) => form[id]!.naam)).toEqual([
      'Risicokans',
      'Aard van de gevolgen',
      'Prioriteit',
    ]);
    expect(form['kans']!.keuzes.map(({ tekst: woord }) => woord)).toEqual([
      'Hoog',
      'Midden',
      'Laag',
    ]);
    expect(form['gevolgen']!.keuzes.map(({ id }) => id)).toEqual([
      'personen',
      'objecten',
      'allebei',
    ]);
  });

  it('keeps a problem with who gave it, and says until when it can change', () => {
    const world = inStap2('anna', 'bram');

    const id = geeft(world, 'bram', 'Scooters op de stoep', {
      plaats: 'Stationsplein',
      cijfers: '12 meldingen',
    });

    expect(one(world.project, probleem, id)).toMatchObject({
      facts: { van: 'bram', kans: 'midden', gevolgen: 'personen', ingebracht: '' },
      texts: {
        omschrijving: 'Scooters op de stoep',
        plaats: 'Stationsplein',
        cijfers: '12 meldingen',
      },
    });
    expect(tekst(world.leest('bram', 'probleem.doorgeven', id))).toContain(
      'Je kunt dit aanpassen tot do 28 januari, 17.00 uur.',
    );
  });

  it.each([
    ['omschrijving', '', 'Schrijf op wat het probleem is.'],
    ['omschrijving', 'x'.repeat(2001), 'Dit mag 2000 tekens zijn. Het zijn er nu 2001.'],
    ['kans', '', 'Kies hoog, midden of laag.'],
    ['kans', 'heel hoog', 'Kies hoog, midden of laag.'],
    ['gevolgen', '', 'Kies personen, objecten of allebei.'],
    ['prioriteit', '', 'Kies hoog, midden of laag.'],
    ['plaats', 'x'.repeat(121), 'Dit mag 120 tekens zijn. Het zijn er nu 121.'],
  ])('asks for %s again when it is %j [C3]', (veld, waarde, zin) => {
    const decision = inStap2('anna').doet('anna', 'probleem.doorgeven', {
      ...getypt('Iets'),
      [veld]: waarde,
    });

    expect(geweigerd(decision)).toBe(`velden: ${zin}`);
  });

  it('asks before it stores the same words of the same person twice', () => {
    const world = inStap2('anna', 'bram');
    geeft(world, 'bram', 'Scooters');

    const again = world.doet('bram', 'probleem.doorgeven', getypt('Scooters'));
    const byAnna = world.doet('anna', 'probleem.doorgeven', getypt('Scooters'));
    const yes = world.doet('bram', 'probleem.doorgeven', getypt('Scooters'), {}, true);

    expect(geweigerd(again)).toContain('bevestigen: Dit probleem heb je al doorgegeven.');
    expect([byAnna.accepted, yes.accepted]).toEqual([true, true]);
  });

  it('asks before it stores what looks like personal data', () => {
    const decision = inStap2('anna').doet('anna', 'probleem.doorgeven', getypt('Bel 06-12345678'));

    expect(geweigerd(decision)).toContain('een telefoonnummer');
  });

  it('asks at most two own criteria too, keeps answers under an older scale and says so [C10]', () => {
    const world = inStap2('anna', 'bram');
    world.said('anna', [
      say(
        criterium,
        'c1',
        { over: 'probleem', opties: ['o1', 'o2'] },
        { naam: 'Tijdstip', o1: 'dag', o2: 'avond' },
      ),
    ]);
    const missing = world.doet('bram', 'probleem.doorgeven', getypt('Scooters'));
    const id = geeft(world, 'bram', 'Scooters', { criterium_c1: 'o2' });
    world.said('anna', [
      say(
        criterium,
        'c1',
        { over: 'probleem', opties: ['o1', 'o3'] },
        { naam: 'Tijdstip', o3: 'nacht' },
      ),
    ]);

    expect(geweigerd(missing)).toBe('velden: Maak een keuze.');
    expect(tekst(world.ziet('anna', 'probleem', { id }))).toContain('Tijdstip: avond (oude keuze)');
  });

  it('refuses a problem after the deadline to everybody but who leads, and marks that one', () => {
    const world = inStap2('anna', 'bram');
    world.het_is('2027-01-28', '17:02');

    const late = world.doet('bram', 'probleem.doorgeven', getypt('Te laat'));
    const id = geeft(world, 'anna', 'Nagekomen', {}, { namens: 'bram' });
    world.overleg(1, ['anna']);
    const inOverleg = geeft(world, 'anna', 'In het overleg');

    expect(geweigerd(late)).toBe('stap-gesloten');
    expect(one(world.project, probleem, id)?.facts).toMatchObject({
      van: 'bram',
      ingebracht: 'na sluiting',
    });
    expect(tekst(world.ziet('bram', 'probleem', { id }))).toContain(
      'Ingebracht na sluiting, ingevoerd door anna.',
    );
    expect(tekst(world.ziet('bram', 'probleem', { id: inOverleg }))).toContain(
      'Ingebracht in overleg 1.',
    );
  });

  it('takes five taps from the message to stored, and four for the next one', () => {
    const form = inStap2('anna').opent('anna', 'probleem.doorgeven') as FormScreen;
    const toChoose = Object.values(form.velden).filter(
      ({ soort, verplicht, waarde }) => soort === 'keuze' && verplicht && waarde === '',
    ).length;

    expect(1 + toChoose + 1).toBe(5);
    expect([form.opslaan, form.nogEen]).toEqual(['Opslaan', 'Opslaan en nog een']);
  });

  it('refuses it to somebody from outside, and to deelnemers after the step; whoever leads may add', () => {
    const world = inStap2('anna', 'bram');
    const outside = world.doet('zoe', 'probleem.doorgeven', getypt('Iets'));
    world.stap('maatregelen');

    expect(geweigerd(outside)).toBe('geen-deelnemer');
    expect(geweigerd(world.doet('bram', 'probleem.doorgeven', getypt('Iets')))).toBe(
      'stap-voorbij',
    );
    expect(world.doet('anna', 'probleem.doorgeven', getypt('Iets')).accepted).toBe(true);
  });
});

describe('changing and withdrawing', () => {
  it('changes an own problem, and stays quiet when nothing changed', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'bram', 'Scooters');

    const form = velden(world.opent('bram', 'probleem.wijzigen', { id }));
    const same = world.doet('bram', 'probleem.wijzigen', getypt('Scooters'), { id });
    const other = world.doet('bram', 'probleem.wijzigen', getypt('Brommers', { kans: 'hoog' }), {
      id,
    });

    expect([form['omschrijving']!.waarde, form['kans']!.waarde]).toEqual(['Scooters', 'midden']);
    expect([gezegd(same), gezegd(other)]).toEqual([0, 1]);
    expect(one(world.project, probleem, id)).toMatchObject({
      facts: { kans: 'hoog', van: 'bram' },
      texts: { omschrijving: 'Brommers' },
    });
  });

  it.each([
    'probleem.wijzigen',
    'probleem.intrekken',
    'probleem.terughalen',
    'probleem.vertrouwelijk',
  ])('lets nobody do %s with what is somebody else’s, not even who leads', (verb) => {
    const world = inStap2('anna', 'bram', 'cees');
    const id = geeft(world, 'bram', 'Scooters');

    expect(geweigerd(world.doet('cees', verb, getypt('X', { wie: 'iedereen' }), { id }))).toBe(
      'alleen-eigen',
    );
    expect(geweigerd(world.doet('anna', verb, getypt('X', { wie: 'iedereen' }), { id }))).toBe(
      'alleen-eigen',
    );
    expect(
      geweigerd(world.doet('bram', verb, getypt('X', { wie: 'iedereen' }), { id: 'p999' })),
    ).toBe('niet-gevonden');
  });

  it('lets who leads change what they entered for a partner without Teams', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'anna', 'Scooters', {}, { namens: 'bram' });

    expect(gezegd(world.doet('anna', 'probleem.wijzigen', getypt('Brommers'), { id }))).toBe(1);
    expect(one(world.project, probleem, id)?.facts.van).toBe('bram');
  });

  it('hands the entries of somebody who left to the opvolger, confidential ones too', () => {
    const world = inStap2('anna', 'bram', 'cees');
    const id = geeft(world, 'bram', 'Pand', { vertrouwelijk: 'true' });

    world.said('anna', [say(deelnemer, 'bram', { status: 'weg', opvolger: 'cees' })]);

    expect(items(world.ziet('cees', 'problemen'))).toEqual(['Pand']);
    expect(gezegd(world.doet('cees', 'probleem.wijzigen', getypt('Ander pand'), { id }))).toBe(1);
    expect(heeftGereageerd(world, 'cees')).toBe(true);
    expect(tekst(stap2.kaart(world.beeld))).toContain('1 van de 2 heeft gereageerd.');
  });

  it('withdraws without asking and brings back, each quiet when repeated', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'bram', 'Scooters');

    const gone = world.doet('bram', 'probleem.intrekken', {}, { id });
    const goneAgain = world.doet('bram', 'probleem.intrekken', {}, { id });
    const list = world.ziet('anna', 'problemen');
    const own = world.ziet('bram', 'problemen');
    const back = world.doet('bram', 'probleem.terughalen', {}, { id });
    const backAgain = world.doet('bram', 'probleem.terughalen', {}, { id });

    expect([gone, goneAgain, back, backAgain].map(gezegd)).toEqual([1, 0, 1, 0]);
    expect(items(list)).toEqual([]);
    expect(tekst(own)).toContain('Door jou ingetrokken');
    expect(items(world.ziet('anna', 'problemen'))).toEqual(['Scooters']);
  });

  it('locks withdrawing with the deadline', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'bram', 'Scooters');
    world.sluit('probleem');

    expect(geweigerd(world.doet('bram', 'probleem.intrekken', {}, { id }))).toBe('stap-gesloten');
    expect(verbs(world.ziet('bram', 'problemen'))).not.toContain('probleem.intrekken');
  });
});

describe('responding', () => {
  it('counts one own problem, "niets toe te voegen" or "Ook bij ons" as a response', () => {
    const world = inStap2('anna', 'bram', 'cees', 'dirk');
    const id = geeft(world, 'anna', 'Scooters');
    world.doet('bram', 'probleem.niets');
    world.doet('cees', 'probleem.ook', getypt(''), { id });

    expect(['anna', 'bram', 'cees', 'dirk'].map((wie) => heeftGereageerd(world, wie))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(tekst(stap2.kaart(world.beeld))).toContain('3 van de 4 hebben gereageerd.');
  });

  it('takes "niets toe te voegen" in one tap, quiet when repeated, and lets one change one’s mind', () => {
    const world = inStap2('anna', 'bram');

    const first = world.doet('bram', 'probleem.niets');
    const again = world.doet('bram', 'probleem.niets');
    const undone = world.doet('bram', 'probleem.tochwel');
    const undoneAgain = world.doet('bram', 'probleem.tochwel');
    const third = world.doet('bram', 'probleem.niets');
    geeft(world, 'bram', 'Toch iets');

    expect([first, again, undone, undoneAgain, third].map(gezegd)).toEqual([1, 0, 1, 0, 1]);
    expect(one(world.project, niets, 'bram')).toBeUndefined();
    expect(tekst(world.leest('bram', 'probleem.niets', 'bram'))).toContain(
      'Wat je doorgaf, blijft staan.',
    );
    expect(gezegd(world.doet('bram', 'probleem.niets'))).toBe(0);
  });

  it('types the same problem oneself with "Ook bij ons", changes it and takes it back [C3]', () => {
    const world = inStap2('anna', 'bram', 'cees');
    const id = geeft(world, 'anna', 'Scooters');

    const missing = world.doet('bram', 'probleem.ook', { kans: 'hoog' }, { id });
    const first = world.doet('bram', 'probleem.ook', getypt('', { kans: 'hoog' }), { id });
    const same = world.doet('bram', 'probleem.ook', getypt('', { kans: 'hoog' }), { id });
    const changed = world.doet('bram', 'probleem.ook', getypt('', { kans: 'laag' }), { id });
    const seen = tekst(world.ziet('cees', 'probleem', { id }));
    const gone = world.doet('bram', 'probleem.nietbijons', {}, { id: `${id}.bram` });
    const goneAgain = world.doet('bram', 'probleem.nietbijons', {}, { id: `${id}.bram` });
    const back = world.doet('bram', 'probleem.ook', getypt('', { kans: 'laag' }), { id });

    expect(geweigerd(missing)).toContain('Kies hoog, midden of laag.');
    expect([first, same, changed, gone, goneAgain, back].map(gezegd)).toEqual([1, 0, 1, 1, 0, 1]);
    expect(seen).toContain('bram, organisatie van bram');
    expect(seen).toContain('Risico: laag');
    expect(one(world.project, ookBijOns, `${id}.bram`)?.facts).toMatchObject({
      van: 'bram',
      probleem: id,
      kans: 'laag',
    });
  });

  it('refuses "Ook bij ons" at one’s own, at nothing, and at what one may not read', () => {
    const world = inStap2('anna', 'bram', 'cees');
    const own = geeft(world, 'bram', 'Scooters');
    const hidden = geeft(world, 'anna', 'Geheim', { vertrouwelijk: 'true' });

    expect(geweigerd(world.doet('bram', 'probleem.ook', getypt(''), { id: own }))).toContain(
      'Dit is je eigen probleem.',
    );
    expect(geweigerd(world.doet('bram', 'probleem.ook', getypt(''), { id: 'nee' }))).toBe(
      'niet-gevonden',
    );
    expect(geweigerd(world.doet('bram', 'probleem.ook', getypt(''), { id: hidden }))).toBe(
      'niet-gevonden',
    );
    expect(geweigerd(world.doet('cees', 'probleem.nietbijons', {}, { id: 'x.y' }))).toBe(
      'niet-gevonden',
    );
  });

  it('asks again who only said "Ook bij ons" at a problem that was withdrawn', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'anna', 'Scooters');
    world.doet('bram', 'probleem.ook', getypt(''), { id });
    expect(heeftGereageerd(world, 'bram')).toBe(true);

    world.doet('anna', 'probleem.intrekken', {}, { id });

    expect(heeftGereageerd(world, 'bram')).toBe(false);
  });
});

describe('the full list', () => {
  it('shows all problems of everybody with who gave them and how they are typed [C12]', () => {
    const world = inStap2('anna', 'bram');
    geeft(world, 'anna', 'Scooters', { kans: 'hoog', gevolgen: 'objecten', prioriteit: 'laag' });
    geeft(world, 'bram', 'Fietsen weg');

    const list = world.ziet('bram', 'problemen');

    expect(items(list)).toEqual(['Scooters', 'Fietsen weg']);
    expect(tekst(list)).toContain('Van: anna, organisatie van anna');
    expect(tekst(list)).toContain('Risico: hoog · Gevolgen voor: objecten · Prioriteit: laag');
    expect(verbs(list)).toEqual(
      expect.arrayContaining(['probleem.ook', 'probleem.wijzigen', 'probleem.intrekken']),
    );
  });

  it('filters by organisatie, and by one’s own', () => {
    const world = inStap2('anna', 'bram');
    geeft(world, 'anna', 'Scooters');
    geeft(world, 'bram', 'Fietsen weg');

    const choose = world.ziet('anna', 'problemen.organisaties', { naar: 'problemen' });

    expect(items(choose)).toEqual(['organisatie van anna', 'organisatie van bram']);
    expect(items(world.ziet('anna', 'problemen', { van: 'bram' }))).toEqual(['Fietsen weg']);
    expect(items(world.ziet('anna', 'problemen', { mijn: 'ja' }))).toEqual(['Scooters']);
    expect(
      tekst(world.ziet('anna', 'problemen.organisaties', { naar: 'project.wissen' })),
    ).not.toContain('project.wissen');
  });

  it('works empty, with one person, and with 300 problems of 2,000 signs from 60 people', () => {
    const alone = inStap2('anna');
    expect((alone.ziet('anna', 'problemen') as ListScreen).titel).toBe('Nog geen problemen');
    const world = vol();

    const first = world.ziet('p0', 'problemen') as ListScreen;
    const last = world.ziet('p0', 'problemen', { pagina: '999' }) as ListScreen;

    expect(first.van).toBe(30);
    expect(last.pagina).toBe(30);
    expect(tekst(first).length).toBeLessThan(30_000);
    for (const verb of [
      'doei.toevoegen',
      'cluster.maken',
      'gevolg.leggen',
      'stemming.openen',
      'lijst.vaststellen',
    ])
      pastInKaart(world.opent('p0', verb));
    for (const view of ['clusters', 'lijst', 'problemen.organisaties'])
      expect(tekst(world.ziet('p0', view)).length).toBeLessThan(40_000);
  });

  it('says what to do when a problem is no longer there', () => {
    const world = inStap2('anna');

    expect(tekst(world.ziet('anna', 'probleem', { id: 'p1' }))).toContain(
      'Dit probleem is er niet meer.',
    );
    expect(verbs(world.ziet('anna', 'probleem', { id: 'p1' }))).toContain('problemen');
  });
});

/** 60 people, 300 problems. */
function vol(): Groep {
  const world = inStap2(...Array.from({ length: 60 }, (_, at) => `p${at}`));
  const facts = {
    kans: 'midden',
    gevolgen: 'personen',
    prioriteit: 'midden',
    criteria: {},
    mondeling: false,
    vertrouwelijk: false,
    voor: [],
    ingebracht: '',
  } as const;
  for (let at = 0; at < 300; at += 1)
    world.said(`p${at % 60}`, [
      say(
        probleem,
        `x${at}`,
        { ...facts, van: `p${at % 60}` },
        { omschrijving: `${at} ${'w'.repeat(1990)}`, plaats: '', cijfers: '' },
      ),
    ]);
  return world;
}

describe('vertrouwelijk', () => {
  it('shows a confidential problem to its owner, who leads and who was chosen; to others only that it is there', () => {
    const world = inStap2('anna', 'bram', 'cees', 'dirk');
    const id = geeft(world, 'bram', 'Geheim pand', {
      vertrouwelijk: 'true',
      cijfers: 'Geheime cijfers',
    });
    world.doet('bram', 'probleem.vertrouwelijk', { wie: 'gekozen', voor: 'cees' }, { id });
    gedaan(
      world.doet(
        'bram',
        'doei.toevoegen',
        { over: id, soort: 'ervaring', tekst: 'Geheime ervaring' },
        { over: id },
      ),
    );
    world.stap('probleem');

    const sees = (wie: string) =>
      tekst(world.ziet(wie, 'problemen')) + tekst(world.ziet(wie, 'probleem', { id }));

    for (const wie of ['anna', 'bram', 'cees']) expect(sees(wie)).toContain('Geheim pand');
    expect(sees('dirk')).not.toMatch(/Geheim pand|Geheime/);
    expect(sees('dirk')).toContain('Een vertrouwelijk probleem');
    const shared = tekst([
      stap2.kaart(world.beeld),
      stap2.plan(world.beeld),
      stap2.samenvatting(world.beeld),
      agendaVan1.map((regel) => regel.gegevens(world.beeld)),
      world.ziet('dirk', 'lijst'),
      world.ziet('dirk', 'clusters'),
    ]);
    expect(shared).not.toMatch(/Geheim pand|Geheime/);
  });

  it('makes it open again, is quiet when repeated, and may be done after the lock', () => {
    const world = inStap2('anna', 'bram', 'cees');
    const id = geeft(world, 'bram', 'Pand');
    world.sluit('probleem');

    const hide = world.doet(
      'bram',
      'probleem.vertrouwelijk',
      { wie: 'gekozen', voor: 'cees' },
      { id },
    );
    const again = world.doet(
      'bram',
      'probleem.vertrouwelijk',
      { wie: 'gekozen', voor: 'cees' },
      { id },
    );
    const open = world.doet(
      'bram',
      'probleem.vertrouwelijk',
      { wie: 'iedereen', voor: 'cees' },
      { id },
    );

    expect([hide, again, open].map(gezegd)).toEqual([1, 0, 1]);
    expect(one(world.project, probleem, id)?.facts).toMatchObject({
      vertrouwelijk: false,
      voor: [],
    });
  });

  it('keeps readers of other pages of a large group', () => {
    const world = inStap2(...Array.from({ length: 60 }, (_, at) => `p${at}`));
    const id = geeft(world, 'p1', 'Pand');
    world.doet('p1', 'probleem.vertrouwelijk', { wie: 'gekozen', voor: 'p5' }, { id });

    pastInKaart(world.opent('p1', 'probleem.vertrouwelijk', { id }));
    world.doet(
      'p1',
      'probleem.vertrouwelijk',
      { wie: 'gekozen', voor: 'p50', 'elders.voor': 'p5' },
      { id },
    );

    expect(one(world.project, probleem, id)?.facts.voor).toEqual(['p5', 'p50']);
  });

  it('asks nobody to be chosen when there is nobody to choose', () => {
    const world = inStap2('anna');
    const id = geeft(world, 'anna', 'Pand');

    expect(Object.keys(velden(world.opent('anna', 'probleem.vertrouwelijk', { id })))).toEqual([
      'wie',
    ]);
    expect(gezegd(world.doet('anna', 'probleem.vertrouwelijk', { wie: 'gekozen' }, { id }))).toBe(
      1,
    );
  });
});

describe('DOEI', () => {
  const data = { soort: 'data', tekst: '20 procent meer meldingen', bron: 'politie' };

  it('keeps data, onderzoek and ervaringen of participants with a problem [D6, D7, D8]', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'anna', 'Scooters');
    world.sluit('probleem');

    world.doet('bram', 'doei.toevoegen', { ...data, over: id });
    world.doet('bram', 'doei.toevoegen', {
      soort: 'onderzoek',
      tekst: 'Enquête',
      bron: 'GGD',
      over: id,
    });
    world.doet('bram', 'doei.toevoegen', {
      soort: 'ervaring',
      tekst: 'Bewoners durven niet',
      over: id,
    });

    const seen = world.ziet('anna', 'probleem', { id }) as ListScreen;
    expect(seen.groepen.map(({ kop }) => kop)).toEqual(
      expect.arrayContaining(['Data: cijfers en gegevens', 'Onderzoek', 'Ervaringen en inzichten']),
    );
    expect(tekst(seen)).toContain('20 procent meer meldingen. Bron: politie');
  });

  it.each([
    [{ tekst: '' }, 'Schrijf op wat je weet. Of kies dat je het vertelt.'],
    [{ bron: '' }, 'Schrijf op waar dit vandaan komt.'],
    [{ mondeling: 'true' }, 'Je vertelt dit in het overleg. Haal de tekst weg, of het vinkje.'],
    [{ soort: '' }, 'Kies data, onderzoek of ervaringen.'],
    [{ over: 'p1' }, 'Kies een probleem.'],
  ])('asks again when it holds %j', (change, zin) => {
    const world = inStap2('anna');
    const id = geeft(world, 'anna', 'Scooters');

    expect(geweigerd(world.doet('anna', 'doei.toevoegen', { ...data, over: id, ...change }))).toBe(
      `velden: ${zin}`,
    );
  });

  it('stores of an oral item only that there is something, and who tells it', () => {
    const world = inStap2('anna', 'bram');
    const over = geeft(world, 'anna', 'Scooters');

    const id = gedaan(
      world.doet('bram', 'doei.toevoegen', {
        over,
        soort: 'data',
        bron: 'een bron',
        mondeling: 'true',
      }),
    );

    expect(one(world.project, doei, id)?.texts).toEqual({ tekst: '', bron: '' });
    const line = agendaVan1.find((regel) => regel.id === 'doei')!;
    expect(line.gegevens(world.beeld)).toEqual([
      'Deze mensen vertellen iets in het overleg:',
      'Scooters: bram',
    ]);
  });

  it('changes, withdraws and brings back an own item; others cannot', () => {
    const world = inStap2('anna', 'bram');
    const over = geeft(world, 'anna', 'Scooters');
    const id = gedaan(world.doet('bram', 'doei.toevoegen', { ...data, over }));

    const refused = ['doei.wijzigen', 'doei.intrekken', 'doei.vertrouwelijk'].map((verb) =>
      geweigerd(world.doet('anna', verb, { ...data, wie: 'iedereen' }, { id })),
    );
    const same = world.doet('bram', 'doei.wijzigen', data, { id });
    const changed = world.doet('bram', 'doei.wijzigen', { ...data, bron: 'OM' }, { id });
    const hidden = world.doet('bram', 'doei.vertrouwelijk', { wie: 'gekozen' }, { id });
    const gone = world.doet('bram', 'doei.intrekken', {}, { id });
    const goneAgain = world.doet('bram', 'doei.intrekken', {}, { id });

    expect(refused).toEqual(['alleen-eigen', 'alleen-eigen', 'alleen-eigen']);
    expect([same, changed, hidden, gone, goneAgain].map(gezegd)).toEqual([0, 1, 1, 1, 0]);
    expect(geweigerd(world.doet('bram', 'doei.wijzigen', data, { id }))).toBe('niet-gevonden');
    expect(oneEver(world.project, doei, id)?.gone).toBe(true);
  });

  it('cannot be added while there are no problems, and finds its problem on another page', () => {
    const world = inStap2('anna');
    expect(geweigerd(world.doet('anna', 'doei.toevoegen', data))).toContain(
      'Er zijn nog geen problemen.',
    );
    const ids = Array.from({ length: 35 }, (_, at) => geeft(world, 'anna', `Probleem ${at}`));

    expect(keuzes(world.opent('anna', 'doei.toevoegen', { over: ids[33]! }), 'over')).toEqual([
      ids[33],
    ]);
    expect(
      keuzes(world.opent('anna', 'doei.toevoegen'), 'over', { 'blad.problemen': '2' }),
    ).toEqual(ids.slice(29));
    expect(all(world.project, probleem)).toHaveLength(35);
  });
});
