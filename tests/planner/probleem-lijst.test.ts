import { describe, expect, it } from 'vitest';
import { one } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { akkoord, cluster, prioriteitenlijst } from '../../src/planner/plan/plan.ts';
import { draagvlak, draagvlakZinnen } from '../../src/planner/probleem/lijst/draagvlak.ts';
import { probleem as stap2 } from '../../src/planner/probleem/index.ts';
import { arrange } from '../../src/planner/probleem/lijst/lijst.ts';
import { proposeVolgorde } from '../../src/planner/probleem/stemming/volgorde.ts';
import { doeiTabel } from '../../src/planner/probleem/clusters/hoofdstuk-samen.ts';
import { tekst } from '../../support/groep.ts';
import {
  gedaan,
  geeft,
  geweigerd,
  gezegd,
  inStap2,
  items,
  pastInKaart,
  verbs,
  type Groep,
} from './probleem-groep.ts';

const lijst = (world: Groep) => one(world.project, prioriteitenlijst, 'lijst')!;
const voorstel = (world: Groep) => proposeVolgorde(world.project).map(({ naam }) => naam);

/** Five people; anna, bram, cees are in overleg 1. Problems A, B, C in a fixed list, two of them first. */
function vastgesteld(): { world: Groep; ids: string[] } {
  const world = inStap2('anna', 'bram', 'cees', 'dirk', 'eva');
  const ids = ['A', 'B', 'C'].map((naam) => geeft(world, 'bram', naam));
  world.overleg(1, ['anna', 'bram', 'cees']);
  gedaan(world.doet('anna', 'lijst.vaststellen', { eerst: '2', tot: '2027-02-05' }));
  return { world, ids };
}

describe('the proposed order', () => {
  it('follows the ratings, then how often a problem is named', () => {
    const world = inStap2('anna', 'bram');
    geeft(world, 'anna', 'laag', { prioriteit: 'laag', kans: 'hoog' });
    geeft(world, 'anna', 'midden', {});
    const named = geeft(world, 'anna', 'midden, vaker', {});
    geeft(world, 'anna', 'midden, hoge kans', { kans: 'hoog' });
    geeft(world, 'anna', 'hoog', { prioriteit: 'hoog', kans: 'laag' });
    world.doet(
      'bram',
      'probleem.ook',
      { kans: 'midden', gevolgen: 'objecten', prioriteit: 'midden' },
      { id: named },
    );

    expect(voorstel(world)).toEqual([
      'hoog',
      'midden, hoge kans',
      'midden, vaker',
      'midden',
      'laag',
    ]);
  });

  it('follows the levels as one reads them: a mean that is hoog is no lower than another that is', () => {
    const world = inStap2('anna', 'bram');
    geeft(world, 'anna', 'eensgezind', { prioriteit: 'hoog', kans: 'midden' });
    const verdeeld = geeft(world, 'anna', 'verdeeld', { prioriteit: 'hoog', kans: 'hoog' });
    world.doet(
      'bram',
      'probleem.ook',
      { kans: 'hoog', gevolgen: 'objecten', prioriteit: 'midden' },
      { id: verdeeld },
    );

    expect(voorstel(world)).toEqual(['verdeeld', 'eensgezind']);
  });

  it('puts votes above ratings once the vote is closed, and adds them up in a cluster made since', () => {
    const world = inStap2('anna', 'bram');
    const [a, b, c] = ['A', 'B', 'C'].map((naam) => geeft(world, 'anna', naam)) as [
      string,
      string,
      string,
    ];
    world.doet('anna', 'stemming.openen', {
      onderwerpen: [a, b, c].join(','),
      vorm: 'kiezen',
      zicht: 'open',
    });
    world.doet('anna', 'stem', { keuzes: [b, c].join(',') });
    world.doet('bram', 'stem', { keuzes: c });
    const open = voorstel(world);
    world.doet('anna', 'stemming.sluiten');
    const closed = voorstel(world);
    world.said('anna', [say(cluster, 'cl1', { problemen: [a, b] }, { naam: 'AB' })]);

    expect([open, closed]).toEqual([
      ['A', 'B', 'C'],
      ['C', 'B', 'A'],
    ]);
    expect(items(world.ziet('anna', 'lijst'))).toEqual(['1. C', '2. AB']);
    expect(tekst(world.ziet('anna', 'lijst'))).toContain('Stemmen: 1');
  });

  it('shows what is known beside each problem while the group weighs it [D9]', () => {
    const world = inStap2('anna', 'bram');
    const id = geeft(world, 'anna', 'Scooters');
    world.doet('bram', 'doei.toevoegen', {
      over: id,
      soort: 'data',
      tekst: '12 meldingen',
      bron: 'politie',
    });

    const seen = tekst(world.ziet('bram', 'lijst'));

    expect(seen).toContain('12 meldingen. Bron: politie');
    expect(seen).toContain('Prioriteit midden · risico midden · 1 keer genoemd');
    expect(seen).toContain('Onze prioriteiten');
  });
});

