import { describe, expect, it } from 'vitest';
import { aanbeveling, doel, monitoring } from '../../src/planner/plan/plan.ts';
import { klokBerichten, rondsturen } from '../../src/process/klok/berichten.ts';
import { tik } from '../../src/process/klok/tik.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { afspraak, overleg } from '../../src/process/feiten/overleg.ts';
import { one } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { stap } from '../../src/process/feiten/geopende-stap.ts';
import { groep } from '../../support/groep.ts';
import { van, wordt, type Wereld } from './lezen.ts';

/** Bram measures a goal each month from 1 March on; the group is in step 5. */
function inStap5(): Wereld {
  const world = groep('Sanne', 'Bram', 'Lotte');
  world.het_is('2027-02-01');
  world.stap('doelstellingen', '');
  world.said('Sanne', [
    say(
      doel,
      'dl1',
      { onderwerpen: [], nu: 24, doel: 12, wanneer: '2027-12-01' },
      { specifiek: 'Minder diefstal', meetbaar: '', eenheid: '', acceptabel: '', realistisch: '' },
    ),
    say(
      monitoring,
      'mo1',
      { wie: 'Bram', eerste: '2027-03-01', ritme: 'maand', doelen: ['dl1'] },
      { gegevens: 'aangiften' },
    ),
  ]);
  world.stap('uitvoering', '');
  return world;
}

describe('progress on the agreed dates', () => {
  it('asks the projectleider to begin step 6 when the first date comes before it', () => {
    const world = inStap5();
    expect(wordt(world, '2027-02-26', '16:59')).toEqual([]);
    const read = wordt(world, '2027-03-01');
    expect(van(read, 'Sanne')).toEqual([
      expect.stringContaining('Vanaf maandag 1 maart geven deelnemers de voortgang door.'),
    ]);
    expect(van(read, 'Bram')).toEqual([]);
    expect(wordt(world, '2027-03-02')).toEqual([]);
  });

  it('is asked of who reports, with a lock of its own, reminders and a summary each time [G10]', () => {
    const world = inStap5();
    wordt(world, '2027-03-01');
    world.het_is('2027-03-03');
    world.stap('resultaat', '2027-03-24');
    wordt(world, '2027-03-25');

    const begun = wordt(world, '2027-04-01');
    expect(van(begun, 'de groep')).toEqual([
      expect.stringContaining('Graag vóór donderdag 8 april om 17.00 uur.'),
    ]);
    expect(one(world.project, stap, 'resultaat')?.facts).toMatchObject({
      datum: '2027-04-08',
      gesloten: '',
    });
    const reminded = wordt(world, '2027-04-07', '16:00');
    expect(van(reminded, 'Bram')).toHaveLength(1);
    expect(van(reminded, 'Lotte')).toEqual([]);
    expect(van(wordt(world, '2027-04-08', '17:02'), 'de groep')).toContain('samenvatting');
    expect(one(world.project, stap, 'resultaat')?.facts.gesloten).not.toBe('');
  });

  it('is asked once after a long standstill, with time to answer', () => {
    const world = inStap5();
    world.het_is('2027-03-03');
    world.stap('resultaat', '2027-03-24');
    const read = wordt(world, '2027-07-12', '10:00');
    expect(van(read, 'de groep').filter((one) => one.includes('voortgang'))).toHaveLength(0);
    expect(van(read, 'de groep').filter((one) => one.includes('maatregelen'))).toEqual([
      expect.stringContaining('Graag vóór maandag 19 juli om 17.00 uur.'),
    ]);
    for (const wie of ['Sanne', 'Bram', 'Lotte'])
      expect(van(read, wie).length, wie).toBeLessThanOrEqual(1);
  });

  it('ends with the project', () => {
    const world = inStap5();
    world.het_is('2027-12-02');
    world.stap('resultaat', '2027-12-10');
    wordt(world, '2028-03-01');
    expect(one(world.project, stap, 'resultaat')?.facts.generatie).toBe(1);
  });
});

