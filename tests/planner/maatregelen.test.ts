import { opBladen } from '../../src/process/vormen/bladen.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '../../src/process/contract/decision.ts';
import { planner } from '../../src/planner/index.ts';
import { maatregel, nietsAan, prioriteitenlijst, probleem } from '../../src/planner/plan/plan.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { judge } from '../../src/process/contract/judge.ts';
import { all } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { reacties } from '../../src/process/stappen/reacties.ts';
import { groep, tekst } from '../../support/groep.ts';
import { PROBLEEM } from './feiten.ts';
import { opDeKaart } from './op-de-kaart.ts';

const stap3 = stepOf(planner, 'maatregelen');
const AGENTEN = {
  onderwerp: 'p1',
  omschrijving: 'Elke avond lopen twee agenten een ronde.',
  soorten: 'groep,gebied',
  type: 'preventief',
};

type Groep = ReturnType<typeof groep>;

/** Problems p1, p2, … with a fixed list; the first `eerst` are tackled first. */
function lijst(world: Groep, namen: readonly string[], eerst = namen.length) {
  const ids = namen.map((_, at) => `p${at + 1}`);
  world.said('anna', [
    ...namen.map((omschrijving, at) =>
      say(
        probleem,
        `p${at + 1}`,
        { ...PROBLEEM, van: 'anna' },
        { omschrijving, plaats: '', cijfers: '' },
      ),
    ),
    say(
      prioriteitenlijst,
      'lijst',
      { onderwerpen: ids, eerst: ids.slice(0, eerst), vastgesteld: world.now },
      {},
    ),
  ]);
}

/** Anna leads; Bram and Bea are of the politie, Wim is of Woonstede. Two problems are tackled first. */
function inStap3() {
  const world = groep('anna');
  world.meedoen('bram', 'Politie');
  world.meedoen('bea', 'politie ');
  world.meedoen('wim', 'Woonstede');
  lijst(world, ['Fietsen op de stoep', 'Groepen bij het station', 'Rommel in het park'], 2);
  world.stap('probleem');
  world.stap('maatregelen', '2027-02-11');
  return world;
}

const reason = (decision: object) => (isRefused(decision) ? decision.reason : 'accepted');
const reageerde = (world: Groep, wie: string) =>
  stap3.heeftGereageerd(world.project, world.ctx(wie).actor);
const knoppen = (screen: object) => tekst(screen).match(/"verb":"[^"]*"/g) ?? [];

