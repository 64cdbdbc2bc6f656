import type { Lezing } from '../../../process/contract/contract.ts';
import {
  kolom,
  rij,
  tabel,
  type Deel,
  type Figuur,
  type Tabel,
} from '../../../process/vormen/hoofdstuk.ts';
import { organisatieSleutel, organisatieVan } from '../../../process/feiten/deelnemers.ts';
import { wieLeest } from '../../../process/contract/lezing.ts';
import { aantal, kleineLetter } from '../../../process/taal/woorden.ts';
import { naamVanOnderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { stemmingVan } from '../regels/overleg1.ts';
import { gestemd, isSamen, stemmen, type Stem } from './stemmen-nu.ts';
import { magUitslagZien, perOrganisatie, stand, uitslagen, type Uitslag } from './uitslag.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** The vote: how many voted and, once this reader may see it, the result for each organisatie with its spread (rule 3). */
export function stemDelen(lezing: Lezing): Deel[] {
  const { project } = lezing;
  if (!stemmingVan(project)) return [];
  const telling: Deel = { soort: 'alinea', kop: 'Stemming', tekst: [stand(project)] };
  return magUitslagZien(wieLeest(lezing))
    ? [telling, stemFiguur(lezing), stemTabel(lezing), ...organisatieTabel(lezing)]
    : [telling];
}

const isPunten = ({ project }: Lezing) => stemmingVan(project)?.facts.vorm === 'punten';

/** `van 5 van de 8 stemmers, per persoon 0 tot 3` */
function spreiding({ project }: Lezing, { gevers, laagste, hoogste }: Uitslag): string {
  const stemmers = aantal(gestemd(project).length, 'stemmer', 'stemmers');
  if (gevers === null) return `van ${stemmers}`;
  return gevers === 0
    ? 'van niemand'
    : `van ${gevers} van de ${stemmers}, per persoon ${laagste} tot ${hoogste}`;
}

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
    alt: staven.map(
      ({ naam, waarde, bij }) =>
        aaneen`${naam}: ${isPunten(lezing) ? `${aantal(waarde, 'punt', 'punten')}, ` : ''}${kleineLetter(bij)}.`,
    ),
    prent: { vorm: 'staven', eenheid: isPunten(lezing) ? 'punten' : 'stemmen', staven },
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
        found.gevers,
        found.laagste,
        found.hoogste,
        perOrganisatie(project, found.van).join(', '),
      ]),
    ),
    leeg: 'Er is nog niet gestemd.',
  });

/** What each organisatie gave, in a grid, and whether by raised hands; none while nobody voted (rule 3). */
function organisatieTabel({ project }: Lezing): Tabel[] {
  const cast = stemmen(project);
  const onderwerpen = stemmingVan(project)?.facts.onderwerpen ?? [];
  if (cast.length === 0) return [];
  const groepen = new Map<string, Stem[]>();
  for (const found of cast) {
    const key = organisatieSleutel(project, found.facts.van);
    groepen.set(key, [...(groepen.get(key) ?? []), found]);
  }
  return [
    tabel('stemming-organisaties', 'Stemmen per organisatie', {
      kolommen: [
        kolom('Organisatie', 'tekst', { breedte: 3 }),
        ...onderwerpen.map((id, at) =>
          kolom(`${at + 1}. ${kortweg(naamVanOnderwerp(project, id), 40)}`, 'getal'),
        ),
        kolom('Hoe', 'tekst', { breedte: 2 }),
      ],
      rijen: [...groepen.values()].map((van) =>
        rij(van[0]?.id ?? '', [
          organisatieVan(project, van[0]?.facts.van ?? ''),
          ...onderwerpen.map((id) =>
            van.reduce((sum, { facts }) => sum + (facts.punten[id] ?? 0), 0),
          ),
          hoeGestemd(van),
        ]),
      ),
      leeg: '',
      isLiggend: onderwerpen.length > STAAND,
    }),
  ];
}

/** Up to so many problems stand beside each other on a page that is not turned. */
const STAAND = 4;

function hoeGestemd(van: readonly Stem[]): string {
  const samen = van.filter(isSamen).length;
  if (samen === 0) return 'zelf gestemd';
  return samen === van.length ? 'met opgestoken handen' : 'deels met opgestoken handen';
}
