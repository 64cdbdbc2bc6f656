import { all, type Project } from '../../../process/feiten/project.ts';
import { stem, type EntryOf } from '../../plan/plan.ts';
import { stemmingVan } from '../regels/overleg1.ts';

/** The votes of now: which count, and for whom. */

export type Stem = EntryOf<typeof stem>;

/** True for the hands or stickers of an organisatie, counted together. */
export const isSamen = ({ facts }: Stem) => facts.voor.length > 0;

/** How many people a vote is of. */
export const personen = ({ facts }: Stem) => Math.max(1, facts.voor.length);

/** All that was cast in the open round, or in the last one. */
function gegeven(project: Project): Stem[] {
  const ronde = stemmingVan(project)?.facts.ronde ?? 0;
  return all(project, stem).filter(({ facts }) => facts.ronde === ronde);
}

/** True once somebody voted in this round, or their hand was counted. */
export const isBegonnen = (project: Project): boolean => gegeven(project).length > 0;

/** The votes that each person cast, or that were entered for one alone. */
const eigen = (project: Project) => gegeven(project).filter((found) => !isSamen(found));

export const stemVan = (project: Project, lid: string) =>
  eigen(project).find(({ facts }) => facts.van === lid);

/** The hands of organisaties, also those that do not count any more. */
export const handen = (project: Project): Stem[] => gegeven(project).filter(isSamen);

/**
 * True when one of the people whose hands were counted voted themselves since. Which of the hands was theirs is not known,
 * and nobody counts twice: so these hands wait until they are entered again.
 */
export function isVervallen(project: Project, { facts }: Stem): boolean {
  const zelf = new Set(eigen(project).map((found) => found.facts.van));
  return facts.voor.some((id) => zelf.has(id));
}

/** The votes that count. */
export const stemmen = (project: Project): Stem[] => [
  ...eigen(project),
  ...handen(project).filter((found) => !isVervallen(project, found)),
];

/** The deelnemer ids of everybody whose vote counts, each once. */
export const gestemd = (project: Project): string[] => [
  ...new Set(
    stemmen(project).flatMap(({ facts }) => [
      ...(facts.voor.length > 0 ? facts.voor : [facts.van]),
    ]),
  ),
];
