import { describe, expect, it } from 'vitest';
import { looked } from '../../src/answer/shown.ts';
import { planner } from '../../src/planner/index.ts';
import type { Deel } from '../../src/process/vormen/hoofdstuk.ts';
import type { Screen } from '../../src/process/vormen/screen.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { MOMENTEN } from '../../support/momenten.ts';
import { LEEG, stadium, WIE, type Wereld } from '../../support/stadia.ts';

/** Lists to choose from, and what cannot be seen yet: they say why in one sentence. */
const KORT = [
  'problemen.organisaties',
  'maatregelen.organisaties',
  'stem.organisaties',
  'maatregelen.inoverleg',
  'namens',
  'regel.kiezen',
];

const isLeeg = (screen: Screen) =>
  screen.kind === 'lijst' && screen.groepen.every(({ items }) => items.length === 0);

/** Every list of this group without an entry, as whoever leads sees it. */
function* legeLijsten(wereld: Wereld): Iterable<{ verb: string; screen: Screen }> {
  for (const verb of planner.weergaven.keys()) {
    const { screen } = looked(wereld.ctx(WIE.leider), verb);
    if (isLeeg(screen)) yield { verb, screen };
  }
}

const zinnen = (screen: Screen): string[] =>
  screen.kind === 'lijst'
    ? [...(screen.titel.startsWith('Nog geen') ? [screen.titel] : []), ...screen.uitleg].flatMap(
        (deel) => deel.split(/(?<=\.) /),
      )
    : [];

const isZonderWoorden = (deel: Deel) =>
  (deel.soort === 'tabel' && deel.rijen.length === 0 && deel.leeg === '') ||
  (deel.soort === 'opsomming' && deel.punten.length === 0 && deel.leeg === '');

describe.each(MOMENTEN)('an empty group in step %i, %s', (stap, fase) => {
  const wereld = stadium(LEEG, stap, fase);

  it('reads on every empty list that nothing is there, what will come there, and where to go on', () => {
    const anders = [...legeLijsten(wereld)].filter(({ verb, screen }) => {
      const gezegd = zinnen(screen);
      const kanLater = gezegd.some((zin) => zin.startsWith('Je ziet dit als'));
      const genoeg = gezegd.length >= (KORT.includes(verb) || kanLater ? 1 : 2);
      return !genoeg || screen.knoppen.length === 0;
    });
    expect(anders.map(({ verb, screen }) => `${verb}: ${zinnen(screen).join(' ')}`)).toEqual([]);
  });

  it('reads in every part of a page in the tab that nothing is there', () => {
    const { project, now, traject } = wereld.beeld;
    const lezer = wereld.ctx(WIE.leider).actor;
    const zonder = hoofdstukkenVan({ project, now, traject, lezer }).flatMap(({ id, delen }) =>
      delen.filter(isZonderWoorden).map(() => id),
    );
    expect(zonder).toEqual([]);
  });
});
