import { opBladen } from '../../src/process/vormen/bladen.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capaciteit, doel, maatregel, oordeel, regel } from '../../src/planner/plan/plan.ts';
import { planner } from '../../src/planner/index.ts';
import { uitvoering } from '../../src/planner/uitvoering/index.ts';
import { som, totaalTekst } from '../../src/planner/uitvoering/geld.ts';
import { type Decision, isRefused } from '../../src/process/contract/decision.ts';
import { standen } from '../../src/planner/uitvoering/partijen.ts';
import { judge, NIEMAND } from '../../src/process/contract/judge.ts';
import { posterTekst, type Poster, type PosterBlok } from '../../src/process/vormen/poster.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { overleg, overlegId } from '../../src/process/feiten/overleg.ts';
import { groep, tekst } from '../../support/groep.ts';
import { RIJ } from './feiten.ts';
import { metMatrix, rij, stationsplein } from './stationsplein.ts';
import { opDeKaart } from './op-de-kaart.ts';

const id = (decision: Decision) => (decision.accepted ? decision.about : tekst(decision));
const zin = (decision: Decision) => (decision.accepted ? 'opgeslagen' : decision.vraag);
const velden = (decision: Decision) => (decision.accepted ? {} : decision.velden);
const keuzes = (form: ReturnType<ReturnType<typeof metMatrix>['opent']>, veld: string) =>
  isRefused(form) ? [] : (form.velden[veld]?.keuzes ?? []);
const reden = (decision: Decision) => (decision.accepted ? 'opgeslagen' : decision.reason);

