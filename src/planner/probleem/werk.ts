import type { Lezing } from '../../process/contract/contract.ts';
import { leads, naamVan } from '../../process/feiten/deelnemers.ts';
import type { Project } from '../../process/feiten/project.ts';
import {
  uitHoofdstuk,
  type PerOnderwerp,
  type Telling,
  type Volgorde,
  type Werkvlak,
} from '../../process/vormen/werkvlak.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { doeiBij, doeiZin, isDoeiOpenbaar, soortNaam } from './invoer/doei.ts';
import { draagvlak, draagvlakZinnen, eerstGeteld } from './lijst/draagvlak.ts';
import { geordend, volgorde } from './lijst/lijst-stand.ts';
import { MAX_PLAATSEN, plaatsVeld } from './lijst/lijst.ts';
import { isVoorbij, openStemming, stemmingVan, vasteLijst } from './regels/overleg1.ts';
import type { Probleem } from './invoer/problemen.ts';
import { gestemd } from './stemming/stemmen-nu.ts';
import { kiezers } from './stemming/telling.ts';
import { stand } from './stemming/uitslag.ts';
import { gewichten, gewichtZin } from './stemming/volgorde.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** Agenda line 4 on a big screen: what is known about each onderwerp, with a place to add more (D5 to D8). */
export function verkenning({ project }: Lezing): PerOnderwerp {
  return {
    soort: 'per-onderwerp',
    onderwerpen: geordend(project).map((found) => ({
      id: found.id,
      naam: kortweg(found.naam, 300),
      regels: [
        ...found.problemen.flatMap((ingebracht) => bijProbleem(project, ingebracht)),
        ...doeiBij(project, found)
          .filter((stuk) => isDoeiOpenbaar(project, stuk))
          .map((stuk) => aaneen`${soortNaam(stuk.facts.soort)}: ${doeiZin(project, stuk, 600)}`),
      ],
      knoppen: [{ titel: 'Toevoegen', verb: 'doei.toevoegen', args: { over: found.id } }],
    })),
    leeg: 'Er zijn nog geen problemen.',
  };
}

/** Figures that came with a problem count as data. Also says who tells more. */
function bijProbleem(project: Project, { facts, texts }: Probleem): string[] {
  if (facts.vertrouwelijk) return [];
  return [
    ...(texts.cijfers === '' ? [] : [`Data: ${kortweg(texts.cijfers, 600)}`]),
    ...(facts.mondeling ? [`${naamVan(project, facts.van)} vertelt hier meer over.`] : []),
  ];
}

/**
 * A count while the vote is open, and its result with spread afterwards. Then the order, which the projectleider can
 * change (rule 3).
 */
export function prioritering(lezing: Lezing): Werkvlak[] {
  const { project, lezer } = lezing;
  if (openStemming(project)) return [stemTelling(project)];
  const uitslag = stemmingVan(project)
    ? [uitHoofdstuk('prioriteiten', 'stemmen', 'stemming', 'stemming-organisaties')]
    : [];
  const kanZetten = leads(lezer) && !vasteLijst(project) && !isVoorbij(lezing);
  return [
    ...(kanZetten ? [zetten(project)] : [uitHoofdstuk('prioriteiten', 'prioriteitenlijst')]),
    ...uitslag,
  ];
}

const stemTelling = (project: Project): Telling => ({
  soort: 'telling',
  kop: 'De stemming is open',
  n: gestemd(project).length,
  van: kiezers(project),
  zin: stand(project),
  regels: ['De uitslag zie je als de stemming sluit.'],
});

function zetten(project: Project): Volgorde {
  const weight = gewichten(project);
  return {
    soort: 'volgorde',
    kop: 'Voorstel voor de volgorde',
    uitleg: 'Versleep een probleem, of kies het en gebruik de pijltoetsen.',
    verb: 'lijst.vaststellen',
    stukken: volgorde(project)
      .slice(0, MAX_PLAATSEN)
      .map((found) => ({
        id: found.id,
        tekst: kortweg(found.naam, 300),
        bij: gewichtZin(weight(found)),
        veld: plaatsVeld(found.id),
      })),
  };
}

/** How many agree, as counts, without who did not answer (rules 3 and 16). */
export function instemming({ project }: Lezing): Werkvlak[] {
  if (!vasteLijst(project)) return [];
  const { mensen, akkoord } = draagvlak(project, eerstGeteld(project));
  const [zin = '', ...regels] = draagvlakZinnen(project);
  return [
    { soort: 'telling', kop: 'Akkoord met de lijst', n: akkoord, van: mensen, zin, regels },
    uitHoofdstuk('prioriteiten', 'prioriteitenlijst'),
  ];
}