describe('figures that were typed with a problem', () => {
  it('stand beside it while the group weighs, for who may read them, and count as data [D9]', () => {
    const world = inStap2('anna', 'bram', 'carla');
    const open = geeft(world, 'anna', 'Scooters', { cijfers: '41 meldingen in een jaar' });
    geeft(world, 'anna', 'Geheim', { cijfers: '3 aangiften', vertrouwelijk: 'true' });
    const pagina = (wie: string) =>
      JSON.stringify(doeiTabel({ ...world.beeld, lezer: world.ctx(wie).actor }).rijen);

    expect(tekst(world.ziet('bram', 'lijst'))).toContain('41 meldingen in een jaar. Bron: anna');
    expect(tekst(world.ziet('bram', 'lijst'))).not.toContain('3 aangiften');
    expect(tekst(world.ziet('anna', 'lijst'))).toContain('3 aangiften');
    expect(pagina('bram')).toContain('41 meldingen in een jaar');
    expect(pagina('bram')).not.toContain('3 aangiften');
    expect(open).not.toBe('');
  });
});

describe('fixing the list', () => {
  it('fixes the order with the problems that come first, and tells the group [C18, C19]', () => {
    const { world, ids } = vastgesteld();

    expect(lijst(world).facts).toMatchObject({
      onderwerpen: ids,
      eerst: ids.slice(0, 2),
      tot: '2027-02-05',
    });
    const told = stap2.berichten['lijst-vastgesteld']!(world.beeld, {});
    expect(told.regels.slice(0, 3)).toEqual(['Dit pakken we eerst aan:', '1. A', '2. B']);
    expect(tekst(told)).toContain('Was je er niet bij? Laat het weten tot vr 5 februari.');
  });

  it('only lets who leads fix it', () => {
    const { world } = vastgesteld();

    expect(geweigerd(world.doet('bram', 'lijst.vaststellen', { eerst: '1' }))).toBe(
      'alleen-projectleider',
    );
    expect(geweigerd(world.doet('bram', 'lijst.heropenen'))).toBe('alleen-projectleider');
  });

  it('is not possible without problems or during a vote, also in a later step; then it is', () => {
    const empty = inStap2('anna');
    const { world, ids } = vastgesteld();
    world.doet('anna', 'lijst.heropenen');
    world.doet('anna', 'stemming.openen', {
      onderwerpen: ids.join(','),
      vorm: 'kiezen',
      zicht: 'open',
    });
    const voting = world.doet('anna', 'lijst.vaststellen', { eerst: '1' });
    world.stap('maatregelen');

    expect(geweigerd(empty.doet('anna', 'lijst.vaststellen', { eerst: '1' }))).toContain(
      'nog geen problemen',
    );
    expect(geweigerd(empty.doet('anna', 'lijst.heropenen'))).toContain('nog geen lijst');
    expect(geweigerd(voting)).toContain('De stemming loopt nog.');
    expect(geweigerd(world.doet('anna', 'lijst.vaststellen', { eerst: '1' }))).toContain(
      'De stemming loopt nog.',
    );
    world.doet('anna', 'stemming.sluiten');
    expect(world.doet('anna', 'lijst.vaststellen', { eerst: '1' }).accepted).toBe(true);
  });

  it('stays quiet when the same list is fixed again', () => {
    const { world } = vastgesteld();
    const { rev } = lijst(world);

    const again = world.doet('anna', 'lijst.vaststellen', { eerst: '2', tot: '2027-02-05' });

    expect([gezegd(again), lijst(world).rev]).toEqual([0, rev]);
  });

  it.each([
    ['abcd', { d: 1 }, 'dabc'],
    ['abcd', { a: 4 }, 'bcda'],
    ['abcd', { a: 3 }, 'bcad'],
    ['abcd', { a: 2, b: 1 }, 'bacd'],
    ['abcd', {}, 'abcd'],
    ['abcd', { c: 1, d: 1 }, 'cdab'],
  ])('moves in %s by %j to %s', (from, places: Record<string, number>, expected) => {
    expect(arrange([...from], (id) => places[id] ?? null).join('')).toBe(expected);
  });

  it('takes other places for the problems, and keeps those that are left empty', () => {
    const { world, ids } = vastgesteld();

    world.doet('anna', 'lijst.vaststellen', { [`plaats_${ids[2]!}`]: '1', eerst: '1' });

    expect(lijst(world).facts).toMatchObject({
      onderwerpen: [ids[2], ids[0], ids[1]],
      eerst: [ids[2]],
    });
  });

  it.each([
    [{ eerst: '' }, 'velden: Kies een aantal.'],
    [{ eerst: '9' }, 'velden: Kies een aantal.'],
    [{ eerst: '1', tot: 'morgen' }, 'velden: Kies een datum. Of schrijf hem zo: 5 juni 2027.'],
  ])('asks again at %j', (inputs: Record<string, string>, zin) => {
    expect(geweigerd(vastgesteld().world.doet('anna', 'lijst.vaststellen', inputs))).toBe(zin);
  });

  it('gives twelve a place of many, and takes one more along when asked', () => {
    const world = inStap2('anna');
    const ids = Array.from({ length: 20 }, (_, at) => geeft(world, 'anna', `P${at}`));
    const form = world.opent('anna', 'lijst.vaststellen', { erbij: ids[17]! }) as FormScreen;

    pastInKaart(form);
    gedaan(
      world.doet(
        'anna',
        'lijst.vaststellen',
        { [`plaats_${ids[17]!}`]: '1', eerst: '2' },
        { erbij: ids[17]! },
      ),
    );

    expect(lijst(world).facts.onderwerpen).toHaveLength(20);
    expect(lijst(world).facts.eerst).toEqual([ids[17], ids[0]]);
  });

  it('asks everybody again after reopening, and keeps the older answers in the log [C16]', () => {
    const { world } = vastgesteld();
    world.doet('bram', 'akkoord.geven');

    const reopened = world.doet('anna', 'lijst.heropenen');
    const again = world.doet('anna', 'lijst.heropenen');
    const between = world.doet('bram', 'akkoord.geven');
    gedaan(world.doet('anna', 'lijst.vaststellen', { eerst: '2', tot: '2027-02-05' }));

    expect(reopened).toMatchObject({ messages: [{ soort: 'lijst-heropend' }] });
    expect([reopened, again].map(gezegd)).toEqual([1, 0]);
    expect(geweigerd(between)).toContain('geen vastgestelde lijst');
    expect(draagvlak(world.project)).toEqual({ mensen: 5, akkoord: 0, niet: 0, geen: 5 });
    expect(one(world.project, akkoord, 'bram')?.facts.antwoord).toBe('akkoord');
  });

  it('shows a problem that came later behind the list, and drops one that was withdrawn', () => {
    const { world, ids } = vastgesteld();

    geeft(world, 'bram', 'Nieuw');
    world.doet('bram', 'probleem.intrekken', {}, { id: ids[0]! });

    expect(items(world.ziet('bram', 'lijst'))).toEqual(['1. B', '2. C', '3. Nieuw']);
  });
});