describe('rows of the matrix', () => {
  it('says for each measure who does what, how and when, for which goal [H1, H3, H4, F14]', () => {
    const world = metMatrix();

    world.doet('sanne', 'regel.toevoegen', rij());

    const seen = tekst(world.ziet('bo', 'matrix'));
    expect(seen).toContain('Elke vrijdag over het plein lopen');
    expect(seen).toContain('ali (organisatie van ali), samen met bo');
    expect(seen).toContain('1 maart 2027 tot 1 juni 2027');
    expect(seen).toContain('Werkwijze: Twee aan twee');
    expect(seen).toContain('Doel: Minder meldingen over scooters');
    expect(seen).toContain('1. Overlast door scooters');
  });

  it('fills in who and which problem for a measure that goes on [H2]', () => {
    const world = metMatrix();

    const form = world.opent('sanne', 'regel.toevoegen', { maatregel: 'surveilleren' });

    if (isRefused(form)) throw new Error('refused');
    expect(form.velden['trekker']?.waarde).toBe('ali');
    expect(form.velden['onderwerp']?.waarde).toBe('scooters');
    expect(form.velden['wat']?.waarde).toBe('Wij gaan surveilleren');
    expect(form.velden['einde']?.waarde).toBe('2027-12-31');
  });

  it('explains Werkwijze as a summary of the measure [H7]', () => {
    const form = metMatrix().opent('sanne', 'regel.toevoegen');

    expect(tekst(form)).toContain('Een samenvatting van de maatregel of actie');
  });

  it('offers what goes on and what is extra, not what stops, and says what nobody judged', () => {
    const world = metMatrix();

    const seen = tekst(world.ziet('sanne', 'regel.kiezen'));

    expect(seen).toContain('Wij gaan surveilleren');
    expect(seen).toContain('Wij gaan camera');
    expect(seen).not.toContain('Wij gaan praten');
    expect(seen.indexOf('Nog niet beoordeeld')).toBeLessThan(seen.indexOf('Wij gaan stallen'));
  });

  it('makes a row of every measure that goes on at once, and nothing the second time [A27]', () => {
    const world = metMatrix();

    const first = world.doet('sanne', 'regels.overnemen');
    const again = world.doet('sanne', 'regels.overnemen');

    expect(first.accepted && first.events.length).toBe(2);
    expect(again).toMatchObject({ accepted: true, events: [] });
    expect(all(world.project, regel).map(({ facts }) => facts.maatregel)).toEqual([
      'surveilleren',
      'camera',
    ]);
    expect(tekst(world.ziet('sanne', 'matrix'))).toContain(
      'Nog aanvullen: wanneer, werkwijze, kosten.',
    );
  });

  it('does not take over again what was taken out of the matrix', () => {
    const world = metMatrix();
    world.doet('sanne', 'regels.overnemen');
    const [first] = all(world.project, regel);

    world.doet('sanne', 'regel.intrekken', {}, { id: first?.id ?? '' });

    expect(world.doet('sanne', 'regels.overnemen')).toMatchObject({ events: [] });
    expect(tekst(world.ziet('sanne', 'regel.kiezen'))).toContain('Wij gaan surveilleren');
  });

  it('takes over many measures in parts of at most 40', () => {
    const world = metMatrix();
    const many = Array.from({ length: 100 }, (_, nth) => `extra${nth}`);
    world.said(
      'sanne',
      many.map((m) =>
        say(
          maatregel,
          m,
          {
            van: 'ali',
            onderwerp: 'scooters',
            soorten: ['groep'],
            type: 'preventief',
            criteria: {},
            ingebracht: '',
            aanvullend: true,
          },
          { omschrijving: m },
        ),
      ),
    );

    const counts = [1, 2, 3].map(() => {
      const decision = world.doet('sanne', 'regels.overnemen');
      return decision.accepted ? decision.events.length : -1;
    });

    expect(counts).toEqual([40, 40, 22]);
    expect(new Set(all(world.project, regel).map(({ facts }) => facts.maatregel)).size).toBe(102);
  });

  it('names one trekker, and does not name them among who else takes part', () => {
    const world = metMatrix();

    const made = id(world.doet('sanne', 'regel.toevoegen', rij({ uitvoerders: 'ali,bo' })));

    expect(one(world.project, regel, made)?.facts).toMatchObject({
      trekker: 'ali',
      uitvoerders: ['bo'],
    });
    expect(velden(world.doet('sanne', 'regel.toevoegen', rij({ trekker: '' })))).toHaveProperty(
      'trekker',
    );
  });

  it.each([
    ['an end before the start', { start: '2027-06-01', einde: '2027-03-01' }, 'einde'],
    ['more cover than costs', { kosten: '100', extra: '50', dekking: '150,01' }, 'dekking'],
    ['no words', { wat: ' ' }, 'wat'],
    ['somebody who is not in the group', { trekker: 'carla' }, 'trekker'],
    ['a problem that is not on the list', { onderwerp: 'onbekend' }, 'onderwerp'],
    ['an amount that is no number', { kosten: 'veel' }, 'kosten'],
  ])('refuses %s under its field', (_naam, anders, veld) => {
    const world = metMatrix();

    const decision = world.doet('sanne', 'regel.toevoegen', rij(anders));

    expect(Object.keys(velden(decision))).toEqual([veld]);
    expect(all(world.project, regel)).toHaveLength(0);
  });

  it.each([
    [
      'costs, dates and the way of working empty',
      { kosten: '', extra: '', dekking: '', bron: '', start: '', einde: '', werkwijze: '' },
    ],
    ['cover known before the costs', { kosten: '', extra: '', dekking: '500' }],
    ['as much cover as costs', { kosten: '100,10', extra: '50,20', dekking: '150,30' }],
  ])('takes a row with %s [H8]', (_naam, anders) => {
    expect(reden(metMatrix().doet('sanne', 'regel.toevoegen', rij(anders)))).toBe('opgeslagen');
  });

  it('asks once about a row that ends after the project, and then stores it', () => {
    const world = metMatrix();

    const asked = world.doet('sanne', 'regel.toevoegen', rij({ einde: '2028-02-01' }));
    const sure = world.doet('sanne', 'regel.toevoegen', rij({ einde: '2028-02-01' }), {}, true);

    expect(zin(asked)).toBe(
      'Dit loopt door na het einde van het project, 31 december 2027. Klopt dat?',
    );
    expect(sure.accepted).toBe(true);
    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Loopt door na het einde van het project.');
  });

  it('changes a row, and keeps quiet when nothing changed', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));

    const same = world.doet('sanne', 'regel.wijzigen', rij(), { id: made });
    world.doet('sanne', 'regel.wijzigen', rij({ trekker: 'bo', uitvoerders: '' }), { id: made });

    expect(same).toMatchObject({ accepted: true, events: [] });
    expect(one(world.project, regel, made)?.facts).toMatchObject({
      trekker: 'bo',
      uitvoerders: [],
      maatregel: '',
    });
    expect(reden(world.doet('sanne', 'regel.wijzigen', rij(), { id: 'weg' }))).toBe(
      'niet-gevonden',
    );
  });

  it('refuses a form when somebody changed the row since it was opened', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));
    const action = planner.acties.get('regel.wijzigen')!;
    const seen = one(world.project, regel, made)!.rev;
    world.doet('sanne', 'regel.kosten', { kosten: '5' }, { id: made });

    const late = judge(action, world.ctx('sanne', { id: made }), { raw: rij(), rev: seen });

    expect(reden(late)).toBe('gewijzigd');
  });

  it('lets the projectleider change rows, also of step 6, until the project closes [H9]', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));
    world.het_is('2027-11-01');
    world.stap('resultaat', '2027-06-01');

    const late = world.doet(
      'sanne',
      'regel.kosten',
      { kosten: '2.500,50', extra: '100', dekking: '', bron: '' },
      { id: made },
    );
    world.said('sanne', [say(profiel, PROJECT, { afgerond: world.now })]);
    const closed = world.doet('sanne', 'regel.kosten', { kosten: '1' }, { id: made });

    expect(late.accepted).toBe(true);
    expect(one(world.project, regel, made)?.facts).toMatchObject({
      kosten: 2500.5,
      extra: 100,
      dekking: null,
    });
    expect(reden(closed)).toBe('project-afgerond');
  });

  it('takes a row out and puts it back, each as often as one presses', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));

    world.doet('sanne', 'regel.intrekken', {}, { id: made });
    const again = world.doet('sanne', 'regel.intrekken', {}, { id: made });
    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Er staat nog niets in de matrix.');
    world.doet('sanne', 'regel.terugzetten', {}, { id: made });

    expect(again).toMatchObject({ accepted: true, events: [] });
    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Elke vrijdag');
  });

  it('does not put a measure in the matrix twice', () => {
    const world = metMatrix();
    world.doet('sanne', 'regel.toevoegen', rij(), { maatregel: 'surveilleren' });

    const again = world.doet('sanne', 'regel.toevoegen', rij(), { maatregel: 'surveilleren' });
    const unknown = world.doet('sanne', 'regel.toevoegen', rij(), { maatregel: 'verzonnen' });

    expect(zin(again)).toBe('Deze maatregel staat al in de matrix. Pas hem daar aan.');
    expect(reden(unknown)).toBe('niet-gevonden');
  });

  it('shows who took over when the trekker has left', () => {
    const world = metMatrix();
    world.doet('sanne', 'regel.toevoegen', rij());

    world.said('sanne', [
      { kind: 'deelnemer', id: 'ali', facts: { status: 'weg', opvolger: 'bo' } },
    ]);

    expect(tekst(world.ziet('sanne', 'matrix'))).toContain('Wie: bo (organisatie van ali)');
  });
});