describe('a measure', () => {
  it('is about one of the problems that are tackled first, by an organisatie [E1, E3]', () => {
    const world = inStap3();

    const form = tekst(world.opent('bram', 'maatregel.doorgeven'));
    const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);
    const elders = world.doet('bram', 'maatregel.doorgeven', { ...AGENTEN, onderwerp: 'p3' });

    expect(form).toContain('1. Fietsen op de stoep');
    expect(form).not.toContain('Rommel in het park');
    expect(saved.accepted).toBe(true);
    expect(elders).toMatchObject({ reason: 'velden', velden: { onderwerp: 'Kies een probleem.' } });
    expect(tekst(world.ziet('wim', 'maatregelen'))).toContain(AGENTEN.omschrijving);
    expect(tekst(world.ziet('wim', 'maatregelen'))).toContain('Politie');
  });

  it('is about the whole list as long as none is to be tackled first', () => {
    const world = groep('anna');
    lijst(world, ['Een', 'Twee'], 0);
    world.stap('maatregelen');

    expect(tekst(world.opent('anna', 'maatregel.doorgeven'))).toContain('2. Twee');
  });

  it('has one or more soorten and one type, by the names of the source [E5, E6, E7, E8, E9]', () => {
    const world = inStap3();

    const form = tekst(world.opent('bram', 'maatregel.doorgeven'));
    const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);

    for (const words of [
      'Soort maatregel',
      'Je mag meer dan één antwoord kiezen.',
      'Dader(s)',
      'Groepen',
      'Slachtoffers',
      'Gebied',
      'Type maatregel',
    ]) {
      expect(form).toContain(words);
    }
    expect(saved.accepted).toBe(true);
    expect(all(world.project, maatregel)[0]?.facts).toMatchObject({
      soorten: ['groep', 'gebied'],
      type: 'preventief',
    });
    expect(tekst(world.ziet('bram', 'maatregelen'))).toContain('preventief · groepen, gebied');
  });

  it('says plainly what proactief, preventief and repressief are, with those words [E10, E11, E12]', () => {
    const form = tekst(inStap3().opent('bram', 'maatregel.doorgeven'));

    expect(form).toContain('Vooraf: we zorgen dat het probleem niet ontstaat (proactief)');
    expect(form).toContain('We voorkomen dat het erger wordt (preventief)');
    expect(form).toContain('We grijpen in als het gebeurt (repressief)');
  });

  it('takes "Weet ik niet" for the type, and says everywhere that it is not known', () => {
    const world = inStap3();

    world.doet('bram', 'maatregel.doorgeven', { ...AGENTEN, type: 'weet niet' });

    const kolommen = tekst(world.ziet('bram', 'maatregelen'));
    expect(all(world.project, maatregel)[0]?.facts.type).toBe('weet niet');
    expect(kolommen).toContain('type onbekend · groepen, gebied');
    expect(kolommen).not.toContain('weet niet');
  });

  it.each([
    ['omschrijving', '', 'Schrijf op wat jullie doen.'],
    ['soorten', '', 'Kies op wie of wat dit is gericht.'],
    ['soorten', 'iets', 'Kies iets uit de lijst.'],
    ['type', '', 'Kies wat de maatregel doet, of Weet ik niet.'],
    ['type', 'preventief,repressief', 'Kies wat de maatregel doet, of Weet ik niet.'],
    ['omschrijving', 'x'.repeat(2001), 'Dit mag 2000 tekens zijn. Het zijn er nu 2001.'],
  ])('is not saved with %s "%.10s" and says why under the field [E4, E9]', (veld, waarde, zin) => {
    const world = inStap3();

    const decision = world.doet('bram', 'maatregel.doorgeven', { ...AGENTEN, [veld]: waarde });

    expect(decision).toMatchObject({ reason: 'velden', velden: { [veld]: zin } });
    expect(all(world.project, maatregel)).toHaveLength(0);
  });

  it('asks before it stores what looks like personal data', () => {
    const world = inStap3();
    const met = { ...AGENTEN, omschrijving: 'Bel 06 12345678 bij overlast' };

    expect(reason(world.doet('bram', 'maatregel.doorgeven', met))).toBe('bevestigen');
    expect(world.doet('bram', 'maatregel.doorgeven', met, {}, true).accepted).toBe(true);
  });

  it('takes at most five taps: open, problem, soort, type, save; four beside the problem', () => {
    const world = inStap3();
    const fields = (args: Record<string, string>) => {
      const form = world.opent('bram', 'maatregel.doorgeven', args);
      if (!('kind' in form)) throw new Error('refused');
      return Object.values(form.velden).filter(
        ({ soort, waarde, verplicht }) => verplicht && waarde === '' && soort !== 'lang',
      ).length;
    };

    expect(1 + fields({}) + 1).toBe(5);
    expect(1 + fields({ onderwerp: 'p2' }) + 1).toBe(4);
  });

  it('asks the own criteria as well, and leads whoever leads to them [E13, E14, E15, E16]', () => {
    const world = inStap3();
    expect(tekst(world.opent('anna', 'maatregel.doorgeven'))).toContain('Extra criteria toevoegen');
    expect(tekst(world.opent('bram', 'maatregel.doorgeven'))).not.toContain('Extra criteria');
    const maak = (naam: string) =>
      world.doet('anna', 'criterium.toevoegen', {
        over: 'maatregel',
        naam,
        opties: 'overdag\navond',
      });

    const first = maak('Tijdstip');
    maak('Bereik');
    const third = maak('Te veel');
    const zonder = world.doet('bram', 'maatregel.doorgeven', AGENTEN);
    const c = first.accepted ? `criterium_${first.about}` : '';
    const andere =
      Object.keys((world.opent('bram', 'maatregel.doorgeven') as { velden: object }).velden).at(
        -1,
      ) ?? '';
    const met = world.doet('bram', 'maatregel.doorgeven', {
      ...AGENTEN,
      [c]: 'o1',
      [andere]: 'o2',
    });

    expect(third).toMatchObject({ reason: 'niet-nu' });
    expect(zonder).toMatchObject({ velden: { [c]: 'Maak een keuze.' } });
    expect(met.accepted).toBe(true);
    expect(tekst(world.ziet('wim', 'maatregelen'))).toContain('Tijdstip: overdag');
    expect(tekst(world.opent('anna', 'maatregel.doorgeven'))).not.toContain('Extra criteria');
  });

  it('leads on to the next problem without an answer', () => {
    const world = inStap3();
    const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);

    const receipt = world.leest('bram', 'maatregel.doorgeven', saved.accepted ? saved.about : '');

    expect(receipt).toMatchObject({
      titel: 'Opgeslagen. Bij 1 probleem heb je nog niets ingevuld.',
      regels: [],
    });
    expect(tekst(receipt)).toContain('Verder met probleem 2');
  });

  it('is refused as long as there is no priority list', () => {
    const world = groep('anna');
    world.stap('maatregelen');

    expect(world.opent('anna', 'maatregel.doorgeven')).toMatchObject({ reason: 'niet-nu' });
    expect(world.opent('anna', 'maatregel.nietsaan')).toMatchObject({ reason: 'niet-nu' });
    // Nobody is asked anything, so nobody is said to have answered.
    expect(reacties(world.project, stap3)).toEqual({ gevraagd: [], gaven: [], stil: [] });
    expect(stap3.gereed(world.beeld).map(({ klaar }) => klaar)).toEqual([false]);
  });
});

