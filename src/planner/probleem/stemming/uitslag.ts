import type { Voortgang } from '../../../process/vormen/live-kaart.ts';
import type { Ctx } from '../../../process/contract/contract.ts';
import {
  geteld,
  leden,
  leads,
  naamVan,
  organisatieVan,
  type Deelnemer,
} from '../../../process/feiten/deelnemers.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { mensen, naamInLijst } from '../../../process/taal/opsomming.ts';
import { aantal, hoeveelVan, hoevelen } from '../../../process/taal/woorden.ts';
import type { Onderwerp } from '../../plan/plan.ts';
import { openStemming, stemmingVan } from '../regels/overleg1.ts';
import { gestemd, isSamen, personen, stemmen, stemVan, type Stem } from './stemmen-nu.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** True when this person may see the result: after their own vote or the close, also for the projectleider (rule 3). */
export const magUitslagZien = ({ project, actor }: Pick<Ctx, 'project' | 'actor'>) =>
  stemmingVan(project) !== undefined &&
  (!openStemming(project) || stemVan(project, actor.id) !== undefined);

/** How many could vote. A person who left after voting still counts. */
export const kiezers = (project: Project): number =>
  new Set([...leden(project).map(({ id }) => id), ...gestemd(project)]).size;

/** `6 van de 8 hebben gestemd, van wie 4 met opgestoken handen.` */
export const stand = (project: Project): string => stemVoortgang(project).zin;

/** The same with its figures. */
export function stemVoortgang(project: Project): Voortgang {
  const [n, van] = [gestemd(project).length, kiezers(project)];
  const zin = `${hoevelen({ n, van }, ['heeft', 'hebben'])} gestemd${handenZin(project)}.`;
  return { zin, n, van };
}

function handenZin(project: Project): string {
  const handen = stemmen(project).filter(isSamen);
  const wie = handen.reduce((sum, found) => sum + personen(found), 0);
  if (wie === 0) return '';
  return `, van wie ${wie} met opgestoken ${wie === 1 ? 'hand' : 'handen'}`;
}

/** How the vote was held, where hands were counted: for the minutes. */
export const metHanden = (project: Project): string[] =>
  handenZin(project) === '' ? [] : [stand(project)];

/** The spread is not known where hands of several people were counted together in points: then it is null. */
export interface Uitslag {
  id: string;
  totaal: number;
  /** The votes that gave it points, most points first. */
  van: readonly { stem: Stem; punten: number }[];
  /** How many people gave it points. */
  gevers: number | null;
  laagste: number | null;
  hoogste: number | null;
}

/** The result for each onderwerp of the vote, highest first: the sum with its spread. */
export function uitslagen(project: Project): Uitslag[] {
  const cast = stemmen(project);
  const { onderwerpen = [], vorm = 'kiezen' } = stemmingVan(project)?.facts ?? {};
  return onderwerpen
    .map((id) => uitslag(cast, id, vorm === 'kiezen'))
    .sort((a, b) => b.totaal - a.totaal);
}

function uitslag(cast: readonly Stem[], id: string, isKiezen: boolean): Uitslag {
  const given = cast.map((found) => ({ stem: found, punten: found.facts.punten[id] ?? 0 }));
  const totaal = given.reduce((sum, { punten }) => sum + punten, 0);
  return {
    id,
    totaal,
    van: given.filter((gift) => gift.punten > 0).sort((a, b) => b.punten - a.punten),
    ...spreiding(given, totaal, isKiezen),
  };
}

/** Who chooses gives one each, so that a count of hands says how many people did. */
function spreiding(
  given: Uitslag['van'],
  totaal: number,
  isKiezen: boolean,
): Pick<Uitslag, 'gevers' | 'laagste' | 'hoogste'> {
  const punten = given.map((gift) => gift.punten);
  if (given.every(({ stem }) => personen(stem) === 1))
    return {
      gevers: punten.filter((n) => n > 0).length,
      laagste: punten.length === 0 ? 0 : Math.min(...punten),
      hoogste: Math.max(0, ...punten),
    };
  if (!isKiezen) return { gevers: null, laagste: null, hoogste: null };
  const stemmers = given.reduce((sum, { stem }) => sum + personen(stem), 0);
  return { gevers: totaal, laagste: totaal < stemmers ? 0 : 1, hoogste: Math.min(1, totaal) };
}