describe('who writes the matrix, and when', () => {
  const acties = [
    'regel.toevoegen',
    'regel.wijzigen',
    'regel.kosten',
    'regel.intrekken',
    'regels.overnemen',
  ];

  it.each(acties)('keeps %s from deelnemers, also from the trekker', (verb) => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));

    expect(reden(world.doet('ali', verb, rij(), { id: made }))).toBe('alleen-projectleider');
    expect(reden(world.doet('vreemd', verb, rij(), { id: made }))).toBe('geen-deelnemer');
  });

  it('opens the matrix from overleg 2 on, as a concept that only who leads sees [A28]', () => {
    const world = stationsplein();
    const before = world.doet('sanne', 'regel.toevoegen', rij());
    world.overleg(2);

    const during = world.doet('sanne', 'regel.toevoegen', rij());

    expect(zin(before)).toBe('De matrix begint in overleg 2. Start eerst overleg 2 of stap 5.');
    expect(during.accepted).toBe(true);
    expect(tekst(world.leest('sanne', 'regel.toevoegen', id(during)))).toContain('nog concept');
    expect(tekst(world.ziet('sanne', 'matrix'))).toContain('Elke vrijdag');
    for (const verb of ['matrix', 'kosten', 'capaciteit', 'besluiten'])
      expect(tekst(world.ziet('bo', verb))).not.toContain('Elke vrijdag');
    expect(uitvoering.plan(world.beeld)).toEqual([]);
    world.stap('uitvoering', '');
    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Elke vrijdag');
  });

  it('lets the notulist of overleg 2 write rows, but not decisions, and no other notulist', () => {
    const world = stationsplein();
    world.overleg(2);
    world.said('sanne', [say(overleg, overlegId(2), { notulist: 'bo' })]);

    const made = world.doet('bo', 'regel.toevoegen', rij());
    const decided = world.doet('bo', 'besluit.vastleggen', {});
    world.said('sanne', [say(overleg, overlegId(2), { gesloten: world.now })]);
    world.overleg(3);
    world.said('sanne', [say(overleg, overlegId(3), { notulist: 'bo' })]);

    expect(made.accepted).toBe(true);
    expect(reden(decided)).toBe('alleen-projectleider');
    expect(reden(world.doet('bo', 'regel.toevoegen', rij()))).toBe('alleen-projectleider');
  });

  it('waits for step 4', () => {
    const world = groep('sanne');

    expect(reden(world.doet('sanne', 'regel.toevoegen', rij()))).toBe('stap-nog-niet');
  });

  it('works alone, without problems, measures or opdrachtgever', () => {
    const world = groep('sanne');
    world.stap('doelstellingen', '');
    world.stap('uitvoering', '');

    const made = world.doet(
      'sanne',
      'regel.toevoegen',
      rij({ onderwerp: '', trekker: 'sanne', uitvoerders: '' }),
    );

    expect(made.accepted).toBe(true);
    expect(tekst(world.ziet('sanne', 'matrix'))).toContain('Zonder probleem');
  });
});

describe('costs', () => {
  it('shows costs with cover and source, what is uncovered, and totals in Dutch notation [H5]', () => {
    const world = metMatrix();
    world.doet(
      'sanne',
      'regel.toevoegen',
      rij({ kosten: '1.000', extra: '250,50', dekking: '400' }),
    );
    world.doet(
      'sanne',
      'regel.toevoegen',
      rij({ wat: 'Hekken', kosten: '2.000', extra: '', dekking: '', bron: '' }),
    );

    const seen = tekst(world.ziet('bo', 'kosten'));

    expect(seen).toContain('Al geld voor: € 400,00, door: gemeente');
    expect(seen).toContain('Nog geen geld voor: € 850,50');
    expect(seen).toContain('Kosten: € 3.000,00');
    expect(seen).toContain('Extra kosten: € 250,50');
    expect(seen).toContain('Van 1 maatregel is nog niet alles bekend.');
    expect(seen).toContain(
      'Nog niet bekend: hoeveel geld er nog mist, extra kosten, hoeveel geld er al is',
    );
  });

  it('says beside the bar of a trekker when not all of it is known [H5, H8]', () => {
    const world = metMatrix();
    world.doet('sanne', 'regel.toevoegen', rij({ kosten: '1.000', extra: '250,50' }));
    world.doet('sanne', 'regel.toevoegen', rij({ wat: 'Hekken', kosten: '2.000', extra: '' }));

    const [figuur] = uitvoering
      .hoofdstukken({
        ...{ project: world.project, now: '2027-03-01T10:00:00.000Z' },
        ...{ traject: planner, lezer: NIEMAND },
      })
      .flatMap(({ delen }) => delen.filter((deel) => deel.soort === 'figuur'))
      .filter(({ id: found }) => found === 'kostenpertrekker');

    const deels = '€ 1.250,50 (bij 1 maatregel nog niet bekend)';
    expect(figuur?.alt.join(' ')).toContain(deels);
    expect(JSON.stringify(figuur?.prent)).toContain(deels);
  });

  it('never says 0 where it is not known [H8]', () => {
    const world = metMatrix();
    world.doet('sanne', 'regels.overnemen');

    const seen = tekst(world.ziet('sanne', 'kosten'));

    expect(seen).toContain('Er zijn nog geen bedragen bekend.');
    expect(seen).not.toContain('€ 0');
  });

  it('adds up to the same cent in any order, and counts what is not known apart', () => {
    const amount = fc.option(
      fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 60 }), (amounts) => {
        const known = amounts.filter((one) => one !== null);
        const cents = known.reduce((total, one) => total + Math.round(one * 100), 0);
        expect(som(amounts)).toEqual({
          bekend: cents / 100,
          onbekend: amounts.length - known.length,
          rijen: amounts.length,
        });
        expect(som(amounts.toReversed())).toEqual(som(amounts));
      }),
    );
  });

  it.each([
    [[], 'nog niet bekend'],
    [[null, null], 'nog niet bekend'],
    [[0], '€ 0,00'],
    [[1, null], '€ 1,00 (bij 1 maatregel nog niet bekend)'],
    [[1234.5, null, null], '€ 1.234,50 (bij 2 maatregelen nog niet bekend)'],
  ])('says %j as %s', (amounts, expected) => {
    expect(totaalTekst(som(amounts))).toBe(expected);
  });
});

