import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { judge } from '../../src/process/contract/judge.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { voorkeur } from '../../src/process/kalender/moment.ts';
import { zonderReden } from '../../src/process/stappen/inbreng.ts';
import { say } from '../../support/gezegd.ts';
import { van, wordt } from '../klok/lezen.ts';
import { heropent, hoort, inOverleg, leest, sluit, steltVast } from './inbreng-groep.ts';
import { gedaan, geeft, geweigerd, type Groep } from './probleem-groep.ts';

// Overleg 1 is on Tuesday 2 February; the next working morning is the 3rd, the five days end on Wednesday the 10th.

const A = [['• A: dit pakken we eerst aan, als nummer 1.']];
const B = [['• B: dit komt later aan de beurt.']];

const gevraagd = (world: Groep): string[] => zonderReden(world.beeld).map(({ zin }) => zin);

/** Cees brought A, that comes first; Bram brought B. Overleg 1 is over. */
function naOverleg(vooraf: (world: Groep) => void = () => {}): Groep & { b: string } {
  const world = inOverleg('bram', 'cees');
  geeft(world, 'cees', 'A');
  const b = geeft(world, 'bram', 'B');
  steltVast(world, 1);
  vooraf(world);
  sluit(world);
  return Object.assign(world, { b });
}

const wil = (world: Groep, wie: string, anders: { afwezigTot?: string; rust?: string }) =>
  world.said(wie, [
    say(voorkeur, wie, { herinneren: 'overal', afwezigTot: '', rust: '', ...anders }),
  ]);

const status = (world: Groep, wie: string, nu: 'lid' | 'vertrokken') =>
  world.said('anna', [say(deelnemer, wie, { status: nu })]);

describe('who cannot be asked on the morning after', () => {
  it.each([
    ['is away', { afwezigTot: '2027-02-04' }, '2027-02-04'],
    ['is away until after the weekend', { afwezigTot: '2027-02-06' }, '2027-02-08'],
    ['put it off for a day', { rust: '2027-02-04T07:00:00.000Z' }, '2027-02-04'],
    ['put it off to later on a day', { rust: '2027-02-04T12:00:00.000Z' }, '2027-02-05'],
    ['is back on the last of the five days', { afwezigTot: '2027-02-09' }, '2027-02-09'],
  ])('and %s, hears it on the first morning on which they can, once', (_wat, anders, op) => {
    for (const wie of [['bram'], ['bram', 'cees']]) {
      const world = naOverleg((eerst) => wie.forEach((lid) => wil(eerst, lid, anders)));
      const eerste = wordt(world, '2027-02-03');
      expect(van(eerste, 'bram')).toEqual([]);
      expect(van(eerste, 'cees')).toHaveLength(wie.length === 1 ? 1 : 0);
      expect(hoort(world, 'bram', op, '08:59')).toEqual([]);
      const daarna = wordt(world, op);
      expect(van(daarna, 'bram')).toHaveLength(1);
      expect(van(daarna, 'bram').join()).toContain(B.flat().join());
      expect(van(daarna, 'cees')).toHaveLength(wie.length === 1 ? 0 : 1);
      expect(hoort(world, 'bram', '2027-06-30')).toEqual([]);
    }
  });

  it('and is back after five days, hears nothing: it is no news any more', () => {
    const world = naOverleg((eerst) => wil(eerst, 'bram', { afwezigTot: '2027-02-10' }));
    for (const dag of ['2027-02-03', '2027-02-10', '2027-02-11', '2027-06-30'])
      expect(hoort(world, 'bram', dag), dag).toEqual([]);
    expect(leest(world, 'bram')).toHaveLength(1);
  });

  it('and left and came back, hears it the morning after', () => {
    const world = naOverleg();
    status(world, 'bram', 'vertrokken');
    expect(hoort(world, 'cees', '2027-02-03')).toEqual(A);
    expect(hoort(world, 'bram', '2027-02-04')).toEqual([]);
    status(world, 'bram', 'lid');
    expect(hoort(world, 'bram', '2027-02-05')).toEqual(B);
    expect(hoort(world, 'bram', '2027-02-10')).toEqual([]);
  });

  it('hears each on their own morning, also when the bot stood still over all of them', () => {
    for (const dagen of [['2027-02-03', '2027-02-04', '2027-02-05'], ['2027-02-05']]) {
      const world = naOverleg((eerst) => wil(eerst, 'bram', { afwezigTot: '2027-02-04' }));
      const gelezen = dagen.flatMap((dag) => wordt(world, dag));
      for (const wie of ['bram', 'cees']) expect(van(gelezen, wie), wie).toHaveLength(1);
    }
  });
});

