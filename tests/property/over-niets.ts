import { planner } from '../../src/planner/index.ts';
import { belangrijkste, huidigeMaatregelen } from '../../src/planner/plan/maatregel.ts';
import { regels } from '../../src/planner/plan/uitvoeringsmatrix.ts';
import type { Beeld } from '../../src/process/contract/contract.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { geopend, huidig } from '../../src/process/feiten/geopende-stap.ts';
import { reacties } from '../../src/process/stappen/reacties.ts';
import type { Project } from '../../src/process/feiten/project.ts';

/** What is said of all there are speaks of one of these; of what there is nothing of, nothing is settled. */
const ALLE: readonly { van: RegExp; aantal: (project: Project) => number }[] = [
  { van: /elk probleem/i, aantal: (project) => belangrijkste(project).length },
  {
    van: /^Alle maatregelen zijn beoordeeld/,
    aantal: (project) => huidigeMaatregelen(project).length,
  },
  { van: /^Alle (?:kosten|datums) |^Over alles /, aantal: (project) => regels(project).length },
  { van: /iedereen/i, aantal: (project) => gevraagden(project) },
];

const gevraagden = (project: Project) =>
  reacties(project, stepOf(planner, huidig(project)!.id)).gevraagd.length;

const OVER_ALLE = /\b(?:elke?|alle|alles|iedereen|allemaal|niets|beide)\b/i;
const OVER_NUL = /\bvan de 0\b/;
/** Says that there is nothing, or nobody: no reason for a tick. */
const NOG_NIET = /^(?:Nog|Geen|Er (?:is|zijn) (?:nog )?geen)\b|\bniemand\b/;

/** True for a tick at something that there is none of, or at which nothing was done. */
function isLeegGevinkt(project: Project, zin: string): boolean {
  if (OVER_NUL.test(zin) || NOG_NIET.test(zin)) return true;
  if (!OVER_ALLE.test(zin)) return false;
  const over = ALLE.find(({ van }) => van.test(zin));
  // Of what is not known here what it is about, nobody can say that it is true.
  return !over || over.aantal(project) === 0;
}

const KLAAR = 'Klaar: ';
const IEDEREEN = /^Iedereen heeft\b/;

/** What a line of a screen claims: the ticks that it sets, and that everybody did something. */
const vinkjesIn = (regel: string): string[] => {
  if (regel.startsWith(KLAAR)) return regel.slice(KLAAR.length).split(' · ');
  return regel.startsWith('✔ ') ? [regel.slice(2)] : IEDEREEN.test(regel) ? [regel] : [];
};

/** All texts of a screen, a card or a message, however deep they stand. */
function tekstenIn(wat: unknown): string[] {
  if (typeof wat === 'string') return [wat];
  return typeof wat === 'object' && wat !== null
    ? Object.values(wat).flatMap((deel) => tekstenIn(deel))
    : [];
}

/** What a screen says of nothing: a count of it, or a tick. */
export const overNietsOp = (project: Project, screen: object): string[] =>
  tekstenIn(screen).filter(
    (regel) => OVER_NUL.test(regel) || vinkjesIn(regel).some((zin) => isLeegGevinkt(project, zin)),
  );

/** The same of what each step that was opened says of itself: its list, its card, and what is posted when it closes. */
export const overNiets = (beeld: Beeld): string[] =>
  geopend(beeld.project).flatMap(({ id }) => {
    const step = stepOf(planner, id);
    const gevinkt = step.gereed(beeld).map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`);
    return overNietsOp(beeld.project, [gevinkt, step.kaart(beeld), step.samenvatting(beeld)]);
  });