describe('the deadline of step 3', () => {
  const alles = [
    ['maatregel.doorgeven', AGENTEN, {}],
    ['maatregel.wijzigen', AGENTEN, { id: 'm' }],
    ['maatregel.intrekken', {}, { id: 'm' }],
    ['maatregel.terugzetten', {}, { id: 'm' }],
    ['maatregel.nietsaan', { onderwerpen: 'p1' }, {}],
    ['maatregel.nietsaan.dit', {}, { onderwerp: 'p1' }],
    ['maatregel.toch', {}, { onderwerp: 'p1' }],
    ['maatregel.collega', {}, {}],
    ['maatregel.collega.toch', {}, {}],
  ] as const;

  it.each(alles)('locks %s for deelnemers, and not before [E17, E18]', (verb, inputs, args) => {
    const world = inStap3();
    world.het_is('2027-02-11', '17:02');

    expect(reason(world.doet('bram', verb, inputs, args))).toBe('stap-gesloten');
    expect(reason(world.doet('nina', verb, inputs, args))).toBe('geen-deelnemer');
    expect(reason(world.doet('anna', verb, inputs, args))).not.toBe('stap-gesloten');
    world.het_is('2027-02-11', '17:00');
    expect(reason(world.doet('bram', verb, inputs, args))).not.toBe('stap-gesloten');
  });

  it('lets whoever leads add after it, marked as such and on behalf of the partner', () => {
    const world = inStap3();
    world.sluit('maatregelen');
    world.het_is('2027-02-12');

    const late = world.doet('anna', 'maatregel.doorgeven', AGENTEN, { namens: 'wim' });
    const lijst = tekst(world.ziet('bram', 'maatregelen'));

    expect(late.accepted).toBe(true);
    expect(lijst).toContain('Woonstede');
    expect(lijst).toContain('Ingebracht na sluiting.');
    expect(lijst).toContain('Ingevoerd door anna, namens wim.');
    expect(tekst(world.leest('anna', 'maatregel.doorgeven', 'm', { namens: 'wim' }))).toContain(
      '"namens":"wim"',
    );
  });

  it('is shown on the card, and the card offers no entering after it [E17]', () => {
    const world = inStap3();
    const open = stap3.kaart(world.beeld);
    world.sluit('maatregelen');
    const closed = stap3.kaart(world.beeld);

    expect(open.termijn).toEqual({
      zin: 'Tot do 11 februari, 17.00 uur',
      over: 'nog 5 weken',
      haast: false,
    });
    expect(knoppen(closed)).not.toContain('"verb":"maatregel.doorgeven"');
    expect(closed.vraag).toBe('Stap 3 is gesloten.');
    expect(closed.uitleg).toContain('Je kunt niets meer invullen.');
    expect(closed.termijn).toBeUndefined();
  });

  it('ends for deelnemers when the next step opens; whoever leads can still give what is missing', () => {
    const world = inStap3();
    world.stap('doelstellingen', '');

    expect(reason(world.doet('bram', 'maatregel.doorgeven', AGENTEN))).toBe('stap-voorbij');
    expect(world.doet('anna', 'maatregel.doorgeven', AGENTEN).accepted).toBe(true);
  });
});

