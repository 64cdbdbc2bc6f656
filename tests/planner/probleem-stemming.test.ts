import { describe, expect, it } from 'vitest';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { stem, stemming } from '../../src/planner/plan/plan.ts';
import { planner } from '../../src/planner/index.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { probleem as stap2 } from '../../src/planner/probleem/index.ts';
import { kiezers, uitslagen } from '../../src/planner/probleem/stemming/telling.ts';
import { tekst } from '../../support/groep.ts';
import {
  gedaan,
  geeft,
  geweigerd,
  gezegd,
  inStap2,
  items,
  keuzes,
  pastInKaart,
  verbs,
  type Groep,
} from './probleem-groep.ts';

/** Four people, problems A to D, and a vote over A, B and C. */
function stemmend(vorm: 'kiezen' | 'punten' = 'kiezen'): {
  world: Groep;
  a: string;
  b: string;
  c: string;
  d: string;
} {
  const world = inStap2('anna', 'bram', 'cees', 'dirk');
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((naam) => geeft(world, 'cees', naam)) as [
    string,
    string,
    string,
    string,
  ];
  gedaan(
    world.doet('anna', 'stemming.openen', {
      onderwerpen: [a, b, c].join(','),
      vorm,
      zicht: 'open',
    }),
  );
  return { world, a, b, c, d };
}

const stemt = (world: Groep, wie: string, ...ids: string[]) =>
  world.doet(wie, 'stem', { keuzes: ids.join(',') });

