import type { Beeld } from '../../process/contract.ts';
import type { PosterBlok } from '../../process/poster.ts';
import type { Project } from '../../process/project.ts';
import { isZelfdeOrganisatie } from '../maatregel.ts';
import { isConcept, regels, uniek, type Regel } from '../matrix.ts';
import { kortweg } from '../plan.ts';
import { euro, som, totaalVan, totalen } from './geld.ts';

const SIGNS = 60;

/** Who does what, and who pays for it; nothing while the rows are concept. */
export function poster({ project }: Beeld): PosterBlok[] {
  const rows = regels(project);
  if (isConcept(project) || rows.length === 0) return [];
  return [wie(project, rows), ...geld(rows)];
}

/** Per organisatie of a trekker what it does, the busiest first. */
function wie(project: Project, rows: readonly Regel[]): PosterBlok {
  const rijen = uniek(
    project,
    rows.map(({ facts }) => facts.trekker),
  ).map(({ naam, lid }) => ({
    naam: kortweg(naam, SIGNS),
    punten: rows
      .filter(({ facts }) => isZelfdeOrganisatie(project, facts.trekker, lid))
      .map(({ texts }) => kortweg(texts.wat, SIGNS)),
  }));
  return {
    soort: 'wie',
    kop: 'Wie doet wat?',
    rijen: rijen.sort((a, b) => b.punten.length - a.punten.length),
  };
}

/** What is known of the money; nothing while no amount is. */
function geld(rows: readonly Regel[]): PosterBlok[] {
  const { dekking, ongedekt } = totalen(rows);
  const totaal = som(rows.map(totaalVan));
  if (totaal.bekend + dekking.bekend === 0) return [];
  const isDeel = [totaal, dekking, ongedekt].some(({ onbekend }) => onbekend > 0);
  return [
    {
      soort: 'verdeling',
      kop: 'Wat kost het?',
      zin: `Samen ${euro(totaal.bekend)}${isDeel ? ', voor zover bekend' : ''}`,
      delen: [
        { naam: 'Gedekt', waarde: dekking.bekend, zin: euro(dekking.bekend), toon: 'goed' },
        {
          naam: 'Nog niet gedekt',
          waarde: ongedekt.bekend,
          zin: euro(ongedekt.bekend),
          toon: 'let op',
        },
      ],
    },
  ];
}
