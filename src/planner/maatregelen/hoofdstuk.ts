import type { Lezing } from '../../process/contract/contract.ts';
import { leads, organisatieVan, organisatieSleutel } from '../../process/feiten/deelnemers.ts';
import {
  kolom,
  rij,
  tabel,
  type Figuur,
  type Hoofdstuk,
  type Opsomming,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { vertrouwelijkRegel } from '../plan/lezers.ts';
import { criteriaKolommen } from '../plan/criteria-kolommen.ts';
import {
  belangrijkste,
  genummerd,
  herkomstRegels,
  huidigeMaatregelen,
  soortenTekst,
  typeTekst,
  type Maatregel,
} from '../plan/maatregel.ts';
import { maatregel, naamVanOnderwerp } from '../plan/plan.ts';
import { reacties, reactieZin } from '../../process/stappen/reacties.ts';
import { stepOf } from '../../process/contract/step.ts';
import { overalGereageerd, hiaten } from './hiaten.ts';
import { HIATEN, NIETS } from './knoppen.ts';
import { doenNiets, maatregelKnoppen } from './overzicht.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { opEenRij } from '../../process/taal/opsomming.ts';

/** What every organisatie does now about each problem, and what is missing. People read it before overleg 2 (F4). */
export const hoofdstukken = (lezing: Lezing): Hoofdstuk[] =>
  isGeopend(lezing.project, 'maatregelen') ? [hoofdstuk(lezing)] : [];

function hoofdstuk(lezing: Lezing): Hoofdstuk {
  const zin = reactieZin(reacties(lezing.project, stepOf(lezing.traject, 'maatregelen')));
  return {
    id: 'maatregelen',
    titel: 'Wat doen wij al?',
    inleiding: zin === '' ? '' : `${zin}.`,
    delen: [maatregelenTabel(lezing), perOrganisatie(lezing), niets(lezing), hiatenLijst(lezing)],
    knoppen: [{ titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven' }, NIETS, HIATEN],
  };
}

function maatregelenTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const eigen = criteriaKolommen(project, 'maatregel');
  const namen = new Map(belangrijkste(project).map((found) => [found.id, genummerd(found, 120)]));
  const over = ({ facts }: Maatregel) =>
    namen.get(facts.onderwerp) ?? naamVanOnderwerp(project, facts.onderwerp);
  return tabel('maatregelen', 'Maatregelen die er al zijn', {
    kolommen: [
      kolom('Probleem', 'tekst', { breedte: 2 }),
      kolom('Organisatie', 'tekst', { breedte: 1.5 }),
      kolom('Maatregel', 'tekst', { breedte: 5 }),
      kolom('Voor wie of wat', 'tekst', { breedte: 1.5 }),
      kolom('Type'),
      ...eigen.kolommen,
      kolom('Bijzonderheden', 'tekst', { breedte: 1.5 }),
    ],
    rijen: huidigeMaatregelen(project).map((found) =>
      rij(
        found.id,
        [
          over(found),
          organisatieVan(project, found.facts.van),
          found.texts.omschrijving,
          soortenTekst(found),
          isVerhuld(project, maatregel.name, found.id) ? '' : typeTekst(found),
          ...eigen.cellen(found.facts.criteria),
          [
            ...herkomstRegels(project, found),
            ...eigen.overig(found.facts.criteria),
            ...vertrouwelijkRegel(project, maatregel, found),
          ].join(' '),
        ],
        maatregelKnoppen(wieLeest(lezing), found),
      ),
    ),
    leeg: 'Er zijn nog geen maatregelen.',
    isLiggend: true,
  });
}

/** The number of measures of each organisatie now, highest first. */
function perOrganisatie({ project }: Lezing): Figuur {
  const found = new Map<string, { naam: string; waarde: number }>();
  for (const { facts } of huidigeMaatregelen(project)) {
    const key = organisatieSleutel(project, facts.van);
    const before = found.get(key)?.waarde ?? 0;
    found.set(key, { naam: organisatieVan(project, facts.van), waarde: before + 1 });
  }
  const staven = [...found.values()]
    .sort((a, b) => b.waarde - a.waarde)
    .map((staaf) => ({ ...staaf, doel: null, bij: '' }));
  return {
    soort: 'figuur',
    id: 'perorganisatie',
    kop: 'Maatregelen per organisatie',
    alt: staven.map(
      ({ naam, waarde }) => aaneen`${naam}: ${aantal(waarde, 'maatregel', 'maatregelen')}.`,
    ),
    prent: { vorm: 'staven', eenheid: 'maatregelen', staven },
  };
}

/** The group may read who answered "Wij doen hier niets aan"; who did not answer is not in it. */
const niets = ({ project }: Lezing): Opsomming => ({
  soort: 'opsomming',
  kop: 'Wie doet hier niets aan?',
  isGenummerd: false,
  punten: belangrijkste(project).flatMap((found) => {
    const names = doenNiets(project, found.id);
    return names.length === 0 ? [] : [aaneen`${genummerd(found, 120)}: ${opEenRij(names)}`];
  }),
  leeg: 'Niemand heeft gemeld dat hij niets doet.',
});

/** What is missing. Only the projectleider reads which organisaties did not answer (rule 16). */
function hiatenLijst({ project, lezer }: Lezing): Opsomming {
  const gaten = hiaten(project);
  const { zonder, types, stil } = gaten;
  const stille = stil.map(
    ({ lid, open }) =>
      aaneen`${organisatieVan(project, lid)}: nog niets bij ${aantal(open, 'probleem', 'problemen')}`,
  );
  return {
    soort: 'opsomming',
    kop: 'Wat ontbreekt er?',
    isGenummerd: false,
    punten: [
      ...zonder.map((found) => aaneen`${genummerd(found, 120)}: nog geen maatregel`),
      ...types.map(
        ({ onderwerp, ontbreekt }) =>
          aaneen`${genummerd(onderwerp, 120)}: nog niet ${ontbreekt.join(', ')}`,
      ),
      ...(stil.length > 0 ? [overalGereageerd(gaten)] : []),
      ...(leads(lezer) ? stille : []),
    ],
    leeg:
      belangrijkste(project).length === 0
        ? 'Er is nog geen prioriteitenlijst.'
        : 'Er ontbreekt niets.',
  };
}
