import { opBladen } from '../../src/process/vormen/bladen.ts';
import { planner } from '../../src/planner/index.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { agenda as agendaVan3 } from '../../src/planner/resultaat/agenda.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  doel,
  evaluatie,
  meting,
  monitoring,
  regel,
  samenwerking,
  uitgevoerd,
  voortgang,
} from '../../src/planner/plan/plan.ts';
import { laatsteVoortgang } from '../../src/planner/plan/uitvoeringsmatrix.ts';
import { voortgangGrafiek } from '../../src/planner/resultaat/hoofdstuk-voortgang.ts';
import { resultaat } from '../../src/planner/resultaat/index.ts';
import { volgendeAfspraak } from '../../src/planner/resultaat/moment.ts';
import { isGehaald } from '../../src/planner/resultaat/stand.ts';
import { isAfgerond } from '../../src/process/feiten/gegevens.ts';
import { isRefused, type Decision } from '../../src/process/contract/decision.ts';
import { judge, NIEMAND } from '../../src/process/contract/judge.ts';
import { afspraak, overleg, overlegId } from '../../src/process/feiten/overleg.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { stap } from '../../src/process/feiten/geopende-stap.ts';
import { reacties } from '../../src/process/stappen/reacties.ts';
import { groep, tekst } from '../../support/groep.ts';
import { RIJ } from './feiten.ts';
import { metMatrix, rij } from './stationsplein.ts';
import { opDeKaart } from './op-de-kaart.ts';

const id = (decision: Decision) => (decision.accepted ? decision.about : tekst(decision));
const zin = (decision: Decision) => (decision.accepted ? 'opgeslagen' : decision.vraag);
const velden = (decision: Decision) => (decision.accepted ? {} : decision.velden);
const reden = (decision: Decision) => (decision.accepted ? 'opgeslagen' : decision.reason);

/** Step 6 is open until 3 June; Ali trekt one row and Bo the other. */
function metVoortgang() {
  const world = metMatrix();
  const lopen = id(world.doet('sanne', 'regel.toevoegen', rij({ uitvoerders: '' })));
  const hekken = id(
    world.doet(
      'sanne',
      'regel.toevoegen',
      rij({ onderwerp: 'fietsen', wat: 'Hekken plaatsen', trekker: 'bo', uitvoerders: '' }),
    ),
  );
  world.het_is('2027-05-10');
  world.stap('resultaat', '2027-06-03');
  return { world, lopen, hekken };
}

const stand = (rijId: string, status: string, percentage = '', opmerking = '') => ({
  [`status_${rijId}`]: status,
  [`percentage_${rijId}`]: percentage,
  [`opmerking_${rijId}`]: opmerking,
});

const oordeel = (anders: Record<string, string> = {}) => ({
  bereikt: 'ja',
  gemeten: 'Meldingen geteld',
  tevreden: 'ja',
  waarom: 'Het plein is rustiger',
  ...anders,
});

describe('what is offered to report about', () => {
  /** The buttons that report, on the card, in the message of a moment and on the page. */
  const geboden = (world: ReturnType<typeof groep>) => {
    const step = stepOf(planner, 'resultaat');
    const screens = [
      step.kaart(world.beeld),
      step.berichten['voortgangsmoment']?.(world.beeld, {}),
      step.hoofdstukken({ ...world.beeld, lezer: NIEMAND }).map(({ knoppen }) => knoppen),
    ];
    return screens.map((screen) =>
      ['Voortgang doorgeven', 'Meting doorgeven'].filter((titel) =>
        JSON.stringify(screen).includes(titel),
      ),
    );
  };

  it('is nothing where there are no measures and no goals', () => {
    const world = groep('sanne', 'ali');
    world.stap('resultaat', '2027-06-03');
    expect(geboden(world)).toEqual([[], [], []]);
  });

  it('is both where there are both', () => {
    const beide = ['Voortgang doorgeven', 'Meting doorgeven'];
    expect(geboden(metVoortgang().world)).toEqual([beide, beide, beide]);
  });
});

describe('the line of progress', () => {
  const lijn = (world: ReturnType<typeof groep>) => {
    const [figuur] = voortgangGrafiek({ ...world.beeld, lezer: NIEMAND });
    return figuur?.alt ?? [];
  };
  const klaar = (dag: string, procent: number) =>
    `${dag} 2027: ${procent} procent van de maatregelen is klaar.`;

  it('keeps what was reported, whatever is said about it later', () => {
    const { world, lopen, hekken } = metVoortgang();
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar'));
    world.doet('bo', 'voortgang.melden', stand(hekken, 'loopt'));
    expect(lijn(world)).toEqual([klaar('10 mei', 50)]);

    world.het_is('2027-05-12');
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar', '', 'Het hek staat er nog'));
    expect(lijn(world)).toEqual([klaar('10 mei', 50)]);

    world.het_is('2027-05-14');
    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '90'));
    world.het_is('2027-05-14', '16:00');
    world.doet('bo', 'voortgang.melden', stand(hekken, 'klaar'));
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar'));
    expect(lijn(world)).toEqual([klaar('10 mei', 50), klaar('14 mei', 100)]);
  });

  it('goes by the last word about what was reported before it kept this', () => {
    const { world, lopen } = metVoortgang();
    const oud = { regel: lopen, van: 'ali', status: 'klaar', percentage: 100 } as const;
    world.said('ali', [say(voortgang, `${lopen}.1`, oud, { opmerking: '' })]);

    world.het_is('2027-05-12');
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar', '', 'Het hek staat er nog'));
    expect(lijn(world)).toEqual([klaar('10 mei', 50)]);

    world.het_is('2027-05-14');
    world.doet('ali', 'voortgang.melden', stand(lopen, 'gestopt'));
    expect(lijn(world)).toEqual([klaar('10 mei', 50), klaar('14 mei', 0)]);
  });
});