describe('colleagues of one organisatie', () => {
  it('see and complete each other’s list, and read whose it is', () => {
    const world = inStap3();
    const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);
    const id = saved.accepted ? saved.about : '';

    const form = tekst(world.opent('bea', 'maatregel.wijzigen', { id }));
    const changed = world.doet(
      'bea',
      'maatregel.wijzigen',
      { ...AGENTEN, omschrijving: 'Ook op zondag.' },
      { id },
    );
    const again = world.doet(
      'bea',
      'maatregel.wijzigen',
      { ...AGENTEN, omschrijving: 'Ook op zondag.' },
      { id },
    );

    expect(form).toContain('Deze maatregel is van bram. Jullie vullen samen één lijst in.');
    expect(changed.accepted).toBe(true);
    expect(again).toMatchObject({ accepted: true, events: [] });
    expect(all(world.project, maatregel)[0]).toMatchObject({
      facts: { van: 'bram' },
      texts: { omschrijving: 'Ook op zondag.' },
    });
    expect(reageerde(world, 'bea')).toBe(reageerde(world, 'bram'));
  });

  it.each(['maatregel.wijzigen', 'maatregel.intrekken', 'maatregel.terugzetten'])(
    '%s is not for others, and not for whoever leads without having entered it',
    (verb) => {
      const world = inStap3();
      const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);
      const args = { id: saved.accepted ? saved.about : '' };

      expect(reason(world.doet('wim', verb, AGENTEN, args))).toBe('alleen-eigen');
      expect(reason(world.doet('anna', verb, AGENTEN, args))).toBe('alleen-eigen');
      expect(reason(world.doet('bram', verb, AGENTEN, { id: 'm999' }))).toBe('niet-gevonden');
    },
  );

  it('lets whoever leads correct what they entered for somebody', () => {
    const world = inStap3();
    const saved = world.doet('anna', 'maatregel.doorgeven', AGENTEN, { namens: 'wim' });
    const args = { id: saved.accepted ? saved.about : '', namens: 'wim' };

    expect(
      world.doet('anna', 'maatregel.wijzigen', { ...AGENTEN, type: 'repressief' }, args).accepted,
    ).toBe(true);
    expect(all(world.project, maatregel)[0]?.facts.van).toBe('wim');
  });

  it('passes to the opvolger of somebody who left, and to whoever leads for a partner without Teams', () => {
    const world = inStap3();
    const saved = world.doet('wim', 'maatregel.doorgeven', AGENTEN);
    const args = { id: saved.accepted ? saved.about : '' };
    const verder = { ...AGENTEN, type: 'repressief' };

    world.said('anna', [say(deelnemer, 'wim', { status: 'weg', opvolger: 'bram' })]);
    expect(reason(world.doet('anna', 'maatregel.wijzigen', verder, args))).toBe('alleen-eigen');
    expect(reason(world.doet('bram', 'maatregel.wijzigen', verder, args))).toBe('accepted');

    world.said('anna', [say(deelnemer, 'wim', { status: 'lid', opvolger: '', identities: [] })]);
    expect(reason(world.doet('anna', 'maatregel.wijzigen', AGENTEN, args))).toBe('accepted');
  });

  it('does not take somebody else’s change away unseen', () => {
    const world = inStap3();
    const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);
    const args = { id: saved.accepted ? saved.about : '' };
    const before = world.opent('bram', 'maatregel.wijzigen', args);
    world.doet('bea', 'maatregel.wijzigen', { ...AGENTEN, type: 'repressief' }, args);

    const action = planner.acties.get('maatregel.wijzigen');
    if (!action || !('rev' in before)) throw new Error('no form');
    const decision = judge(action, world.ctx('bram', args), { raw: AGENTEN, rev: before.rev });

    expect(reason(decision)).toBe('gewijzigd');
  });

  it('may withdraw and bring back, and repeating it changes nothing', () => {
    const world = inStap3();
    const saved = world.doet('bram', 'maatregel.doorgeven', AGENTEN);
    const args = { id: saved.accepted ? saved.about : '' };

    world.doet('bea', 'maatregel.intrekken', {}, args);
    expect(all(world.project, maatregel)).toHaveLength(0);
    expect(world.doet('bea', 'maatregel.intrekken', {}, args)).toMatchObject({ events: [] });
    expect(tekst(world.leest('bea', 'maatregel.intrekken', args.id, args))).toContain(
      'Ongedaan maken',
    );
    world.doet('bram', 'maatregel.terugzetten', {}, args);
    expect(world.doet('bram', 'maatregel.terugzetten', {}, args)).toMatchObject({ events: [] });
    expect(all(world.project, maatregel)).toHaveLength(1);
  });
});

