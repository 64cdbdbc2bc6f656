import type { Beeld } from '../../process/contract/contract.ts';
import { numberInput } from '../../process/vormen/form.ts';
import type { PosterBlok } from '../../process/vormen/poster.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { doelTelling, samenwerkingCijfer, tellingen } from './stand.ts';

/** How far the measures are and, once goals were evaluated, what came of them. */
export function poster({ project }: Beeld): PosterBlok[] {
  const { klaar, loopt, gestopt, 'niet gestart': nog } = tellingen(project);
  const rows = regels(project).length;
  const deel = (naam: string, waarde: number, toon: 'goed' | 'bezig' | 'let op' | 'rustig') => ({
    naam,
    waarde,
    zin: String(waarde),
    toon,
  });
  const stand: PosterBlok = {
    soort: 'verdeling',
    kop: 'Hoe ver zijn we?',
    zin: aantal(rows, 'maatregel', 'maatregelen'),
    delen: [
      deel('Klaar', klaar, 'goed'),
      deel('Bezig', loopt, 'bezig'),
      deel('Nog niet begonnen', nog, 'rustig'),
      deel('Gestopt', gestopt, 'let op'),
    ].filter(({ waarde }) => waarde > 0),
  };
  return [...(rows > 0 ? [stand] : []), ...bereikt(project)];
}

function bereikt(project: Beeld['project']): PosterBlok[] {
  const { ja, deels, nee, open } = doelTelling(project);
  if (ja + deels + nee === 0) return [];
  const alle = ja + deels + nee + open;
  const samen = samenwerkingCijfer(project);
  return [
    {
      soort: 'getallen',
      kop: 'Wat hebben wij bereikt?',
      getallen: [
        { waarde: `${ja} van ${alle}`, naam: alle === 1 ? 'doel bereikt' : 'doelen bereikt' },
        { waarde: String(deels), naam: 'deels bereikt' },
        ...(samen
          ? [{ waarde: `${numberInput(samen.gemiddelde)} van 5`, naam: 'samenwerking' }]
          : []),
      ],
    },
  ];
}
