import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mensen, naamInLijst, opsomming } from '../../src/process/taal/opsomming.ts';
import { standing, textOf } from '../../support/voorbeeld/kaart.ts';
import { live, opentEnVult } from './hulp.ts';
import { begonnen } from './stuk.ts';

const tekens = (text: string) => [...text].length;
const lang = (begin: string) =>
  `${begin} ${'van de Veiligheidsregio '.repeat(9)}`.slice(0, 120).trim();

describe('a long name', () => {
  it('takes no more than its place in a list, and the whole stands with what it is of', async () => {
    const stuk = await begonnen({
      profiel: { 'Wie is de opdrachtgever?': [lang('Het bureau'), lang('De driehoek')].join('\n') },
    });
    const { world, groep, lid, zegt } = stuk;
    await opentEnVult(lid('Bram'), await zegt('Bram', 'instellingen'), 'Aanpassen', {
      'Naam van de organisatie': lang('Dienst Bram'),
    });
    await opentEnVult(
      lid('Sanne'),
      await zegt('Sanne', 'deelnemers'),
      'Deelnemer toevoegen',
      { 'Naam van een partner zonder Teams': lang('Anke Smit'), 'Naam van de organisatie': 'GGZ' },
      'Toevoegen',
    );

    const lijst = await zegt('Sanne', 'deelnemers');
    const kaart = await live(world, groep, 1);
    for (const card of [lijst, kaart, await zegt('Lotte', 'status')])
      for (const deel of textOf(card).split(/\n|: |, /))
        expect(tekens(deel), deel).toBeLessThanOrEqual(70);
    expect(textOf(lijst)).toMatch(/^Dienst Bram van de .*…$/m);
    expect(textOf(lijst)).toMatch(/^Anke Smit van de .*…$/m);
    expect(textOf(kaart)).toMatch(/Het bureau van de .*…, De driehoek van de .*…/);

    const eigen = await lid('Bram').drukt('Aanpassen', {}, await zegt('Bram', 'instellingen'));
    expect(Object.values(standing(eigen))).toContain(lang('Dienst Bram'));
    await world.close();
  });
});

describe('names one after another', () => {
  const naam = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });

  it('are each shown whole when they fit, and cut at most to their place', () => {
    fc.assert(
      fc.property(naam, (een) => {
        const kort = naamInLijst(een);
        expect(tekens(kort)).toBeLessThanOrEqual(60);
        if (tekens(een) <= 60 && !/\s{2}|^\s|\s$|[\n\t\r]/.test(een)) expect(kort).toBe(een);
      }),
      { seed: 2027 },
    );
  });

  it('keep what tells two people of one name apart', () => {
    for (const erbij of ['(wijkagent)', '(Politie)', '(gast)', '(2)'])
      expect(naamInLijst(`${lang('Jan de Vries')} ${erbij}`)).toMatch(
        new RegExp(`^Jan de Vries.*… \\${erbij.slice(0, -1)}\\)$`),
      );
  });

  it('can be told apart, whatever signs they have of their own', () => {
    expect(opsomming(['GGZ', 'Woonstede'])).toBe('GGZ, Woonstede');
    expect(opsomming(['Politie, team Zuid', 'GGZ'])).toBe('Politie, team Zuid; GGZ');
    expect(mensen(['Vries, Jan de', 'Smit; Anke'])).toBe('Vries, Jan de · Smit; Anke');
    // Of the four signs that can stand between names, one is free.
    const deel = fc.constantFrom('Politie', 'team Zuid', 'GGZ', 'B.V.', '(gast)', 'en');
    const tekens = fc.subarray([', ', '; ', ' · ', ' | '], { maxLength: 3 });
    const namen = tekens.chain((eigen) =>
      fc.array(
        fc.tuple(deel, fc.constantFrom(' ', ...eigen), deel).map((delen) => delen.join('')),
        { minLength: 1, maxLength: 5 },
      ),
    );
    fc.assert(
      fc.property(namen, (alle) => {
        const rij = opsomming(alle);
        const leest = [', ', '; ', ' · ', ' | '].map((teken) => rij.split(teken));
        expect(leest).toContainEqual(alle.map(naamInLijst));
      }),
      { seed: 2027 },
    );
  });

  it.each([0, 1, 2, 10, 11, 40])('of %i people fill no more than ten places', (n) => {
    const alle = Array.from({ length: n }, (_, at) => lang(`Lid ${at}`));
    expect(tekens(mensen(alle))).toBeLessThanOrEqual(10 * 62 + 12);
    expect(tekens(opsomming(alle))).toBeLessThanOrEqual(5 * 62 + 12);
  });
});