describe('capacity', () => {
  const inzet = (anders: Record<string, string> = {}) => ({
    aantal: '40',
    eenheid: 'uren',
    extra: 'bestaand',
    ...anders,
  });

  function metRij() {
    const world = metMatrix();
    return { world, made: id(world.doet('sanne', 'regel.toevoegen', rij())) };
  }

  it('shows hours and fte per organisatie per measure, and never adds the two up [H6]', () => {
    const { world, made } = metRij();
    world.doet('ali', 'capaciteit.opgeven', inzet(), { regel: made });
    world.doet(
      'ali',
      'capaciteit.opgeven',
      inzet({ aantal: '0,5', eenheid: 'fte', extra: 'extra' }),
      { regel: made },
    );
    world.doet('sanne', 'capaciteit.opgeven', inzet({ van: 'bo', aantal: '1.200' }), {
      regel: made,
    });

    const seen = tekst(world.ziet('bo', 'capaciteit'));

    expect(seen).toContain('organisatie van ali: 40 uren en 0,5 fte, waarvan 0,5 fte extra');
    expect(seen).toContain('organisatie van bo: 1.200 uren');
    expect(seen).toContain('Elke vrijdag');
  });

  it('keeps one figure per organisatie, row and sort, whoever of the organisatie gives it', () => {
    const { world, made } = metRij();
    world.meedoen('ans', 'organisatie van ali');
    world.doet('ali', 'capaciteit.opgeven', inzet(), { regel: made });

    const again = world.doet('ans', 'capaciteit.opgeven', inzet({ aantal: '60' }), { regel: made });
    const same = world.doet('ans', 'capaciteit.opgeven', inzet({ aantal: '60' }), {
      id: id(again),
    });

    expect(all(world.project, capaciteit).map(({ facts }) => facts.aantal)).toEqual([60]);
    expect(same).toMatchObject({ accepted: true, events: [] });
  });

  it.each([
    ['36u', 'uren', '36 uren'],
    ['36 uur', 'uren', '36 uren'],
    ['0,5 FTE', 'fte', '0,5 fte'],
    ['0.5', 'fte', '0,5 fte'],
  ])('takes %j with %s as %s', (aantal, eenheid, gelezen) => {
    const { world, made } = metRij();

    world.doet('ali', 'capaciteit.opgeven', inzet({ aantal, eenheid }), { regel: made });

    expect(tekst(world.ziet('bo', 'capaciteit'))).toContain(`organisatie van ali: ${gelezen}`);
  });

  it.each([
    ['0,5 fte', 'uren', { eenheid: 'Je schreef fte. Kies dat hier ook.' }],
    ['40 uur', 'fte', { eenheid: 'Je schreef uur. Kies dat hier ook.' }],
    [
      '24 uur per week',
      'uren',
      { aantal: 'Dit is per week. Reken het om naar uren in het hele project, of naar fte.' },
    ],
    ['veertig', 'uren', { aantal: 'Vul een getal in, zoals 40 of 0,5.' }],
    ['200000', 'uren', { aantal: 'Vul een getal in van 0 tot 100.000.' }],
  ])('does not read %j with %s as something else', (aantal, eenheid, zin) => {
    const { world, made } = metRij();

    const decision = world.doet('ali', 'capaciteit.opgeven', inzet({ aantal, eenheid }), {
      regel: made,
    });

    expect(velden(decision)).toEqual(zin);
  });

  it.each([['0'], [''], ['-5'], ['1,234']])('refuses %j as an amount', (aantal) => {
    const { world, made } = metRij();

    expect(
      velden(world.doet('ali', 'capaciteit.opgeven', inzet({ aantal }), { regel: made })),
    ).toHaveProperty('aantal');
  });

  it('leaves the capacity of another organisatie alone', () => {
    const { world, made } = metRij();
    const given = id(world.doet('ali', 'capaciteit.opgeven', inzet(), { regel: made }));

    expect(reden(world.doet('bo', 'capaciteit.opgeven', inzet(), { id: given }))).toBe(
      'alleen-eigen',
    );
    expect(reden(world.doet('bo', 'capaciteit.weghalen', {}, { id: given }))).toBe('alleen-eigen');
    expect(
      reden(world.doet('bo', 'capaciteit.opgeven', inzet({ van: 'ali' }), { regel: made })),
    ).toBe('opgeslagen');
    expect(all(world.project, capaciteit).map(({ facts }) => facts.van)).toEqual(['ali', 'bo']);
  });

  it('takes capacity away once, and refuses what was never there', () => {
    const { world, made } = metRij();
    const given = id(world.doet('ali', 'capaciteit.opgeven', inzet(), { regel: made }));

    expect(world.doet('ali', 'capaciteit.weghalen', {}, { id: given })).toMatchObject({
      accepted: true,
    });
    expect(world.doet('ali', 'capaciteit.weghalen', {}, { id: given })).toMatchObject({
      events: [],
    });
    expect(reden(world.doet('ali', 'capaciteit.weghalen', {}, { id: 'x' }))).toBe('niet-gevonden');
    expect(reden(world.doet('ali', 'capaciteit.opgeven', inzet(), { regel: 'x' }))).toBe(
      'niet-gevonden',
    );
  });

  it('waits for step 5 where deelnemers are concerned', () => {
    const world = stationsplein();
    world.overleg(2);
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));

    expect(zin(world.doet('ali', 'capaciteit.opgeven', inzet(), { regel: made }))).toContain(
      'als stap 5 begint',
    );
    expect(
      world.doet('sanne', 'capaciteit.opgeven', inzet({ van: 'ali' }), { regel: made }).accepted,
    ).toBe(true);
  });
});

