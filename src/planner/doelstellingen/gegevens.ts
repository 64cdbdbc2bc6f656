import { naamVan, organisatieVan, wieDoenMee } from '../../process/feiten/deelnemers.ts';
import { afspraak, openAfspraken, overlegId } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { eersteRegels } from '../../process/taal/opsomming.ts';
import { dateText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste, genummerd, voorOverleg } from '../plan/maatregel.ts';
import { doel, genoeg, maatregel, monitoring, oordeel, regel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import type { AgendaRegel } from '../../process/contract/contract.ts';
import { genoegRegels, oordeelRegel } from './beoordeling.ts';
import { planZin } from '../plan/overleg-zin.ts';
import { wieWanneer, zonderWanneer, trekkerVan } from '../plan/uitvoeringsmatrix.ts';
import { doelKort, zonderDoel } from './doelen.ts';
import { teBeoordelen } from './oordeel.ts';
import { monitoringRegel } from './voortgang.ts';
import { aaneen, aaneengeregen } from '../../process/taal/aaneen.ts';

/** The data that a line of the agenda shows; everybody in the conversation may read it. */
type Gegevens = AgendaRegel['gegevens'];

/** Afspraken of earlier overleggen that are still open (rule 13). Those of this overleg stand at their own line. */
export const opening: Gegevens = ({ project }) =>
  eersteRegels(
    openAfspraken(project)
      .filter(({ facts }) => facts.overleg !== overlegId(2))
      .map((found) => afspraakRegel(project, found)),
  );

const afspraakRegel = (
  project: Project,
  { facts, texts }: ReturnType<typeof openAfspraken>[number],
) =>
  aaneengeregen(
    [
      `Open afspraak: ${kortweg(texts.wat)}`,
      facts.wie && naamVan(project, facts.wie),
      facts.wanneer && dateText(facts.wanneer),
    ].filter((part) => part !== ''),
    ', ',
  );

export const doelen: Gegevens = ({ project }) => {
  const found = all(project, doel);
  const open = zonderDoel(project).length;
  return [
    ...(found.length === 0
      ? ['Nog geen doel.']
      : eersteRegels(found.map((goal) => `Doel: ${doelKort(goal)}`))),
    ...(open > 0 && found.length > 0
      ? [`${aantal(open, 'probleem heeft', 'problemen hebben')} nog geen doel.`]
      : []),
  ];
};

/** How many measures there are for each problem, then who tells something about which. */
export const beoordeeld: Gegevens = ({ project }) => [
  ...perProbleem(project),
  ...mondeling(project),
];

function mondeling(project: Project): string[] {
  const told = voorOverleg(project).map(
    ({ van, onderwerp }) => aaneen`${genummerd(onderwerp)}: ${organisatieVan(project, van)}`,
  );
  return told.length === 0
    ? []
    : ['Deze organisaties vertellen in het overleg wat zij doen:', ...eersteRegels(told)];
}

const perProbleem = (project: Project) =>
  eersteRegels(
    belangrijkste(project).map((onderwerp) => {
      const measures = teBeoordelen(project, onderwerp.id);
      const done = measures.filter(({ id }) => one(project, oordeel, id)).length;
      const [stand] = genoegRegels(project, onderwerp.id);
      return aaneen`${genummerd(onderwerp)}: ${aantal(measures.length, 'maatregel', 'maatregelen')}, ${done} beoordeeld. ${stand ?? ''}`;
    }),
  );

/** What the group thinks of the measures: for each problem whether they are enough, and of each what becomes of it. */
export const oordelen = (project: Project): string[] =>
  eersteRegels([
    ...belangrijkste(project)
      .filter(({ id }) => one(project, genoeg, id))
      .map(
        (onderwerp) =>
          aaneen`${genummerd(onderwerp)}: ${genoegRegels(project, onderwerp.id).join(' ')}`,
      ),
    ...all(project, maatregel)
      .filter(({ id }) => one(project, oordeel, id))
      .map(
        (found) =>
          aaneen`${kortweg(found.texts.omschrijving)}. ${oordeelRegel(project, found).join(' ')}`,
      ),
  ]);

/** Who does what and when. */
export const wieWatWanneer = (project: Project): string[] =>
  eersteRegels([
    ...zonderWanneer(all(project, regel)),
    ...all(project, regel).map(
      (rij) => aaneen`${kortweg(rij.texts.wat)}: ${wieWanneer(trekkerVan(project, rij), rij)}`,
    ),
  ]);

/** Yes or no for each problem (G5). */
export const meerNodig: Gegevens = ({ project }) =>
  eersteRegels(
    belangrijkste(project).map((onderwerp) => {
      const found = one(project, genoeg, onderwerp.id);
      const answer = found
        ? found.facts.oordeel === 'meer nodig'
          ? 'ja'
          : 'nee'
        : 'nog niet bekend';
      return aaneen`${genummerd(onderwerp)}: ${answer}`;
    }),
  );

export const extra: Gegevens = ({ project }) =>
  eersteRegels(
    all(project, maatregel)
      .filter(({ facts }) => facts.aanvullend)
      .map(
        ({ facts, texts }) =>
          aaneen`${kortweg(texts.omschrijving)}: ${naamVan(project, facts.van)}`,
      ),
  );

export const groep: Gegevens = ({ project }) => [`Nu ${wieDoenMee(project)}.`];

export const matrix: Gegevens = ({ project }) => {
  const { length } = all(project, regel);
  return [
    length === 0
      ? 'Er staat nog niets in de matrix.'
      : `Er ${length === 1 ? 'staat' : 'staan'} ${aantal(length, 'maatregel', 'maatregelen')} in de matrix.`,
  ];
};

export const achterban: Gegevens = ({ project }) =>
  eersteRegels(
    all(project, afspraak)
      .filter(({ facts }) => facts.soort === 'achterban')
      .map(({ facts, texts }) =>
        facts.wie
          ? aaneen`${kortweg(texts.wat)}: ${naamVan(project, facts.wie)}`
          : kortweg(texts.wat),
      ),
  );

export const voortgang: Gegevens = ({ project }) =>
  eersteRegels(
    all(project, monitoring).map(
      (found) => aaneen`${kortweg(found.texts.gegevens)}: ${monitoringRegel(project, found)}`,
    ),
  );

export const nieuweDatum: Gegevens = (beeld) => {
  const gepland = planZin(beeld, 3);
  return gepland.length > 0 ? gepland : ['Overleg 3 is nog niet gepland.'];
};