describe('wij doen hier niets aan', () => {
  it('answers several problems at once, and a tick taken away takes it back', () => {
    const world = inStap3();

    world.doet('wim', 'maatregel.nietsaan', { onderwerpen: 'p1,p2' });
    expect(reageerde(world, 'wim')).toBe(true);
    expect(tekst(world.ziet('bram', 'maatregelen'))).toContain('Doen hier niets aan: Woonstede.');
    expect(world.doet('wim', 'maatregel.nietsaan', { onderwerpen: 'p1,p2' })).toMatchObject({
      events: [],
    });

    world.doet('wim', 'maatregel.nietsaan', { onderwerpen: 'p1' });
    expect(tekst(stap3.taken(world.beeld, world.ctx('wim').actor))).toContain('bij 1 probleem');
    world.doet('wim', 'maatregel.nietsaan', { onderwerpen: '' });
    expect(reageerde(world, 'wim')).toBe(false);
    expect(all(world.project, nietsAan)).toHaveLength(0);
    expect(world.doet('wim', 'maatregel.nietsaan', { onderwerpen: '' })).toMatchObject({
      velden: { onderwerpen: 'Kies minstens één probleem.' },
    });
  });

  it('is one tap beside a problem, quiet when repeated, and can be taken back', () => {
    const world = inStap3();
    const args = { onderwerp: 'p1' };

    expect(world.doet('bea', 'maatregel.nietsaan.dit', {}, args).accepted).toBe(true);
    expect(world.doet('bram', 'maatregel.nietsaan.dit', {}, args)).toMatchObject({ events: [] });
    expect(tekst(world.ziet('bram', 'maatregelen'))).toContain('Wij doen toch iets');
    expect(world.doet('bram', 'maatregel.toch', {}, args).accepted).toBe(true);
    expect(world.doet('bram', 'maatregel.toch', {}, args)).toMatchObject({ events: [] });
    expect(world.doet('bea', 'maatregel.nietsaan.dit', {}, args).accepted).toBe(true);
    expect(all(world.project, nietsAan)).toHaveLength(1);
  });

  it('gives way to a measure, and is not possible beside one', () => {
    const world = inStap3();
    world.doet('bram', 'maatregel.nietsaan.dit', {}, { onderwerp: 'p1' });

    world.doet('bea', 'maatregel.doorgeven', AGENTEN);

    expect(all(world.project, nietsAan)).toHaveLength(0);
    expect(reason(world.doet('bram', 'maatregel.nietsaan.dit', {}, { onderwerp: 'p1' }))).toBe(
      'niet-nu',
    );
    expect(reason(world.doet('bram', 'maatregel.nietsaan.dit', {}, { onderwerp: 'p3' }))).toBe(
      'niet-gevonden',
    );
    expect(tekst(world.opent('bram', 'maatregel.nietsaan'))).not.toContain('Fietsen');
    world.doet('bram', 'maatregel.doorgeven', { ...AGENTEN, onderwerp: 'p2' });
    expect(world.opent('bram', 'maatregel.nietsaan')).toMatchObject({ reason: 'niet-nu' });
  });

  it('belongs to the partner for whom whoever leads enters it', () => {
    const world = inStap3();

    world.doet('anna', 'maatregel.nietsaan', { onderwerpen: 'p1,p2' }, { namens: 'wim' });
    world.doet('bram', 'maatregel.nietsaan', { onderwerpen: 'p1,p2' }, { namens: 'anna' });

    expect(reageerde(world, 'wim')).toBe(true);
    expect(reageerde(world, 'anna')).toBe(false);
    expect(reageerde(world, 'bram')).toBe(true);
  });
});

