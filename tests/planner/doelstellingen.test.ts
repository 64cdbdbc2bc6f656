import { opBladen } from '../../src/process/vormen/bladen.ts';
import { agenda as agendaVan2 } from '../../src/planner/doelstellingen/agenda.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bedenkingen } from '../../src/planner/doelstellingen/smart.ts';
import { isRefused } from '../../src/process/contract/decision.ts';
import { planner } from '../../src/planner/index.ts';
import {
  doel,
  genoeg,
  maatregel,
  monitoring,
  oordeel,
  prioriteitenlijst,
  probleem,
} from '../../src/planner/plan/plan.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { judge } from '../../src/process/contract/judge.ts';
import { afspraak, overleg } from '../../src/process/feiten/overleg.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { groep, tekst } from '../../support/groep.ts';
import { opDeKaart } from './op-de-kaart.ts';

const stap4 = stepOf(planner, 'doelstellingen');
type Groep = ReturnType<typeof groep>;

const DOEL = {
  onderwerpen: 'p1',
  specifiek: 'Minder fietsen op de stoep',
  meetbaar: 'Iedere maand tellen we de fietsen, nu 40 en straks 10.',
  nu: '40',
  doel: '10',
  eenheid: 'fietsen per telling',
  acceptabel: 'Iedereen staat erachter.',
  realistisch: 'Er komen rekken bij.',
  wanneer: '2027-10-01',
};
const EXTRA = {
  onderwerp: 'p2',
  omschrijving: 'Een buurtvader op vrijdagavond',
  wie: 'wim',
  soorten: 'groep',
  type: 'proactief',
};
const MELDINGEN = {
  wie: 'bram',
  gegevens: 'Aantal meldingen',
  eerste: '2027-04-01',
  ritme: 'maand',
  doelen: '',
};

/** The fixed list, all tackled first, and this many measures of Bram about p1. */
function lijst(world: Groep, namen: readonly string[], measures = 2) {
  const ids = namen.map((_, at) => `p${at + 1}`);
  const typering = {
    kans: 'hoog',
    gevolgen: 'personen',
    prioriteit: 'hoog',
    criteria: {},
  } as const;
  const open = { vertrouwelijk: false, voor: [], mondeling: false, ingebracht: '' } as const;
  world.said('anna', [
    ...namen.map((omschrijving, at) =>
      say(
        probleem,
        `p${at + 1}`,
        { van: 'anna', ...typering, ...open },
        { omschrijving, plaats: '', cijfers: '' },
      ),
    ),
    say(prioriteitenlijst, 'lijst', { onderwerpen: ids, eerst: ids, vastgesteld: world.now }, {}),
    ...Array.from({ length: measures }, (_, at) =>
      say(
        maatregel,
        `m${at + 1}`,
        {
          van: 'bram',
          onderwerp: 'p1',
          soorten: ['groep'],
          type: 'preventief',
          criteria: {},
          ingebracht: '',
          aanvullend: false,
        },
        { omschrijving: `Ronde ${at + 1} van de wijkagent` },
      ),
    ),
  ]);
}

/** Anna leads, Bram is of the politie, Wim of Woonstede; two problems, two measures about the first. */
function inStap4(measures = 2) {
  const world = groep('anna');
  world.meedoen('bram', 'Politie');
  world.meedoen('wim', 'Woonstede');
  lijst(world, ['Fietsen op de stoep', 'Groepen bij het station'], measures);
  world.stap('maatregelen');
  world.stap('doelstellingen', '');
  return world;
}

const reason = (decision: object) => (isRefused(decision) ? decision.reason : 'accepted');
const aboutOf = (decision: object) => ('about' in decision ? String(decision.about) : '');

