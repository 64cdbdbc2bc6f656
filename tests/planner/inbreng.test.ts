import { describe, expect, it } from 'vitest';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { voorkeur } from '../../src/process/kalender/moment.ts';
import { overleg } from '../../src/process/feiten/overleg.ts';
import { one } from '../../src/process/feiten/project.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { inbrengVan, zonderReden } from '../../src/process/stappen/inbreng.ts';
import { say } from '../../support/gezegd.ts';
import { wordt } from '../klok/lezen.ts';
import { heropent, hoort, inOverleg, leest, sluit, steltVast, verteld } from './inbreng-groep.ts';
import {
  gedaan,
  geeft,
  getypt,
  geweigerd,
  inStap2,
  keuzes,
  pastInKaart,
  type Groep,
} from './probleem-groep.ts';

const gevraagd = (world: Groep): string[] => zonderReden(world.beeld).map(({ zin }) => zin);

describe('a problem that somebody brought', () => {
  it('is on the list with its number, or comes later; who brought nothing hears nothing [C18, C19]', () => {
    const world = inOverleg('bram', 'cees');
    for (const naam of ['A', 'B', 'C']) geeft(world, 'bram', naam);
    steltVast(world, 2);
    sluit(world);

    const read = wordt(world, '2027-02-03');
    expect(verteld(read, 'bram')).toEqual([
      [
        '• A: dit pakken we eerst aan, als nummer 1.',
        '• B: dit pakken we eerst aan, als nummer 2.',
        '• C: dit komt later aan de beurt.',
      ],
    ]);
    expect(verteld(read, 'cees')).toEqual([]);
    expect(verteld(read, 'de groep')).toEqual([]);
  });

  it('belongs to what it was merged into, and that has a place', () => {
    const world = inOverleg('bram', 'cees');
    const [a, b] = [geeft(world, 'bram', 'Fietsen weg'), geeft(world, 'cees', 'Diefstal')];
    geeft(world, 'cees', 'Lawaai');
    gedaan(world.doet('anna', 'cluster.maken', { problemen: `${a},${b}`, naam: 'Fietsdiefstal' }));
    steltVast(world, 1);

    expect(leest(world, 'bram')).toEqual([
      'Fietsen weg: Dit hoort nu bij “Fietsdiefstal”. Dat pakken we eerst aan, als nummer 1.',
    ]);
    expect(leest(world, 'cees')).toEqual([
      'Diefstal: Dit hoort nu bij “Fietsdiefstal”. Dat pakken we eerst aan, als nummer 1.',
      'Lawaai: Dit komt later aan de beurt.',
    ]);
  });

  it('is told to whoever sees it too, and to the one who took over from who left', () => {
    const world = inOverleg('bram', 'cees', 'dirk', 'eva');
    const id = geeft(world, 'bram', 'A');
    const mening = { kans: 'midden', gevolgen: 'objecten', prioriteit: 'midden' };
    gedaan(world.doet('cees', 'probleem.ook', mening, { id }));
    steltVast(world, 1);
    world.said('anna', [
      say(deelnemer, 'bram', { status: 'weg', opvolger: 'dirk' }),
      say(deelnemer, 'eva', { status: 'weg', opvolger: '' }),
    ]);
    sluit(world);

    const read = wordt(world, '2027-02-03');
    const A = [['• A: dit pakken we eerst aan, als nummer 1.']];
    for (const wie of ['cees', 'dirk']) expect(verteld(read, wie), wie).toEqual(A);
    for (const wie of ['anna', 'bram', 'eva']) expect(verteld(read, wie), wie).toEqual([]);
  });

  it('says nothing while nothing was decided, and nothing of what came after the list', () => {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'bram', 'A');
    expect(leest(world, 'bram')).toEqual([]);
    steltVast(world, 1);
    geeft(world, 'anna', 'Later gemeld', {}, { namens: 'bram' });
    expect(leest(world, 'bram')).toEqual(['A: Dit pakken we eerst aan, als nummer 1.']);
    world.doet('anna', 'lijst.heropenen');
    expect(leest(world, 'bram')).toEqual([]);
  });

  it('that came too late and was not taken over is told as that; taken over it is told as any other', () => {
    const world = inOverleg('bram', 'cees');
    world.sluit('probleem');
    const stuurt = (omschrijving: string) =>
      gedaan(
        world.doet('bram', 'nagekomen.sturen', getypt(omschrijving), {
          verb: 'probleem.doorgeven',
        }),
      );
    const [wel, niet] = [stuurt('Wel'), stuurt('Niet')];
    expect(leest(world, 'bram')).toEqual([]);
    gedaan(world.doet('anna', 'nagekomen.overnemen', {}, { id: wel }));
    gedaan(world.doet('anna', 'nagekomen.afwijzen', {}, { id: niet }));
    steltVast(world, 1);
    sluit(world);
    expect(hoort(world, 'bram', '2027-02-03')).toEqual([
      [
        '• Wel: dit pakken we eerst aan, als nummer 1.',
        '• Niet: dit kwam na de sluiting. Het is niet overgenomen.',
      ],
    ]);
    expect(leest(world, 'cees')).toEqual([]);
  });

  it('goes along to step 3 when the group goes on without a list', () => {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'bram', 'A');
    sluit(world);
    expect(hoort(world, 'bram', '2027-02-05')).toEqual([]);
    world.het_is('2027-02-08');
    gedaan(
      world.doet(
        'anna',
        'stap.volgende',
        { datum: '2027-03-04', tijd: '17:00' },
        { lijst: 'zonder' },
      ),
    );

    expect(leest(world, 'bram')).toEqual(['A: Dit gaat mee naar stap 3, als nummer 1.']);
    expect(hoort(world, 'bram', '2027-02-09')).toHaveLength(1);
  });

  it.each([1, 7, 30])(
    'of %i, a message names the first six and says how many more there are',
    (n) => {
      const world = inOverleg('bram', 'cees');
      for (let at = 0; at < n; at++) geeft(world, 'bram', `Probleem ${at}`);
      steltVast(world, 1);
      sluit(world);
      const [regels = []] = hoort(world, 'bram', '2027-02-03');
      expect(regels).toHaveLength(Math.min(n, 7));
      const meer = { 1: undefined, 7: '• En nog 1 ding.', 30: '• En nog 24 dingen.' }[n];
      if (meer) expect(regels.at(-1)).toContain(meer);
      expect(leest(world, 'bram')).toHaveLength(n);
    },
  );

  it('is not told to a person alone, nor to who wants no reminders; they can read it all the same', () => {
    const alleen = inStap2('anna');
    geeft(alleen, 'anna', 'A');
    alleen.het_is('2027-02-02');
    alleen.overleg(1, ['anna']);
    steltVast(alleen, 1);
    sluit(alleen);
    expect(hoort(alleen, 'anna', '2027-02-03')).toEqual([]);
    expect(leest(alleen, 'anna')).toHaveLength(1);

    const world = inOverleg('bram', 'cees');
    geeft(world, 'bram', 'A');
    geeft(world, 'cees', 'B');
    const stil = { afwezigTot: '', rust: '' } as const;
    world.said('bram', [say(voorkeur, 'bram', { ...stil, herinneren: 'niet' })]);
    world.said('cees', [say(voorkeur, 'cees', { ...stil, herinneren: 'gesprek' })]);
    steltVast(world, 1);
    sluit(world);
    const read = wordt(world, '2027-02-03');
    expect(verteld(read, 'bram')).toEqual([]);
    // In the group only that there is something to read, and for whom.
    expect(verteld(read, 'cees')).toEqual([]);
    expect(verteld(read, 'de groep')).toEqual([[]]);
  });
});

