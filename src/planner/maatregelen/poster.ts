import type { Beeld } from '../../process/contract/contract.ts';
import type { PosterBlok } from '../../process/vormen/poster.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { huidigeMaatregelen } from '../plan/maatregel.ts';
import { organisatiesVanLeden } from '../plan/uitvoeringsmatrix.ts';
import { hiaten } from './hiaten.ts';

/** What is done already. Once there is a matrix, that says who does what. */
export function poster({ project }: Beeld): PosterBlok[] {
  const found = huidigeMaatregelen(project);
  if (found.length === 0 || isGeopend(project, 'uitvoering')) return [];
  const van = organisatiesVanLeden(
    project,
    found.map(({ facts }) => facts.van),
  );
  const { zonder } = hiaten(project);
  return [
    {
      soort: 'getallen',
      kop: 'Wat doen wij al?',
      getallen: [
        { waarde: String(found.length), naam: found.length === 1 ? 'maatregel' : 'maatregelen' },
        { waarde: String(van.length), naam: van.length === 1 ? 'organisatie' : 'organisaties' },
        { waarde: String(zonder.length), naam: 'zonder maatregel' },
      ],
    },
  ];
}
