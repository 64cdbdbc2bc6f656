import { describe, expect, it } from 'vitest';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import type { FormScreen, ListScreen } from '../../src/process/vormen/screen.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { planner } from '../../src/planner/index.ts';
import { kiezers, uitslagen } from '../../src/planner/probleem/stemming/telling.ts';
import { stand } from '../../src/planner/probleem/stemming/uitslag.ts';
import { gestemd } from '../../src/planner/probleem/stemming/stemmen-nu.ts';
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
  type Groep,
} from './probleem-groep.ts';

type Vorm = 'kiezen' | 'punten';

/** Anna alone, bram and cees of the politie, dirk and evi of nobody: a vote over A, B, C and D. */
function aanTafel(vorm: Vorm = 'kiezen') {
  const world = inStap2('anna', 'bram', 'cees', 'dirk', 'evi');
  const van = (wie: string, organisatie: string) =>
    world.said('anna', [{ kind: deelnemer.name, id: wie, texts: { organisatie } }]);
  for (const wie of ['bram', 'cees']) van(wie, 'Politie');
  for (const wie of ['dirk', 'evi']) van(wie, '');
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((naam) => geeft(world, 'anna', naam)) as [
    string,
    string,
    string,
    string,
  ];
  gedaan(
    world.doet('anna', 'stemming.openen', {
      onderwerpen: [a, b, c, d].join(','),
      vorm,
      zicht: 'open',
    }),
  );
  return { world, a, b, c, d };
}

/** And fadi, who says nothing, so that five others are enough to read who chose what. */
function metFadi(vorm: Vorm = 'kiezen') {
  const found = aanTafel(vorm);
  found.world.meedoen('fadi', '', 'deelnemer');
  return found;
}

const vanWie = (wie: string) => ({ organisatie: wie });
const stemt = (world: Groep, wie: string, ...ids: string[]) =>
  world.doet(wie, 'stem', { keuzes: ids.join(',') });
const telt = (world: Groep, wie: string, raw: Record<string, string>, args = vanWie(wie)) =>
  world.doet('anna', 'stem.handen', raw, args);
/** Both of the politie. */
const politie = (world: Groep, counts: Record<string, string>, wie = 'bram,cees') =>
  telt(world, 'bram', {
    wie,
    ...Object.fromEntries(Object.entries(counts).map(([id, n]) => [`punten_${id}`, n])),
  });
const sluit = (world: Groep) => world.doet('anna', 'stemming.sluiten');
const uitslag = (world: Groep) => tekst(world.ziet('evi', 'stemming'));
const totalen = (world: Groep) =>
  Object.fromEntries(uitslagen(world.project).map(({ id, totaal }) => [id, totaal]));

