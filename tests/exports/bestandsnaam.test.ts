import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestandsnaam } from '../../src/process/stukken/bestandsnaam.ts';
import { BLNS } from './hulp.ts';

describe('the name of a file', () => {
  it('says what is in it', () => {
    expect(bestandsnaam(['Plan', 'Overlast Stationsplein', '2027-06-04'], 'docx')).toBe(
      'Plan-Overlast-Stationsplein-2027-06-04.docx',
    );
    expect(bestandsnaam(['Plan', 'Fietsen & cafés'], 'xlsx')).toBe('Plan-Fietsen-cafes.xlsx');
  });

  it('is one that every system takes, whatever a project is called', () => {
    const eigen = [
      'CON',
      'nul',
      'com1',
      'LPT9',
      '..',
      '../../etc/passwd',
      'C:\\x',
      '.',
      '',
      '日本',
      'a'.repeat(5_000),
    ];
    for (const naam of [...BLNS, ...eigen])
      for (const delen of [[naam], ['Plan', naam], [naam, naam]]) {
        const found = bestandsnaam(delen, 'docx');
        expect(found).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]*\.docx$/);
        expect(found.length).toBeLessThanOrEqual(80);
        expect(found).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
      }
  });

  it.each([
    ['Straße', 'Strasse'],
    ['STRAẞE', 'STRASsE'],
    ['Łódź', 'Lodz'],
    ['Øre Ærø', 'Ore-AEro'],
    ['Þórður á Suðureyri', 'Thordur-a-Sudureyri'],
    ['ısı İzmir', 'isi-Izmir'],
    ['Cœur Œuvre', 'coeur'],
    ['Đorđe', 'Dorde'],
    ['Ελλάς', 'Ellas'],
    ['Україна', 'Ukraina'],
    ['Ｐｌｅｉｎ　１２', 'Plein-12'],
    ['٣٤', '34'],
  ])('writes %s as %s', (naam, verwacht) => {
    expect(bestandsnaam([naam], 'docx').toLowerCase()).toContain(verwacht.toLowerCase());
  });

  it('is another for every letter of another script, so that nothing by which one knows it falls away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (naam) => {
        // A sign such as ʻ only says how a letter sounds, and falls away as an accent does.
        const letters = [...naam.normalize('NFKC')].filter((sign) =>
          /(?!\p{Lm})[\p{L}\p{N}]/u.test(sign),
        );
        const kaal = bestandsnaam([naam], 'docx').replace(/^bestand-?|\.docx$/g, '');
        expect(kaal.length >= Math.min(1, letters.length)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(bestandsnaam(['日本'], 'docx')).not.toBe(bestandsnaam(['中国'], 'docx'));
    expect(bestandsnaam(['ქართული'], 'docx')).not.toBe(bestandsnaam(['日本'], 'docx'));
  });
});
