import type { Lezing } from '../../../process/contract/contract.ts';
import { organisatieVan, organisatiesOfNamen } from '../../../process/feiten/deelnemers.ts';
import {
  kolom,
  rij,
  tabel,
  type Figuur,
  type Rij,
  type Tabel,
} from '../../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../../process/contract/lezing.ts';
import { getoond } from '../../../process/groep/fotos.ts';
import { all } from '../../../process/feiten/project.ts';
import { criteriaKolommen, type CriteriaKolommen } from '../../plan/criteria-kolommen.ts';
import { OPLOPEND, plaatsVan } from '../../plan/niveaus.ts';
import { cluster, clusterNaam, GEVOLGEN, groepsnaam, probleem } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { isInbrengLeesbaar } from '../regels/eigen.ts';
import { herkomst, ookPerProbleem, probleemKnoppen } from './overzicht.ts';
import type { Probleem } from './problemen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { opEenRij } from '../../../process/taal/opsomming.ts';

/** The most signs of a description in the words of a picture. */
const SIGNS_IN_PRENT = 100;

/** Every problem with its number on the list, the same for every reader. */
const genummerd = ({ project }: Lezing): { nr: number; found: Probleem }[] =>
  all(project, probleem).map((found, at) => ({ nr: at + 1, found }));

/** The full list of rated problems of all deelnemers (C12). */
export function problemenTabel(lezing: Lezing): Tabel {
  const eigen = criteriaKolommen(lezing.project, 'probleem');
  const bij = bijProbleem(lezing);
  return tabel('problemen', 'Alle problemen', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Probleem', 'tekst', { breedte: 5 }),
      kolom('Plaats', 'tekst', { breedte: 1.5 }),
      kolom('Organisatie', 'tekst', { breedte: 1.5 }),
      kolom('Risico', 'niveau'),
      kolom('Gevolgen'),
      kolom('Prioriteit', 'niveau'),
      ...eigen.kolommen,
      kolom('Ook bij', 'tekst', { breedte: 1.5 }),
      kolom('Groep problemen', 'tekst', { breedte: 1.5 }),
      kolom('Cijfers of onderzoek', 'tekst', { breedte: 2 }),
      kolom('Bijzonderheden', 'tekst', { breedte: 2 }),
    ],
    rijen: genummerd(lezing).map((gevuld) =>
      probleemRij(lezing, gevuld, eigen, bij(gevuld.found.id)),
    ),
    leeg: 'Er zijn nog geen problemen.',
    isLiggend: true,
  });
}

/** The people who see a problem too, and the cluster it is in. */
function bijProbleem({ project }: Lezing) {
  const ook = ookPerProbleem(project);
  const clusters = new Map(
    all(project, cluster).flatMap((found) => {
      const naam = clusterNaam(project, found);
      return found.facts.problemen.map((id) => [id, naam] as const);
    }),
  );
  return (id: string) => ({
    ook: opEenRij(organisatiesOfNamen(project, ook.get(id) ?? [])),
    cluster: clusters.get(id) ?? '',
  });
}

function probleemRij(
  lezing: Lezing,
  { nr, found }: { nr: number; found: Probleem },
  eigen: CriteriaKolommen,
  bij: { ook: string; cluster: string },
): Rij {
  const { project, lezer } = lezing;
  const { facts, texts } = found;
  const van = organisatieVan(project, facts.van);
  if (!isInbrengLeesbaar(project, lezer, found)) {
    const leeg = eigen.kolommen.map(() => '');
    return rij(found.id, [nr, groepsnaam(found), '', van, '', '', '', ...leeg, '', '', '', '']);
  }
  return rij(
    found.id,
    [
      nr,
      texts.omschrijving,
      texts.plaats,
      van,
      facts.kans,
      gevolgenTekst(found),
      facts.prioriteit,
      ...eigen.cellen(facts.criteria),
      bij.ook,
      bij.cluster,
      texts.cijfers,
      [...herkomst(project, found), ...eigen.overig(facts.criteria)].join(' '),
    ],
    [
      { titel: 'Bekijk', verb: 'probleem', args: { id: found.id } },
      ...probleemKnoppen(wieLeest(lezing), found),
    ],
    getoond(wieLeest(lezing), probleem.name, found.id),
  );
}

const gevolgenTekst = ({ facts }: Probleem) =>
  GEVOLGEN.find(({ id }) => id === facts.gevolgen)?.tekst ?? facts.gevolgen;

/** The risk matrix: kans × prioriteit, with the kind of consequences, for the problems that this reader may read. */
export function matrixFiguur(lezing: Lezing): Figuur {
  const shown = genummerd(lezing).filter(({ found }) =>
    isInbrengLeesbaar(lezing.project, lezing.lezer, found),
  );
  const stippen = shown.map(({ nr, found }) => ({
    nr,
    naam: kortweg(found.texts.omschrijving, SIGNS_IN_PRENT),
    x: plaatsVan(found.facts.kans),
    y: plaatsVan(found.facts.prioriteit),
    bij: found.facts.gevolgen,
  }));
  const niveaus = OPLOPEND.map(({ tekst }) => tekst);
  return {
    soort: 'figuur',
    id: 'risicomatrix',
    kop: 'Risicomatrix',
    alt: shown.map(
      ({ nr, found: { facts, texts } }) =>
        aaneen`${nr}. ${kortweg(texts.omschrijving, SIGNS_IN_PRENT)}: risico ${facts.kans}, prioriteit ${facts.prioriteit}, gevolgen voor ${GEVOLG_ZIN[facts.gevolgen]}.`,
    ),
    prent: {
      vorm: 'rooster',
      x: { naam: 'Risico', niveaus },
      y: { naam: 'Prioriteit', niveaus },
      stippen,
    },
  };
}

const GEVOLG_ZIN = {
  personen: 'personen',
  objecten: 'objecten',
  allebei: 'personen en objecten',
} as const;