describe('decisions', () => {
  const besluit = (anders: Record<string, string> = {}) => ({
    partij: 'o.burgemeester',
    antwoord: 'akkoord',
    over: 'alles',
    regels: '',
    voorwaarden: '',
    datum: '2027-01-04',
    hoe: 'B&W-besluit',
    kenmerk: 'Z-2027-0612345678',
    ...anders,
  });

  function metExtra() {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij({ extra: '500', uitvoerders: '' })));
    return { world, made };
  }

  it('keeps a row with extra means waiting until opdrachtgever and organisatie have decided [H10, H11, H12]', () => {
    const { world } = metExtra();
    expect(tekst(world.ziet('bo', 'matrix'))).toContain(
      'Wacht op besluit: nog niemand heeft besloten.',
    );

    world.doet('sanne', 'besluit.vastleggen', besluit());
    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Wacht op besluit: 1 van de 2');
    world.doet(
      'sanne',
      'besluit.vastleggen',
      besluit({ partij: 'd.ali', hoe: 'mondeling', kenmerk: '' }),
    );

    expect(tekst(world.ziet('bo', 'matrix'))).not.toContain('Wacht op besluit');
    expect(tekst(world.ziet('bo', 'besluiten'))).toContain('De burgemeester: akkoord');
    expect(tekst(world.ziet('bo', 'besluiten'))).toContain('4 januari 2027, B&W-besluit');
    expect(tekst(world.ziet('bo', 'besluiten'))).toContain('Z-2027-0612345678');
  });

  it('asks opdrachtgever and every organisatie of a row to decide, also without extra means, and keeps what each said [H10, H12]', () => {
    const world = metMatrix();
    world.doet('sanne', 'regel.toevoegen', rij({ extra: '', uitvoerders: 'bo' }));
    const besluiten = (wie: string) => tekst(world.ziet(wie, 'besluiten'));
    const partijen = ['o.burgemeester', 'd.ali', 'd.bo'];
    const namen = ['De burgemeester', 'organisatie van ali', 'organisatie van bo'];
    expect(besluiten('sanne')).toContain('Moet nog besluiten');
    expect(besluiten('sanne')).not.toContain('met extra inzet of geld');

    const hoeveel = ['Nog niemand heeft', '1 van de 3 heeft', '2 van de 3 hebben'];
    partijen.forEach((partij, at) => {
      expect(besluiten('bo')).toContain(`${hoeveel[at]} over alles besloten.`);
      expect(besluiten('bo')).not.toContain('Moet nog besluiten');
      expect(
        keuzes(world.opent('sanne', 'besluit.vastleggen'), 'partij').map(({ id: p }) => p),
      ).toContain(partij);
      expect(zin(world.doet('sanne', 'besluit.vastleggen', besluit({ partij })))).toBe(
        'opgeslagen',
      );
    });

    expect(besluiten('sanne')).not.toContain('Moet nog besluiten');
    for (const naam of namen) expect(besluiten('bo')).toContain(`${naam}: akkoord`);
  });

  it('does not flag a row without extra effort or means, and flags one with extra capacity [H11]', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij({ extra: '' })));
    expect(tekst(world.ziet('bo', 'matrix'))).not.toContain('Wacht op besluit');

    world.doet(
      'ali',
      'capaciteit.opgeven',
      { aantal: '8', eenheid: 'uren', extra: 'extra' },
      { regel: made },
    );

    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Wacht op besluit');
  });

  it('asks for a new decision when the extra means have changed since', () => {
    const { world, made } = metExtra();
    world.doet('sanne', 'besluit.vastleggen', besluit());
    world.doet('sanne', 'besluit.vastleggen', besluit({ partij: 'd.ali' }));

    world.doet(
      'sanne',
      'regel.kosten',
      { kosten: '1.000', extra: '50.000', dekking: '', bron: '' },
      { id: made },
    );

    expect(tekst(world.ziet('bo', 'matrix'))).toContain(
      'Wacht op besluit: nog niemand heeft besloten.',
    );
  });

  it('shows a no and conditions, and takes the last answer', () => {
    const { world } = metExtra();

    world.doet('sanne', 'besluit.vastleggen', besluit({ antwoord: 'niet akkoord' }));
    expect(tekst(world.ziet('bo', 'matrix'))).toContain('Niet akkoord: De burgemeester.');
    world.doet(
      'sanne',
      'besluit.vastleggen',
      besluit({ antwoord: 'onder voorwaarden', voorwaarden: 'Alleen in de zomer' }),
    );

    const seen = tekst(world.ziet('bo', 'matrix'));
    expect(seen).not.toContain('Niet akkoord');
    expect(seen).toContain('Akkoord onder voorwaarden: De burgemeester.');
    expect(tekst(world.ziet('bo', 'besluiten'))).toContain('Voorwaarden: Alleen in de zomer');
  });

  it.each([
    ['a day to come', { datum: '2027-01-05' }, 'datum'],
    ['conditions without words', { antwoord: 'onder voorwaarden' }, 'voorwaarden'],
    ['no rows', { over: 'deze' }, 'regels'],
    ['somebody who has nothing to decide', { partij: 'o.minister' }, 'partij'],
    ['no answer', { antwoord: '' }, 'antwoord'],
  ])('refuses %s under its field', (_naam, anders, veld) => {
    const { world } = metExtra();

    expect(Object.keys(velden(world.doet('sanne', 'besluit.vastleggen', besluit(anders))))).toEqual(
      [veld],
    );
  });

  it('lets the last answer of each partij count, in whatever order they come in', () => {
    const wie = fc.constantFrom('o.burgemeester', 'd.ali');
    const antwoord = fc.constantFrom('akkoord', 'niet akkoord');
    fc.assert(
      fc.property(fc.array(fc.tuple(wie, antwoord), { maxLength: 8 }), (gezegd) => {
        const { world } = metExtra();
        for (const [partij, answer] of gezegd)
          world.doet('sanne', 'besluit.vastleggen', besluit({ partij, antwoord: answer }));

        const last = new Map(gezegd);
        const [found] = standen(world.project);

        expect(found?.wacht).toHaveLength(2 - last.size);
        expect(found?.nee).toHaveLength(
          [...last.values()].filter((answer) => answer === 'niet akkoord').length,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('names who still has to decide to who leads only', () => {
    const { world } = metExtra();

    expect(tekst(world.ziet('sanne', 'besluiten'))).toContain('Moet nog besluiten');
    const seen = tekst(world.ziet('bo', 'besluiten'));
    expect(seen).toContain('Nog niemand heeft over alles besloten.');
    expect(seen).not.toContain('De burgemeester');
  });

  it('changes and withdraws a decision, and keeps quiet when nothing changed', () => {
    const { world } = metExtra();
    const made = id(world.doet('sanne', 'besluit.vastleggen', besluit()));

    const same = world.doet('sanne', 'besluit.wijzigen', besluit(), { id: made });
    world.doet('sanne', 'besluit.wijzigen', besluit({ antwoord: 'niet akkoord' }), { id: made });
    expect(tekst(world.ziet('bo', 'besluiten'))).toContain('De burgemeester: niet akkoord');
    world.doet('sanne', 'besluit.intrekken', {}, { id: made });

    expect(same).toMatchObject({ accepted: true, events: [] });
    expect(tekst(world.ziet('bo', 'besluiten'))).not.toContain('De burgemeester');
    expect(reden(world.doet('sanne', 'besluit.wijzigen', besluit(), { id: 'x' }))).toBe(
      'niet-gevonden',
    );
  });

  it('is for who leads, and needs a row', () => {
    const { world } = metExtra();

    expect(reden(world.doet('ali', 'besluit.vastleggen', besluit()))).toBe('alleen-projectleider');
    expect(zin(metMatrix().doet('sanne', 'besluit.vastleggen', besluit()))).toContain(
      'Zet er eerst een maatregel in',
    );
  });
});

describe('large groups', () => {
  it('stays within 15 questions and 40 choices with 60 people, and keeps what was picked elsewhere', () => {
    const world = metMatrix();
    for (let nth = 0; nth < 60; nth += 1) world.meedoen(`lid${nth}`, `club ${nth}`);
    const made = id(
      world.doet('sanne', 'regel.toevoegen', rij({ trekker: 'ali', uitvoerders: 'bo,lid3' })),
    );
    for (const [verb, args] of [
      ['regel.toevoegen', {}],
      ['regel.wijzigen', { id: made }],
      ['capaciteit.opgeven', { regel: made }],
      ['besluit.vastleggen', {}],
    ] as const) {
      const form = world.opent('sanne', verb, args);
      if (isRefused(form)) throw new Error(`${verb} refused`);
      expect(Object.keys(form.velden).length).toBeLessThanOrEqual(15);
      for (const { veld } of opBladen(form.velden).vragen)
        expect(veld.keuzes.length).toBeLessThanOrEqual(40);
    }

    const elders = { 'elders.uitvoerders': 'bo,lid3' };
    world.doet(
      'sanne',
      'regel.wijzigen',
      { ...rij({ trekker: 'ali', uitvoerders: 'lid59' }), ...elders },
      { id: made },
    );

    expect(one(world.project, regel, made)?.facts).toMatchObject({
      trekker: 'ali',
      uitvoerders: ['bo', 'lid3', 'lid59'],
    });
  });

  it('pages 300 rows of 2,000 signs', () => {
    const world = metMatrix();
    const rows = Array.from({ length: 300 }, (_, nth) =>
      say(
        regel,
        `r${nth}`,
        { ...RIJ, kosten: 1, extra: 1 },
        { wat: 'x'.repeat(2000), werkwijze: 'y'.repeat(2000), bron: '' },
      ),
    );
    world.said('sanne', rows);

    for (const verb of ['matrix', 'kosten', 'besluiten'])
      expect(tekst(world.ziet('sanne', verb, { pagina: '2' })).length).toBeLessThan(30_000);
    expect(tekst(uitvoering.kaart(world.beeld)).length).toBeLessThan(4000);
  });
});

describe('the live card of step 5', () => {
  const vol = () => {
    const world = metMatrix();
    world.doet('sanne', 'regels.overnemen');
    world.doet('sanne', 'regel.toevoegen', rij({ extra: '500' }));
    return world;
  };

  it.each([
    ['an empty project', () => uitvoering.kaart(groep('sanne').beeld)],
    ['a matrix without rows', () => uitvoering.kaart(metMatrix().beeld)],
    ['a full matrix', () => uitvoering.kaart(vol().beeld)],
  ])('can be drawn of %s', (_naam, data) => {
    expect(opDeKaart(data())).not.toContain('${');
  });

  it('shows how much is in the matrix, what it costs and what waits for a decision', () => {
    const seen = uitvoering.kaart(vol().beeld);

    expect(seen.lijst).toHaveLength(3);
    expect(seen.knoppen[0]?.titel).toBe('Wie doet wat (3)');
    expect(seen.feiten).toContainEqual({
      naam: 'Kosten',
      waarde: '€ 1.000,00 (bij 2 maatregelen nog niet bekend)',
    });
    expect(seen.feiten).toContainEqual({
      naam: 'Besluiten',
      waarde: '1 maatregel wacht op een besluit',
    });
    expect(seen.termijn?.zin).toBe('Klaar op do 25 maart, 17.00 uur');
  });

  it('says nothing of what is not known yet', () => {
    expect(uitvoering.kaart(metMatrix().beeld).feiten).toEqual([]);
    const { feiten } = uitvoering.kaart(vol().beeld);
    expect(feiten.filter(({ waarde }) => waarde === '' || waarde === 'onbekend')).toEqual([]);
  });
});

describe('before the next step', () => {
  it('says what is complete and what is missing', () => {
    const world = metMatrix();
    expect(uitvoering.gereed(world.beeld).map(({ zin: one }) => one)).toContain(
      'Nog geen maatregelen in de matrix',
    );

    world.doet('sanne', 'regels.overnemen');

    expect(uitvoering.gereed(world.beeld)).toEqual([
      { klaar: true, zin: 'Er staan 2 maatregelen in de matrix' },
      { klaar: false, zin: '2 maatregelen hebben nog geen begindatum' },
      { klaar: false, zin: '2 maatregelen hebben nog geen einddatum' },
      { klaar: false, zin: 'Van 2 maatregelen zijn de kosten nog niet bekend' },
      { klaar: false, zin: 'Nog 2 maatregelen wachten op een besluit' },
    ]);
  });

  it('finds a goal for several problems served by a measure for one of them', () => {
    const world = metMatrix();
    const zonder = () =>
      uitvoering
        .gereed(world.beeld)
        .filter(({ zin: words }) => words.includes('nog geen maatregel'));
    world.said('sanne', [
      say(doel, 'meer', { onderwerpen: ['fietsen', 'scooters'] }),
      say(doel, 'minder', { onderwerpen: ['fietsen'] }),
    ]);
    expect(zonder()).toEqual([{ klaar: false, zin: '2 doelen hebben nog geen maatregel' }]);

    world.doet('sanne', 'regel.toevoegen', rij({ onderwerp: 'scooters' }));
    expect(zonder()).toEqual([{ klaar: false, zin: '1 doel heeft nog geen maatregel' }]);
    world.doet('sanne', 'regel.toevoegen', rij({ onderwerp: 'fietsen', wat: 'Hekken plaatsen' }));
    expect(zonder()).toEqual([]);
  });

  it('counts a begin that was chosen alone, and says that only the end is missing', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij({ start: '', einde: '' })));
    world.doet('sanne', 'regel.wijzigen', rij({ start: '2027-03-01', einde: '' }), { id: made });

    expect(one(world.project, regel, made)?.facts).toMatchObject({
      start: '2027-03-01',
      einde: '',
    });
    const zinnen = uitvoering.gereed(world.beeld).map(({ zin: said }) => said);
    expect(zinnen).toContain('1 maatregel heeft nog geen einddatum');
    expect(zinnen.join()).not.toContain('begindatum');
    expect(tekst(world.ziet('sanne', 'matrix'))).toContain('vanaf 1 maart 2027');
  });

  it('says in the form that what is extra comes on top of the costs, as the sum has it', () => {
    const world = metMatrix();
    const bedragen = { kosten: '1.000', extra: '500', dekking: '600' };
    const made = id(world.doet('sanne', 'regel.toevoegen', rij(bedragen)));

    const form = world.opent('sanne', 'regel.kosten', { id: made });
    if (isRefused(form)) throw new Error('refused');
    expect(form.velden['kosten']?.uitleg).toContain('Nog niet bekend?');
    expect(form.velden['extra']?.uitleg).toContain('Boven op de gewone kosten.');
    expect(tekst(world.ziet('sanne', 'kosten'))).toContain('Nog geen geld voor: € 900,00');
  });

  it('puts the matrix, the costs, the capacity and the decisions in the plan', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));
    world.doet(
      'ali',
      'capaciteit.opgeven',
      { aantal: '8', eenheid: 'uren', extra: 'bestaand' },
      { regel: made },
    );

    const koppen = uitvoering.plan(world.beeld).map(({ kop }) => kop);

    expect(koppen).toEqual([
      '5 Wat gaan wij doen?',
      '5 Kosten en geld',
      '5 Capaciteit organisatie van ali: 8 uren',
    ]);
  });

  it('gives who takes part in a row the task to say how much time it takes', () => {
    const world = metMatrix();
    const made = id(world.doet('sanne', 'regel.toevoegen', rij()));
    const lid = () => world.ctx('bo').actor;
    expect(tekst(uitvoering.taken(world.beeld, lid()))).toContain(
      'Geef de capaciteit van je organisatie op (1 maatregel)',
    );

    world.doet(
      'bo',
      'capaciteit.opgeven',
      { aantal: '8', eenheid: 'uren', extra: 'bestaand' },
      { regel: made },
    );

    expect(uitvoering.taken(world.beeld, lid())).toEqual([]);
    expect(tekst(uitvoering.samenvatting(world.beeld))).toContain('We gaan 1 maatregel uitvoeren.');
  });

  it('tells when the group wants to stop a measure that is in the matrix', () => {
    const world = metMatrix();
    world.doet('sanne', 'regels.overnemen');

    world.said('sanne', [say(oordeel, 'surveilleren', { oordeel: 'stoppen' }, {})]);

    expect(tekst(world.ziet('bo', 'matrix'))).toContain('De groep wil met deze maatregel stoppen.');
  });
});

