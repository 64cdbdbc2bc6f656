import { meegenomen } from '../../process/feiten/meegenomen.ts';
import { all, begin, one, type NewEvent, type Project } from '../../process/feiten/project.ts';
import {
  cluster,
  criterium,
  doel,
  eigenNaam,
  evaluatie,
  ookBijOns,
  onderwerpen,
  probleem,
  type Antwoorden,
  type EntryOf,
  type Onderwerp,
} from './plan.ts';

/** True for a goal that the evaluation calls reached. A new round leaves it behind and takes everything else along (K10). */

const isBereikt = (project: Project, { id }: EntryOf<typeof doel>) =>
  one(project, evaluatie, id)?.facts.bereikt === 'ja';

const klaar = (project: Project) =>
  new Set(
    all(project, doel)
      .filter((goal) => isBereikt(project, goal))
      .flatMap(({ facts }) => facts.onderwerpen),
  );

const antwoorden = (given: Antwoorden): Antwoorden =>
  Object.fromEntries(Object.entries(given).map(([id, optie]) => [meegenomen(id), optie]));

/** The own criteria, so that answers given on them keep their scale. */
export const criteriaMee = (project: Project): NewEvent[] =>
  all(project, criterium).map(({ id, facts, texts }) =>
    begin(criterium, meegenomen(id), facts, texts),
  );

/** Problems and clusters without a reached goal, with the people who see them too. */
export function problemenMee(project: Project): NewEvent[] {
  const done = klaar(project);
  const open = onderwerpen(project).filter(({ id }) => !done.has(id));
  const problemen = open.flatMap((onderwerp) => onderwerp.problemen);
  const ids = new Set(problemen.map(({ id }) => id));
  return [
    ...problemen.map(probleemMee),
    ...all(project, ookBijOns)
      .filter(({ facts }) => ids.has(facts.probleem))
      .map(ookMee),
    ...open
      .filter(({ isCluster }) => isCluster)
      .flatMap((onderwerp) => clusterMee(project, onderwerp)),
  ];
}

/** What was called after a problem still is. */
function clusterMee(project: Project, { id, problemen }: Onderwerp): NewEvent[] {
  const found = one(project, cluster, id);
  if (!found) return [];
  const leden = problemen.map((lid) => meegenomen(lid.id));
  const naam = eigenNaam(project, found);
  return [begin(cluster, meegenomen(id), { problemen: leden }, { naam })];
}

const probleemMee = ({ id, facts, texts }: EntryOf<typeof probleem>): NewEvent =>
  begin(
    probleem,
    meegenomen(id),
    {
      ...facts,
      van: meegenomen(facts.van),
      voor: facts.voor.map(meegenomen),
      criteria: antwoorden(facts.criteria),
      ingebracht: '',
    },
    texts,
  );

const ookMee = ({ id, facts }: EntryOf<typeof ookBijOns>): NewEvent =>
  begin(
    ookBijOns,
    id.split('.').map(meegenomen).join('.'),
    {
      ...facts,
      van: meegenomen(facts.van),
      probleem: meegenomen(facts.probleem),
      criteria: antwoorden(facts.criteria),
    },
    {},
  );

/** Goals that were not, or not completely, reached. */
export const doelenMee = (project: Project): NewEvent[] =>
  all(project, doel)
    .filter((goal) => !isBereikt(project, goal))
    .map(({ id, facts, texts }) =>
      begin(
        doel,
        meegenomen(id),
        {
          ...facts,
          onderwerpen: facts.onderwerpen.map(meegenomen),
          voor: facts.voor.map(meegenomen),
        },
        texts,
      ),
    );
