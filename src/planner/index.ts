import { samen } from '../process/samen.ts';
import { traject } from '../process/contract/step.ts';
import { doelstellingen } from './doelstellingen/index.ts';
import { maatregelen } from './maatregelen/index.ts';
import { probleem } from './probleem/index.ts';
import { profiel } from './profiel/index.ts';
import { resultaat } from './resultaat/index.ts';
import { AFRONDEN, EVALUATIE } from './resultaat/knoppen.ts';
import { uitvoering } from './uitvoering/index.ts';
import { verloop } from './verloop.ts';

/** The Lokale Veiligheidsplanner: its six steps, in order. The only list of them. */
export const planner = traject(
  'planner',
  [profiel, probleem, maatregelen, doelstellingen, uitvoering, resultaat],
  samen,
  [EVALUATIE, AFRONDEN],
  verloop,
);