describe('the money on the page that shows the plan at a glance', () => {
  /** What it says of the money, of rows with these amounts. */
  function geld(...bedragen: Record<string, string>[]) {
    const world = metMatrix();
    for (const one of bedragen)
      expect(world.doet('sanne', 'regel.toevoegen', rij(one)).accepted).toBe(true);
    const blok = uitvoering.poster(world.beeld).find(({ kop }) => kop === 'Wat kost het?');
    if (blok?.soort !== 'verdeling') throw new Error('no money');
    return { woorden: posterTekst(leegMet(blok)), delen: blok.delen.map(({ waarde }) => waarde) };
  }
  const leegMet = (blok: PosterBlok): Poster => ({
    ...{ titel: '', onder: '', stappen: [], stand: '', voet: '' },
    blokken: [blok],
  });
  const ONBEKEND = { kosten: '', extra: '', dekking: '400' };

  it('is drawn in its parts when all of it is known', () => {
    expect(geld({}, {})).toEqual({
      woorden: [
        ...['Wat kost het?', 'Samen € 2.000,00'],
        ...['Al geld voor: € 800,00.', 'Nog geen geld voor: € 1.200,00.'],
      ],
      delen: [800, 1200],
    });
  });

  it('is said to be not known where it is not, and never counted as 0 [H8]', () => {
    expect(geld(ONBEKEND)).toEqual({
      woorden: [
        ...['Wat kost het?', 'Samen nog niet bekend'],
        ...['Al geld voor: € 400,00.', 'Nog geen geld voor: nog niet bekend.'],
      ],
      delen: [400, null],
    });
    expect(geld({ kosten: '100', dekking: '0' }, ONBEKEND)).toEqual({
      woorden: [
        ...['Wat kost het?', 'Samen € 100,00 (bij 1 maatregel nog niet bekend)'],
        'Al geld voor: € 400,00.',
        'Nog geen geld voor: € 100,00 (bij 1 maatregel nog niet bekend).',
      ],
      delen: [400, null],
    });
  });
});