describe('mijn collega vult dit in', () => {
  it('is one tap that can be undone, and stops the reminders of this person only', () => {
    const world = inStap3();

    expect(world.doet('bram', 'maatregel.collega').accepted).toBe(true);
    expect(world.doet('bram', 'maatregel.collega')).toMatchObject({ events: [] });
    expect([reageerde(world, 'bram'), reageerde(world, 'bea')]).toEqual([true, false]);
    world.doet('bram', 'maatregel.collega.toch');
    expect(world.doet('bram', 'maatregel.collega.toch')).toMatchObject({ events: [] });
    expect(reageerde(world, 'bram')).toBe(false);
  });

  it('no longer counts when the colleague has left', () => {
    const world = inStap3();
    world.doet('bram', 'maatregel.collega');
    expect(reageerde(world, 'bram')).toBe(true);

    world.said('anna', [say(deelnemer, 'bea', { status: 'weg' })]);

    expect(reageerde(world, 'bram')).toBe(false);
  });

  it('needs a colleague in the group who has not said the same', () => {
    const world = inStap3();

    expect(reason(world.doet('wim', 'maatregel.collega'))).toBe('niet-nu');
    world.doet('bram', 'maatregel.collega');
    expect(reason(world.doet('bea', 'maatregel.collega'))).toBe('niet-nu');
  });
});