describe('a reason that is written before the morning', () => {
  it('puts off only the message of whom it is about', () => {
    const world = naOverleg();
    world.het_is('2027-02-03', '08:30');
    gedaan(world.doet('anna', 'lijst.reden', { welke: world.b, keuze: 'later', reden: 'Druk.' }));
    const read = wordt(world, '2027-02-03');
    expect([van(read, 'cees').length, van(read, 'bram').length]).toEqual([1, 0]);
    expect(hoort(world, 'bram', '2027-02-04')).toEqual([
      ['• B: dit komt later aan de beurt. Waarom: Druk.'],
    ]);
    expect(hoort(world, 'cees', '2027-02-10')).toEqual([]);
  });
});

describe('the overleg that the message names', () => {
  const zin = (nummer: number) => `In overleg ${nummer} is besloten over wat jij inbracht.`;

  /** Overleg 2 begins on the same day, and is over the day after. */
  function metOverleg2(tijdens: (world: Groep & { b: string }) => void = () => {}): Groep {
    const world = naOverleg();
    world.het_is('2027-02-02', '15:00');
    world.overleg(2, ['anna', 'bram']);
    wordt(world, '2027-02-03');
    tijdens(world);
    sluit(world, '2027-02-03', '16:00', 2);
    return world;
  }

  it('is the one in which it was decided, also when another was held before the morning', () => {
    const world = metOverleg2();
    const read = wordt(world, '2027-02-04');
    for (const wie of ['bram', 'cees']) {
      expect(van(read, wie), wie).toEqual([expect.stringContaining(zin(1))]);
      expect(van(read, wie).join()).not.toContain(zin(2));
    }
    expect(van(wordt(world, '2027-02-10'), 'bram')).toEqual([]);
  });

  it('is for each the one of their own', () => {
    const world = metOverleg2((eerst) => {
      const { b } = eerst;
      eerst.het_is('2027-02-03', '11:00');
      gedaan(eerst.doet('anna', 'lijst.reden', { welke: b, keuze: 'later', reden: 'Druk.' }));
    });
    const read = wordt(world, '2027-02-04');
    expect(van(read, 'bram')).toEqual([expect.stringContaining(zin(2))]);
    expect(van(read, 'cees')).toEqual([expect.stringContaining(zin(1))]);
  });

  it('is that one again when it was opened again after the other', () => {
    const world = metOverleg2();
    wordt(world, '2027-02-04');
    heropent(world, '2027-02-08');
    gedaan(world.doet('anna', 'lijst.heropenen'));
    steltVast(world, 2);
    sluit(world, '2027-02-08');
    expect(van(wordt(world, '2027-02-09'), 'bram')).toEqual([expect.stringContaining(zin(1))]);
  });
});

