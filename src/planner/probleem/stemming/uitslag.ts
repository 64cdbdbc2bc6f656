import type { Ctx } from '../../../process/contract/contract.ts';
import {
  geteld,
  leden,
  leads,
  naamVan,
  organisatieVan,
  type Deelnemer,
} from '../../../process/feiten/deelnemers.ts';
import { all, type Project } from '../../../process/feiten/project.ts';
import { mensen } from '../../../process/taal/opsomming.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { stem, type EntryOf, type Onderwerp } from '../../plan/plan.ts';
import { openStemming, stemmingVan } from '../regels/overleg1.ts';

export type Stem = EntryOf<typeof stem>;

/** The votes of the open round, or of the last one. */
export function stemmen(project: Project): Stem[] {
  const ronde = stemmingVan(project)?.facts.ronde ?? 0;
  return all(project, stem).filter(({ facts }) => facts.ronde === ronde);
}

export const stemVan = (project: Project, lid: string) =>
  stemmen(project).find(({ facts }) => facts.van === lid);

/** True when this person may see the result: after their own vote or the close, also for the projectleider (rule 3). */
export const magUitslagZien = ({ project, actor }: Pick<Ctx, 'project' | 'actor'>) =>
  stemmingVan(project) !== undefined &&
  (!openStemming(project) || stemVan(project, actor.id) !== undefined);

/** How many could vote. A person who left after voting still counts. */
export const kiezers = (project: Project): number =>
  new Set([
    ...leden(project).map(({ id }) => id),
    ...stemmen(project).map(({ facts }) => facts.van),
  ]).size;

/** `6 van de 8 hebben gestemd.` */
export function stand(project: Project): string {
  const voted = stemmen(project).length;
  return `${voted} van de ${kiezers(project)} ${voted === 1 ? 'heeft' : 'hebben'} gestemd.`;
}

export interface Uitslag {
  id: string;
  totaal: number;
  /** The voters who gave it points, most points first. */
  van: readonly { stem: Stem; punten: number }[];
  laagste: number;
  hoogste: number;
}

/** The result for each onderwerp of the vote, highest first: the sum with its spread. */
export function uitslagen(project: Project): Uitslag[] {
  const cast = stemmen(project);
  return (stemmingVan(project)?.facts.onderwerpen ?? [])
    .map((id) => uitslag(cast, id))
    .sort((a, b) => b.totaal - a.totaal);
}

function uitslag(cast: readonly Stem[], id: string): Uitslag {
  const given = cast.map((found) => ({ stem: found, punten: found.facts.punten[id] ?? 0 }));
  const punten = given.map((gift) => gift.punten);
  return {
    id,
    totaal: punten.reduce((sum, n) => sum + n, 0),
    van: given.filter((gift) => gift.punten > 0).sort((a, b) => b.punten - a.punten),
    laagste: Math.min(...punten, Infinity) === Infinity ? 0 : Math.min(...punten),
    hoogste: Math.max(0, ...punten),
  };
}

/** The lines below a result: the sum with its spread, and who gave it (rule 3). */
export function uitslagRegels(
  project: Project,
  { totaal, van, laagste, hoogste }: Uitslag,
): string[] {
  const isPunten = stemmingVan(project)?.facts.vorm === 'punten';
  const people = `${van.length} van de ${aantal(stemmen(project).length, 'stemmer', 'stemmers')}`;
  const sum = isPunten
    ? `${aantal(totaal, 'punt', 'punten')} van ${people}, per persoon ${laagste} tot ${hoogste}`
    : `${people} ${van.length === 1 ? 'koos' : 'kozen'} dit`;
  const organisaties = perOrganisatie(project, van);
  return [
    sum,
    ...(organisaties.length > 0 ? [`Per organisatie: ${organisaties.join(', ')}`] : []),
    ...(van.length > 0
      ? [`Per persoon: ${van.map((gift) => persoon(project, gift)).join(', ')}`]
      : []),
  ];
}

const persoon = (project: Project, { stem: { facts }, punten }: Uitslag['van'][number]) =>
  `${naamVan(project, facts.van)} ${punten}${facts.handen ? ' (hand opgestoken)' : ''}`;

/** `Politie 3`, for each organisatie that gave it points. */
export function perOrganisatie(project: Project, van: Uitslag['van']): string[] {
  const sums = new Map<string, number>();
  for (const { stem: found, punten } of van) {
    const naam = organisatieVan(project, found.facts.van);
    sums.set(naam, (sums.get(naam) ?? 0) + punten);
  }
  return [...sums].map(([naam, punten]) => `${naam} ${punten}`);
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
  const voted = new Set(stemmen(project).map(({ facts }) => facts.van));
  return geteld(project).filter(({ id }) => !voted.has(id));
};

/** `Geen antwoord: 2`, with the names for the projectleider: all of them, or the first of many. */
export function geenAntwoord(lid: Deelnemer, wie: readonly Deelnemer[]): string[] {
  if (wie.length === 0) return [];
  const namen = leads(lid) ? ` (${mensen(wie.map(({ naam }) => naam))})` : '';
  return [`Geen antwoord: ${wie.length}${namen}.`];
}