describe('overleg 3', () => {
  it('is to be planned six weeks before the end; not any more once it is [J1]', () => {
    const world = groep('Sanne', 'Bram');
    expect(wordt(world, '2027-11-18', '16:00')).toEqual([]);
    expect(van(wordt(world, '2027-11-19'), 'Sanne')).toEqual([
      expect.stringContaining('Het project loopt tot 31 december 2027. Plan overleg 3'),
    ]);
    const planned = groep('Sanne', 'Bram');
    planned.said('Sanne', [
      say(overleg, 'overleg3', { nummer: 3, datum: '2027-12-07', tijd: '10:00', begonnen: '' }),
    ]);
    expect(wordt(planned, '2027-11-19')).toEqual([]);
  });

  it('is asked for anew when the project lasts longer [J1]', () => {
    const world = groep('Sanne', 'Bram');
    wordt(world, '2027-11-19');
    world.said('Sanne', [say(profiel, PROJECT, { einde: '2028-03-31' })]);
    expect(wordt(world, '2027-12-01')).toEqual([]);
    expect(van(wordt(world, '2028-02-18'), 'Sanne')).toHaveLength(1);
  });
});

describe('what was agreed', () => {
  const afgesproken = (wie: string) => {
    const world = groep('Sanne', 'Bram', 'Lotte');
    world.said('Sanne', [
      say(
        afspraak,
        'a1',
        { wie, wanneer: '2027-02-08', klaar: false, overleg: 'overleg1', soort: 'algemeen' },
        { wat: 'De lampen nakijken' },
      ),
    ]);
    return world;
  };

  it('comes back to who does it, the working day before and three after, and never once it is done', () => {
    const world = afgesproken('Bram');
    expect(wordt(world, '2027-02-04', '17:00')).toEqual([]);
    expect(van(wordt(world, '2027-02-05'), 'Bram')).toEqual([
      expect.stringContaining('Afgesproken voor maandag 8 februari: De lampen nakijken'),
    ]);
    expect(van(wordt(world, '2027-02-11'), 'Bram')).toHaveLength(1);
    const done = afgesproken('Bram');
    done.said('Bram', [say(afspraak, 'a1', { klaar: true })]);
    expect(wordt(done, '2027-03-01')).toEqual([]);
  });

  it('has no day that is past', () => {
    const world = groep('Sanne', 'Bram');
    const said = { wat: 'De lampen nakijken', wie: 'Bram', vertrouwelijk: 'false' };
    expect(
      world.doet('Sanne', 'overleg.afspraak', { ...said, wanneer: '2026-01-03' }),
    ).toMatchObject({
      velden: { wanneer: 'Deze dag is al voorbij. Kies een latere dag.' },
    });
    expect(
      world.doet('Sanne', 'overleg.afspraak', { ...said, wanneer: '2027-01-04' }),
    ).toMatchObject({
      accepted: true,
    });
  });

  it('goes to the opvolger of who left', () => {
    const world = afgesproken('Bram');
    world.said('Sanne', [say(deelnemer, 'Bram', { status: 'weg', opvolger: 'Lotte' })]);
    const read = wordt(world, '2027-02-05');
    expect(van(read, 'Lotte')).toHaveLength(1);
    expect(van(read, 'Bram')).toEqual([]);
  });
});

describe('half a year after the end', () => {
  const afgerond = (...advies: string[]) => {
    const world = groep('Sanne', 'Bram');
    world.het_is('2027-12-15');
    world.stap('resultaat', '');
    world.said('Sanne', [
      ...advies.map((tekst, nth) => say(aanbeveling, `aa${nth}`, {}, { tekst })),
      say(overleg, 'overleg3', { nummer: 3, datum: '', tijd: '', begonnen: 'x', gesloten: 'y' }),
      say(profiel, PROJECT, { afgerond: world.now }),
    ]);
    return world;
  };

  it('the recommendations come back, once; a project without them stays quiet', () => {
    const world = afgerond('Blijf samen lopen.');
    expect(wordt(world, '2028-06-14')).toEqual([]);
    expect(van(wordt(world, '2028-06-15'), 'Sanne')).toEqual([
      expect.stringContaining('Dit was aanbevolen:\n• Blijf samen lopen.'),
    ]);
    expect(wordt(world, '2029-06-15')).toEqual([]);
    expect(wordt(afgerond(), '2029-06-15')).toEqual([]);
  });
});

describe('somebody from another organisation', () => {
  it('is mentioned in the conversation, and never written to in an own chat', () => {
    const world = groep('Sanne', 'Bram', 'Fatima');
    world.said('Sanne', [say(deelnemer, 'Fatima', { extern: true })]);
    world.stap('probleem', '2027-01-28');
    world.het_is('2027-01-18', '09:00');
    const [reminder, round] = tik(world.beeld)?.messages ?? [];
    const bericht = klokBerichten['herinnering']?.(world.beeld, reminder?.facts ?? {});
    expect(bericht?.noemt).toEqual(['Fatima']);
    expect(rondsturen(world.beeld, round?.facts ?? {})).toEqual(['Sanne', 'Bram']);
  });
});
