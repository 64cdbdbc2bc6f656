import { describe, expect, it } from 'vitest';
import { document } from '../../src/process/feiten/gegevens.ts';
import { overleg, overlegNr } from '../../src/process/feiten/overleg.ts';
import { blank, emptyProject, fold, GEWIST, kind, one } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { nogNietsVan } from '../../src/process/stappen/reacties.ts';
import { groep, tekst } from '../../support/groep.ts';

describe('planning an overleg', () => {
  it('anew keeps who was there from outside, and that it has begun', () => {
    const world = groep('sanne', 'bram');
    world.stap('probleem');
    world.overleg(1, ['sanne']);
    world.said('sanne', [say(overleg, 'overleg1', {}, { anderen: 'de wethouder' })]);
    const planned = world.doet('sanne', 'overleg.plannen', {
      datum: '2027-02-09',
      tijd: '14:00',
      plaats: 'buurthuis',
    });

    expect(planned).toMatchObject({ accepted: true });
    expect(overlegNr(world.project, 1)).toMatchObject({
      facts: { datum: '2027-02-09', begonnen: expect.any(String) as string, aanwezig: ['sanne'] },
      texts: { plaats: 'buurthuis', anderen: 'de wethouder' },
    });
  });

  it.each([
    ['1', 1],
    ['2', 2],
    ['3', 3],
    ['4', 1],
    ['-1', 1],
    ['twee', 1],
    ['', 1],
  ])('that a button calls %s is about overleg %d', (nummer, planned) => {
    const world = groep('sanne');
    world.stap('probleem');
    const moment = { datum: '2027-03-02', tijd: '10:00', plaats: 'stadhuis' };
    expect(world.doet('sanne', 'overleg.plannen', moment, { nummer })).toMatchObject({
      accepted: true,
      about: `overleg${planned}`,
    });
  });
});

describe('erasing a text that was changed often', () => {
  it('takes what one reads at once, says that more remains, and then the rest', () => {
    const world = groep('sanne');
    for (let nth = 1; nth <= 130; nth++)
      world.said('sanne', [
        say(
          document,
          'b1',
          { van: 'sanne' },
          { titel: `versie ${nth}`, link: '', toelichting: '' },
        ),
      ]);
    const args = { soort: 'document', id: 'b1' };
    const read = () => one(fold(emptyProject('proef'), world.log), document, 'b1');

    for (const rest of [70, 10, 0]) {
      const open = world.opent('sanne', 'tekst.wissen', args);
      const rev = 'rev' in open ? open.rev : 0;
      expect(rev).toBeGreaterThan(0);
      const erased = world.doet('sanne', 'tekst.wissen', {}, args);
      expect(erased).toMatchObject({ accepted: true });
      expect(read()?.texts.titel).toBe(GEWIST);
      const receipt = tekst(world.leest('sanne', 'tekst.wissen', 'b1'));
      expect(receipt.includes('Oudere versies ook wissen')).toBe(rest > 0);
    }
    expect(world.doet('sanne', 'tekst.wissen', {}, args)).toMatchObject({
      reason: 'niet-gevonden',
    });
  });
});

describe('erasing a text that one reads nowhere any more', () => {
  const erase = (world: ReturnType<typeof groep>, args: Record<string, string>) =>
    expect(world.doet('sanne', 'tekst.wissen', {}, args)).toMatchObject({ accepted: true });

  it('is offered also after it was emptied, and takes it from the log', () => {
    const world = groep('sanne');
    const vol = { titel: 'Van Jansen', link: '', toelichting: 'Hij belde.' };
    world.said('sanne', [say(document, 'b1', { van: 'sanne' }, vol)]);
    world.said('sanne', [say(document, 'b1', {}, { titel: '', toelichting: '' })]);

    expect(tekst(world.ziet('sanne', 'wissen'))).toContain(
      '"Eerdere tekst","regels":["Staat er niet meer, maar is nog bewaard"]',
    );
    erase(world, { soort: 'document', id: 'b1' });
    expect(JSON.stringify(blank(world.log))).not.toMatch(/Jansen|belde/);
    expect(tekst(world.ziet('sanne', 'wissen'))).not.toContain('Eerdere tekst');
  });

  it('takes it also under the name that its field had before', () => {
    const world = groep('sanne');
    const stuk = kind<object, { titel: string }>('stuk', { was: { texts: { naam: 'titel' } } });
    const said = { kind: 'stuk', id: 's1', facts: {} };
    world.said('sanne', [{ ...said, texts: { naam: 'Van Jansen' } }]);
    expect(one(world.project, stuk, 's1')?.texts.titel).toBe('Van Jansen');
    world.said('sanne', [say(stuk, 's1', {}, { titel: 'Van de zoon van Jansen' })]);

    erase(world, { soort: 'stuk', id: 's1' });

    expect(JSON.stringify(blank(world.log))).not.toContain('Jansen');
    const again = fold(emptyProject('proef'), world.log);
    expect(one(again, stuk, 's1')?.texts).toEqual({ titel: GEWIST });
  });
});

describe('who has not answered', () => {
  it('is named for who leads, ten at most, and for nobody where the group reads along', () => {
    const namen = Array.from({ length: 13 }, (_, nth) => `p${nth}`);
    const world = groep('sanne', ...namen);
    const stil = namen.map((naam) => world.ctx(naam).actor);

    expect(nogNietsVan(world.project, stil.slice(0, 2))).toBe(
      'nog niets van organisatie van p0, organisatie van p1.',
    );
    expect(nogNietsVan(world.project, stil)).toMatch(/organisatie van p9 en 3 anderen\.$/);
    expect(nogNietsVan(voorIedereen(world.project), stil)).not.toContain('organisatie');
  });
});

describe('one’s own data', () => {
  it('are one’s own: whoever leads may fill in anybody’s, others only theirs', () => {
    const world = groep('sanne', 'bram', 'lotte');
    const nieuw = { partner: 'politie', organisatie: '', functie: 'wijkagent' };

    expect(world.doet('bram', 'deelnemer.gegevens', nieuw, { id: 'lotte' })).toMatchObject({
      reason: 'alleen-eigen',
    });
    expect(world.doet('bram', 'deelnemer.gegevens', nieuw)).toMatchObject({ accepted: true });
    expect(world.ctx('bram').actor.texts).toMatchObject({
      organisatie: 'Politie',
      functie: 'wijkagent',
    });
    expect(world.doet('sanne', 'deelnemer.gegevens', nieuw, { id: 'lotte' })).toMatchObject({
      accepted: true,
    });
    expect(tekst(world.leest('sanne', 'deelnemer.gegevens', 'lotte'))).toContain(
      'De gegevens zijn opgeslagen.',
    );
    expect(tekst(world.leest('bram', 'deelnemer.gegevens', 'bram'))).toContain(
      'Je gegevens zijn opgeslagen.',
    );
  });
});