describe('the money that a request to agree asks for', () => {
  /** The question to the burgemeester, about rows that ask for this much extra. */
  function gevraagd(...extra: string[]) {
    const world = metMatrix();
    for (const one of extra)
      expect(world.doet('sanne', 'regel.toevoegen', rij({ extra: one })).accepted).toBe(true);
    const verzoek = uitvoering
      .verzoeken(world.beeld)
      .find(({ id: van }) => van === 'o.burgemeester');
    const deel = verzoek?.delen.at(-1);
    return deel?.soort === 'alinea' ? deel.tekst[0] : '';
  }

  it.each([
    [
      'all is known',
      ['250', '50'],
      'deze 2 maatregelen, waarvan 2 met extra inzet of geld? Daarvoor is € 300,00 extra nodig.',
    ],
    ['nothing is needed', ['0', '0'], 'deze 2 maatregelen?'],
    [
      'a part is not known',
      ['250', ''],
      'deze 2 maatregelen, waarvan zeker 1 met extra inzet of geld? Extra geld: € 250,00 (bij 1 maatregel nog niet bekend).',
    ],
    ['nothing is known', ['', ''], 'deze 2 maatregelen? Extra geld: nog niet bekend.'],
  ])('is not made less than it may be when %s [H8, H11]', (_, extra, zin) => {
    expect(gevraagd(...extra)).toBe(`Gaat u akkoord met ${zin}`);
  });
});
