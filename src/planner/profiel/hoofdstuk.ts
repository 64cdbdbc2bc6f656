import type { Lezing } from '../../process/contract/contract.ts';
import { kolom, rij, tabel, type Hoofdstuk, type Tabel } from '../../process/vormen/hoofdstuk.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { documentenTabel } from '../../process/groep/hoofdstuk.ts';
import { criteria } from '../plan/criteria.ts';
import { opties, OVER } from './criteria.ts';
import { opEenRij } from '../../process/taal/opsomming.ts';

/** Own criteria and documents. What the project is and who takes part stands in the chapter of the group. */
export const hoofdstukken = (lezing: Lezing): Hoofdstuk[] =>
  isGeopend(lezing.project, 'profiel')
    ? [
        {
          id: 'profiel',
          titel: 'Criteria en documenten',
          inleiding: '',
          delen: [criteriaTabel(lezing), documentenTabel(lezing)],
          knoppen: [
            KNOP.documentToevoegen,
            { titel: 'Bestand toevoegen', verb: 'document.uploaden' },
            { titel: 'Extra criterium toevoegen', verb: 'criterium.toevoegen' },
          ],
        },
      ]
    : [];

const criteriaTabel = ({ project }: Lezing): Tabel =>
  tabel('criteria', 'Eigen criteria', {
    kolommen: [
      kolom('Voor', 'tekst', { breedte: 2 }),
      kolom('Criterium', 'tekst', { breedte: 2 }),
      kolom('Keuzes', 'tekst', { breedte: 4 }),
    ],
    rijen: OVER.flatMap(({ id: over, tekst }) =>
      criteria(project, over).map((found) =>
        rij(
          found.id,
          [tekst, found.texts.naam, opEenRij(opties(found))],
          [
            { titel: 'Aanpassen', verb: 'criterium.wijzigen', args: { id: found.id } },
            {
              titel: 'Intrekken',
              verb: 'criterium.verwijderen',
              args: { id: found.id },
              stijl: 'destructive',
            },
          ],
        ),
      ),
    ),
    leeg: 'Er zijn geen eigen criteria.',
  });