describe('progress', () => {
  it('takes the progress of all own rows in one form and shows it to everybody [A29]', () => {
    const { world, lopen } = metVoortgang();

    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '40', 'Twee avonden overgeslagen'));

    const seen = tekst(world.ziet('bo', 'voortgang'));
    expect(seen).toContain('Loopt, 40 procent. Trekker: ali');
    expect(seen).toContain('Opmerking: Twee avonden overgeslagen');
    expect(seen).toContain('Nog niets doorgegeven. Trekker: bo');
  });

  it('opens with what was said last, and counts an unchanged report in the next moment', () => {
    const { world, lopen } = metVoortgang();
    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '40', 'Nat'));
    world.het_is('2027-06-10');
    world.doet('sanne', 'voortgang.moment', { datum: '2027-09-02', tijd: '17:00' });
    expect(resultaat.heeftGereageerd(world.project, world.ctx('ali').actor)).toBe(false);

    const form = world.opent('ali', 'voortgang.melden');
    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '40'));

    if (isRefused(form)) throw new Error('refused');
    expect(form.velden[`status_${lopen}`]?.waarde).toBe('loopt');
    expect(form.velden[`percentage_${lopen}`]?.waarde).toBe('40');
    expect(form.velden[`opmerking_${lopen}`]?.waarde).toBe('');
    expect(all(world.project, voortgang)).toHaveLength(2);
    expect(resultaat.heeftGereageerd(world.project, world.ctx('ali').actor)).toBe(true);
  });

  it('keeps quiet about the same report in the same moment', () => {
    const { world, lopen } = metVoortgang();
    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '40'));

    expect(world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '40'))).toMatchObject({
      accepted: true,
      events: [],
    });
  });

  it.each([
    ['klaar', '40', 100],
    ['niet gestart', '40', 0],
    ['loopt', '', null],
    ['gestopt', '40', 40],
  ])('takes %s with %j as %j percent', (status, percentage, expected) => {
    const { world, lopen } = metVoortgang();

    world.doet('ali', 'voortgang.melden', stand(lopen, status, percentage));

    expect(all(world.project, voortgang)[0]?.facts.percentage).toBe(expected);
  });

  it.each([
    ['no status', '', '', 'status'],
    ['another status', 'bijna', '', 'status'],
    ['more than all', 'loopt', '101', 'percentage'],
  ])('refuses %s under its field', (_naam, status, percentage, veld) => {
    const { world, lopen } = metVoortgang();

    expect(
      velden(world.doet('ali', 'voortgang.melden', stand(lopen, status, percentage))),
    ).toHaveProperty(`${veld}_${lopen}`);
  });

  it('takes news between the moments, beside what was said in time, and asks again at the next', () => {
    const { world, lopen } = metVoortgang();
    const ali = () => world.ctx('ali').actor;
    world.doet('ali', 'voortgang.melden', {
      ...stand(lopen, 'loopt', '40'),
      [`opmerking_${lopen}`]: 'Het begin is er.',
    });
    world.het_is('2027-06-04');

    expect(resultaat.taken(world.beeld, ali())).toEqual([]);
    const form = world.opent('ali', 'voortgang.melden');
    if (isRefused(form)) throw new Error('refused');
    expect(form.velden[`status_${lopen}`]?.waarde).toBe('loopt');
    expect(form.velden[`opmerking_${lopen}`]?.waarde).toBe('');
    expect(world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '60')).accepted).toBe(true);
    expect(world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt', '70')).accepted).toBe(true);
    expect(
      world.doet('ali', 'meting.invoeren', { doel: 'minder', waarde: '3', datum: '2027-06-04' })
        .accepted,
    ).toBe(true);

    const gemeld = all(world.project, voortgang);
    expect(gemeld.map(({ facts }) => facts.percentage)).toEqual([40, 70]);
    expect(gemeld[0]?.texts.opmerking).toBe('Het begin is er.');
    expect(tekst(resultaat.hoofdstukken({ ...world.beeld, lezer: NIEMAND }))).toContain(
      'Het begin is er.',
    );

    world.doet('sanne', 'voortgang.moment', { datum: '2027-06-18', tijd: '17:00' });
    expect(resultaat.taken(world.beeld, ali()).map(({ zin }) => zin)).toContain(
      'Geef de voortgang door van 1 maatregel',
    );
  });

  it('counts who gave news after the lock with the moment that had asked for it', () => {
    const { world, lopen } = metVoortgang();
    world.het_is('2027-06-04');
    const heeft = () => resultaat.heeftGereageerd(world.project, world.ctx('ali').actor);

    expect(heeft()).toBe(false);
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar'));
    expect(heeft()).toBe(true);
  });

  it('lets a deelnemer report own rows only, and who leads any row', () => {
    const { world, hekken } = metVoortgang();

    expect(
      reden(world.doet('ali', 'voortgang.melden', stand(hekken, 'klaar'), { regel: hekken })),
    ).toBe('alleen-eigen');
    world.doet('ali', 'voortgang.melden', stand(hekken, 'klaar'));
    expect(one(world.project, voortgang, `${hekken}.1`)).toBeUndefined();
    expect(
      world.doet('sanne', 'voortgang.melden', stand(hekken, 'klaar'), { regel: hekken }).accepted,
    ).toBe(true);
    expect(reden(world.doet('sanne', 'voortgang.melden', {}, { regel: 'x' }))).toBe(
      'niet-gevonden',
    );
  });

  it('enters for a partner without Teams in the name of that partner', () => {
    const { world, lopen } = metVoortgang();

    world.doet('sanne', 'voortgang.melden', stand(lopen, 'klaar'), { namens: 'ali' });

    expect(all(world.project, voortgang)[0]?.facts.van).toBe('ali');
    expect(resultaat.heeftGereageerd(world.project, world.ctx('ali').actor)).toBe(true);
  });

  it('asks at most 15 questions at a time, and leads on to the next rows', () => {
    const { world } = metVoortgang();
    for (let nth = 0; nth < 9; nth += 1)
      world.said('sanne', [
        say(regel, `x${nth}`, RIJ, { wat: `Rij ${nth}`, werkwijze: '', bron: '' }),
      ]);

    const form = world.opent('ali', 'voortgang.melden', { pagina: '2' });

    if (isRefused(form)) throw new Error('refused');
    expect(Object.keys(form.velden)).toHaveLength(15);
    expect(tekst(world.leest('ali', 'voortgang.melden', ''))).toContain(
      'Volgende maatregelen (2 van 2)',
    );
    expect(tekst(world.leest('ali', 'voortgang.melden', ''))).toContain(
      'Nog te doen: 10 maatregelen.',
    );
  });

  it('shows the last report of a row, whoever made it and in whatever order', () => {
    const melder = fc.constantFrom('ali', 'sanne');
    const status = fc.constantFrom('niet gestart', 'loopt', 'klaar', 'gestopt');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(melder, status, fc.boolean()), { minLength: 1, maxLength: 8 }),
        (gezegd) => {
          const { world, lopen } = metVoortgang();
          for (const [wie, nu, isNieuwMoment] of gezegd) {
            if (isNieuwMoment)
              world.doet('sanne', 'voortgang.moment', { datum: '2027-09-02', tijd: '17:00' });
            world.doet(wie, 'voortgang.melden', stand(lopen, nu), { regel: lopen });
          }

          expect(laatsteVoortgang(world.project).get(lopen)?.facts.status).toBe(gezegd.at(-1)?.[1]);
          expect(resultaat.heeftGereageerd(world.project, world.ctx('ali').actor)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says so to who has no row, and refuses a form that somebody was ahead of', () => {
    const { world, lopen } = metVoortgang();
    world.meedoen('carla', 'school');
    expect(zin(world.doet('carla', 'voortgang.melden', {}))).toContain(
      'Er staat geen maatregel op jouw naam.',
    );

    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt'));
    const action = world.ctx('ali').traject.acties.get('voortgang.melden')!;
    const form = world.opent('ali', 'voortgang.melden');
    const raw = stand(lopen, 'klaar');
    const seen = 'kind' in form ? form.rev : 0;
    world.doet('sanne', 'voortgang.melden', stand(lopen, 'gestopt'), { regel: lopen });

    expect(reden(judge(action, world.ctx('ali'), { raw, rev: seen }))).toBe('gewijzigd');
  });

  it.each([
    ['niet gestart', ['ali', 'bo']],
    ['loopt', ['ali', 'bo']],
    ['klaar', ['bo']],
    ['gestopt', ['bo']],
  ])('a row that was told to be %s is asked about at the next moment: of %j', (status, wie) => {
    const { world, lopen } = metVoortgang();
    world.doet('ali', 'voortgang.melden', stand(lopen, status));
    world.doet('sanne', 'voortgang.moment', { datum: '2027-09-02', tijd: '17:00' });

    const { gevraagd, stil } = reacties(world.project, resultaat);

    expect([gevraagd, stil].map((mensen) => mensen.map(({ id }) => id))).toEqual([wie, wie]);
    expect(resultaat.kaart(world.beeld).voortgang).toEqual({
      zin: 'Nog niemand heeft gereageerd.',
      n: 0,
      van: wie.length,
    });
    const taken = tekst(resultaat.taken(world.beeld, world.ctx('ali').actor));
    expect(taken.includes('Geef de voortgang door van 1 maatregel')).toBe(wie.includes('ali'));
  });

  it('gives the rows of who left to the opvolger', () => {
    const { world, lopen } = metVoortgang();

    world.said('sanne', [
      { kind: 'deelnemer', id: 'ali', facts: { status: 'weg', opvolger: 'bo' } },
    ]);

    expect(tekst(resultaat.taken(world.beeld, world.ctx('bo').actor))).toContain(
      'Geef de voortgang door van 2 maatregelen',
    );
    expect(
      world.doet('bo', 'voortgang.melden', stand(lopen, 'klaar'), { regel: lopen }).accepted,
    ).toBe(true);
  });

  it('begins a next moment with a lock of its own, announced, on the agreed date', () => {
    const { world } = metVoortgang();
    world.said('sanne', [
      say(
        monitoring,
        'mo',
        { wie: 'ali', eerste: '2027-04-15', ritme: 'maand', doelen: ['minder'] },
        { gegevens: 'meldingen' },
      ),
    ]);
    const form = world.opent('sanne', 'voortgang.moment');
    const begun = world.doet('sanne', 'voortgang.moment', { datum: '2027-05-20', tijd: '12:00' });

    expect('kind' in form && form.velden).toMatchObject({ datum: { waarde: '2027-05-18' } });
    expect(begun.accepted && begun.messages).toEqual([
      { soort: 'voortgangsmoment', facts: { nummer: 2 } },
    ]);
    expect(one(world.project, stap, 'resultaat')?.facts).toMatchObject({
      datum: '2027-05-20',
      gesloten: '',
      generatie: 2,
    });
    expect(tekst(resultaat.berichten['voortgangsmoment']!(world.beeld, {}))).toContain(
      'Graag vóór donderdag 20 mei om 12.00 uur.',
    );
    expect(
      velden(world.doet('sanne', 'voortgang.moment', { datum: '2027-05-01', tijd: '12:00' })),
    ).toHaveProperty('datum');
    expect(
      reden(world.doet('ali', 'voortgang.moment', { datum: '2027-07-01', tijd: '12:00' })),
    ).toBe('alleen-projectleider');
  });

  it.each([
    ['eenmalig', '2027-04-15', '2027-04-01', '2027-04-15'],
    ['eenmalig', '2027-04-15', '2027-04-15', undefined],
    ['maand', '2027-01-31', '2027-02-01', '2027-03-01'],
    ['kwartaal', '2027-01-15', '2027-01-15', '2027-04-15'],
    ['maand', '', '2027-01-15', undefined],
  ] as const)(
    'finds the next agreed date: %s from %j after %s is %s',
    (ritme, eerste, na, expected) => {
      const world = groep('sanne');
      world.said('sanne', [
        say(monitoring, 'mo', { wie: 'sanne', eerste, ritme, doelen: [] }, { gegevens: '' }),
      ]);

      expect(volgendeAfspraak(world.project, na)).toBe(expected);
    },
  );
});

