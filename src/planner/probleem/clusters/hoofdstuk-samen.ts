import type { Lezing } from '../../../process/contract/contract.ts';
import { voluitVan, organisatiesOfNamen } from '../../../process/feiten/deelnemers.ts';
import {
  kolom,
  rij,
  tabel,
  type Opsomming,
  type Rij,
  type Tabel,
} from '../../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../../process/contract/lezing.ts';
import { getoond } from '../../../process/groep/fotos.ts';
import { all } from '../../../process/feiten/project.ts';
import type { Button } from '../../../process/vormen/screen.ts';
import {
  doei,
  groepsnaam,
  naamVanOnderwerp,
  onderwerpen,
  probleem,
  type Onderwerp,
} from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { cijfersBij, doeiZin, isDoeiLeesbaar, soortNaam, type Doei } from '../invoer/doei.ts';
import type { Probleem } from '../invoer/problemen.ts';
import { isEigen } from '../regels/eigen.ts';
import { magNotuleren } from '../../plan/notuleren.ts';
import { verbanden, verbandZin } from '../regels/kring.ts';
import { magNietClusteren } from '../regels/overleg1.ts';
import { opEenRij } from '../../../process/taal/opsomming.ts';

/** The clusters with the problems in them, by their numbers on the list. */
export function clusterTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const nrs = new Map(all(project, probleem).map(({ id }, at) => [id, at + 1]));
  const werkt = magNotuleren(wieLeest(lezing)) && !magNietClusteren({ project });
  return tabel('clusters', 'Groepen problemen', {
    kolommen: [
      kolom('Groep problemen', 'tekst', { breedte: 2 }),
      kolom('Aantal', 'getal', { breedte: 0.5 }),
      kolom('Problemen', 'tekst', { breedte: 5 }),
      kolom('Organisaties', 'tekst', { breedte: 2 }),
    ],
    rijen: onderwerpen(project)
      .filter(({ isCluster }) => isCluster)
      .map((found) => clusterRij(lezing, found, nrs, werkt)),
    leeg: 'Er zijn nog geen groepen problemen.',
  });
}

function clusterRij(
  { project }: Lezing,
  { id, naam, problemen }: Onderwerp,
  nrs: ReadonlyMap<string, number>,
  werkt: boolean,
): Rij {
  const names = problemen.map(
    (found) => `${nrs.get(found.id) ?? ''}. ${kortweg(groepsnaam(found), 120)}`,
  );
  const van = organisatiesOfNamen(
    project,
    problemen.map(({ facts }) => facts.van),
  );
  const args = { id };
  const wijzigen: Button[] = [
    { titel: 'Aanpassen', verb: 'cluster.wijzigen', args },
    { titel: 'Uit elkaar halen', verb: 'cluster.ontbinden', args },
  ];
  return rij(
    id,
    [naam, problemen.length, names.join('\n'), opEenRij(van)],
    [{ titel: 'Bekijk', verb: 'probleem', args }, ...(werkt ? wijzigen : [])],
  );
}

/** Which problem causes which (D4). */
export const verbandLijst = ({ project }: Lezing): Opsomming => ({
  soort: 'opsomming',
  kop: 'Oorzaak en gevolg',
  isGenummerd: false,
  punten: verbanden(project).map((link) => verbandZin(project, link)),
  leeg: 'Er zijn nog geen oorzaken en gevolgen vastgelegd.',
});

/** Data, Onderzoek, Ervaringen en Inzichten, as far as this reader may read them. Of an oral item only who tells it. */
export function doeiTabel(lezing: Lezing): Tabel {
  const { project, lezer } = lezing;
  return tabel('doei', 'Cijfers, onderzoek, ervaringen en inzichten', {
    kolommen: [
      kolom('Probleem', 'tekst', { breedte: 2 }),
      kolom('Soort'),
      kolom('Wat weten we?', 'tekst', { breedte: 5 }),
      kolom('Bron', 'tekst', { breedte: 2 }),
      kolom('Van', 'tekst', { breedte: 1.5 }),
    ],
    rijen: [
      ...cijfersBij(lezer, project, all(project, probleem)).map((found) =>
        cijferRij(lezing, found),
      ),
      ...all(project, doei)
        .filter((found) => isDoeiLeesbaar(project, lezer, found))
        .map((found) => doeiRij(lezing, found)),
    ],
    leeg: 'Er zijn nog geen cijfers of ervaringen.',
  });
}

/** Figures that came with a problem count as data. */
function cijferRij({ project }: Lezing, { id, facts, texts }: Probleem): Rij {
  return rij(
    id,
    [
      kortweg(naamVanOnderwerp(project, id), 120),
      soortNaam('data'),
      texts.cijfers,
      '',
      voluitVan(project, facts.van),
    ],
    [{ titel: 'Bekijk', verb: 'probleem', args: { id } }],
  );
}

function doeiRij(lezing: Lezing, found: Doei): Rij {
  const { project } = lezing;
  const { facts, texts } = found;
  const args = { id: found.id };
  const eigen: Button[] = [
    { titel: 'Aanpassen', verb: 'doei.wijzigen', args },
    { titel: 'Intrekken', verb: 'doei.intrekken', args },
  ];
  return rij(
    found.id,
    [
      kortweg(naamVanOnderwerp(project, facts.over), 120),
      soortNaam(facts.soort),
      facts.mondeling ? doeiZin(project, found) : texts.tekst,
      facts.mondeling ? '' : texts.bron,
      voluitVan(project, facts.van),
    ],
    isEigen(wieLeest(lezing), found) ? eigen : [],
    getoond(wieLeest(lezing), doei.name, found.id),
  );
}
