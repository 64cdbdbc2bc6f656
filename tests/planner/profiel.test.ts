import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { criteria, ONZE_NAMEN } from '../../src/planner/plan/criteria.ts';
import { criterium } from '../../src/planner/plan/plan.ts';
import { NIEMAND } from '../../src/process/contract/judge.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { document, opdrachtgever, profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { emptyProject, fold, one } from '../../src/process/feiten/project.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { say } from '../../support/gezegd.ts';
import { groep, tekst } from '../../support/groep.ts';

const stap1 = stepOf(planner, 'profiel');
const TIJDSTIP = { over: 'probleem', naam: 'Tijdstip', opties: 'Overdag\nAvond\nNacht' };
const HAALBAAR = { over: 'maatregel', naam: 'Haalbaar', opties: 'Ja\nNee' };

type Groep = ReturnType<typeof groep>;

/** Adds an own criterium as Sanne, who leads, and gives its id. */
function voegToe(world: Groep, inputs: Record<string, string>): string {
  const added = world.doet('sanne', 'criterium.toevoegen', inputs);
  return added.accepted ? added.about : '';
}

describe('an own criterium', () => {
  it('stands under its own list, with its choices in the order in which they were typed', () => {
    const world = groep('sanne', 'ali');
    voegToe(world, TIJDSTIP);
    voegToe(world, HAALBAAR);

    expect(world.ziet('ali', 'criteria')).toMatchObject({
      groepen: [
        {
          kop: 'Problemen (stap 2)',
          items: [{ tekst: 'Tijdstip', regels: ['Overdag · Avond · Nacht'] }],
        },
        { kop: 'Maatregelen (stap 3)', items: [{ tekst: 'Haalbaar', regels: ['Ja · Nee'] }] },
      ],
    });
    expect(tekst(stap1.plan(world.beeld))).toContain('Eigen criterium: Tijdstip');
  });

  it('that is changed keeps the choices that stay, so that answers to them stand, and comes back as it is', () => {
    const world = groep('sanne');
    const id = voegToe(world, TIJDSTIP);
    const [, avond] = one(world.project, criterium, id)?.facts.opties ?? [];
    world.doet('sanne', 'criterium.wijzigen', { ...TIJDSTIP, opties: 'Weekend\nAvond' }, { id });

    const { opties } = one(world.project, criterium, id)?.facts ?? {};
    expect(opties?.[1]).toBe(avond);
    expect(opties?.[0]).not.toBe(avond);
    expect(tekst(world.opent('sanne', 'criterium.wijzigen', { id }))).toContain('Weekend\\nAvond');
  });

  it.each([
    ['• Overdag\n• Avond\n• Nacht'],
    ['1. Overdag\n2. Avond\n3. Nacht'],
    ['Overdag; Avond; Nacht'],
    ['Overdag\tAvond\tNacht'],
    ['- Overdag\n- avond\n- Nacht\n- AVOND\u200b'],
  ])('is pasted as a list from elsewhere: %j', (opties) => {
    const world = groep('sanne');
    voegToe(world, { ...TIJDSTIP, opties });
    expect(tekst(world.ziet('sanne', 'criteria')).toLowerCase()).toContain(
      'overdag · avond · nacht',
    );
  });

  it('that is written in other capitals keeps its choices, so that answers to them stand', () => {
    const world = groep('sanne');
    const id = voegToe(world, TIJDSTIP);
    const voor = one(world.project, criterium, id)?.facts.opties;
    world.doet(
      'sanne',
      'criterium.wijzigen',
      { ...TIJDSTIP, opties: '• OVERDAG\n• avond\n• nacht' },
      { id },
    );
    expect(one(world.project, criterium, id)?.facts.opties).toEqual(voor);
  });

  it('does not move to a list that has two already; withdrawing one makes place', () => {
    const world = groep('sanne');
    const first = voegToe(world, TIJDSTIP);
    voegToe(world, { ...TIJDSTIP, naam: 'Seizoen' });
    const id = voegToe(world, HAALBAAR);
    const verhuist = () =>
      world.doet('sanne', 'criterium.wijzigen', { ...HAALBAAR, over: 'probleem' }, { id }).accepted;

    expect(voegToe(world, { ...TIJDSTIP, naam: 'Derde' })).toBe('');
    expect(verhuist()).toBe(false);
    world.doet('sanne', 'criterium.verwijderen', {}, { id: first });
    expect(verhuist()).toBe(true);
    expect(criteria(world.project, 'probleem').map(({ texts }) => texts.naam)).toEqual([
      'Seizoen',
      'Haalbaar',
    ]);
    expect(world.doet('sanne', 'criterium.verwijderen', {}, { id: first }).accepted).toBe(false);
  });

  it('goes along into a new round with its choices, and what was withdrawn stays behind', () => {
    const world = groep('sanne');
    const id = voegToe(world, TIJDSTIP);
    const old = voegToe(world, HAALBAAR);
    world.doet('sanne', 'criterium.verwijderen', {}, { id: old });

    const events = stap1.meenemen(world.project);
    const stamped = events.map((event, at) => ({
      ...event,
      n: at + 1,
      v: 1,
      at: world.now,
      by: 'sanne',
    }));
    const ronde = fold(emptyProject('ronde'), stamped);
    const [mee, ...rest] = [...criteria(ronde, 'probleem'), ...criteria(ronde, 'maatregel')];
    expect(rest).toEqual([]);
    expect(mee?.id).not.toBe(id);
    const { facts, texts } = one(world.project, criterium, id) ?? {};
    expect(mee).toMatchObject({ facts, texts });
  });
});