/** The lines below a result: the sum with its spread, and who gave it (rule 3). */
export function uitslagRegels(project: Project, found: Uitslag): string[] {
  const { van } = found;
  const organisaties = perOrganisatie(project, van);
  const los = van.filter(({ stem }) => !isSamen(stem));
  return [
    somZin(project, found),
    ...(organisaties.length > 0 ? [`Per organisatie: ${organisaties.join(', ')}`] : []),
    ...(los.length > 0
      ? [`Per persoon: ${los.map((gift) => persoon(project, gift)).join(', ')}`]
      : []),
  ];
}

function somZin(project: Project, { totaal, gevers, laagste, hoogste }: Uitslag): string {
  const isPunten = stemmingVan(project)?.facts.vorm === 'punten';
  const stemmers = aantal(gestemd(project).length, 'stemmer', 'stemmers');
  const punten = aantal(totaal, 'punt', 'punten');
  if (gevers === null) return `${punten} van ${stemmers}`;
  return isPunten
    ? `${punten}, ieder gaf ${laagste === hoogste ? aantal(laagste ?? 0, 'punt', 'punten') : `${laagste} tot ${aantal(hoogste ?? 0, 'punt', 'punten')}`}`
    : `${hoeveelVan({ n: gevers, van: gestemd(project).length }, ['stemmer', 'stemmers'], ['koos', 'kozen'])} dit`;
}

const persoon = (project: Project, { stem: { facts }, punten }: Uitslag['van'][number]) =>
  `${naamInLijst(naamVan(project, facts.van))} ${punten}${facts.handen ? ' (hand opgestoken)' : ''}`;

/** `Politie 3 (2 met opgestoken handen)`, for each organisatie that gave it points. */
export function perOrganisatie(project: Project, van: Uitslag['van']): string[] {
  const sums = new Map<string, { som: number; handen: number }>();
  for (const { stem, punten } of van) {
    const naam = organisatieVan(project, stem.facts.van);
    const { som, handen } = sums.get(naam) ?? { som: 0, handen: 0 };
    sums.set(naam, { som: som + punten, handen: handen + (isSamen(stem) ? punten : 0) });
  }
  return [...sums].map(([naam, { som, handen }]) => {
    if (handen === 0) return `${naamInLijst(naam)} ${som}`;
    return `${naamInLijst(naam)} ${som} (${handen === som ? '' : `${handen} `}met opgestoken handen)`;
  });
}

/** The points of an onderwerp: its own and, for a cluster made since, those of its problems. Zero while a vote is open. */
export function puntenVan(project: Project): (onderwerp: Onderwerp) => number {
  const totals = new Map(
    openStemming(project) ? [] : uitslagen(project).map(({ id, totaal }) => [id, totaal]),
  );
  return ({ id, problemen }) =>
    [...new Set([id, ...problemen.map((found) => found.id)])].reduce(
      (sum, of) => sum + (totals.get(of) ?? 0),
      0,
    );
}

/** The people of the group without a vote; only the projectleider reads their names (rule 16). */
export const zonderStem = (project: Project): Deelnemer[] => {
  const voted = new Set(gestemd(project));
  return geteld(project).filter(({ id }) => !voted.has(id));
};

/** `Geen antwoord: 2`, with the names for the projectleider: all of them, or the first of many. */
export function geenAntwoord(lid: Deelnemer, wie: readonly Deelnemer[]): string[] {
  if (wie.length === 0) return [];
  const namen = leads(lid) ? ` (${mensen(wie.map(({ naam }) => naam))})` : '';
  return [aaneen`Geen antwoord: ${wie.length}${namen}.`];
}