describe('a show of hands', () => {
  it('is entered one organisatie at a time, and goes on to the next', () => {
    const { world, a } = aanTafel();
    const titels = [world.opent('anna', 'stem.handen') as FormScreen];
    const about = gedaan(telt(world, 'anna', { wie: 'anna', keuzes: a }, vanWie('')));
    titels.push(world.opent('anna', 'stem.handen', { na: about }) as FormScreen);
    const politieKlaar = gedaan(politie(world, { [a]: '2' }));
    titels.push(world.opent('anna', 'stem.handen', { na: politieKlaar }) as FormScreen);
    const last = world.opent('anna', 'stem.handen', vanWie('evi')) as FormScreen;

    expect(titels.map(({ titel }) => titel)).toEqual([
      'Opgestoken handen: organisatie van anna',
      'Opgestoken handen: Politie',
      'Opgestoken handen: dirk',
    ]);
    // Dirk and evi are of no organisatie, and not counted as one.
    expect(titels[1]?.uitleg).toContain('Dit is nummer 2 van 4.');
    expect(titels.map(({ nogEen }) => nogEen)).toEqual(Array(3).fill('Opslaan en volgende'));
    expect(last.nogEen).toBe('');
  });

  it('asks the ballot of one person, and a count at each problem of several', () => {
    const { world, a, b, c, d } = aanTafel();
    const [een, meer] = ['dirk', 'bram'].map(
      (wie) => (world.opent('anna', 'stem.handen', vanWie(wie)) as FormScreen).velden,
    );

    expect(Object.keys(een!)).toEqual(['wie', 'keuzes']);
    expect(Object.keys(meer!)).toEqual(['wie', ...[a, b, c, d].map((id) => `punten_${id}`)]);
    expect(meer!['wie']!.waarde).toBe('bram,cees');
  });

  it('counts each person once, and says that it was with hands', () => {
    const { world, a, b, c } = metFadi();
    gedaan(stemt(world, 'evi', a));
    gedaan(politie(world, { [a]: '2', [b]: '1' }));
    gedaan(telt(world, 'dirk', { wie: 'dirk', keuzes: b }));
    gedaan(stemt(world, 'anna', c));
    sluit(world);

    expect(totalen(world)).toMatchObject({ [a]: 3, [b]: 2, [c]: 1 });
    expect(stand(world.project)).toBe(
      '5 van de 6 hebben gestemd, van wie 3 met opgestoken handen.',
    );
    const seen = uitslag(world);
    expect(seen).toContain('3 van de 5 stemmers kozen dit');
    expect(seen).toContain('Per organisatie: Politie 2 (met opgestoken handen), evi 1');
    expect(seen).toContain('Per organisatie: Politie 1 (met opgestoken handen), dirk 1 (met');
    expect(seen).toContain('Geen antwoord: 1.');
  });

  it('is prefilled with what was entered, and corrected until the vote closes', () => {
    const { world, a, b } = aanTafel();
    gedaan(politie(world, { [a]: '2' }));
    const form = world.opent('anna', 'stem.handen', vanWie('cees')) as FormScreen;
    const same = politie(world, { [a]: '2' });
    const other = politie(world, { [b]: '1' }, 'cees');

    expect(form.velden[`punten_${a}`]!.waarde).toBe('2');
    expect([same, other].map(gezegd)).toEqual([0, 1]);
    expect(totalen(world)).toMatchObject({ [a]: 0, [b]: 1 });
    expect(gestemd(world.project)).toEqual(['cees']);
    const again = world.opent('anna', 'stem.handen', vanWie('bram')) as FormScreen;
    expect(again.velden['wie']!.waarde).toBe('cees');
    gedaan(politie(world, {}, ''));
    expect(gestemd(world.project)).toEqual([]);
    sluit(world);
    expect(geweigerd(politie(world, { [a]: '1' }))).toBe('niet-nu: Er is nu geen stemming open.');
  });

  it('gives way to the own vote of one person', () => {
    const { world, a, b } = aanTafel();
    gedaan(telt(world, 'dirk', { wie: 'dirk', keuzes: a }));
    expect((world.opent('dirk', 'stem') as FormScreen).uitleg).toContain(
      'Jouw hand is al geteld. Stem je zelf? Dan telt je hand niet meer.',
    );
    gedaan(stemt(world, 'dirk', b));

    expect(totalen(world)).toMatchObject({ [a]: 0, [b]: 1 });
    // Of so few voters it is not told: what is entered does not count.
    gedaan(telt(world, 'dirk', { wie: 'dirk', keuzes: a }));
    expect(gezegd(world.doet('anna', 'stem', { keuzes: a }, { namens: 'dirk' }))).toBe(0);
    expect(totalen(world)).toMatchObject({ [a]: 0, [b]: 1 });
    for (const wie of ['anna', 'bram', 'cees', 'evi']) gedaan(stemt(world, wie, b));
    expect(geweigerd(telt(world, 'dirk', { wie: 'dirk', keuzes: a }))).toContain('zelf gestemd');
    expect(geweigerd(world.doet('anna', 'stem', { keuzes: a }, { namens: 'dirk' }))).toBe(
      'niet-nu: dirk heeft zelf al gestemd.',
    );
  });

  it('of several waits to be counted again once one of them voted: nobody counts twice', () => {
    const { world, a, b, c } = metFadi();
    for (const wie of ['anna', 'dirk', 'evi', 'fadi']) gedaan(stemt(world, wie, c));
    gedaan(politie(world, { [a]: '2' }));
    gedaan(stemt(world, 'bram', a, b));

    expect(totalen(world)).toMatchObject({ [a]: 1, [b]: 1 });
    expect(tekst(world.ziet('anna', 'stemming'))).toContain(
      'Politie: iemand stemde zelf. Tel hun handen opnieuw.',
    );
    const form = world.opent('anna', 'stem.handen', vanWie('bram')) as FormScreen;
    expect(keuzes(form, 'wie')).toEqual(['cees']);
    expect(form.uitleg).toContain('1 van hen stemde zelf. Tel die niet mee.');
    expect(geweigerd(politie(world, { [a]: '1' }))).toBe('velden: Kies iets uit de lijst.');
    gedaan(politie(world, { [a]: '1' }, 'cees'));
    expect(totalen(world)).toMatchObject({ [a]: 2, [b]: 1, [c]: 4 });
    expect(tekst(world.ziet('anna', 'stemming'))).not.toContain('Tel hun handen opnieuw');
    sluit(world);
    expect(uitslag(world)).toContain('Politie 2 (1 met opgestoken handen)');
  });

  it('of several tells of few voters only that an own vote would leave them out', () => {
    const { world, a, b } = aanTafel();
    gedaan(politie(world, { [a]: '2' }));
    gedaan(stemt(world, 'bram', a, b));
    const zin = 'Stemde iemand ook zelf? Dan tellen de handen van die organisatie niet mee.';
    const form = world.opent('anna', 'stem.handen', vanWie('bram')) as FormScreen;

    expect(keuzes(form, 'wie')).toEqual(['bram', 'cees']);
    for (const verb of ['stemming', 'stem.organisaties'])
      expect(tekst(world.ziet('anna', verb))).toContain(zin);
    expect(form.uitleg).toContain(zin);
    gedaan(politie(world, { [a]: '1' }, 'cees'));
    expect(totalen(world)).toMatchObject({ [a]: 2, [b]: 1 });
    sluit(world);
    expect(stand(world.project)).toBe('2 van de 5 hebben gestemd. Er zijn handen opgestoken.');
  });

  it.each<[Vorm, Record<string, string>, string, string]>([
    ['kiezen', { a: '2', b: '2', c: '2' }, 'bram,cees', ''],
    ['kiezen', { a: '3' }, 'bram,cees', 'velden: Vul een getal in van 0 tot 2.'],
    ['kiezen', { a: '2' }, 'cees', 'velden: Dit zijn de handen van 1 persoon. Meer kan niet.'],
    [
      'kiezen',
      { a: '2', b: '2', c: '2', d: '1' },
      'bram,cees',
      'velden: Samen zijn dit er 7. 2 mensen hebben er 6 stemmen.',
    ],
    ['kiezen', {}, 'bram,cees', 'velden: Vul minstens een keuze in.'],
    ['punten', { a: '7', b: '3' }, 'bram,cees', ''],
    ['punten', { a: '6' }, 'bram', 'velden: Samen zijn dit er 6. 1 persoon heeft er 5 punten.'],
  ])('gives nobody more than one has: %s, %j of %s gives "%s"', (vorm, counts, wie, zin) => {
    const { world, ...ids } = aanTafel(vorm);
    const byId = Object.fromEntries(Object.entries(counts).map(([key, n]) => [ids[key as 'a'], n]));

    const decision = politie(world, byId, wie);

    expect(decision.accepted ? '' : geweigerd(decision)).toBe(zin);
  });

  it('of stickers of several has a sum, and no spread that nobody knows', () => {
    const { world, a } = aanTafel('punten');
    gedaan(politie(world, { [a]: '7' }));
    sluit(world);

    expect(uitslag(world)).toContain('7 punten van 2 stemmers');
    expect(uitslag(world)).not.toContain('per persoon');
  });

  it('stays hidden until one’s own vote or the close, also for whoever counted', () => {
    const { world, a } = aanTafel();
    gedaan(telt(world, 'anna', { wie: 'anna', keuzes: a }));
    gedaan(politie(world, { [a]: '2' }));

    for (const wie of ['anna', 'bram', 'evi'])
      expect(tekst(world.ziet(wie, 'stemming'))).not.toContain('Per organisatie');
    const overzicht = world.ziet('anna', 'stem.organisaties') as ListScreen;
    expect(items(overzicht)).toEqual(['organisatie van anna', 'Politie', 'dirk', 'evi']);
    expect(tekst(overzicht)).toContain('Geteld, van 2 mensen.');
    expect(tekst(overzicht)).toContain('Nog niet geteld.');
    expect(tekst(overzicht)).not.toContain(a);
    expect(
      tekst(stepOf(planner, 'probleem').taken(world.beeld, world.ctx('bram').actor)),
    ).not.toContain('Stem mee');
  });

  it('stands in the minutes, and in a grid of organisaties and problems', () => {
    const { world, a, b, c } = aanTafel();
    gedaan(politie(world, { [a]: '2', [b]: '1' }));
    gedaan(stemt(world, 'evi', b));
    for (const wie of ['dirk', 'anna']) gedaan(stemt(world, wie, c));
    sluit(world);
    gedaan(world.doet('anna', 'lijst.vaststellen', { eerst: '1' }));

    const [overleg1] = planner.overleggen;
    const line = overleg1!.agenda.find(({ id }) => id === 'prioritering');
    expect(line?.besloten(world.beeld)[0]).toBe(
      '5 van de 5 hebben gestemd, van wie 2 met opgestoken handen.',
    );
    const deel = stepOf(planner, 'probleem')
      .hoofdstukken({ ...world.beeld, lezer: world.ctx('evi').actor })
      .flatMap(({ delen }) => delen)
      .find((one) => one.soort === 'tabel' && one.id === 'stemming-organisaties');
    expect(deel).toMatchObject({
      kolommen: [
        { naam: 'Organisatie' },
        { naam: '1. A' },
        { naam: '2. B' },
        { naam: '3. C' },
        { naam: '4. D' },
        { naam: 'Hoe' },
      ],
      rijen: [
        { cellen: ['evi', 0, 1, 0, 0, 'zelf gestemd'] },
        { cellen: ['dirk', 0, 0, 1, 0, 'zelf gestemd'] },
        { cellen: ['organisatie van anna', 0, 0, 1, 0, 'zelf gestemd'] },
        { cellen: ['Politie', 2, 1, 0, 0, 'met opgestoken handen'] },
      ],
    });
  });

  it.each([1, 2, 60])(
    'fits its forms with %i people of one organisatie, and as many alone',
    (n) => {
      const namen = Array.from({ length: n * 2 }, (_, at) => `p${at}`);
      const world = inStap2('anna', ...namen);
      world.said(
        'anna',
        namen.slice(0, n).map((id) => ({
          kind: deelnemer.name,
          id,
          texts: { organisatie: 'Politie' },
        })),
      );
      const ids = Array.from({ length: 12 }, (_, at) => geeft(world, 'anna', `P${at}`));
      gedaan(
        world.doet('anna', 'stemming.openen', {
          onderwerpen: ids.join(','),
          vorm: 'kiezen',
          zicht: 'open',
        }),
      );

      for (const wie of ['p0', `p${n}`])
        pastInKaart(world.opent('anna', 'stem.handen', vanWie(wie)));
      const wie = namen.slice(0, n).join(',');
      gedaan(
        telt(world, 'p0', {
          wie,
          ...(n === 1 ? { keuzes: ids[0]! } : { [`punten_${ids[0]!}`]: `${n}` }),
        }),
      );
      expect(totalen(world)[ids[0]!]).toBe(n);
      expect(kiezers(world.project)).toBe(2 * n + 1);
    },
  );

  it('cannot be entered by who does not lead', () => {
    const { world, a } = aanTafel();
    expect(
      geweigerd(world.doet('bram', 'stem.handen', { wie: 'dirk', keuzes: a }, vanWie('dirk'))),
    ).toBe('alleen-projectleider');
  });
});