describe('when it is told', () => {
  it.each([
    ['in the overleg', '2027-02-02', '2027-02-03'],
    ['days after it, before a weekend', '2027-02-05', '2027-02-08'],
  ])(
    'is the morning after both the overleg and the list: the list is fixed %s',
    (_wat, dag, ochtend) => {
      const world = inOverleg('bram', 'cees');
      geeft(world, 'bram', 'A');
      if (dag === '2027-02-02') steltVast(world, 1);
      sluit(world);
      if (dag !== '2027-02-02') {
        expect(hoort(world, 'bram', dag, '11:00')).toEqual([]);
        steltVast(world, 1);
      }
      expect(hoort(world, 'bram', ochtend, '08:59')).toEqual([]);
      expect(hoort(world, 'bram', ochtend)).toHaveLength(1);
      expect(hoort(world, 'bram', '2027-06-30')).toEqual([]);
    },
  );

  it('is once for one closing, also when more is decided later; the next overleg tells that', () => {
    const world = inOverleg('bram', 'cees');
    const [, b] = [geeft(world, 'bram', 'A'), geeft(world, 'bram', 'B')];
    steltVast(world, 1);
    sluit(world);
    expect(hoort(world, 'bram', '2027-02-03')).toHaveLength(1);
    gedaan(world.doet('anna', 'lijst.reden', { welke: b, keuze: 'niet', reden: 'Geen geld.' }));
    expect(hoort(world, 'bram', '2027-02-15')).toEqual([]);
    expect(leest(world, 'bram')[1]).toBe('B: Dit pakken we niet op. Waarom: Geen geld.');

    world.said('anna', [
      say(overleg, 'overleg2', {
        ...one(world.project, overleg, 'overleg1')!.facts,
        nummer: 2,
        gesloten: '',
      }),
    ]);
    sluit(world, '2027-02-16', '12:00', 2);
    expect(hoort(world, 'bram', '2027-02-17')).toEqual([
      ['• B: dit pakken we niet op. Waarom: Geen geld.'],
    ]);
  });

  it('is no news any more after a long standstill', () => {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'bram', 'A');
    steltVast(world, 1);
    sluit(world);
    expect(hoort(world, 'bram', '2027-03-01')).toEqual([]);
    expect(leest(world, 'bram')).toHaveLength(1);
  });

  it('waits for a working day when the bot stood still over its morning', () => {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'bram', 'A');
    steltVast(world, 1);
    sluit(world);
    expect(hoort(world, 'bram', '2027-02-06', '12:00')).toEqual([]);
    expect(hoort(world, 'bram', '2027-02-08')).toHaveLength(1);
  });

  it('is again after the overleg was held again, but only what changed', () => {
    const world = inOverleg('bram', 'cees');
    const [a, b] = [geeft(world, 'bram', 'A'), geeft(world, 'bram', 'B')];
    geeft(world, 'cees', 'C');
    steltVast(world, 3);
    sluit(world);
    expect(hoort(world, 'bram', '2027-02-03')).toHaveLength(1);

    heropent(world, '2027-02-09');
    expect(hoort(world, 'bram', '2027-02-10')).toEqual([]);
    sluit(world, '2027-02-10');
    expect(hoort(world, 'bram', '2027-02-12')).toEqual([]);

    heropent(world, '2027-02-16');
    gedaan(world.doet('anna', 'lijst.heropenen'));
    gedaan(
      world.doet('anna', 'lijst.vaststellen', {
        [`plaats_${b}`]: '1',
        [`plaats_${a}`]: '2',
        eerst: '3',
      }),
    );
    sluit(world, '2027-02-16');
    const read = wordt(world, '2027-02-17');
    expect(verteld(read, 'bram')).toEqual([
      [
        '• A: dit pakken we eerst aan, als nummer 2.',
        '• B: dit pakken we eerst aan, als nummer 1.',
      ],
    ]);
    expect(verteld(read, 'cees')).toEqual([]);
  });
});