describe('what the group sees of step 3', () => {
  it('shows all measures by problem, one’s own organisatie first, and per organisatie [E2, E3]', () => {
    const world = inStap3();
    world.doet('wim', 'maatregel.doorgeven', {
      ...AGENTEN,
      omschrijving: 'Wij hangen een lamp op.',
    });
    world.doet('bram', 'maatregel.doorgeven', AGENTEN);

    const bea = tekst(world.ziet('bea', 'maatregelen'));
    const gefilterd = tekst(world.ziet('bea', 'maatregelen', { van: 'wim' }));
    const keuze = tekst(world.ziet('bea', 'maatregelen.organisaties'));

    expect(bea.indexOf('twee agenten')).toBeLessThan(bea.indexOf('een lamp'));
    expect(bea.match(/"verb":"maatregel.wijzigen"/g)).toHaveLength(1);
    expect(bea.match(/"verb":"maatregel.doorgeven"/g)).toHaveLength(2);
    expect(gefilterd).toContain('een lamp');
    expect(gefilterd).not.toContain('twee agenten');
    expect(keuze).toContain('Woonstede');
    expect(keuze).not.toContain('organisatie van anna');
  });

  it('names what is missing, and the silent organisaties to whoever leads only', () => {
    const world = inStap3();
    world.doet('bram', 'maatregel.doorgeven', AGENTEN);

    const anna = tekst(world.ziet('anna', 'hiaten'));
    const bea = tekst(world.ziet('bea', 'hiaten'));

    expect(bea).toContain('Groepen bij het station');
    expect(bea).toContain('Nog niet: proactief, repressief.');
    expect(bea).toContain('Geen van de 3 organisaties heeft bij elk probleem iets ingevuld.');
    expect(bea).not.toContain('Woonstede');
    expect(anna).toContain('Woonstede');
    expect(anna).toContain('"namens":"wim"');
  });

  it('claims nothing about a list without problems', () => {
    const world = groep('anna', 'bram');
    world.stap('maatregelen');
    const { project, now, traject } = world.beeld;
    const lezer = world.ctx('anna').actor;
    const gezegd = [
      tekst(world.ziet('anna', 'hiaten')),
      tekst(stap3.hoofdstukken({ project, now, traject, lezer })),
    ].join(' ');

    expect(gezegd).toContain('Er is nog geen prioriteitenlijst.');
    expect(gezegd).not.toMatch(/bij elk probleem|Er ontbreekt niets/);
  });

  it('counts who has responded without naming anybody', () => {
    const world = inStap3();
    world.doet('wim', 'maatregel.nietsaan', { onderwerpen: 'p1,p2' });

    expect(tekst(stap3.kaart(world.beeld))).toContain('1 van de 4 heeft gereageerd.');
    expect(tekst(stap3.kaart(world.beeld))).not.toContain('Woonstede');
    expect(tekst(stap3.samenvatting(world.beeld))).toContain('1 van de 4 heeft gereageerd.');
    expect(stap3.gereed(world.beeld).map(({ klaar }) => klaar)).toEqual([false, false, false]);
    expect(stap3.taken(world.beeld, world.ctx('wim').actor)).toEqual([]);
    expect(tekst(stap3.taken(world.beeld, world.ctx('bram').actor))).toContain(
      'tot do 11 februari, 17.00 uur',
    );
  });

  it('tells the purpose, and puts every measure in the plan [E1, E2]', () => {
    const world = inStap3();
    world.doet('bram', 'maatregel.doorgeven', AGENTEN);

    expect(stap3.doel).toBe(
      'Doel van deze stap is het in kaart brengen van wat er nu al gedaan wordt aan de belangrijkste problemen.',
    );
    expect(tekst(stap3.plan(world.beeld))).toContain('twee agenten');
    expect(tekst(stap3.plan(world.beeld))).toContain('Probleem: Fietsen op de stoep');
  });

  it('never tells what a confidential problem is', () => {
    const world = inStap3();
    const gezegd = () => [
      ...[stap3.plan(world.beeld), world.opent('bram', 'maatregel.doorgeven')],
      ...[
        world.ziet('bram', 'maatregelen'),
        world.ziet('bram', 'hiaten'),
        stap3.kaart(world.beeld),
      ],
    ];
    const noemt = () => gezegd().map((shown) => tekst(shown).includes('Fietsen op de stoep'));
    world.doet('bram', 'maatregel.doorgeven', AGENTEN);
    expect(noemt()).toEqual([true, true, true, true, true]);

    world.said('anna', [say(probleem, 'p1', { vertrouwelijk: true })]);
    expect(noemt()).toEqual([false, false, false, false, false]);
  });
});

