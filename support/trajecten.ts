import { planner } from '../src/planner/index.ts';
import type { Traject } from '../src/process/contract/contract.ts';
import { HALF, stadium, type Fase, type Tekst, type Wereld } from './stadia.ts';

/** A traject, with groups at every point of the way through it; `tekst` gives whatever they typed. */
export interface Bereisd {
  readonly traject: Traject;
  readonly groepen: (tekst: Tekst) => Iterable<Wereld>;
}

const PUNTEN: readonly (readonly [stap: number, fase: Fase])[] = [
  [1, 'open'],
  [2, 'open'],
  [2, 'gesloten'],
  [2, 'overleg'],
  [2, 'na overleg'],
  [3, 'open'],
  [3, 'gesloten'],
  [4, 'overleg'],
  [4, 'na overleg'],
  [5, 'overleg'],
  [5, 'na overleg'],
  [6, 'open'],
  [6, 'overleg'],
  [6, 'na overleg'],
  [6, 'afgerond'],
];

/** Every traject there is: what holds for any of them is tested over all. */
export const TRAJECTEN: readonly Bereisd[] = [
  {
    traject: planner,
    *groepen(tekst) {
      for (const [stap, fase] of PUNTEN) yield stadium(HALF, stap, fase, tekst);
    },
  },
];
