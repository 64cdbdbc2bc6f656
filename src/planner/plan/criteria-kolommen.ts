import { kolom, type Kolom } from '../../process/vormen/hoofdstuk.ts';
import type { Project } from '../../process/feiten/project.ts';
import { antwoordOp, antwoordRegels, criteria, type Criterium } from './criteria.ts';
import type { Antwoorden } from './plan.ts';

/** A column for each own criterium of a table, and the answers to criteria that were removed. */
export interface CriteriaKolommen {
  kolommen: Kolom[];
  cellen: (antwoorden: Antwoorden) => string[];
  overig: (antwoorden: Antwoorden) => string[];
}

export function criteriaKolommen(
  project: Project,
  over: Criterium['facts']['over'],
): CriteriaKolommen {
  const found = criteria(project, over);
  const shown = new Set(found.map(({ id }) => id));
  return {
    kolommen: found.map(({ texts }) => kolom(texts.naam)),
    cellen: (antwoorden) => found.map((vraag) => antwoordOp(vraag, antwoorden)),
    overig: (antwoorden) =>
      antwoordRegels(
        project,
        Object.fromEntries(Object.entries(antwoorden).filter(([id]) => !shown.has(id))),
      ),
  };
}
