import opname from './voorbeeld.json' with { type: 'json' };
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
import { AFRONDEN, EVALUATIE } from './resultaat/knoppen.ts';
import { uitvoering } from './uitvoering/index.ts';
import { verloop } from './verloop.ts';
import { item } from '../process/vormen/screen.ts';
import { woorden } from './plan/woorden.ts';

/** The six steps, in order. The only list of them. */
const stappen = [profiel, probleem, maatregelen, doelstellingen, uitvoering, resultaat];

/** The Lokale Veiligheidsplanner. */
export const planner = traject(
  {
    id: 'planner',
    naam: 'Project',
    woorden,
    stappen,
    overleggen,
    rollen: [],
    start: START,
    acties: [startenMet(START)],
    weergaven: [],
    momenten: () => [],
    slot: [EVALUATIE, AFRONDEN],
    verloop,
    voorbeeld: opname,
    uitleg: {
      titel: 'Samen een veiligheidsprobleem aanpakken',
      regels: [
        'Ik help jullie in zes stappen van probleem naar resultaat. Ik verzamel wat iedereen weet en doet. Ik bewaak de deadlines en maak de agenda’s.',
        ...stappen.map(({ nummer, naam }) => `${nummer}. ${naam}`),
        'Bijvoorbeeld: overlast op een station, plein of winkelstraat, overlast van jeugd, vernielingen of fietsdiefstal.',
      ],
    },
    instellingen: [
      item(
        'Eigen criteria',
        ['Extra vragen bij problemen en maatregelen'],
        [{ titel: 'Bekijken', verb: 'criteria' }],
      ),
    ],
    rondeUitleg: 'De projectgroep, de open problemen en de doelen die niet zijn bereikt, gaan mee.',
    ondertitel: 'Plan van aanpak, volgens de Lokale Veiligheidsplanner',
    berichtnamen: { voortgangsmoment: 'Vraag om de voortgang' },
    uitBericht: { verb: 'probleem.doorgeven', veld: 'omschrijving' },
  },
  samen,
);
