import { planner } from '../src/planner/index.ts';
import type { Traject } from '../src/process/contract/contract.ts';
import { groepenInProef } from './proef/groepen.ts';
import { proef } from './proef/traject.ts';
import { HALF, stadium, type Tekst, type Wereld } from './stadia.ts';
import { MOMENTEN } from './momenten.ts';

/** A traject, with groups at every point of the way through it; `tekst` gives whatever they typed. */
export interface Bereisd {
  readonly traject: Traject;
  readonly groepen: (tekst: Tekst) => Iterable<Wereld>;
  /** The verbs that none of these groups gets done whatever it answers, each with the reason. */
  readonly nergens: Readonly<Record<string, string>>;
}

/** Every traject there is: what holds for any of them is tested over all. */
export const TRAJECTEN: readonly Bereisd[] = [
  {
    traject: planner,
    *groepen(tekst) {
      for (const [stap, fase] of MOMENTEN) yield stadium(HALF, stap, fase, tekst);
    },
    nergens: {
      'stap.starten': 'its button says which step and date it was offered with',
      'stap.terugnemen': 'something was entered in every step that is open',
      'gevolg.leggen': 'the first answers that come to mind make a problem its own cause',
      'gevolg.weghalen': 'so that there is no such link to take away',
      'maatregel.collega':
        'everybody has an organisatie of their own, but for one whose colleague does it already',
    },
  },
  {
    traject: proef,
    groepen: groepenInProef,
    nergens: {
      'projectleider.overnemen': 'somebody leads at every moment',
      'foto.weghalen': 'nobody has put a photo with anything yet',
      'stap.volgende': 'there is one step',
      'stap.starten': 'there is one step',
      'stap.terugnemen': 'there is one step',
      'nagekomen.overnemen': 'nothing comes in late: its step is open until the end',
      'nagekomen.afwijzen': 'nothing comes in late: its step is open until the end',
    },
  },
];
