import type { Beeld } from '../../process/contract/contract.ts';
import type { PosterBlok } from '../../process/vormen/poster.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { huidigeMaatregelen } from '../plan/maatregel.ts';
import { alsGetal } from '../../process/feiten/deelnemers.ts';
import { hiaten } from './hiaten.ts';

/** What is done already. Once there is a matrix, that says who does what. */
export function poster({ project }: Beeld): PosterBlok[] {
  const found = huidigeMaatregelen(project);
  if (found.length === 0 || isGeopend(project, 'uitvoering')) return [];
  const { zonder } = hiaten(project);
  return [
    {
      soort: 'getallen',
      kop: 'Wat doen wij al?',
      getallen: [
        { waarde: String(found.length), naam: found.length === 1 ? 'maatregel' : 'maatregelen' },
        alsGetal(
          project,
          found.map(({ facts }) => facts.van),
        ),
        { waarde: String(zonder.length), naam: 'zonder maatregel' },
      ],
    },
  ];
}