describe('a vote', () => {
  /** Bram votes for these of three problems, of which the first so many are tackled first. */
  function gestemd(gekozen: readonly number[], eerst: number): string[] {
    const world = inOverleg('bram', 'cees');
    const ids = ['A', 'B', 'C'].map((naam) => geeft(world, 'cees', naam));
    gedaan(
      world.doet('anna', 'stemming.openen', {
        onderwerpen: ids.join(','),
        vorm: 'kiezen',
        zicht: 'uitslag',
      }),
    );
    gedaan(world.doet('bram', 'stem', { keuzes: gekozen.map((at) => ids[at]).join(',') }));
    expect(leest(world, 'bram')).toEqual([]);
    gedaan(world.doet('anna', 'stemming.sluiten'));
    const plaatsen = Object.fromEntries(ids.map((id, at) => [`plaats_${id}`, String(at + 1)]));
    gedaan(world.doet('anna', 'lijst.vaststellen', { ...plaatsen, eerst: String(eerst) }));
    // Never where the group reads along, whoever asks.
    const samen = { ...world.beeld, project: voorIedereen(world.project) };
    expect(inbrengVan(samen, world.ctx('bram').actor)).toEqual([]);
    return leest(world, 'bram').map((regel) => regel.replace('Jouw stem: ', ''));
  }

  it.each([
    [[0], 1, /^Het probleem dat jij koos, pakken we eerst aan: nummer 1\.$/],
    [[2], 1, /^Het probleem dat jij koos, komt niet als eerste aan de beurt\.$/],
    [[1, 2], 1, /^Van de 2 problemen die jij koos, pakken we er geen eerst aan\.$/],
    [[0, 1], 3, /^Van de 2 problemen die jij koos, pakken we er 2 eerst aan: de nummers 1 en 2\.$/],
    [[0, 1], 1, /^Van de 2 problemen die jij koos, pakken we er 1 eerst aan: nummer 1\.$/],
    [[0, 1, 2], 3, /: de nummers 1, 2 en 3\.$/],
  ])('for %j, with %i first, says what came of it [D10]', (gekozen, eerst, zin) => {
    expect(gestemd(gekozen, eerst)).toEqual([expect.stringMatching(zin)]);
  });
});

