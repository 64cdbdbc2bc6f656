import { describe, expect, it } from 'vitest';
import { item, lijst, type Groep, type ListScreen } from '../../src/process/vormen/screen.ts';

const items = (n: number, text = (nth: number) => `probleem ${nth}`) =>
  Array.from({ length: n }, (_, nth) => item(text(nth)));

/** All pages of a list, one after the other, as somebody pages through them. */
function pages(groepen: readonly Groep[]): ListScreen[] {
  const first = lijst('Alles', groepen);
  return Array.from({ length: first.van }, (_, at) =>
    lijst('Alles', groepen, { pagina: String(at + 1) }),
  );
}

const read = (list: readonly ListScreen[]) =>
  list.flatMap(({ groepen }) => groepen.flatMap((groep) => groep.items.map(({ tekst }) => tekst)));

describe('a list', () => {
  it.each([0, 1, 10, 11, 60, 300])('of %d shows each once and in order, ten to a page', (n) => {
    const all = pages([{ kop: '', items: items(n) }]);

    expect(read(all)).toEqual(items(n).map(({ tekst }) => tekst));
    expect(all).toHaveLength(Math.max(1, Math.ceil(n / 10)));
  });

  it('of the longest texts begins a new page before a card grows too large', () => {
    const long = items(300, (nth) => `${nth} ${'x'.repeat(2_000)}`);
    const all = pages([{ kop: '', items: long }]);

    expect(read(all)).toEqual(long.map(({ tekst }) => tekst));
    for (const page of all) expect(JSON.stringify(page).length).toBeLessThan(40_000);
  });

  it('shows one text that is longer than a page on a page of its own', () => {
    const all = pages([{ kop: '', items: items(3, () => 'x'.repeat(20_000)) }]);
    expect(all.map((page) => read([page]).length)).toEqual([1, 1, 1]);
  });

  it('repeats the heading of a group that goes on over the page, and leaves out empty groups', () => {
    const all = pages([
      { kop: 'Politie', items: items(8) },
      { kop: 'OM', items: [] },
      { kop: 'Woonstede', items: items(8) },
    ]);

    expect(all.map(({ groepen }) => groepen.map(({ kop, items: of }) => [kop, of.length]))).toEqual(
      [
        [
          ['Politie', 8],
          ['Woonstede', 2],
        ],
        [['Woonstede', 6]],
      ],
    );
  });

  it.each([
    [undefined, 1],
    ['', 1],
    ['0', 1],
    ['-3', 1],
    ['2', 2],
    ['2.9', 2],
    ['99', 3],
    ['Infinity', 3],
    ['drie', 1],
  ])('asked for page %s shows page %d', (pagina, shown) => {
    expect(lijst('Alles', [{ kop: '', items: items(25) }], { pagina })).toMatchObject({
      pagina: shown,
      van: 3,
    });
  });
});
