import { samen } from '../process/samen.ts';
import { traject } from '../process/contract/step.ts';
import { startenMet } from '../process/groep/starten.ts';
import { START } from '../process/groep/verbs.ts';
import { doelstellingen } from './doelstellingen/index.ts';
import { maatregelen } from './maatregelen/index.ts';
import { overleggen } from './overleggen.ts';
import { probleem } from './probleem/index.ts';
import { profiel } from './profiel/index.ts';
import { resultaat } from './resultaat/index.ts';
import { AFRONDEN, EVALUATIE } from './resultaat/regels/knoppen.ts';
import { uitvoering } from './uitvoering/index.ts';
import { verloop } from './verloop.ts';

/** The Lokale Veiligheidsplanner: its six steps, in order. The only list of them. */
export const planner = traject(
  {
    id: 'planner',
    naam: 'Project',
    woorden: {
      project: 'project',
      projecten: 'projecten',
      projectleider: 'projectleider',
      projectgroep: 'projectgroep',
    },
    stappen: [profiel, probleem, maatregelen, doelstellingen, uitvoering, resultaat],
    overleggen,
    rollen: [],
    start: START,
    acties: [startenMet(START)],
    weergaven: [],
    momenten: () => [],
    slot: [EVALUATIE, AFRONDEN],
    verloop,
  },
  samen,
);
