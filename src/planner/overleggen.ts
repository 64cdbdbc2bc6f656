import type { Overlegsoort } from '../process/contract/contract.ts';
import { leden } from '../process/feiten/deelnemers.ts';
import { agenda as agendaDoelstellingen } from './doelstellingen/agenda.ts';
import { agenda as agendaProbleem } from './probleem/agenda.ts';
import { agenda as agendaResultaat } from './resultaat/agenda.ts';

const eenmaal = { herhaalt: false, genodigd: leden } as const;

/** The three overleggen of the planner, in order, with the titles of their agendas verbatim (D1, G1, K1). */
export const overleggen: readonly Overlegsoort[] = [
  {
    ...eenmaal,
    id: 'overleg1',
    naam: 'Overleg 1',
    stappen: ['probleem'],
    vraag: 'wat pakken we het eerst aan?',
    agendatitel: 'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:',
    agenda: agendaProbleem,
  },
  {
    ...eenmaal,
    id: 'overleg2',
    naam: 'Overleg 2',
    // One meeting fixes the goals and what is done for them (rule 1).
    stappen: ['doelstellingen', 'uitvoering'],
    vraag: 'wat willen we bereiken, en wat gaan we doen?',
    agendatitel: 'VOORSTEL VOOR DE AGENDA VOOR HET PROJECTGROEPOVERLEG:',
    agenda: agendaDoelstellingen,
  },
  {
    ...eenmaal,
    id: 'overleg3',
    naam: 'Overleg 3',
    stappen: ['resultaat'],
    vraag: 'wat hebben we bereikt?',
    agendatitel: 'VOORSTEL VOOR EEN AGENDA VAN HET PROJECTGROEPOVERLEG:',
    agenda: agendaResultaat,
  },
];