describe('the card of the profile', () => {
  it('says for whom, who leads, until when, with how many people, and how many documents', () => {
    const world = groep('sanne', 'ali', 'bo');
    world.meedoen('cas', 'organisatie van ali');
    world.said('sanne', [
      say(profiel, PROJECT, {}, { toelichting: 'Samen weer veilig.' }),
      say(opdrachtgever, 'o1', {}, { naam: 'de burgemeester' }),
      say(opdrachtgever, 'o2', {}, { naam: 'de officier' }),
      say(
        document,
        'b1',
        { van: 'ali' },
        { titel: 'Cijfers', link: 'https://voorbeeld.nl/1', toelichting: '' },
      ),
    ]);

    expect(stap1.kaart(world.beeld)).toMatchObject({
      project: 'Overlast Stationsplein',
      nummer: 1,
      van: 6,
      naam: 'Projectprofiel',
      feiten: [
        { naam: 'Opdrachtgever', waarde: 'de burgemeester, de officier' },
        { naam: 'Projectleider', waarde: 'sanne' },
        { naam: 'Loopt', waarde: '4 januari 2027 tot 31 december 2027' },
        { naam: 'Deelnemers', waarde: '4 deelnemers van 3 organisaties' },
        { naam: 'Documenten', waarde: '1' },
      ],
      regels: ['Samen weer veilig.'],
    });
  });

  it('says nothing of documents and an explanation that are not there', () => {
    const { feiten, regels } = stap1.kaart(groep('sanne').beeld);

    expect(feiten.map(({ naam }) => naam)).not.toContain('Documenten');
    expect(regels).toEqual([]);
  });

  it('is ready for the next step once somebody takes part besides who leads', () => {
    const klaar = (...namen: string[]) =>
      stap1.gereed(groep(...namen).beeld).map((check) => check.klaar);

    expect(klaar('sanne')).toEqual([true, false]);
    expect(klaar('sanne', 'ali')).toEqual([true, true]);
  });
});

describe('what is the same to a reader', () => {
  const fouten = (world: Groep, inputs: Record<string, string>, verb = 'toevoegen', id = '') => {
    const decision = world.doet('sanne', `criterium.${verb}`, inputs, { id });
    return decision.accepted ? {} : decision.velden;
  };

  it('is one choice of a criterium, however often it is written, as long as enough are left', () => {
    const world = groep('sanne');
    expect(fouten(world, { ...TIJDSTIP, opties: 'Hoog\nhoog\nLaag\nHOOG ' })).toEqual({});
    expect(tekst(world.ziet('sanne', 'criteria'))).toContain('Hoog · Laag');
  });

  it.each(['Hoog\nHoog\u200b', 'Zeer  hoog\nzeer\u00a0hoog', 'Één\nE\u0301e\u0301n'])(
    'is no second choice of a criterium: %j',
    (opties) => {
      const { opties: zin } = fouten(groep('sanne'), { ...TIJDSTIP, opties });
      expect(zin).toContain('Schrijf 2 tot 6 verschillende keuzes op.');
      expect(zin).toContain('staat er meer dan één keer.');
    },
  );

  it.each(['Risicokans', ' risico\u00adkans', 'PRIORITEIT', 'Ｒｉｓｉｃｏｋａｎｓ'])(
    'is no name for a criterium where we ask that already: %j',
    (naam) => {
      const world = groep('sanne');
      expect(fouten(world, { ...TIJDSTIP, naam })['naam']).toContain('Kies een andere naam.');
      expect(fouten(world, { ...HAALBAAR, naam })).toEqual({});
    },
  );

  it('is no name for a second criterium of one list, but one may keep its own', () => {
    const world = groep('sanne');
    const id = voegToe(world, TIJDSTIP);
    expect(fouten(world, { ...TIJDSTIP, naam: 'tijdstip ' })['naam']).toContain('al een criterium');
    expect(fouten(world, { ...TIJDSTIP, naam: 'TIJDSTIP' }, 'wijzigen', id)).toEqual({});
  });

  it('keeps its answers when it is written otherwise', () => {
    const world = groep('sanne');
    const id = voegToe(world, TIJDSTIP);
    const voor = one(world.project, criterium, id)?.facts.opties;
    fouten(world, { ...TIJDSTIP, opties: 'overdag\nAVOND\nNacht\u200b' }, 'wijzigen', id);
    expect(one(world.project, criterium, id)?.facts.opties).toEqual(voor);
  });

  it('knows every question and column of ours in the lists that criteria are for', () => {
    const world = groep('sanne', 'ali');
    world.stap('probleem');
    const labels = (verb: string) =>
      Object.entries((world.opent('sanne', verb) as FormScreen).velden).flatMap(
        ([, { soort, label }]) => (soort === 'vink' ? [] : [label]),
      );
    // In step 2; step 3 needs a list.
    const opgenoemd = labels('probleem.doorgeven');
    world.stap('maatregelen');
    const tabellen = (stap: string) =>
      stepOf(planner, stap)
        .hoofdstukken({ ...world.beeld, lezer: NIEMAND })
        .flatMap(({ delen }) => delen)
        .flatMap((deel) => (deel.soort === 'tabel' ? [deel] : []));
    const kolommen = (stap: string, id: string) =>
      tabellen(stap).flatMap((deel) =>
        deel.id === id ? deel.kolommen.map(({ naam }) => naam) : [],
      );

    expect(ONZE_NAMEN.probleem).toEqual(expect.arrayContaining(opgenoemd));
    expect(ONZE_NAMEN.probleem).toEqual(expect.arrayContaining(kolommen('probleem', 'problemen')));
    expect(kolommen('maatregelen', 'maatregelen')).toContain('Maatregel');
    expect(ONZE_NAMEN.maatregel).toEqual(
      expect.arrayContaining(kolommen('maatregelen', 'maatregelen')),
    );
  });
});
