import { describe, expect, it } from 'vitest';
import { lijktOp } from '../../src/planner/probleem/invoer/lijkt-op.ts';

const hints = (...teksten: string[]) =>
  Object.fromEntries(lijktOp(teksten.map((tekst, at) => ({ id: `p${at + 1}`, tekst }))));

describe('what seems to be about the same', () => {
  it('is hinted where two people name the same thing in other words', () => {
    const found = hints(
      'Op vrijdagavond rijden scooters over de stoep bij het station.',
      'Scooter op stoep, gevaarlijk voor voetgangers',
      'Er wordt afval gedumpt naast de containers.',
      'Gedumpt afval bij de container op de hoek',
      'Inbraken in de schuurtjes achter de Lindelaan',
    );

    expect(found).toEqual({ p1: ['p2'], p2: ['p1'], p3: ['p4'], p4: ['p3'], p5: [] });
  });

  it('is not hinted because of words that everybody uses', () => {
    expect(
      hints(
        'Er is veel overlast in de buurt door lawaai.',
        'Er is veel overlast in de buurt door fietsen.',
      ),
    ).toEqual({ p1: [], p2: [] });
  });

  it('takes accents, capitals and plurals for the same word, and an empty text for nothing', () => {
    expect(hints('CAFÉS sluiten laat', 'Het cafe sluit laat', '', '?!')).toEqual({
      p1: ['p2'],
      p2: ['p1'],
      p3: [],
      p4: [],
    });
  });

  it('gives at most two hints, the likeliest first', () => {
    const found = hints(
      'Scooters op stoep Stationsplein',
      'Scooters op stoep Kerkstraat',
      'Scooters op stoep Stationsplein vrijdag',
      'Scooters op stoep Markt',
    );

    expect(found['p1']).toHaveLength(2);
    expect(found['p1']?.[0]).toBe('p3');
  });

  it('is told by the rarest words of a long text, wherever in it they stand', () => {
    const woord = (nth: number) =>
      [...String(nth)].map((digit) => 'bdfghjklmn'.charAt(Number(digit))).join('a') + 'oer';
    const gewoon = Array.from({ length: 40 }, (_, nth) => woord(100 + nth));
    const eigen = Array.from({ length: 20 }, (_, nth) => woord(500 + nth));
    const plaatsen: ((a: readonly string[], b: readonly string[]) => string[])[] = [
      (a, b) => [...a, ...b],
      (a, b) => [...b, ...a],
      (a, b) => [...a.slice(0, 20), ...b, ...a.slice(20)],
    ];
    for (const door of plaatsen) {
      // Everybody uses the common words; only the first and the last text have the others too.
      const beide = door(gewoon, eigen).join(' ');
      expect(beide.length).toBeLessThan(600);
      const found = hints(beide, ...Array.from({ length: 6 }, () => gewoon.join(' ')), beide);
      expect([found['p1']?.[0], found['p8']?.[0]]).toEqual(['p8', 'p1']);
    }
  });

  it('is told by no more than the beginning of a text, so that 300 long ones hold nobody up', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (n: number) =>
      [n, n * 7, n * 13, n * 29, n * 31, n * 37].map((at) => letters[at % 26]).join('');
    const lang = (seed: number) =>
      Array.from({ length: 285 }, (_, at) => word((seed * 17 + at * at) % 900)).join(' ');
    const teksten = Array.from({ length: 300 }, (_, at) => ({ id: `p${at}`, tekst: lang(at) }));
    const begin = teksten.map(({ id, tekst }) => ({ id, tekst: tekst.slice(0, 600) }));

    const found = lijktOp(teksten);

    expect(found.size).toBe(300);
    expect(found).toEqual(lijktOp(begin));
  });
});
