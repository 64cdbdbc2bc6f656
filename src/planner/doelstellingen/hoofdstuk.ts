import type { Lezing } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import {
  kolom,
  rij,
  tabel,
  type Hoofdstuk,
  type Kenmerken,
  type Opsomming,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { dateText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { genummerd } from '../plan/maatregel.ts';
import { metingenVan } from '../plan/metingen.ts';
import { doel, naamVanOnderwerp } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { eigenKnoppen, isSchrijfbaar, norm, zonderDoel } from './doelen.ts';
import { genoegTabel, oordeelTabel } from './hoofdstuk-oordeel.ts';
import { extraTabel, monitoringTabel } from './hoofdstuk-afspraken.ts';
import { BEOORDELING, VOORTGANG_AFSPREKEN } from './knoppen.ts';
import type { Doel } from './smart.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';

/** What the group wants to reach, how it judges the present measures, and what it agreed (F1 to F14, G5 to G10). */
export const hoofdstukken = (lezing: Lezing): Hoofdstuk[] =>
  isGeopend(lezing.project, 'doelstellingen') ? [doelen(lezing), genoeg(lezing)] : [];

function doelen(lezing: Lezing): Hoofdstuk {
  const { project } = lezing;
  const found = all(project, doel);
  return {
    id: 'doelstellingen',
    titel: 'Wat willen wij bereiken?',
    inleiding: `We hebben ${aantal(found.length, 'doel', 'doelen')}.`,
    delen: [
      doelenTabel(lezing),
      ...found.map((goal, at) => smart(project, goal, at + 1)),
      zonder(project),
      monitoringTabel(lezing),
    ],
    knoppen: [{ titel: 'Doel toevoegen', verb: 'doel.toevoegen' }, VOORTGANG_AFSPREKEN],
  };
}

const genoeg = (lezing: Lezing): Hoofdstuk => ({
  id: 'beoordeling',
  titel: 'Doen wij samen genoeg?',
  inleiding: '',
  delen: [genoegTabel(lezing), oordeelTabel(lezing), extraTabel(lezing)],
  knoppen: [BEOORDELING, { titel: 'Extra maatregel toevoegen', verb: 'maatregel.aanvullend' }],
});

const problemenVan = (project: Project, { facts }: Doel) =>
  aaneengeregen(
    facts.onderwerpen.map((id) => kortweg(naamVanOnderwerp(project, id), 120)),
    '; ',
  );

/** Each goal from its start to its norm to what was measured last (rule 15). */
function doelenTabel({ project, lezer }: Lezing): Tabel {
  const mag = leads(lezer) && isSchrijfbaar(project);
  return tabel('doelen', 'Doelen', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Doel', 'tekst', { breedte: 4 }),
      kolom('Probleem', 'tekst', { breedte: 3 }),
      kolom('Nu', 'getal'),
      kolom('Streefgetal', 'getal'),
      kolom('Gemeten', 'getal'),
      kolom('Eenheid', 'tekst', { breedte: 1.5 }),
      kolom('Wanneer', 'datum'),
    ],
    rijen: all(project, doel).map((found, at) => {
      const { facts, texts } = found;
      return rij(
        found.id,
        [
          at + 1,
          texts.specifiek,
          problemenVan(project, found),
          facts.nu,
          facts.doel,
          metingenVan(project, found.id).at(-1)?.facts.waarde ?? null,
          texts.eenheid,
          facts.wanneer,
        ],
        mag ? eigenKnoppen(found) : [],
      );
    }),
    leeg: 'Er zijn nog geen doelen.',
  });
}

/** One goal in the order S-M-A-R-T. */
function smart(project: Project, found: Doel, nr: number): Kenmerken {
  const { facts, texts } = found;
  const paren = [
    { naam: 'Probleem', waarde: problemenVan(project, found) },
    { naam: 'Specifiek', waarde: texts.specifiek },
    { naam: 'Meetbaar', waarde: texts.meetbaar },
    { naam: 'Norm', waarde: norm(found) },
    { naam: 'Acceptabel', waarde: texts.acceptabel },
    { naam: 'Realistisch', waarde: texts.realistisch },
    { naam: 'Tijdgebonden', waarde: dateText(facts.wanneer) },
  ];
  return {
    soort: 'kenmerken',
    kop: `Doel ${nr}: ${kortweg(texts.specifiek, 80)}`,
    paren: paren.filter(({ waarde }) => waarde !== ''),
  };
}

const zonder = (project: Project): Opsomming => ({
  soort: 'opsomming',
  kop: 'Problemen zonder doel',
  isGenummerd: false,
  punten: zonderDoel(project).map((found) => genummerd(found, 120)),
  leeg: 'Elk probleem heeft een doel.',
});