describe('a goal', () => {
  it('is asked in the order S-M-A-R-T, each a plain question with its name in the source [F2, F6, F7, F8]', () => {
    const form = inStap4().opent('anna', 'doel.toevoegen');
    const fields = 'kind' in form ? form.velden : {};

    expect(Object.keys(fields)).toEqual([
      'onderwerpen',
      'specifiek',
      'meetbaar',
      'nu',
      'doel',
      'eenheid',
      'acceptabel',
      'realistisch',
      'wanneer',
      'vertrouwelijk',
    ]);
    expect(
      Object.values(fields).flatMap(({ naam, label }) => (naam ? [`${naam}: ${label}`] : [])),
    ).toEqual([
      'Specifiek: Wat willen we bereiken?',
      'Meetbaar: Hoe meten we dat?',
      'Acceptabel: Staat iedereen achter dit doel? Wie niet?',
      'Realistisch: Waarom kunnen we dit halen?',
      'Tijdgebonden: Wanneer is het bereikt?',
    ]);
  });

  it('needs a term, and asks why it can be reached [F9, F10]', () => {
    const world = inStap4();

    const form = tekst(world.opent('anna', 'doel.toevoegen'));
    const zonder = world.doet('anna', 'doel.toevoegen', { ...DOEL, wanneer: '' });

    expect(form).toContain('Waarom kunnen we dit halen?');
    expect(zonder).toMatchObject({ velden: { wanneer: 'Kies een datum.' } });
  });

  it('has all five of SMART where the group reads it, its norm as a number and its term as a date [F2]', () => {
    const world = inStap4();
    world.doet('anna', 'doel.toevoegen', {
      ...DOEL,
      specifiek: 'Minder scooters.',
      meetbaar: 'Meldingen tellen.',
      nu: '40',
      doel: '20',
      eenheid: 'meldingen',
      acceptabel: 'Iedereen staat erachter.',
      realistisch: 'Het lukte elders ook.',
      wanneer: '2027-12-01',
    });

    const seen = tekst(world.ziet('wim', 'doelen'));
    for (const words of [
      'Minder scooters.',
      'Meldingen tellen.',
      'Iedereen staat erachter.',
      'Het lukte elders ook.',
      '1 december 2027',
    ])
      expect(seen).toContain(words);
    expect(seen).toMatch(/40[^"]*20 meldingen/);
  });

  it.each([
    ['onderwerpen', '', 'Kies minstens één probleem.'],
    ['onderwerpen', 'p9', 'Kies iets uit de lijst.'],
    ['specifiek', ' ', 'Schrijf op wat jullie willen bereiken.'],
    ['meetbaar', '', 'Schrijf op hoe jullie dit meten.'],
    ['doel', 'tien', 'Vul een getal in, zoals 20 of 12,5.'],
    ['wanneer', '2027-02-30', 'Kies een datum. Of schrijf hem zo: 5 juni 2027.'],
    ['eenheid', 'x'.repeat(121), 'Dit mag 120 tekens zijn. Het zijn er nu 121.'],
  ])('is not saved with %s "%.10s" and says why under the field [F7, F10]', (veld, waarde, zin) => {
    const world = inStap4();

    const decision = world.doet('anna', 'doel.toevoegen', { ...DOEL, [veld]: waarde });

    expect(decision).toMatchObject({ reason: 'velden', velden: { [veld]: zin } });
    expect(all(world.project, doel)).toHaveLength(0);
  });

  it('is entered one after the other, and each appears by itself [F5, F12, F13, F14]', () => {
    const world = inStap4();
    world.overleg(2);
    world.said('klok', [say(overleg, 'overleg2', { gesloten: world.now })]);

    const form = world.opent('anna', 'doel.toevoegen');
    const first = world.doet('anna', 'doel.toevoegen', DOEL);
    const second = world.doet('anna', 'doel.toevoegen', {
      ...DOEL,
      onderwerpen: 'p1,p2',
      nu: '',
      doel: '7,5',
    });

    expect(form).toMatchObject({ opslaan: 'Opslaan', nogEen: 'Opslaan en volgende' });
    expect([first.accepted, second.accepted]).toEqual([true, true]);
    expect(tekst(world.leest('anna', 'doel.toevoegen', aboutOf(second)))).toContain(
      'Er zijn nu 2 doelen.',
    );
    expect(tekst(world.ziet('wim', 'doelen'))).toContain('Nu 40, doel 10 fietsen per telling');
    expect(tekst(world.ziet('wim', 'doelen'))).toContain('Doel 7,5 fietsen per telling');
    expect(tekst(stap4.kaart(world.beeld))).toContain('Minder fietsen op de stoep');
    expect(tekst(stap4.plan(world.beeld))).toContain('Tijdgebonden: 1 oktober 2027');
  });

  it('starts at the problem whose button was pressed', () => {
    const world = inStap4();

    const form = world.opent('anna', 'doel.toevoegen', { onderwerp: 'p2' });
    const wrong = world.opent('anna', 'doel.toevoegen', { onderwerp: 'x' });

    expect(form).toMatchObject({ velden: { onderwerpen: { waarde: 'p2' } } });
    expect(wrong).toMatchObject({ velden: { onderwerpen: { waarde: '' } } });
  });

  it('can also be about the project as a whole, when no list was fixed', () => {
    const world = groep('anna');
    world.stap('doelstellingen', '');

    expect(world.doet('anna', 'doel.toevoegen', DOEL).accepted).toBe(true);
    expect(all(world.project, doel)[0]?.facts.onderwerpen).toEqual([]);
  });

  it('gets a hint without a number, and is stored all the same when asked [F7]', () => {
    const world = inStap4();
    const vaag = { ...DOEL, meetbaar: 'We kijken of het beter gaat.', doel: '' };

    expect(world.doet('anna', 'doel.toevoegen', vaag)).toMatchObject({
      reason: 'bevestigen',
      vraag: 'Je noemt nog geen getal. Dan is straks moeilijk te zien of het doel is gehaald.',
    });
    expect(world.doet('anna', 'doel.toevoegen', vaag, {}, true).accepted).toBe(true);
  });

  it.each([
    ['tien fietsen', null, '2027-10-01', ['geen getal']],
    ['10 fietsen', null, '2027-10-01', []],
    ['tien fietsen', 0, '2027-10-01', []],
    ['10', 10, '2027-12-31', []],
    ['10', 10, '2028-01-01', ['na het einde van het project']],
    ['10', 10, '2027-01-31', ['al achter ons']],
    ['vaag', null, '2028-01-01', ['geen getal', 'na het einde']],
  ])('with "%s", %s by %s gives the hints %j', (meetbaar, norm, wanneer, hints) => {
    const found = bedenkingen({ meetbaar, doel: norm, wanneer }, '2027-02-01', '2027-12-31');

    expect(found === '').toBe(hints.length === 0);
    for (const hint of hints) expect(found).toContain(hint);
  });

  it('can be changed and withdrawn, and repeating it changes nothing', () => {
    const world = inStap4();
    const args = { id: aboutOf(world.doet('anna', 'doel.toevoegen', DOEL)) };

    expect(world.opent('anna', 'doel.wijzigen', args)).toMatchObject({
      velden: { nu: { waarde: '40' } },
    });
    expect(world.doet('anna', 'doel.wijzigen', DOEL, args)).toMatchObject({
      accepted: true,
      events: [],
    });
    world.doet('anna', 'doel.wijzigen', { ...DOEL, doel: '5' }, args);
    expect(one(world.project, doel, args.id)?.facts.doel).toBe(5);
    world.doet('anna', 'doel.intrekken', {}, args);
    expect(world.doet('anna', 'doel.intrekken', {}, args)).toMatchObject({ events: [] });
    expect(world.opent('anna', 'doel.wijzigen', args)).toMatchObject({ reason: 'niet-gevonden' });
    world.doet('anna', 'doel.terugzetten', {}, args);
    expect(all(world.project, doel)).toHaveLength(1);
  });

  it('may be one of very many [F11]', () => {
    const world = inStap4();
    for (let n = 0; n < 150; n += 1)
      world.doet('anna', 'doel.toevoegen', { ...DOEL, specifiek: `Doel ${n} ${'x'.repeat(1900)}` });

    expect(all(world.project, doel)).toHaveLength(150);
    expect(tekst(world.ziet('wim', 'doelen', { pagina: '3' })).length).toBeLessThan(40_000);
    expect(tekst(stap4.kaart(world.beeld)).length).toBeLessThan(6_000);
    const form = world.opent('anna', 'monitoring.afspreken');
    if (!('kind' in form)) throw new Error('refused');
    for (const { veld } of opBladen(form.velden).vragen)
      expect(veld.keuzes.length).toBeLessThanOrEqual(40);
  });
});

describe('who writes in step 4', () => {
  const alles = [
    ['doel.toevoegen', DOEL, {}],
    ['doel.wijzigen', DOEL, { id: 'd' }],
    ['doel.intrekken', {}, { id: 'd' }],
    ['doel.terugzetten', {}, { id: 'd' }],
    ['maatregel.aanvullend', EXTRA, {}],
    ['aanvullend.wijzigen', EXTRA, { id: 'm' }],
    ['aanvullend.intrekken', {}, { id: 'm' }],
    ['aanvullend.terugzetten', {}, { id: 'm' }],
    ['monitoring.afspreken', MELDINGEN, {}],
    ['monitoring.wijzigen', MELDINGEN, { id: 'v' }],
    ['monitoring.intrekken', {}, { id: 'v' }],
    ['monitoring.terugzetten', {}, { id: 'v' }],
    ['maatregel.beoordelen', {}, { onderwerp: 'p1' }],
    ['maatregel.oordeel', { oordeel: 'stoppen' }, { id: 'm1' }],
  ] as const;

  it.each(alles)(
    '%s is for whoever leads, from the opening of the step until the end [F5]',
    (verb, inputs, args) => {
      const world = inStap4();
      const early = groep('anna');

      expect(reason(world.doet('bram', verb, inputs, args))).toBe('alleen-projectleider');
      expect(reason(world.doet('nina', verb, inputs, args))).toBe('geen-deelnemer');
      expect(reason(early.doet('anna', verb, inputs, args))).toBe('stap-nog-niet');
      world.said('anna', [say(profiel, PROJECT, { afgerond: world.now })]);
      expect(reason(world.doet('anna', verb, inputs, args))).toBe('project-afgerond');
    },
  );

  it('the notulist of the overleg may enter the judgement, not the goals', () => {
    const world = inStap4();
    world.overleg(2, ['anna', 'bram']);
    world.said('anna', [say(overleg, 'overleg2', { notulist: 'bram' })]);

    expect(
      world.doet('bram', 'maatregel.oordeel', { oordeel: 'aanpassen' }, { id: 'm1' }).accepted,
    ).toBe(true);
    expect(tekst(world.ziet('bram', 'beoordeling'))).toContain('"verb":"maatregel.beoordelen"');
    expect(reason(world.doet('bram', 'doel.toevoegen', DOEL))).toBe('alleen-projectleider');
  });
});

describe('the judgement of the measures', () => {
  const SAMEN = {
    oordeel_m1: 'doorgaan',
    oordeel_m2: 'aanpassen',
    genoeg: 'meer nodig',
    toelichting: 'Ook op zondag.',
  };
  const args = { onderwerp: 'p1' };

  it('starts from everything that was entered online [F4]', () => {
    const shown = tekst(inStap4().ziet('wim', 'beoordeling'));

    const online = all(inStap4().project, maatregel).map(({ texts }) => texts.omschrijving);
    expect(online.length).toBeGreaterThan(1);
    expect(online.filter((words) => !shown.includes(words))).toEqual([]);
    expect(shown).toContain('Ronde 1 van de wijkagent');
    expect(shown).toContain('Politie');
    expect(shown).toContain('Nog geen oordeel.');
    expect(shown).not.toContain('"verb":"maatregel.beoordelen"');
  });

  it('says per measure to go on, change or stop, and per problem whether it is enough [F3, G4]', () => {
    const world = inStap4();

    const form = tekst(world.opent('anna', 'maatregel.beoordelen', args));
    const saved = world.doet('anna', 'maatregel.beoordelen', SAMEN, args);
    const again = world.doet('anna', 'maatregel.beoordelen', SAMEN, args);
    const shown = tekst(world.ziet('wim', 'beoordeling', args));

    for (const words of [
      'Doorgaan',
      'Aanpassen',
      'Stoppen',
      'Ja, dit is voldoende',
      'We gaan zo door',
      'Nee, er is meer nodig',
      'Wat is er nog meer nodig?',
    ]) {
      expect(form).toContain(words);
    }
    expect(saved.accepted).toBe(true);
    expect(again).toMatchObject({ accepted: true, events: [] });
    expect(shown).toContain('Oordeel: aanpassen.');
    expect(shown).toContain('Nee, er is meer nodig.');
    expect(shown).toContain('Ook op zondag.');
    expect(tekst(world.leest('anna', 'maatregel.beoordelen', 'p1', args))).toContain(
      'Probleem 2 beoordelen',
    );
    expect(stap4.gereed(world.beeld)[2]).toEqual({
      klaar: true,
      zin: 'Alle maatregelen zijn beoordeeld',
    });
  });

  it('may be half done, and tells what is left', () => {
    const world = inStap4();

    world.doet('anna', 'maatregel.beoordelen', { oordeel_m1: 'stoppen' }, args);

    expect(one(world.project, genoeg, 'p1')).toBeUndefined();
    expect(tekst(world.leest('anna', 'maatregel.beoordelen', 'p1', args))).toContain(
      'Bij dit probleem is nog 1 maatregel niet beoordeeld.',
    );
    expect(
      world.doet('anna', 'maatregel.beoordelen', { toelichting: 'Meer licht' }, args),
    ).toMatchObject({
      velden: { genoeg: 'Kies eerst of we genoeg doen.' },
    });
  });

  it('keeps the reason of one measure when the whole is judged again', () => {
    const world = inStap4();
    const one1 = { oordeel: 'aanpassen', toelichting: 'Later op de avond.' };
    world.doet('anna', 'maatregel.oordeel', one1, { id: 'm1' });

    expect(world.doet('anna', 'maatregel.oordeel', one1, { id: 'm1' })).toMatchObject({
      events: [],
    });
    world.doet('anna', 'maatregel.beoordelen', SAMEN, args);

    expect(one(world.project, oordeel, 'm1')).toMatchObject({
      facts: { oordeel: 'doorgaan' },
      texts: { toelichting: 'Later op de avond.' },
    });
    expect(world.doet('anna', 'maatregel.oordeel', { oordeel: '' }, { id: 'm1' })).toMatchObject({
      velden: { oordeel: 'Kies doorgaan, aanpassen of stoppen.' },
    });
    expect(reason(world.doet('anna', 'maatregel.oordeel', one1, { id: 'm9' }))).toBe(
      'niet-gevonden',
    );
  });

  it('stays a form of at most 15 questions, page by page', () => {
    const world = inStap4(30);
    const seen = new Set<string>();

    for (const pagina of ['1', '2', '3']) {
      const form = world.opent('anna', 'maatregel.beoordelen', { ...args, pagina });
      if (!('kind' in form)) throw new Error('refused');
      const fields = Object.keys(form.velden);
      expect(fields.length).toBeLessThanOrEqual(15);
      for (const field of fields) seen.add(field);
      world.doet(
        'anna',
        'maatregel.beoordelen',
        Object.fromEntries(
          fields.map((id) => [
            id,
            id === 'genoeg' ? 'voldoende' : id === 'toelichting' ? '' : 'doorgaan',
          ]),
        ),
        { ...args, pagina },
      );
    }

    expect(seen.size).toBe(32);
    expect(all(world.project, oordeel)).toHaveLength(30);
  });

  it('does not write over what somebody else just judged', () => {
    const world = inStap4();
    const before = world.opent('anna', 'maatregel.beoordelen', args);
    world.doet('anna', 'maatregel.oordeel', { oordeel: 'stoppen' }, { id: 'm1' });

    const action = planner.acties.get('maatregel.beoordelen');
    if (!action || !('rev' in before)) throw new Error('no form');

    expect(reason(judge(action, world.ctx('anna', args), { raw: SAMEN, rev: before.rev }))).toBe(
      'gewijzigd',
    );
  });

  it('needs a problem of the list', () => {
    const world = inStap4();

    expect(world.opent('anna', 'maatregel.beoordelen')).toMatchObject({ reason: 'niet-nu' });
    expect(world.opent('anna', 'maatregel.beoordelen', { onderwerp: 'p9' })).toMatchObject({
      reason: 'niet-nu',
    });
  });

  it('also shows a measure whose problem has left the list', () => {
    const world = inStap4();
    world.said('anna', [say(prioriteitenlijst, 'lijst', { onderwerpen: ['p2'], eerst: ['p2'] })]);

    expect(tekst(world.ziet('anna', 'beoordeling'))).toContain('Ronde 1 van de wijkagent');
    expect(
      world.doet('anna', 'maatregel.oordeel', { oordeel: 'stoppen' }, { id: 'm1' }).accepted,
    ).toBe(true);
  });
});

describe('an extra measure', () => {
  it('has an owner, and leads on to new deelnemers [G6, G7]', () => {
    const world = inStap4();

    const form = tekst(world.opent('anna', 'maatregel.aanvullend', { onderwerp: 'p2' }));
    const saved = world.doet('anna', 'maatregel.aanvullend', EXTRA);
    const shown = tekst(world.ziet('bram', 'beoordeling'));

    expect(form).toContain('"waarde":"p2"');
    expect(form).toContain('deelnemer.toevoegen');
    expect(saved.accepted).toBe(true);
    expect(shown).toContain('Extra, afgesproken in overleg 2. Wie: wim.');
    expect(tekst(stap4.plan(world.beeld))).toContain('Een buurtvader op vrijdagavond');
  });

  it.each([
    ['onderwerp', 'p9', 'Kies een probleem.'],
    ['omschrijving', '', 'Schrijf op wat er extra gebeurt.'],
    ['wie', 'nina', 'Kies wie dit gaat doen.'],
    ['soorten', '', 'Kies op wie of wat dit is gericht.'],
    ['type', '', 'Kies wat de maatregel doet, of Weet ik niet.'],
  ])('is not saved with %s "%s"', (veld, waarde, zin) => {
    const decision = inStap4().doet('anna', 'maatregel.aanvullend', { ...EXTRA, [veld]: waarde });

    expect(decision).toMatchObject({ velden: { [veld]: zin } });
  });

  it('is changed and withdrawn here; the measures of step 3 are not', () => {
    const world = inStap4();
    const args = { id: aboutOf(world.doet('anna', 'maatregel.aanvullend', EXTRA)) };

    expect(world.doet('anna', 'aanvullend.wijzigen', EXTRA, args)).toMatchObject({ events: [] });
    world.doet('anna', 'aanvullend.wijzigen', { ...EXTRA, wie: 'bram' }, args);
    expect(one(world.project, maatregel, args.id)?.facts.van).toBe('bram');
    world.doet('anna', 'aanvullend.intrekken', {}, args);
    world.doet('anna', 'aanvullend.terugzetten', {}, args);
    expect(one(world.project, maatregel, args.id)).toBeDefined();
    expect(reason(world.doet('anna', 'aanvullend.wijzigen', EXTRA, { id: 'm1' }))).toBe(
      'niet-gevonden',
    );
    expect(reason(world.doet('anna', 'aanvullend.intrekken', {}, { id: 'm1' }))).toBe(
      'alleen-eigen',
    );
    expect(reason(world.doet('anna', 'maatregel.oordeel', { oordeel: 'stoppen' }, args))).toBe(
      'niet-gevonden',
    );
  });

  it('needs a priority list', () => {
    const world = groep('anna');
    world.stap('doelstellingen', '');

    expect(world.opent('anna', 'maatregel.aanvullend')).toMatchObject({ reason: 'niet-nu' });
  });
});

describe('the monitoring schedule', () => {
  it('says who enters which data, from when and how often [G10]', () => {
    const world = inStap4();
    const goal = aboutOf(world.doet('anna', 'doel.toevoegen', DOEL));

    const saved = world.doet('anna', 'monitoring.afspreken', { ...MELDINGEN, doelen: goal });
    const shown = tekst(world.ziet('wim', 'monitoring'));

    expect(saved.accepted).toBe(true);
    expect(shown).toContain('Aantal meldingen');
    expect(shown).toContain('bram (Politie), vanaf 1 april 2027, iedere maand');
    expect(shown).toContain('Doel: Minder fietsen op de stoep');
    expect(all(world.project, monitoring)[0]?.facts.doelen).toEqual([goal]);
  });

  it.each([
    ['wie', 'nina', 'Kies een deelnemer.'],
    ['gegevens', '', 'Schrijf op welke gegevens.'],
    ['eerste', '', 'Kies een datum.'],
    ['ritme', 'dag', 'Kies hoe vaak.'],
  ])('is not saved with %s "%s"', (veld, waarde, zin) => {
    const decision = inStap4().doet('anna', 'monitoring.afspreken', {
      ...MELDINGEN,
      [veld]: waarde,
    });

    expect(decision).toMatchObject({ velden: { [veld]: zin } });
  });

  it('is prefilled with a month from now and every month, and asks about a date after the end', () => {
    const world = inStap4();
    const late = { ...MELDINGEN, eerste: '2028-01-01' };

    expect(world.opent('anna', 'monitoring.afspreken')).toMatchObject({
      velden: { eerste: { waarde: '2027-02-04' }, ritme: { waarde: 'maand' } },
    });
    expect(reason(world.doet('anna', 'monitoring.afspreken', late))).toBe('bevestigen');
    expect(world.doet('anna', 'monitoring.afspreken', late, {}, true).accepted).toBe(true);
  });

  it('can be changed and withdrawn, and repeating it changes nothing', () => {
    const world = inStap4();
    const args = { id: aboutOf(world.doet('anna', 'monitoring.afspreken', MELDINGEN)) };

    expect(world.doet('anna', 'monitoring.wijzigen', MELDINGEN, args)).toMatchObject({
      events: [],
    });
    world.doet('anna', 'monitoring.wijzigen', { ...MELDINGEN, ritme: 'eenmalig' }, args);
    expect(tekst(world.ziet('wim', 'monitoring'))).toContain('op 1 april 2027, eenmalig');
    world.doet('anna', 'monitoring.intrekken', {}, args);
    expect(world.doet('anna', 'monitoring.intrekken', {}, args)).toMatchObject({ events: [] });
    world.doet('anna', 'monitoring.terugzetten', {}, args);
    expect(all(world.project, monitoring)).toHaveLength(1);
  });
});

describe('overleg 2', () => {
  const regel = (id: string) => {
    const found = agendaVan2.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it('has the agenda of the source, word for word [F1, G2, G3, G4]', () => {
    expect(planner.overleggen[1]?.agenda).toBe(agendaVan2);
    expect(agendaVan2.map(({ tekst: words }) => words)).toEqual([
      'Opening en mededelingen',
      'Doelstelling: wat willen we wanneer bereiken? Hoe ziet de gewenste situatie er uit? Specifiek, Meetbaar, Realistisch en Acceptabel en Tijdgebonden: SMART',
      'Beoordelen van de ingevoerde maatregelen: doen wij gezamenlijk voldoende tegen de belangrijkste problemen, om onze doelstelling(en) te bereiken?',
      'Zijn er aanvullende maatregelen nodig: ja/nee?',
      'Zo ja, welke extra maatregelen? Door wie in te zetten om onze doelstelling(en) te bereiken?',
      'Zijn door de nieuwe maatregelen nieuwe deelnemers aan deze projectgroep nodig?',
      'Vaststellen wie wat doet, wanneer, welke (mogelijke extra) kosten en welke capaciteit wordt ingezet',
      'Afspraken maken over betrekken van achterbannen en de eigen organisatie bij de doelstelling van deze lokale veiligheidsaanpak',
      'Afspraken maken over het invoeren van de voortgangsgegevens (monitoring): wanneer en welke gegevens iedere deelnemer in gaat voeren',
      'Rondvraag en afspreken nieuwe datum',
    ]);
  });

  it.each([
    ['doelstelling', ['doel.toevoegen', 'doelen']],
    ['beoordelen', ['maatregel.beoordelen', 'maatregel.beoordelen', 'beoordeling']],
    ['nodig', ['beoordeling']],
    ['aanvullend', ['maatregel.aanvullend']],
    ['deelnemers', ['deelnemer.toevoegen']],
    ['wie-wat-wanneer', ['regel.toevoegen', 'matrix']],
    ['achterban', ['overleg.afspraak']],
    ['monitoring', ['monitoring.afspreken', 'monitoring']],
    ['rondvraag', ['overleg.plannen']],
  ])('does something at the line %s [G8, G9, G10, G11]', (id, verbs) => {
    const { beeld } = inStap4();

    expect(
      regel(id)
        .knoppen(beeld)
        .map(({ verb }) => verb),
    ).toEqual(verbs);
  });

  it('shows under each line what the group has said about it [G3, G5, G6, G11]', () => {
    const world = inStap4();
    const read = (id: string) => regel(id).gegevens(world.beeld).join(' | ');
    expect(read('doelstelling')).toBe('Nog geen doel.');
    expect(read('rondvraag')).toBe('Overleg 3 is nog niet gepland.');

    world.doet('anna', 'doel.toevoegen', DOEL);
    world.doet(
      'anna',
      'maatregel.beoordelen',
      { oordeel_m1: 'doorgaan', genoeg: 'meer nodig' },
      { onderwerp: 'p1' },
    );
    world.doet('anna', 'maatregel.aanvullend', EXTRA);
    world.doet('anna', 'monitoring.afspreken', MELDINGEN);
    world.overleg(3);
    world.said('anna', [
      say(
        afspraak,
        'a1',
        {
          wie: 'wim',
          wanneer: '2027-03-01',
          klaar: false,
          overleg: 'overleg2',
          soort: 'achterban',
        },
        { wat: 'Bewoners vertellen' },
      ),
      say(
        afspraak,
        'eerder',
        {
          wie: 'wim',
          wanneer: '2027-03-01',
          klaar: false,
          overleg: 'overleg1',
          soort: 'algemeen',
        },
        { wat: 'Cijfers opvragen.' },
      ),
    ]);

    expect(read('opening')).toBe('Open afspraak: Cijfers opvragen, wim, 1 maart 2027');
    expect(read('doelstelling')).toContain(
      'Minder fietsen op de stoep (Nu 40, doel 10 fietsen per telling), 1 oktober 2027',
    );
    expect(read('doelstelling')).toContain('1 probleem heeft nog geen doel.');
    expect(read('beoordelen')).toContain(
      '1. Fietsen op de stoep: 2 maatregelen, 1 beoordeeld. Nee, er is meer nodig.',
    );
    expect(read('nodig')).toBe(
      '1. Fietsen op de stoep: ja | 2. Groepen bij het station: nog niet bekend',
    );
    expect(read('aanvullend')).toBe('Een buurtvader op vrijdagavond: wim');
    expect(read('deelnemers')).toBe('Nu 3 deelnemers van 3 organisaties.');
    expect(read('wie-wat-wanneer')).toBe('Er staat nog niets in de matrix.');
    expect(read('achterban')).toBe('Bewoners vertellen: wim');
    expect(read('monitoring')).toContain('bram (Politie), vanaf 1 april 2027, iedere maand');
    expect(read('rondvraag')).toBe('Overleg 3 is op di 2 februari, 10.00 uur.');
  });

  it('stays short with many problems and never tells a confidential one', () => {
    const world = groep('anna');
    world.meedoen('bram', 'Politie');
    lijst(
      world,
      Array.from({ length: 60 }, (_, at) => `Geheim ${at} ${'lang '.repeat(300)}`),
    );
    world.said('anna', [say(probleem, 'p1', { vertrouwelijk: true })]);
    world.stap('doelstellingen', '');

    for (const found of agendaVan2) {
      expect(tekst(found.gegevens(world.beeld)).length).toBeLessThan(3_000);
      expect(found.knoppen(world.beeld).length).toBeLessThanOrEqual(4);
    }
    expect(
      tekst([
        stap4.plan(world.beeld),
        world.ziet('bram', 'doelen'),
        world.opent('anna', 'doel.toevoegen'),
      ]),
    ).not.toContain('Geheim 0 ');
  });
});

describe('step 4 as a whole', () => {
  it('tells what stands and what is missing before step 5', () => {
    const world = inStap4();
    expect(stap4.gereed(world.beeld).map(({ klaar }) => klaar)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(stap4.taken(world.beeld, world.ctx('anna').actor)).toHaveLength(3);
    expect(stap4.taken(world.beeld, world.ctx('bram').actor)).toHaveLength(0);

    world.doet('anna', 'doel.toevoegen', { ...DOEL, onderwerpen: 'p1,p2' });
    world.doet('anna', 'maatregel.oordeel', { oordeel: 'doorgaan' }, { id: 'm1' });
    world.doet('anna', 'maatregel.oordeel', { oordeel: 'stoppen' }, { id: 'm2' });
    world.doet('anna', 'monitoring.afspreken', MELDINGEN);

    expect(stap4.gereed(world.beeld).map(({ klaar }) => klaar)).toEqual([true, true, true, true]);
    expect(stap4.taken(world.beeld, world.ctx('anna').actor)).toHaveLength(0);
    expect(tekst(stap4.samenvatting(world.beeld))).toContain('We hebben 1 doel.');
  });

  it('keeps every goal and judgement to what is on the list, in any order of acting', () => {
    const act = fc.constantFrom(
      ['doel.toevoegen', DOEL, {}],
      ['doel.intrekken', {}, { id: 'd7' }],
      ['doel.terugzetten', {}, { id: 'd7' }],
      ['maatregel.beoordelen', { oordeel_m1: 'stoppen', genoeg: 'voldoende' }, { onderwerp: 'p1' }],
      ['maatregel.oordeel', { oordeel: 'aanpassen' }, { id: 'm1' }],
      ['maatregel.aanvullend', EXTRA, {}],
      ['aanvullend.intrekken', {}, { id: 'm1' }],
      ['monitoring.afspreken', MELDINGEN, {}],
    ) as fc.Arbitrary<[string, Record<string, string>, Record<string, string>]>;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('anna', 'bram'), act), { maxLength: 12 }),
        (acts) => {
          const world = inStap4();
          for (const [wie, [verb, inputs, args]] of acts) {
            const before = world.project.n;
            const decision = world.doet(wie, verb, inputs, args);
            if (wie === 'bram')
              expect([decision.accepted, world.project.n]).toEqual([false, before]);
          }
          expect(
            all(world.project, maatregel).filter(({ facts }) => !facts.aanvullend),
          ).toHaveLength(2);
          expect(all(world.project, oordeel).every(({ id }) => ['m1', 'm2'].includes(id))).toBe(
            true,
          );
          expect(
            all(world.project, doel).every(({ facts }) => facts.onderwerpen.join() === 'p1'),
          ).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the live card', () => {
  it('says what one does before, during and after the overleg', () => {
    const empty = groep('anna');
    empty.stap('doelstellingen', '');
    const world = inStap4();
    const before = stap4.kaart(world.beeld);
    world.overleg(2);
    world.doet('anna', 'doel.toevoegen', { ...DOEL, specifiek: 'Een ${naam} met haken' });
    const during = stap4.kaart(world.beeld);
    world.said('klok', [say(overleg, 'overleg2', { gesloten: world.now })]);
    const after = stap4.kaart(world.beeld);

    expect(opDeKaart(stap4.kaart(empty.beeld))).not.toContain('${');
    expect(before).toMatchObject({
      vraag: 'Wat willen we bereiken? Lees je in.',
      straks: 'Overleg 2 is nog niet gepland.',
    });
    expect(opDeKaart(before)).not.toContain('${');
    expect(during.straks).toContain('Overleg 2 is bezig.');
    expect(opDeKaart(during).replace('Een ${naam} met haken', '')).not.toContain('${');
    expect(after.vraag).toBe('Dit willen we bereiken.');
    expect(after.lijst).toEqual([
      {
        tekst: 'Een ${naam} met haken',
        bij: 'Nu 40, doel 10 fietsen per telling, uiterlijk 1 oktober 2027',
      },
    ]);
  });

  it('shows a closed project without buttons that change anything', () => {
    const world = inStap4();
    world.said('anna', [say(profiel, PROJECT, { afgerond: world.now })]);

    const { knoppen } = stap4.kaart(world.beeld);

    expect(knoppen.map(({ verb }) => verb)).toEqual(['beoordeling', 'doelen', 'monitoring']);
  });

  it('has at most five buttons and ends with the lead', () => {
    const { knoppen } = stap4.kaart(inStap4().beeld);

    expect(knoppen).toHaveLength(5);
    expect(knoppen.at(-1)?.verb).toBe('leiding');
  });
});