describe('who did not agree', () => {
  function geweigerdDoor(wie: string): Groep {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'anna', 'A');
    steltVast(world, 1);
    gedaan(world.doet(wie, 'akkoord.niet', { reden: 'Ook iets voor jongeren.' }));
    return world;
  }

  it('hears what was done with it; whoever leads is asked for that, until they wrote it [D11]', () => {
    const world = geweigerdDoor('bram');
    expect(gevraagd(world)).toEqual([]);
    sluit(world);
    expect(gevraagd(world)).toEqual([
      '1 deelnemer is niet akkoord. Schrijf op wat je daarmee doet.',
    ]);
    expect(hoort(world, 'bram', '2027-02-03')).toEqual([]);
    gedaan(
      world.doet('anna', 'akkoord.weerwoord', { tekst: 'Dat komt in overleg 2.' }, { id: 'bram' }),
    );
    expect(gevraagd(world)).toEqual([]);
    expect(hoort(world, 'bram', '2027-02-04')).toEqual([
      ['• Je was niet akkoord met de lijst: de projectleider schrijft: Dat komt in overleg 2.'],
    ]);
  });

  it('hears that the list was changed, and nothing any more once they agree', () => {
    const world = geweigerdDoor('bram');
    geeft(world, 'anna', 'B');
    steltVast(world, 2);
    expect(leest(world, 'bram')).toEqual([
      'Je was niet akkoord met de lijst: De lijst is daarna aangepast.',
    ]);
    gedaan(world.doet('bram', 'akkoord.geven'));
    expect(leest(world, 'bram')).toEqual([]);
  });

  it('cannot be answered about an older list, nor for who agrees', () => {
    const world = geweigerdDoor('bram');
    const antwoord = (id: string) =>
      world.doet('anna', 'akkoord.weerwoord', { tekst: 'x' }, { id });
    expect(geweigerd(antwoord('cees'))).toContain('geen bezwaar');
    gedaan(world.doet('bram', 'akkoord.geven'));
    expect(geweigerd(antwoord('bram'))).toContain('geen bezwaar');
  });
});