describe('measured values', () => {
  const waarde = (anders: Record<string, string> = {}) => ({
    doel: 'minder',
    waarde: '25',
    datum: '2027-05-10',
    opmerking: '',
    ...anders,
  });

  it('shows per goal now, the norm and what was measured', () => {
    const { world } = metVoortgang();

    world.doet('bo', 'meting.invoeren', waarde());
    world.doet('ali', 'meting.invoeren', waarde({ waarde: '22,5', datum: '2027-05-09' }));

    const seen = tekst(world.ziet('ali', 'voortgang'));
    expect(seen).toContain(
      'Bij de start 40, doel 20, gemeten 25 meldingen per maand (10 mei 2027)',
    );
    expect(seen).toContain('Bij de start niet bekend, doel 100 fietsen, nog niet gemeten');
  });

  it('corrects the value of the same person, goal and day', () => {
    const { world } = metVoortgang();
    const first = id(world.doet('bo', 'meting.invoeren', waarde()));

    const second = id(world.doet('bo', 'meting.invoeren', waarde({ waarde: '24' })));
    const same = world.doet('bo', 'meting.invoeren', waarde({ waarde: '24' }), { id: second });

    expect(second).toBe(first);
    expect(all(world.project, meting).map(({ facts }) => facts.waarde)).toEqual([24]);
    expect(same).toMatchObject({ events: [] });
  });

  it.each([
    ['no number', { waarde: '' }, 'waarde'],
    ['a word', { waarde: 'veel' }, 'waarde'],
    ['a day to come', { datum: '2027-05-11' }, 'datum'],
    ['an unknown goal', { doel: 'x' }, 'doel'],
  ])('refuses %s under its field', (_naam, anders, veld) => {
    const { world } = metVoortgang();

    expect(Object.keys(velden(world.doet('bo', 'meting.invoeren', waarde(anders))))).toEqual([
      veld,
    ]);
  });

  it('leaves the values of others alone', () => {
    const { world } = metVoortgang();
    const made = id(world.doet('bo', 'meting.invoeren', waarde()));

    expect(reden(world.doet('ali', 'meting.invoeren', waarde(), { id: made }))).toBe(
      'alleen-eigen',
    );
    expect(reden(world.doet('ali', 'meting.intrekken', {}, { id: made }))).toBe('alleen-eigen');
    expect(world.doet('bo', 'meting.intrekken', {}, { id: made }).accepted).toBe(true);
    expect(all(world.project, meting)).toEqual([]);
  });

  it('asks who agreed to measure a goal, until there is a value in this moment', () => {
    const { world } = metVoortgang();
    world.said('sanne', [
      say(
        monitoring,
        'mo',
        { wie: 'sanne', eerste: '2027-05-01', ritme: 'maand', doelen: ['meer'] },
        { gegevens: '' },
      ),
    ]);
    expect(tekst(resultaat.taken(world.beeld, world.ctx('sanne').actor))).toContain(
      'Geef de meting door bij 1 doel',
    );

    world.doet('sanne', 'meting.invoeren', waarde({ doel: 'meer' }));

    expect(tekst(resultaat.taken(world.beeld, world.ctx('sanne').actor))).not.toContain(
      'meting door bij',
    );
  });

  it('says what to do when there is no goal', () => {
    const world = groep('sanne');
    world.stap('resultaat', '');

    expect(zin(world.doet('sanne', 'meting.invoeren', waarde()))).toContain(
      'Er is nog geen doel om te meten.',
    );
  });

  it.each([
    [40, 20, 20, true],
    [40, 20, 21, false],
    [10, 20, 20, true],
    [10, 20, 19, false],
    [null, 20, 20, null],
    [40, null, 20, null],
    [40, 20, null, null],
  ])('knows that from %j to %j with %j is %j', (nu, norm, gemeten, expected) => {
    expect(isGehaald({ nu, doel: norm }, gemeten)).toBe(expected);
  });
});

