import type { Lezing } from '../../../process/contract/contract.ts';
import {
  kolom,
  rij,
  tabel,
  type Deel,
  type Figuur,
  type Opsomming,
  type Tabel,
} from '../../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../../process/contract/lezing.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { aantal, kleineLetter } from '../../../process/taal/woorden.ts';
import { naamVanOnderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { stemmingVan } from '../regels/overleg1.ts';
import { gestemd } from './stemmen-nu.ts';
import { perOrganisatie, SAMEN, stand } from './uitslag.ts';
import { getoond, type Getoond, type GetoondeUitslag } from './getoond.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { opEenRij } from '../../../process/taal/opsomming.ts';

/** The vote: how many voted and, as far as this reader may see it, the result with its spread (rule 3). */
export function stemDelen(lezing: Lezing): Deel[] {
  const { project } = lezing;
  if (!stemmingVan(project)) return [];
  const gezien = getoond(wieLeest(lezing));
  const telling: Deel = {
    soort: 'alinea',
    kop: 'Stemming',
    tekst: [stand(project), ...(gezien?.waarom ?? [])],
  };
  if (!gezien) return [telling];
  return gezien.metAantallen
    ? [
        telling,
        stemFiguur(project, gezien),
        stemTabel(project, gezien),
        ...groepenTabel(project, gezien),
      ]
    : [telling, stemVolgorde(project, gezien)];
}

const isPunten = (project: Project) => stemmingVan(project)?.facts.vorm === 'punten';

/** `van 5 van de 8 stemmers, per persoon 0 tot 3` */
function spreiding(project: Project, { gevers, laagste, hoogste }: GetoondeUitslag): string {
  const stemmers = aantal(gestemd(project).length, 'stemmer', 'stemmers');
  if (gevers === null) return `van ${stemmers}`;
  if (gevers === 0) return 'van niemand';
  const per = laagste === null ? '' : `, per persoon ${laagste} tot ${hoogste}`;
  return `van ${gevers} van de ${stemmers}${per}`;
}

function stemFiguur(project: Project, { uitslagen }: Getoond): Figuur {
  const staven = uitslagen.map((found) => ({
    naam: kortweg(naamVanOnderwerp(project, found.id)),
    waarde: found.totaal,
    doel: null,
    bij: spreiding(project, found),
  }));
  return {
    soort: 'figuur',
    id: 'stemmen',
    kop: 'Uitslag van de stemming',
    alt: staven.map(
      ({ naam, waarde, bij }) =>
        aaneen`${naam}: ${isPunten(project) ? `${aantal(waarde, 'punt', 'punten')}, ` : ''}${kleineLetter(bij)}.`,
    ),
    prent: { vorm: 'staven', eenheid: isPunten(project) ? 'punten' : 'stemmen', staven },
  };
}

/** Of a few secret votes only the order is read. */
const stemVolgorde = (project: Project, { uitslagen }: Getoond): Opsomming => ({
  soort: 'opsomming',
  kop: 'Volgorde na de stemming',
  isGenummerd: true,
  punten: uitslagen.map(({ id }) => kortweg(naamVanOnderwerp(project, id), 300)),
  leeg: '',
});

function stemTabel(project: Project, { uitslagen, groepen }: Getoond): Tabel {
  const metSpreiding = uitslagen.some(({ laagste }) => laagste !== null);
  const kolommen = [
    kolom('Probleem', 'tekst', { breedte: 4 }),
    kolom('Totaal', 'getal'),
    kolom('Stemmers', 'getal'),
    ...(metSpreiding ? [kolom('Laagste', 'getal'), kolom('Hoogste', 'getal')] : []),
    ...(groepen.length > 0 ? [kolom('Per organisatie', 'tekst', { breedte: 4 })] : []),
  ];
  return tabel('stemming', 'Stemmen per probleem', {
    kolommen,
    rijen: uitslagen.map((found) =>
      rij(found.id, [
        kortweg(naamVanOnderwerp(project, found.id), 300),
        found.totaal,
        found.gevers,
        ...(metSpreiding ? [found.laagste, found.hoogste] : []),
        ...(groepen.length > 0 ? [opEenRij(perOrganisatie(found))] : []),
      ]),
    ),
    leeg: 'Er is nog niet gestemd.',
  });
}

/** What each organisatie gave, in a grid, and whether by raised hands; none where that is not read (rule 3). */
function groepenTabel(project: Project, { groepen }: Getoond): Tabel[] {
  const onderwerpen = stemmingVan(project)?.facts.onderwerpen ?? [];
  if (groepen.length === 0) return [];
  return [
    tabel('stemming-organisaties', 'Stemmen per organisatie', {
      kolommen: [
        kolom('Organisatie', 'tekst', { breedte: 3 }),
        ...onderwerpen.map((id, at) =>
          kolom(`${at + 1}. ${kortweg(naamVanOnderwerp(project, id), 40)}`, 'getal'),
        ),
        kolom('Hoe', 'tekst', { breedte: 2 }),
      ],
      rijen: groepen.map(({ id, naam, punten, hoe }) =>
        rij(id, [naam === '' ? SAMEN : naam, ...punten, hoe]),
      ),
      leeg: '',
      isLiggend: onderwerpen.length > STAAND,
    }),
  ];
}

/** Up to so many problems stand beside each other on a page that is not turned. */
const STAAND = 4;
