import { schoon } from '../shared/schoon.ts';

/** Excel's own limit. */
const MAX = 31;

/** Names for sheets that Excel accepts: without its reserved signs, at most 31 long, each unique whatever its capitals. */
export function bladnamen(koppen: readonly string[]): string[] {
  const used = new Set<string>();
  return koppen.map((kop) => {
    const naam = bladnaam(kop);
    for (let nth = 1; ; nth++) {
      const tail = nth === 1 ? '' : ` ${nth}`;
      const found = `${afgebroken(naam, MAX - tail.length)}${tail}`;
      if (used.has(found.toLowerCase())) continue;
      used.add(found.toLowerCase());
      return found;
    }
  });
}

function bladnaam(kop: string): string {
  const naam = schoon(kop)
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
    // Excel wants no quote at either end, and keeps one name to itself.
    .replace(/^['\s]+|['\s]+$/g, '');
  return naam === '' || /^history$/i.test(naam) ? `Blad ${naam}`.trim() : naam;
}

/** Cut to this many UTF-16 units, as Excel counts, without half a surrogate pair or a quote at the end. */
const afgebroken = (text: string, max: number) =>
  text
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')
    .replace(/['\s]+$/, '');