describe('cooperation', () => {
  it('shows the average and the spread, and remarks without names but to oneself [K7]', () => {
    const { world } = metVoortgang();
    world.doet('sanne', 'samenwerking.geven', { cijfer: '5', opmerking: 'Fijn' });
    world.doet('ali', 'samenwerking.geven', { cijfer: '4', opmerking: 'Graag vaker bellen' });
    expect(tekst(world.ziet('ali', 'samenwerking'))).toContain(
      '2 van de 3 hebben een cijfer gegeven. Dat is nog te weinig om te laten zien.',
    );
    world.doet('bo', 'samenwerking.geven', { cijfer: '2', opmerking: '' });

    const seen = tekst(world.ziet('ali', 'samenwerking'));

    expect(seen).toContain('Gemiddeld 3,7 van de 5. Het laagste cijfer is 2, het hoogste 5.');
    expect(seen).toContain('4 van de 5');
    expect(seen).toContain('Fijn');
    expect(seen).not.toContain('sanne');
  });

  it('can be changed until the project closes, after the deadline too, and is one grade per person', () => {
    const { world } = metVoortgang();
    world.doet('ali', 'samenwerking.geven', { cijfer: '4', opmerking: '' });
    world.het_is('2027-07-01');

    world.doet('ali', 'samenwerking.geven', { cijfer: '3', opmerking: '' });
    const same = world.doet('ali', 'samenwerking.geven', { cijfer: '3', opmerking: '' });

    expect(all(world.project, samenwerking).map(({ facts }) => facts.cijfer)).toEqual([3]);
    expect(same).toMatchObject({ accepted: true, events: [] });
  });

  it.each(['', '0', '6', 'goed'])('refuses %j as a grade', (cijfer) => {
    const { world } = metVoortgang();

    expect(
      velden(world.doet('ali', 'samenwerking.geven', { cijfer, opmerking: '' })),
    ).toHaveProperty('cijfer');
  });

  it('is for people of the group, from step 6 on', () => {
    const { world } = metVoortgang();

    expect(reden(world.doet('vreemd', 'samenwerking.geven', { cijfer: '3' }))).toBe(
      'geen-deelnemer',
    );
    expect(reden(metMatrix().doet('ali', 'samenwerking.geven', { cijfer: '3' }))).toBe(
      'stap-nog-niet',
    );
  });

  it('shows the average of whatever grades, in any order, between the lowest and the highest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 12 }),
        (cijfers) => {
          const world = groep(...cijfers.map((_, nth) => `lid${nth}`));
          world.stap('resultaat', '');
          cijfers.forEach((cijfer, nth) =>
            world.doet(`lid${nth}`, 'samenwerking.geven', {
              cijfer: String(cijfer),
              opmerking: '',
            }),
          );
          expect(tekst(world.ziet('lid0', 'samenwerking'))).toContain(
            `Het laagste cijfer is ${Math.min(...cijfers)}, het hoogste ${Math.max(...cijfers)}.`,
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('evaluation', () => {
  it('judges each measure, says what the last report suggests and chooses nothing [K3]', () => {
    const { world, lopen, hekken } = metVoortgang();
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar'));

    const form = world.opent('sanne', 'evaluatie.maatregelen');
    world.doet('sanne', 'evaluatie.maatregelen', {
      [`gedaan_${lopen}`]: 'ja',
      [`waarom_${lopen}`]: '',
      [`gedaan_${hekken}`]: 'deels',
      [`waarom_${hekken}`]: 'Te duur',
    });
    const again = world.doet('sanne', 'evaluatie.maatregelen', {
      [`gedaan_${lopen}`]: 'ja',
      [`waarom_${lopen}`]: '',
      [`gedaan_${hekken}`]: 'deels',
      [`waarom_${hekken}`]: 'Te duur',
    });

    expect('kind' in form && form.velden).toMatchObject({
      [`gedaan_${lopen}`]: {
        waarde: '',
        uitleg: 'Voorstel op basis van de voortgang: ja (Klaar).',
      },
      [`gedaan_${hekken}`]: { waarde: '' },
    });
    expect(again).toMatchObject({ accepted: true, events: [] });
    const seen = tekst(world.ziet('bo', 'evaluatie'));
    expect(seen).toContain('Uitgevoerd: ja. Laatste stand: Klaar');
    expect(seen).toContain('Uitgevoerd: deels');
    expect(seen).toContain('Waarom: Te duur');
    expect(all(world.project, uitgevoerd)).toHaveLength(2);
  });

  it('judges each goal: reached, how measured, satisfied and why, beside its numbers [J2, J3, K5, K6]', () => {
    const { world } = metVoortgang();
    world.doet('bo', 'meting.invoeren', {
      doel: 'minder',
      waarde: '18',
      datum: '2027-05-10',
      opmerking: '',
    });

    const form = world.opent('sanne', 'evaluatie.doel', { doel: 'minder' });
    world.doet('sanne', 'evaluatie.doel', oordeel(), { doel: 'minder' });

    expect(tekst(form)).toContain('Bij de start 40, doel 20, gemeten 18 meldingen per maand');
    expect('kind' in form && form.velden).toMatchObject({
      bereikt: { waarde: '', uitleg: 'Voorstel op basis van de laatste meting: ja.' },
      gemeten: { waarde: 'Meldingen bij de politie tellen' },
    });
    const seen = tekst(world.ziet('bo', 'evaluatie'));
    expect(seen).toContain('Bereikt: ja. Tevreden: ja');
    expect(seen).toContain('Hoe gemeten: Meldingen geteld');
    expect(seen).toContain('Waarom: Het plein is rustiger');
  });

  it('can be done earlier too, and changed later [J1]', () => {
    const { world } = metVoortgang();
    world.doet('sanne', 'evaluatie.doel', oordeel({ bereikt: 'nee' }), { doel: 'minder' });

    const same = world.doet('sanne', 'evaluatie.doel', oordeel({ bereikt: 'nee' }), {
      doel: 'minder',
    });
    world.doet('sanne', 'evaluatie.doel', oordeel({ bereikt: 'deels' }), { doel: 'minder' });

    expect(same).toMatchObject({ events: [] });
    expect(one(world.project, evaluatie, 'minder')?.facts.bereikt).toBe('deels');
    expect(isAfgerond(world.project)).toBe(false);
  });

  it.each(['bereikt', 'gemeten', 'tevreden', 'waarom'])('needs %s of a goal', (veld) => {
    const { world } = metVoortgang();

    expect(
      Object.keys(
        velden(world.doet('sanne', 'evaluatie.doel', oordeel({ [veld]: '' }), { doel: 'minder' })),
      ),
    ).toEqual([veld]);
  });

  it('collects improvement points and recommendations, and takes them back [K4, K8]', () => {
    const { world } = metVoortgang();

    for (const naam of ['verbeterpunt', 'aanbeveling']) {
      const made = id(world.doet('sanne', `${naam}.toevoegen`, { tekst: `Een ${naam}` }));
      expect(tekst(world.ziet('bo', 'evaluatie'))).toContain(`Een ${naam}`);
      world.doet('sanne', `${naam}.intrekken`, {}, { id: made });
      expect(world.doet('sanne', `${naam}.intrekken`, {}, { id: made })).toMatchObject({
        events: [],
      });
      expect(tekst(world.ziet('bo', 'evaluatie'))).not.toContain(`Een ${naam}`);
      expect(velden(world.doet('sanne', `${naam}.toevoegen`, { tekst: ' ' }))).toHaveProperty(
        'tekst',
      );
    }
  });

  it('records whether the group stays together and whether a new cycle is needed [K9]', () => {
    const { world } = metVoortgang();

    world.doet('sanne', 'vervolg.vastleggen', {
      samen: 'ja',
      nieuw: 'nee',
      toelichting: 'Elk kwartaal',
    });

    const seen = tekst(world.ziet('bo', 'evaluatie'));
    expect(seen).toContain('We blijven als projectgroep bij elkaar komen.');
    expect(seen).toContain('We beginnen niet opnieuw.');
    expect(
      world.doet('sanne', 'vervolg.vastleggen', {
        samen: 'ja',
        nieuw: 'nee',
        toelichting: 'Elk kwartaal',
      }),
    ).toMatchObject({ events: [] });
  });

  it.each([
    'evaluatie.maatregelen',
    'evaluatie.doel',
    'vervolg.vastleggen',
    'project.afronden',
    'verbeterpunt.toevoegen',
    'aanbeveling.toevoegen',
  ])('keeps %s from deelnemers', (verb) => {
    const { world } = metVoortgang();

    expect(reden(world.doet('ali', verb, {}, { doel: 'minder' }))).toBe('alleen-projectleider');
    expect(reden(metMatrix().doet('sanne', verb, {}, { doel: 'minder' }))).toBe('stap-nog-niet');
  });

  it('lets the notulist of overleg 3 write improvement points and recommendations, not the evaluation', () => {
    const { world } = metVoortgang();
    world.overleg(3);
    world.said('sanne', [say(overleg, overlegId(3), { notulist: 'bo' })]);

    expect(world.doet('bo', 'verbeterpunt.toevoegen', { tekst: 'Eerder beginnen' }).accepted).toBe(
      true,
    );
    expect(world.doet('bo', 'aanbeveling.toevoegen', { tekst: 'Doorgaan' }).accepted).toBe(true);
    expect(reden(world.doet('bo', 'evaluatie.doel', oordeel(), { doel: 'minder' }))).toBe(
      'alleen-projectleider',
    );
  });
});

describe('the agenda of overleg 3', () => {
  const regels = [
    'Opening en mededelingen',
    'Hebben we gedaan wat we hebben afgesproken?',
    'Zijn er mogelijke verbeterpunten?',
    'Hebben we de geformuleerde doelstelling(en) bereikt, en hoe hebben we dat gemeten?',
    'Zijn we tevreden: ja of nee? Waarom wel of niet?',
    'Hoe beoordelen wij onze samenwerking?',
    'Aanbevelingen voor komend half jaar?',
    'Blijven we als projectgroep bij elkaar komen?',
    'Is er een nieuwe cyclus voor dit probleem met de Lokale Veiligheidsplanner nodig?',
    'Afspraken en rondvraag',
  ];

  it('has the lines of the source, in order [K2, K11]', () => {
    expect(agendaVan3.map((line) => line.tekst)).toEqual(regels);
    expect(planner.overleggen[2]?.agenda).toBe(agendaVan3);
  });

  it.each([
    ['opening', 'Ali belt de school (ali, 1 juni 2027)', 'overleg.afspraak'],
    ['gedaan', 'Elke vrijdag over het plein lopen: klaar (ali)', 'evaluatie.maatregelen'],
    ['gedaan', 'Ali belt de school', 'voortgang'],
    ['verbeterpunten', 'Eerder beginnen', 'verbeterpunt.toevoegen'],
    [
      'doelen',
      'Doel 1: Minder meldingen over scooters. Bij de start 40, doel 20, gemeten 25 meldingen per maand (10 mei 2027)',
      'evaluatie.doel',
    ],
    ['tevreden', 'We zijn tevreden over doel 2. Het plein is rustiger', 'evaluatie.doel'],
    ['samenwerking', '1 van de 3 heeft een cijfer gegeven', 'samenwerking.geven'],
    ['aanbevelingen', 'Doorgaan', 'aanbeveling.toevoegen'],
    ['samen', 'We blijven als projectgroep bij elkaar komen.', 'vervolg.vastleggen'],
    ['cyclus', 'We beginnen niet opnieuw.', 'vervolg.vastleggen'],
    ['afspraken', 'Ali belt de school', 'overleg.afspraak'],
  ])('shows at line %s what is known, %j, and the button %s', (line, gegeven, verb) => {
    const { world, lopen } = metVoortgang();
    world.said('sanne', [
      say(
        afspraak,
        'a1',
        { wie: 'ali', wanneer: '2027-06-01', klaar: false, overleg: '', soort: 'algemeen' },
        { wat: 'Ali belt de school' },
      ),
    ]);
    world.doet('ali', 'voortgang.melden', stand(lopen, 'klaar'));
    world.doet('bo', 'meting.invoeren', {
      doel: 'minder',
      waarde: '25',
      datum: '2027-05-10',
      opmerking: '',
    });
    world.doet('sanne', 'verbeterpunt.toevoegen', { tekst: 'Eerder beginnen' });
    world.doet('sanne', 'aanbeveling.toevoegen', { tekst: 'Doorgaan' });
    world.doet('sanne', 'evaluatie.doel', oordeel(), { doel: 'meer' });
    world.doet('sanne', 'vervolg.vastleggen', { samen: 'ja', nieuw: 'nee', toelichting: '' });
    world.doet('ali', 'samenwerking.geven', { cijfer: '4', opmerking: '' });

    const found = agendaVan3.find((one) => one.id === line)!;

    expect(found.gegevens(world.beeld).join('\n')).toContain(gegeven);
    expect(found.knoppen(world.beeld).map((knop) => knop.verb)).toContain(verb);
  });

  it('says at every line of an empty project that there is nothing yet', () => {
    const world = groep('sanne');
    world.stap('resultaat', '');

    for (const line of agendaVan3)
      if (line.id !== 'tevreden') expect(line.gegevens(world.beeld).length).toBeGreaterThan(0);
  });

  it('is prompted six weeks before the end of the project, unless it is planned [J1]', () => {
    const { world } = metVoortgang();
    const prompt = () =>
      tekst(resultaat.taken(world.beeld, world.ctx('sanne').actor)).includes('Plan overleg 3');
    world.het_is('2027-11-18');
    expect(prompt()).toBe(false);
    world.het_is('2027-11-19');
    expect(prompt()).toBe(true);

    world.said('sanne', [
      say(
        overleg,
        overlegId(3),
        {
          nummer: 3,
          datum: '2027-12-10',
          tijd: '10:00',
          begonnen: '',
          gesloten: '',
          aanwezig: [],
          notulist: '',
        },
        { plaats: '', anderen: '' },
      ),
    ]);

    expect(prompt()).toBe(false);
  });
});

describe('closing the project', () => {
  function besproken() {
    const { world, lopen, hekken } = metVoortgang();
    world.doet('sanne', 'evaluatie.doel', oordeel(), { doel: 'minder' });
    world.doet('sanne', 'evaluatie.doel', oordeel({ bereikt: 'deels' }), { doel: 'meer' });
    world.doet('sanne', 'evaluatie.maatregelen', {
      [`gedaan_${lopen}`]: 'ja',
      [`waarom_${lopen}`]: '',
      [`gedaan_${hekken}`]: 'deels',
      [`waarom_${hekken}`]: '',
    });
    world.doet('sanne', 'aanbeveling.toevoegen', { tekst: 'Blijf samen op het plein' });
    for (const wie of ['sanne', 'ali', 'bo'])
      world.doet(wie, 'samenwerking.geven', { cijfer: '4', opmerking: '' });
    return world;
  }

  it('waits until every goal is judged, and says how many are missing', () => {
    const { world } = metVoortgang();
    world.doet('sanne', 'evaluatie.doel', oordeel(), { doel: 'minder' });

    const decision = world.doet('sanne', 'project.afronden');

    expect(zin(decision)).toBe('1 doel is nog niet besproken. Vul eerst de evaluatie per doel in.');
    expect(isAfgerond(world.project)).toBe(false);
  });

  it('is where one goes on from the last step, instead of a next step; what is missing first has its own button', () => {
    const { world } = metVoortgang();
    const verbs = (screen: object) =>
      [...tekst(screen).matchAll(/"verb":"([^"]+)"/g)].map(([, verb]) => verb);

    const leiding = verbs(world.ziet('sanne', 'leiding'));
    expect(leiding).not.toContain('stap.volgende');
    expect(leiding).toEqual(expect.arrayContaining(['evaluatie', 'project.afronden']));
    expect(world.opent('sanne', 'stap.volgende')).toMatchObject({
      accepted: false,
      knoppen: [{ verb: 'evaluatie' }, { verb: 'project.afronden' }],
    });
    expect(world.opent('sanne', 'project.afronden')).toMatchObject({
      accepted: false,
      knoppen: [{ verb: 'evaluatie.doel', args: { doel: 'minder' } }, { verb: 'evaluatie' }],
    });
  });

  it('shows first what is missing, then closes with one message to the group', () => {
    const world = besproken();
    expect(tekst(world.opent('sanne', 'project.afronden'))).toContain(
      'Let op: jullie hebben nog niet besloten hoe het verder gaat.',
    );

    const closed = world.doet('sanne', 'project.afronden');

    expect(closed.accepted && closed.messages).toEqual([{ soort: 'project-afgerond', facts: {} }]);
    expect(isAfgerond(world.project)).toBe(true);
    expect(one(world.project, stap, 'resultaat')?.facts.gesloten).toBe(world.now);
    expect(resultaat.berichten['project-afgerond']!(world.beeld, {})).toMatchObject({
      titel: 'Overlast Stationsplein is afgerond.',
      regels: [
        'Doelen: 1 bereikt, 1 deels.',
        '1 van de 2 maatregelen is uitgevoerd.',
        'Samenwerking: 4 van de 5.',
        'Aanbevolen voor het komende halfjaar:',
        'Blijf samen op het plein',
        'Bedankt voor jullie inzet. Je kunt alles nog lezen, maar niets meer invullen.',
      ],
    });
  });

  it('leaves everything readable and nothing writable, and offers a new round', () => {
    const world = besproken();
    world.doet('sanne', 'project.afronden');

    for (const verb of [
      'voortgang.melden',
      'samenwerking.geven',
      'evaluatie.doel',
      'project.afronden',
      'regel.toevoegen',
    ]) {
      expect(reden(world.doet('sanne', verb, {}, { doel: 'minder' }))).toBe('project-afgerond');
    }
    const besluiten = tekst(world.ziet('sanne', 'besluiten'));
    expect(besluiten).toContain('Je kunt geen besluiten meer vastleggen.');
    expect(besluiten).toContain('Bekijk het plan');
    expect(tekst(world.ziet('bo', 'evaluatie'))).toContain('Bereikt: deels');
    expect(tekst(world.ziet('bo', 'evaluatie'))).not.toContain('evaluatie.doel');
    const cyclus = agendaVan3.find((line) => line.id === 'cyclus')!;
    expect(cyclus.knoppen(world.beeld)).toEqual([
      { titel: 'Nieuwe ronde starten', verb: 'ronde.nieuw' },
    ]);
    expect(resultaat.taken(world.beeld, world.ctx('sanne').actor)).toEqual([]);
  });

  it('works alone and without goals [A12]', () => {
    const world = groep('sanne');
    world.stap('resultaat', '');
    world.doet('sanne', 'samenwerking.geven', { cijfer: '4', opmerking: '' });

    expect(world.doet('sanne', 'project.afronden').accepted).toBe(true);
    expect(tekst(resultaat.berichten['project-afgerond']!(world.beeld, {}))).toContain(
      'Doelen: geen doelen.',
    );
  });
});

describe('the live card of step 6', () => {
  const afgerond = () => {
    const { world } = metVoortgang();
    for (const goal of ['minder', 'meer'])
      world.doet('sanne', 'evaluatie.doel', oordeel(), { doel: goal });
    world.doet('sanne', 'aanbeveling.toevoegen', { tekst: 'Ga door' });
    world.doet('sanne', 'project.afronden');
    return world;
  };

  it.each([
    ['an empty project', () => resultaat.kaart(groep('sanne').beeld)],
    ['a running project', () => resultaat.kaart(metVoortgang().world.beeld)],
    ['a closed project', () => resultaat.kaart(afgerond().beeld)],
  ])('can be drawn of %s', (_naam, data) => {
    expect(opDeKaart(data())).not.toContain('${');
  });

  it('shows the progress of rows and goals, and until when one can report', () => {
    const { world, lopen } = metVoortgang();
    world.doet('ali', 'voortgang.melden', stand(lopen, 'loopt'));

    const seen = resultaat.kaart(world.beeld);

    expect(seen.vraag).toBe('Hoe gaat het met onze maatregelen?');
    expect(seen.knoppen[0]).toMatchObject({ verb: 'voortgang.melden', stijl: 'positive' });
    expect(seen.termijn?.zin).toBe('Tot do 3 juni, 17.00 uur');
    expect(seen.voortgang?.van).toBe(2);
    expect(seen.feiten).toEqual([{ naam: 'Maatregelen', waarde: '1 bezig, 1 nog niet begonnen' }]);
    expect(seen.lijst[0]?.tekst).toBe('1. Minder meldingen over scooters');
    expect(seen.straks).toBe('In overleg 3 kijken we wat we hebben bereikt.');
  });

  it('keeps the buttons for news after the moment, without a date that asks for it', () => {
    const { world } = metVoortgang();
    world.het_is('2027-06-04');

    const { vraag, termijn, knoppen } = resultaat.kaart(world.beeld);

    expect(vraag).toBe('Is er nieuws? Geef het door.');
    expect(knoppen.map(({ verb }) => verb)).toContain('voortgang.melden');
    expect(termijn).toBeUndefined();
  });

  it('thanks the group after closing, with what was advised', () => {
    const seen = resultaat.kaart(afgerond().beeld);

    expect(seen.vraag).toBe('Overlast Stationsplein is afgerond.');
    expect(seen.regels.join(' ')).toContain('Doelen: 2 bereikt.');
    expect(seen.regels.at(-1)).toBe('Aanbevolen voor het komende halfjaar:');
    expect(seen.lijst.map(({ tekst: regel }) => regel)).toEqual(['Ga door']);
    expect(seen.straks).toContain('Bedankt voor jullie inzet.');
    const verbs = seen.knoppen.map(({ verb }) => verb);
    expect(verbs).toContain('ronde.nieuw');
    expect(verbs).not.toContain('voortgang.melden');
  });

  it('stays small with 60 people, 300 rows and 100 goals', () => {
    const { world } = metVoortgang();
    for (let nth = 0; nth < 60; nth += 1) world.meedoen(`lid${nth}`, `club ${nth}`);
    world.said(
      'sanne',
      Array.from({ length: 300 }, (_, nth) =>
        say(
          regel,
          `x${nth}`,
          { ...RIJ, trekker: `lid${nth % 60}` },
          { wat: 'x'.repeat(2000), werkwijze: '', bron: '' },
        ),
      ),
    );
    world.said(
      'sanne',
      Array.from({ length: 100 }, (_, nth) =>
        say(
          doel,
          `y${nth}`,
          { onderwerpen: [], nu: null, doel: 1, wanneer: '' },
          {
            specifiek: 'y'.repeat(2000),
            meetbaar: '',
            eenheid: '',
            acceptabel: '',
            realistisch: '',
          },
        ),
      ),
    );

    expect(tekst(resultaat.kaart(world.beeld)).length).toBeLessThan(4000);
    for (const verb of ['voortgang', 'evaluatie'])
      expect(tekst(world.ziet('sanne', verb, { pagina: '3' })).length).toBeLessThan(30_000);
    const form = world.opent('sanne', 'meting.invoeren');
    const [vraag] = 'kind' in form ? opBladen(form.velden).vragen : [];
    expect(vraag?.veld.keuzes).toHaveLength(39);
    for (const line of agendaVan3)
      expect(tekst(line.gegevens(world.beeld)).length).toBeLessThan(4000);
  });
});

it('puts progress and evaluation in the plan, and sums up when a moment closes', () => {
  const { world } = metVoortgang();
  world.doet('bo', 'meting.invoeren', {
    doel: 'minder',
    waarde: '25',
    datum: '2027-05-10',
    opmerking: '',
  });

  const koppen = resultaat.plan(world.beeld).map(({ kop }) => kop);

  expect(koppen).toContain('6 Voortgang');
  expect(koppen).toContain('6 Metingen');
  expect(koppen).toContain('6 Hebben we onze doelen bereikt?');
  expect(tekst(resultaat.samenvatting(world.beeld))).toContain(
    '2 maatregelen zijn nog niet begonnen.',
  );
  expect(resultaat.gereed(world.beeld).map(({ klaar }) => klaar)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