describe('many people and problems', () => {
  it('keeps forms to 40 choices and cards small with 60 deelnemers and 300 long problems', () => {
    const world = groep(...Array.from({ length: 60 }, (_, at) => `lid${at}`));
    lijst(
      world,
      Array.from({ length: 300 }, (_, at) => `${at} ${'lang '.repeat(399)}`),
      0,
    );
    world.stap('maatregelen');
    world.doet('lid1', 'maatregel.doorgeven', AGENTEN);

    for (const verb of ['maatregel.doorgeven', 'maatregel.nietsaan']) {
      for (const args of [{}, { onderwerp: 'p299' }]) {
        const form = world.opent('lid2', verb, args);
        if (!('kind' in form)) throw new Error('refused');
        const { vragen } = opBladen(form.velden);
        for (const { veld } of vragen) expect(veld.keuzes.length).toBeLessThanOrEqual(40);
        expect(JSON.stringify(vragen).length).toBeLessThan(40_000);
      }
    }
    expect(tekst(world.opent('lid2', 'maatregel.doorgeven', { onderwerp: 'p299' }))).toContain(
      '"waarde":"p299"',
    );
    expect(
      world.doet('lid2', 'maatregel.doorgeven', { ...AGENTEN, onderwerp: 'p299' }).accepted,
    ).toBe(true);
    expect(tekst(stap3.kaart(world.beeld)).length).toBeLessThan(4_000);
    for (const verb of ['maatregelen', 'hiaten', 'maatregelen.organisaties']) {
      expect(tekst(world.ziet('lid0', verb)).length).toBeLessThan(40_000);
    }
  });

  it('keeps to one answer per organisatie and problem, in any order of entering', () => {
    const wie = fc.constantFrom('bram', 'bea', 'wim');
    const onderwerp = fc.constantFrom('p1', 'p2');
    const verb = fc.constantFrom(
      'maatregel.doorgeven',
      'maatregel.nietsaan.dit',
      'maatregel.toch',
      'maatregel.nietsaan',
      'maatregel.collega',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(wie, verb, onderwerp), { maxLength: 15 }), (acts) => {
        const world = inStap3();
        for (const [who, what, about] of acts) {
          world.doet(
            who,
            what,
            { ...AGENTEN, onderwerp: about, onderwerpen: about },
            { onderwerp: about },
          );
          for (const lid of ['bram', 'wim']) {
            const own = (id: string) => (lid === 'bram' ? id !== 'wim' : id === 'wim');
            for (const p of ['p1', 'p2']) {
              const measures = all(world.project, maatregel).filter(
                ({ facts }) => own(facts.van) && facts.onderwerp === p,
              );
              const niets = all(world.project, nietsAan).filter(
                ({ facts }) => own(facts.van) && facts.onderwerp === p,
              );
              expect(niets.length).toBeLessThanOrEqual(measures.length > 0 ? 0 : 1);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the live card', () => {
  it('says what is asked, and of each problem how much is done, of empty, half and full projects', () => {
    const world = groep('anna');
    world.stap('maatregelen');
    const empty = stap3.kaart(world.beeld);
    lijst(
      world,
      Array.from({ length: 9 }, (_, at) => 'Probleem ${naam} ' + String(at)),
    );
    const half = stap3.kaart(world.beeld);
    world.doet('anna', 'maatregel.doorgeven', AGENTEN);
    world.sluit('maatregelen');
    const full = stap3.kaart(world.beeld);

    expect(empty).toMatchObject({ vraag: 'Er is nog geen prioriteitenlijst.', lijst: [] });
    expect(half).toMatchObject({
      vraag: 'Wat doen jullie al aan deze problemen?',
      uitleg: 'Doen jullie niets? Laat dat ook weten.',
      meer: 'En nog 1 probleem.',
    });
    expect(half.termijn?.zin).toMatch(/^Tot /);
    expect(half.lijst[0]).toEqual({ tekst: '1. Probleem ${naam} 0', bij: '0 maatregelen' });
    expect(opDeKaart(half).replaceAll('Probleem ${naam}', '')).not.toContain('${');
    expect(full.lijst[0]?.bij).toBe('1 maatregel');
    expect(full).toMatchObject({
      vraag: 'Stap 3 is gesloten.',
      uitleg: 'Je kunt niets meer invullen. 8 problemen hebben nog geen maatregel.',
      termijn: undefined,
    });
  });

  it('has at most five buttons, each of which leads somewhere of this step or to the lead', () => {
    const world = inStap3();
    const known = new Set([...stap3.acties, ...stap3.weergaven].map(({ verb }) => verb));

    const { knoppen: buttons } = stap3.kaart(world.beeld);

    expect(buttons.map(({ titel }) => titel)).toEqual([
      'Maatregel doorgeven',
      'Wij doen hier niets aan',
      'Mijn collega vult dit in',
      'Bekijk alles (0)',
      'Voor de projectleider',
    ]);
    expect(buttons.filter(({ verb }) => !known.has(verb)).map(({ verb }) => verb)).toEqual([
      'leiding',
    ]);
  });
});