describe('whoever leads is asked for a reason', () => {
  it('once the overleg is over, for what others brought and does not come first; one reason may do for all', () => {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'bram', 'A');
    geeft(world, 'anna', 'Van Anna');
    expect(geweigerd(world.doet('anna', 'lijst.reden', {}))).toContain('geen probleem dat later');
    steltVast(world, 1);
    sluit(world);
    expect(gevraagd(world)).toEqual([]);

    for (const naam of ['C', 'D']) geeft(world, 'anna', naam, {}, { namens: 'bram' });
    steltVast(world, 1);
    expect(gevraagd(world)).toEqual(['2 problemen komen niet eerst. Schrijf op waarom.']);
    const form = world.opent('anna', 'lijst.reden');
    pastInKaart(form);
    const welke = keuzes(form, 'welke');
    expect(welke).toHaveLength(3);
    expect(
      geweigerd(
        world.doet('anna', 'lijst.reden', { welke: welke.join(), keuze: 'later', reden: '' }),
      ),
    ).toContain('Schrijf op waarom.');
    gedaan(
      world.doet('anna', 'lijst.reden', { welke: welke.join(), keuze: 'later', reden: 'Eerst A.' }),
    );
    expect(gevraagd(world)).toEqual([]);
    expect(leest(world, 'bram')).toContain('C: Dit komt later aan de beurt. Waarom: Eerst A.');
    expect(JSON.stringify(world.ziet('cees', 'lijst'))).toContain(
      'Dit komt later. Waarom: Eerst A.',
    );
  });

  it('not for so many at once that a transaction cannot hold them [risk R29]', () => {
    const world = inOverleg('bram', 'cees');
    for (let at = 0; at < 60; at++) geeft(world, 'bram', `Probleem ${at}`);
    steltVast(world, 1);
    sluit(world);
    const form = world.opent('anna', 'lijst.reden');
    pastInKaart(form);
    const alle = { keuze: 'later', reden: 'Eerst het eerste.' };
    const ids = world.project.entries.get('probleem')!.keys();
    expect(
      geweigerd(world.doet('anna', 'lijst.reden', { ...alle, welke: [...ids].slice(1).join() })),
    ).toContain('maximaal 40');
    expect(gevraagd(world)).toEqual(['59 problemen komen niet eerst. Schrijf op waarom.']);
  });
});

describe('what is confidential', () => {
  it('keeps its words and its reason from others, and its owner reads both', () => {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'cees', 'A');
    const b = geeft(world, 'bram', 'Geheim verhaal', { vertrouwelijk: 'true' });
    steltVast(world, 1);
    gedaan(world.doet('anna', 'lijst.reden', { welke: b, keuze: 'niet', reden: 'Stille reden.' }));
    sluit(world);

    const read = wordt(world, '2027-02-03');
    expect(verteld(read, 'bram')).toEqual([
      ['• Geheim verhaal: dit pakken we niet op. Waarom: Stille reden.'],
    ]);
    const anderen = [
      ...read.filter(({ wie }) => wie !== 'bram').map(({ tekst }) => tekst),
      JSON.stringify(world.ziet('cees', 'lijst')),
      JSON.stringify(world.ziet('cees', 'taken')),
    ].join();
    for (const woord of ['Geheim verhaal', 'Stille reden']) expect(anderen).not.toContain(woord);
  });
});
