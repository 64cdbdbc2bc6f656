import { isVanOrganisatie } from '../../process/feiten/deelnemers.ts';
import type { Beeld } from '../../process/contract/contract.ts';
import type { PosterBlok } from '../../process/vormen/poster.ts';
import type { Project } from '../../process/feiten/project.ts';
import { isConcept, regels, organisatiesVanLeden, type Regel } from '../plan/uitvoeringsmatrix.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { som, totaalTekst, totaalVan, totalen, type Som } from './geld.ts';

const SIGNS = 60;

/** Who does what, and who pays for it; empty while the rows are concept. */
export function poster({ project }: Beeld): PosterBlok[] {
  const rows = regels(project);
  if (isConcept(project) || rows.length === 0) return [];
  return [wie(project, rows), ...geld(rows)];
}

/** For each organisatie of a trekker what it does, busiest first. */
function wie(project: Project, rows: readonly Regel[]): PosterBlok {
  const rijen = organisatiesVanLeden(
    project,
    rows.map(({ facts }) => facts.trekker),
  ).map(({ naam, lid }) => ({
    naam: kortweg(naam, SIGNS),
    punten: rows
      .filter(({ facts }) => isVanOrganisatie(project, facts.trekker, lid))
      .map(({ texts }) => kortweg(texts.wat, SIGNS)),
  }));
  return {
    soort: 'wie',
    kop: 'Wie doet wat?',
    rijen: rijen.sort((a, b) => b.punten.length - a.punten.length),
  };
}

/** The money as far as it is known, and the number of measures where it is not; undefined while no amount is known. */
function geld(rows: readonly Regel[]): PosterBlok[] {
  const { dekking, ongedekt } = totalen(rows);
  const totaal = som(rows.map(totaalVan));
  if (totaal.bekend + dekking.bekend === 0) return [];
  return [
    {
      soort: 'verdeling',
      kop: 'Wat kost het?',
      zin: `Samen ${totaalTekst(totaal)}`,
      delen: [
        { naam: 'Al geld voor', ...deel(dekking), toon: 'goed' },
        { naam: 'Nog geen geld voor', ...deel(ongedekt), toon: 'let op' },
      ],
    },
  ];
}

const deel = (found: Som) => ({
  waarde: found.onbekend === 0 ? found.bekend : null,
  zin: totaalTekst(found),
});