describe('a new objection to the same list', () => {
  const NIET = 'Je was niet akkoord met de lijst: De projectleider schrijft: ';
  const TAAK = '1 deelnemer is niet akkoord. Schrijf op wat je daarmee doet.';
  const zegtNiet = (world: Groep, reden: string) =>
    gedaan(world.doet('bram', 'akkoord.niet', { reden }));
  const antwoordt = (world: Groep, tekst: string) =>
    gedaan(world.doet('anna', 'akkoord.weerwoord', { tekst }, { id: 'bram' }));

  function beantwoord(): Groep {
    const world = inOverleg('bram', 'cees');
    geeft(world, 'anna', 'A');
    steltVast(world, 1);
    zegtNiet(world, 'Ook jongeren.');
    antwoordt(world, 'Dat komt.');
    sluit(world);
    expect([gevraagd(world), leest(world, 'bram')]).toEqual([[], [`${NIET}Dat komt.`]]);
    return world;
  }

  it.each([false, true])('has no answer yet; in between they agreed: %s', (akkoord) => {
    const world = beantwoord();
    if (akkoord) gedaan(world.doet('bram', 'akkoord.geven'));
    zegtNiet(world, 'Het geld klopt niet.');
    expect([gevraagd(world), leest(world, 'bram')]).toEqual([[TAAK], []]);
    expect(JSON.stringify(world.ziet('cees', 'akkoord'))).not.toContain('Dat komt.');
    expect(JSON.stringify(world.opent('anna', 'akkoord.weerwoord', { id: 'bram' }))).not.toContain(
      'Dat komt.',
    );
  });

  it.each(['Dat komt.', 'Het geld is er.'])('is answered by “%s”, and that is told', (tekst) => {
    const world = beantwoord();
    expect(hoort(world, 'bram', '2027-02-03')).toHaveLength(1);
    zegtNiet(world, 'Het geld klopt niet.');
    antwoordt(world, tekst);
    expect([gevraagd(world), leest(world, 'bram')]).toEqual([[], [`${NIET}${tekst}`]]);
    heropent(world, '2027-02-04');
    sluit(world, '2027-02-04');
    expect(hoort(world, 'bram', '2027-02-05')).toHaveLength(1);
  });

  it('is not answered by what was being written about the one before', () => {
    const world = beantwoord();
    const form = world.opent('anna', 'akkoord.weerwoord', { id: 'bram' });
    const rev = 'kind' in form ? form.rev : 0;
    zegtNiet(world, 'Het geld klopt niet.');
    const action = planner.acties.get('akkoord.weerwoord')!;
    const filledIn = { raw: { tekst: 'Jongeren komen erbij.' }, rev };
    const decision = judge(action, world.ctx('anna', { id: 'bram' }), filledIn);
    expect(geweigerd(decision)).toContain('gewijzigd');
  });

  it('the same one, sent once more, is none', () => {
    const world = beantwoord();
    zegtNiet(world, 'Ook jongeren.');
    expect([gevraagd(world), leest(world, 'bram')]).toEqual([[], [`${NIET}Dat komt.`]]);
  });
});

describe('a reason why something does not come first', () => {
  const vast = (world: Groep, eerst: number) => {
    gedaan(world.doet('anna', 'lijst.heropenen'));
    steltVast(world, eerst);
  };

  function metReden() {
    const world = inOverleg('bram', 'cees');
    const [a, b] = [geeft(world, 'bram', 'A'), geeft(world, 'cees', 'B')];
    steltVast(world, 1);
    gedaan(world.doet('anna', 'lijst.reden', { welke: b, keuze: 'niet', reden: 'Geen geld.' }));
    sluit(world);
    return { world, a, b };
  }

  const VRAAG = ['1 probleem komt niet eerst. Schrijf op waarom.'];
  const REDEN = ['B: Dit pakken we niet op. Waarom: Geen geld.'];

  it('stays while it does not, and is over once it did: it is asked for again', () => {
    const { world, b } = metReden();
    vast(world, 1);
    expect([gevraagd(world), leest(world, 'cees')]).toEqual([[], REDEN]);
    vast(world, 2);
    vast(world, 1);
    expect([gevraagd(world), leest(world, 'cees')]).toEqual([
      VRAAG,
      ['B: Dit komt later aan de beurt.'],
    ]);
    expect(JSON.stringify(world.opent('anna', 'lijst.reden', { id: b }))).not.toContain(
      'Geen geld',
    );
    gedaan(world.doet('anna', 'lijst.reden', { welke: b, keuze: 'niet', reden: 'Geen geld.' }));
    expect([gevraagd(world), leest(world, 'cees')]).toEqual([[], REDEN]);
  });

  it('is over as well once it came first as a part of something else', () => {
    const { world, a, b } = metReden();
    gedaan(world.doet('anna', 'lijst.heropenen'));
    const cluster = gedaan(
      world.doet('anna', 'cluster.maken', { problemen: `${a},${b}`, naam: 'AB' }),
    );
    steltVast(world, 1);
    gedaan(world.doet('anna', 'lijst.heropenen'));
    gedaan(world.doet('anna', 'cluster.ontbinden', {}, { id: cluster }));
    steltVast(world, 1);
    expect([gevraagd(world), leest(world, 'cees')]).toEqual([
      VRAAG,
      ['B: Dit komt later aan de beurt.'],
    ]);
  });
});