describe('the vote', () => {
  it('is opened by who leads over the picked problems, and told to the group [C13, D10]', () => {
    const world = inStap2('anna', 'bram');
    const ids = ['A', 'B', 'C'].map((naam) => geeft(world, 'anna', naam));

    const decision = world.doet('anna', 'stemming.openen', {
      onderwerpen: ids.slice(0, 2).join(','),
      vorm: 'punten',
      zicht: 'organisatie',
    });

    expect(decision).toMatchObject({
      accepted: true,
      messages: [{ soort: 'stemming-open', facts: {} }],
    });
    expect(one(world.project, stemming, 'stemming')?.facts).toEqual({
      onderwerpen: ids.slice(0, 2),
      vorm: 'punten',
      max: 5,
      open: true,
      ronde: 1,
      zicht: 'organisatie',
      blokken: [],
    });
    expect(tekst(stap2.berichten['stemming-open']!(world.beeld, {}))).toContain(
      'Verdeel 5 punten over de problemen',
    );
    expect(geweigerd(world.doet('bram', 'stemming.openen', {}))).toBe('alleen-projectleider');
  });

  it('is over at most twelve, the first of the proposal ticked already', () => {
    const world = inStap2('anna');
    const ids = Array.from({ length: 14 }, (_, at) => geeft(world, 'anna', `P${at}`));

    const form = world.opent('anna', 'stemming.openen') as FormScreen;

    expect(form.velden['onderwerpen']!.waarde.split(',')).toEqual(ids.slice(0, 12));
    expect(form.velden['vorm']!.waarde).toBe('kiezen');
    expect(
      geweigerd(
        world.doet('anna', 'stemming.openen', {
          onderwerpen: ids.join(','),
          vorm: 'kiezen',
          zicht: 'open',
        }),
      ),
    ).toBe('velden: Kies er maximaal 12.');
    expect(
      geweigerd(
        world.doet('anna', 'stemming.openen', {
          onderwerpen: ids[0]!,
          vorm: 'kiezen',
          zicht: 'open',
        }),
      ),
    ).toBe('velden: Kies er minstens twee.');
  });

  it('is not opened without problems, twice, or over a fixed list', () => {
    const empty = inStap2('anna');
    const { world } = stemmend();
    const twice = world.doet('anna', 'stemming.openen', {});
    world.doet('anna', 'stemming.sluiten');
    world.doet('anna', 'lijst.vaststellen', { eerst: '1' });

    expect(geweigerd(empty.doet('anna', 'stemming.openen', {}))).toContain(
      'minstens twee problemen',
    );
    expect(geweigerd(empty.doet('anna', 'stemming.sluiten'))).toContain('nog geen stemming');
    expect(geweigerd(twice)).toContain('Er loopt al een stemming.');
    expect(geweigerd(world.doet('anna', 'stemming.openen', {}))).toContain(
      'Heropen eerst de lijst.',
    );
    expect(geweigerd(world.doet('anna', 'stemming.heropenen'))).toContain(
      'Heropen eerst de lijst.',
    );
  });

  it('takes at most three choices of what the vote is about, and lets one change them until the close', () => {
    const { world, a, b, c, d } = stemmend();

    const first = stemt(world, 'bram', a, b);
    const same = stemt(world, 'bram', a, b);
    const other = stemt(world, 'bram', c);

    expect([first, same, other].map(gezegd)).toEqual([1, 0, 1]);
    expect(one(world.project, stem, 'bram')?.facts).toEqual({
      van: 'bram',
      punten: { [c]: 1 },
      handen: false,
      ronde: 1,
      voor: [],
    });
    expect(geweigerd(stemt(world, 'bram'))).toBe('velden: Kies er minstens één.');
    expect(geweigerd(stemt(world, 'bram', d))).toBe('velden: Kies iets uit de lijst.');
  });

  it('refuses more than three', () => {
    const world = inStap2('anna');
    const ids = ['A', 'B', 'C', 'D'].map((naam) => geeft(world, 'anna', naam));
    world.doet('anna', 'stemming.openen', {
      onderwerpen: ids.join(','),
      vorm: 'kiezen',
      zicht: 'open',
    });

    expect(geweigerd(stemt(world, 'anna', ...ids))).toBe('velden: Kies er maximaal 3.');
  });

  it.each([
    [{ a: '3', b: '2' }, ''],
    [{ a: '1' }, ''],
    [{ a: '4', b: '2' }, 'velden: Je gaf 6 punten. Je hebt er 5.'],
    [{}, 'velden: Geef minstens één punt.'],
    [{ a: '6' }, 'velden: Vul een getal in van 0 tot 5.'],
    [{ a: '-1' }, 'velden: Vul een heel getal in, zoals 2.'],
  ])('distributes five points: %j gives %j', (given, expected) => {
    const { world, ...ids } = stemmend('punten');
    const inputs = Object.fromEntries(
      Object.entries(given).map(([key, n]) => [`punten_${ids[key as 'a']}`, n]),
    );

    const decision = world.doet('bram', 'stem', inputs);

    expect(decision.accepted ? '' : geweigerd(decision)).toBe(expected);
  });

  it('hides the result until one’s own vote or the close, also for who leads', () => {
    const { world, a } = stemmend();
    stemt(world, 'bram', a);

    const seen = (wie: string) => tekst(world.ziet(wie, 'stemming'));
    const open = { anna: seen('anna'), bram: seen('bram'), cees: seen('cees') };
    world.doet('anna', 'stemming.sluiten');

    expect(open.bram).toContain('1 van de 1 stemmer koos dit');
    for (const hidden of [open.anna, open.cees]) {
      expect(hidden).toContain('1 van de 4 heeft gestemd.');
      expect(hidden).not.toContain('Per persoon');
    }
    expect(seen('cees')).toContain('1 van de 1 stemmer koos dit');
    expect(seen('cees')).not.toContain('bram');
  });

  it('never lets the proposed order give away an open vote', () => {
    const { world, c } = stemmend();

    stemt(world, 'bram', c);

    expect(items(world.ziet('anna', 'lijst'))[0]).toBe('1. A');
    expect(tekst(world.ziet('anna', 'lijst'))).not.toContain('Stemmen: 1');
  });

  it('shows sum, spread, persons and organisaties, and names who did not answer only to who leads', () => {
    const { world, a, b } = stemmend('punten');
    for (const wie of ['evi', 'fadi', 'gijs'])
      world.meedoen(wie, `organisatie van ${wie}`, 'deelnemer');
    world.doet('bram', 'stem', { [`punten_${a}`]: '5' });
    world.doet('cees', 'stem', { [`punten_${a}`]: '1', [`punten_${b}`]: '4' });
    for (const wie of ['evi', 'fadi', 'gijs']) world.doet(wie, 'stem', { [`punten_${a}`]: '1' });
    world.doet('anna', 'stemming.sluiten');

    const [first] = uitslagen(world.project);
    const seen = tekst(world.ziet('cees', 'stemming'));

    expect(first).toMatchObject({ id: a, totaal: 9, laagste: 1, hoogste: 5 });
    expect(seen).toContain('9 punten, ieder gaf 1 tot 5 punten');
    expect(seen).toContain('Per organisatie: organisatie van bram 5, organisatie van cees 1');
    expect(seen).toContain('Per persoon: bram 5, cees 1, evi 1, fadi 1, gijs 1');
    expect(seen).toContain('Geen antwoord: 2.');
    expect(seen).not.toContain('dirk');
    expect(tekst(world.ziet('anna', 'stemming'))).toContain('Geen antwoord: 2 (anna, dirk).');
    const { show } = planner.weergaven.get('stemming')!;
    const inDeGroep = { ...world.ctx('anna'), project: voorIedereen(world.project) };
    expect(tekst(show(inDeGroep))).toContain('Geen antwoord: 2.');
  });

  it('closes, quiet when repeated, tells the group, and goes on where it was when reopened', () => {
    const { world, a } = stemmend();
    stemt(world, 'bram', a);

    const closed = world.doet('anna', 'stemming.sluiten');
    const again = world.doet('anna', 'stemming.sluiten');
    const late = stemt(world, 'cees', a);
    const reopened = world.doet('anna', 'stemming.heropenen');
    const reopenedAgain = world.doet('anna', 'stemming.heropenen');

    expect(closed).toMatchObject({ messages: [{ soort: 'stemming-dicht' }] });
    expect([closed, again, reopened, reopenedAgain].map(gezegd)).toEqual([1, 0, 1, 0]);
    expect(geweigerd(late)).toBe('niet-nu: Er is nu geen stemming open.');
    expect(tekst(world.ziet('bram', 'stemming'))).toContain('1 van de 4 heeft gestemd.');
  });

  it('begins a new round with nothing voted, and refuses a button of the old one', () => {
    const { world, a, b } = stemmend();
    stemt(world, 'bram', a);
    world.doet('anna', 'stemming.sluiten');
    world.doet('anna', 'stemming.openen', {
      onderwerpen: `${a},${b}`,
      vorm: 'kiezen',
      zicht: 'open',
    });

    const old = world.doet('bram', 'stem', { keuzes: a }, { ronde: '1' });
    const fresh = world.doet('bram', 'stem', { keuzes: a }, { ronde: '2' });

    expect(geweigerd(old)).toContain('Deze stemming is voorbij.');
    expect(gezegd(fresh)).toBe(1);
    expect(one(world.project, stem, 'bram')?.facts.ronde).toBe(2);
  });

  it('fits its forms with 60 people and 12 problems, and says when everybody voted', () => {
    const world = inStap2(...Array.from({ length: 60 }, (_, at) => `p${at}`));
    const ids = Array.from({ length: 12 }, (_, at) => geeft(world, 'p0', `P${at}`));
    world.doet('p0', 'stemming.openen', {
      onderwerpen: ids.join(','),
      vorm: 'punten',
      zicht: 'open',
    });

    for (const verb of ['stem', 'stem.handen']) pastInKaart(world.opent('p0', verb));
    for (let at = 0; at < 60; at += 1)
      world.doet(`p${at}`, 'stem', { [`punten_${ids[at % 12]!}`]: '5' });

    expect(geweigerd(world.doet('p0', 'stem.handen'))).toContain('Iedereen heeft zelf gestemd.');
    expect(tekst(world.ziet('p0', 'stemming')).length).toBeLessThan(30_000);
    expect(all(world.project, stem)).toHaveLength(60);
  });

  it('no longer offers a problem that was withdrawn during the vote', () => {
    const { world, a, b, c } = stemmend();
    stemt(world, 'bram', a);

    world.doet('cees', 'probleem.intrekken', {}, { id: a });

    expect(keuzes(world.opent('dirk', 'stem'), 'keuzes')).toEqual([b, c]);
    expect(items(world.ziet('bram', 'stemming'))).toContain('een probleem dat is ingetrokken');
  });

  it('counts the vote of somebody who left since, and not who left without a vote', () => {
    const { world, a, b } = stemmend();
    stemt(world, 'bram', a);
    stemt(world, 'cees', b);
    const gestemd = () => tekst(stap2.berichten['stemming-open']!(world.beeld, {}));
    const gaat = (wie: string) =>
      world.said('anna', [{ kind: deelnemer.name, id: wie, facts: { status: 'weg' } }]);
    expect(gestemd()).toContain('2 van de 4 hebben gestemd.');

    gaat('bram');
    expect(gestemd()).toContain('2 van de 4 hebben gestemd.');
    gaat('dirk');
    expect(gestemd()).toContain('2 van de 3 hebben gestemd.');
    stemt(world, 'anna', b);
    expect(gestemd()).toContain('3 van de 3 hebben gestemd.');
  });

  it('asks whoever did not vote yet among their tasks, and says so before there is a vote', () => {
    const { world, a } = stemmend();
    stemt(world, 'bram', a);
    const taken = (wie: string) => tekst(stap2.taken(world.beeld, world.ctx(wie).actor));

    expect(taken('cees')).toContain('Stem mee over de problemen.');
    expect(taken('bram')).not.toContain('Stem mee');
    expect(taken('anna')).toContain('Sluit de stemming');
    expect(verbs(inStap2('anna').ziet('anna', 'stemming'))).toContain('stemming.openen');
  });
});

describe('a vote of somebody who is not there any more', () => {
  it.each(['weg', 'vertrokken'])('still counts, and so do they: %s', (status) => {
    const { world, a } = stemmend();
    gedaan(stemt(world, 'bram', a));
    world.said('anna', [{ kind: 'deelnemer', id: 'bram', facts: { status } }]);
    world.said('anna', [{ kind: 'deelnemer', id: 'dirk', facts: { status } }]);

    expect(kiezers(world.project)).toBe(3);
    expect(uitslagen(world.project)[0]).toMatchObject({ id: a, totaal: 1 });
    expect(tekst(world.ziet('anna', 'stemming'))).toContain('1 van de 3 heeft gestemd.');
  });
});