describe('akkoord', () => {
  it('is one tap, changeable, and quiet when repeated [D11]', () => {
    const { world } = vastgesteld();

    const yes = world.doet('bram', 'akkoord.geven');
    const again = world.doet('bram', 'akkoord.geven');
    const no = world.doet('bram', 'akkoord.niet', { reden: 'Eerst C' });
    const noAgain = world.doet('bram', 'akkoord.niet', { reden: 'Eerst C' });
    const yesAfterAll = world.doet('bram', 'akkoord.geven');

    expect([yes, again, no, noAgain, yesAfterAll].map(gezegd)).toEqual([1, 0, 1, 0, 1]);
    expect(one(world.project, akkoord, 'bram')).toMatchObject({
      facts: { antwoord: 'akkoord', door: 'bram' },
      texts: { reden: '' },
    });
  });

  it('asks what somebody who disagrees wants', () => {
    expect(geweigerd(vastgesteld().world.doet('bram', 'akkoord.niet', { reden: ' ' }))).toBe(
      'velden: Schrijf op wat je anders wilt.',
    );
  });

  it('refuses a button that belongs to an older list', () => {
    const { world, ids } = vastgesteld();
    const args = { lijst: String(lijst(world).rev) };
    world.doet('anna', 'lijst.vaststellen', { [`plaats_${ids[2]!}`]: '1', eerst: '1' });

    expect(geweigerd(world.doet('dirk', 'akkoord.geven', {}, args))).toContain(
      'De lijst is net aangepast.',
    );
    expect(geweigerd(world.doet('dirk', 'akkoord.niet', { reden: 'x' }, args))).toContain(
      'De lijst is net aangepast.',
    );
    expect(
      gezegd(world.doet('dirk', 'akkoord.geven', {}, { lijst: String(lijst(world).rev) })),
    ).toBe(1);
  });

  it('takes all who are present as akkoord in one tap, not who is absent and not over an own answer [C16]', () => {
    const { world } = vastgesteld();
    world.doet('bram', 'akkoord.niet', { reden: 'Eerst C' });

    const all = world.doet('anna', 'akkoord.allen');
    const again = world.doet('anna', 'akkoord.allen');

    expect([all, again].map(gezegd)).toEqual([2, 0]);
    expect(
      [all, again].map((decision) => world.leest('anna', 'akkoord.allen', gedaan(decision)).titel),
    ).toEqual([
      'Opgeslagen. De andere aanwezigen zijn akkoord.',
      'Alle aanwezigen hadden al geantwoord. Er is niets veranderd.',
    ]);
    expect(draagvlakZinnen(world.project)).toEqual([
      '2 van de 3 aanwezigen zijn akkoord.',
      'Niet akkoord: 1.',
      'Niet aanwezig: 0 akkoord, 0 niet akkoord, 2 geen antwoord.',
    ]);
    expect(one(world.project, akkoord, 'cees')?.facts).toMatchObject({ van: 'cees', door: 'anna' });
  });

  it('takes all but some as akkoord, with the reason', () => {
    const { world } = vastgesteld();

    const decision = world.doet('anna', 'akkoord.behalve', {
      wie: 'bram',
      reden: 'Eerst C',
      anderen: 'true',
    });

    expect(gezegd(decision)).toBe(3);
    expect(one(world.project, akkoord, 'bram')).toMatchObject({
      facts: { antwoord: 'niet akkoord', door: 'anna' },
      texts: { reden: 'Eerst C' },
    });
    expect(draagvlak(world.project)).toEqual({ mensen: 5, akkoord: 2, niet: 1, geen: 2 });
    expect(geweigerd(world.doet('anna', 'akkoord.behalve', { wie: '', reden: 'x' }))).toContain(
      'Kies wie niet akkoord is.',
    );
  });

  it('shows who refused before, ticked or named, and asks what the others want; who is unticked has come round', () => {
    const { world } = vastgesteld();
    world.doet('bram', 'akkoord.niet', { reden: 'Eerst C' });
    world.doet('anna', 'akkoord.behalve', { wie: 'cees', reden: 'Eerst A', anderen: '' });

    const form = world.opent('anna', 'akkoord.behalve');
    expect(form).toMatchObject({
      uitleg: ['Gaf zelf al aan niet akkoord te zijn: bram.'],
      velden: {
        wie: { waarde: 'cees' },
        reden: { label: 'Wat willen zij anders?', waarde: 'Eerst A' },
      },
    });
    gedaan(
      world.doet('anna', 'akkoord.behalve', { wie: 'anna', reden: 'Eerst B', anderen: 'true' }),
    );
    expect(one(world.project, akkoord, 'cees')?.facts.antwoord).toBe('akkoord');
    expect(one(world.project, akkoord, 'bram')?.facts.antwoord).toBe('niet akkoord');
  });

  it('never answers over what somebody answered themselves', () => {
    const { world } = vastgesteld();
    for (const wie of ['anna', 'bram', 'cees']) world.doet(wie, 'akkoord.geven');

    expect(geweigerd(world.doet('anna', 'akkoord.geven', {}, { namens: 'bram' }))).toBe(
      'niet-nu: bram heeft zelf al geantwoord.',
    );
    expect(
      geweigerd(world.doet('anna', 'akkoord.niet', { reden: 'x' }, { namens: 'bram' })),
    ).toContain('zelf al geantwoord');
    expect(geweigerd(world.doet('anna', 'akkoord.behalve', { wie: 'bram', reden: 'x' }))).toContain(
      'hebben zelf al geantwoord',
    );
    expect(gezegd(world.doet('anna', 'akkoord.geven', {}, { namens: 'dirk' }))).toBe(1);
  });

  it('needs a list, who is present, and somebody who leads', () => {
    const world = inStap2('anna', 'bram');
    geeft(world, 'anna', 'A');
    const noList = world.doet('bram', 'akkoord.geven');
    world.doet('anna', 'lijst.vaststellen', { eerst: '1' });

    expect(geweigerd(noList)).toContain('geen vastgestelde lijst');
    expect(geweigerd(world.doet('anna', 'akkoord.allen'))).toContain(
      'Leg eerst vast wie er bij overleg 1 zijn.',
    );
    expect(geweigerd(world.doet('anna', 'akkoord.behalve', {}))).toContain(
      'Leg eerst vast wie er bij overleg 1 zijn.',
    );
    expect(geweigerd(world.doet('bram', 'akkoord.allen'))).toBe('alleen-projectleider');
    expect(geweigerd(world.doet('bram', 'akkoord.behalve', {}))).toBe('alleen-projectleider');
    expect(draagvlakZinnen(world.project)).toEqual([
      'Geen van de 2 deelnemers is akkoord.',
      'Geen antwoord: 2.',
    ]);
  });

  it('shows reasons to all, names only to who leads, and no answer never as akkoord', () => {
    const { world } = vastgesteld();
    world.doet('bram', 'akkoord.niet', { reden: 'Eerst C' });
    world.doet('dirk', 'akkoord.geven');

    const group = tekst(world.ziet('cees', 'akkoord'));
    const leader = world.ziet('anna', 'akkoord');

    expect(group).toContain('Eerst C');
    expect(group).not.toMatch(/bram|dirk|eva/);
    expect(group).toContain('Geen van de 3 aanwezigen is akkoord.');
    expect(group).toContain('Geen antwoord: 2.');
    expect(tekst(leader)).toContain('eva, organisatie van eva');
    expect(verbs(leader)).toEqual(expect.arrayContaining(['akkoord.allen', 'akkoord.behalve']));
  });

  it('stays open to who was absent after step 3 has begun', () => {
    const { world } = vastgesteld();
    world.stap('maatregelen');

    expect(gezegd(world.doet('dirk', 'akkoord.geven'))).toBe(1);
  });

  it('fits its form with 60 people present', () => {
    const namen = Array.from({ length: 60 }, (_, at) => `p${at}`);
    const world = inStap2(...namen);
    geeft(world, 'p0', 'A');
    world.overleg(1, namen);
    world.doet('p0', 'lijst.vaststellen', { eerst: '1' });

    pastInKaart(world.opent('p0', 'akkoord.behalve'));
    world.doet('p0', 'akkoord.behalve', { wie: 'p40', reden: 'Anders', anderen: 'false' });
    world.doet('p0', 'akkoord.allen');

    expect(draagvlak(world.project)).toEqual({ mensen: 60, akkoord: 59, niet: 1, geen: 0 });
  });
});
