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
});
