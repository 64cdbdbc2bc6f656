import type { Lezing } from '../../../process/contract/contract.ts';
import {
  kolom,
  rij,
  tabel,
  type Deel,
  type Figuur,
  type Tabel,
} from '../../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../../process/contract/lezing.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { naamVanOnderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { stemmingVan } from '../regels/overleg1.ts';
import {
  magUitslagZien,
  perOrganisatie,
  stand,
  stemmen,
  uitslagen,
  type Uitslag,
} from './uitslag.ts';

/** The vote: how many voted and, once this reader may see it, the result for each organisatie with its spread (rule 3). */
export function stemDelen(lezing: Lezing): Deel[] {
  const { project } = lezing;
  if (!stemmingVan(project)) return [];
  const telling: Deel = { soort: 'alinea', kop: 'Stemming', tekst: [stand(project)] };
  return magUitslagZien(wieLeest(lezing))
    ? [telling, stemFiguur(lezing), stemTabel(lezing)]
    : [telling];
}

const eenheid = ({ project }: Lezing) =>
  stemmingVan(project)?.facts.vorm === 'punten' ? 'punten' : 'stemmen';

/** `van 5 van de 8 stemmers, per persoon 0 tot 3` */
const spreiding = ({ project }: Lezing, { van, laagste, hoogste }: Uitslag) =>
  `van ${van.length} van de ${aantal(stemmen(project).length, 'stemmer', 'stemmers')}, per persoon ${laagste} tot ${hoogste}`;

function stemFiguur(lezing: Lezing): Figuur {
  const staven = uitslagen(lezing.project).map((found) => ({
    naam: kortweg(naamVanOnderwerp(lezing.project, found.id)),
    waarde: found.totaal,
    doel: null,
    bij: spreiding(lezing, found),
  }));
  return {
    soort: 'figuur',
    id: 'stemmen',
    kop: 'Uitslag van de stemming',
    alt: staven.map(({ naam, waarde, bij }) => `${naam}: ${waarde} ${eenheid(lezing)}, ${bij}.`),
    prent: { vorm: 'staven', eenheid: eenheid(lezing), staven },
  };
}

const stemTabel = ({ project }: Lezing): Tabel =>
  tabel('stemming', 'Stemmen per probleem', {
    kolommen: [
      kolom('Probleem', 'tekst', { breedte: 4 }),
      kolom('Totaal', 'getal'),
      kolom('Stemmers', 'getal'),
      kolom('Laagste', 'getal'),
      kolom('Hoogste', 'getal'),
      kolom('Per organisatie', 'tekst', { breedte: 4 }),
    ],
    rijen: uitslagen(project).map((found) =>
      rij(found.id, [
        kortweg(naamVanOnderwerp(project, found.id), 300),
        found.totaal,
        found.van.length,
        found.laagste,
        found.hoogste,
        perOrganisatie(project, found.van).join(', '),
      ]),
    ),
    leeg: 'Er is nog niet gestemd.',
  });
