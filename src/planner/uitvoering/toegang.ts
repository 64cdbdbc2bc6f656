import type { Ctx } from '../../process/contract/contract.ts';
import { notNow, refuse, type Refused } from '../../process/contract/decision.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { gaande, isBegonnen, isNotulist } from '../../process/feiten/overleg.ts';
import type { Project } from '../../process/feiten/project.ts';
import { metTab } from '../../process/vormen/naar-tab.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { nogNietTeZien } from '../plan/nog-niet.ts';
import { isConcept } from '../plan/uitvoeringsmatrix.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';

type Wie = Pick<Ctx, 'project' | 'actor'>;

/**
 * Rows are written from overleg 2 on, or from the opening of step 5; rows from before that opening wait as concept (rule
 * 1). The notulist writes too, in overleg 2 only. Nothing locks the projectleider until the project closes (H9).
 */
export function magNietSchrijven({ project, actor }: Wie): Refused | undefined {
  if (!isMatrixBegonnen(project)) {
    return notNow('De matrix begint in overleg 2. Start eerst overleg 2 of stap 5.', [
      { titel: 'Agenda overleg 2', verb: 'overleg', args: { nummer: '2' } },
      KNOP.volgendeStap,
    ]);
  }
  const isTijdensOverleg = gaande(project)?.facts.nummer === 2;
  return leads(actor) || isTijdensOverleg ? undefined : refuse('alleen-projectleider');
}

/** True for people who see concept rows: those who may write them. */
const zietConcept = ({ project, actor }: Wie) =>
  leads(actor) || (isNotulist(project, actor.id) && gaande(project)?.facts.nummer === 2);

/** True once there can be something in it: from overleg 2 on. */
export const isMatrixBegonnen = (project: Project) => !isConcept(project) || isBegonnen(project, 2);

/** With the way to this page of the tab, once it is there. */
export const metBlad = ({ project }: Wie, knoppen: readonly Button[], blad: string) =>
  isMatrixBegonnen(project) ? metTab(knoppen, `hoofdstuk.${blad}`) : knoppen;

/** True for people who see the matrix now. */
export const zietMatrix = (wie: Wie) => !isConcept(wie.project) || zietConcept(wie);

/** True for people who write rows now. */
export const schrijft = (wie: Wie) => zietConcept(wie) && magNietSchrijven(wie) === undefined;

/** What others see of the matrix until step 5 opens. */
export const matrixNogNiet = (titel: string) =>
  nogNietTeZien(titel, 'De matrix is nog niet klaar. Je ziet dit als stap 5 begint.');
