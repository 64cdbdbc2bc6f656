import { tekstIn } from '../contract/decision.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Bericht, Berichten, Traject } from '../contract/contract.ts';
import { stepOf } from '../contract/step.ts';
import { leider } from '../feiten/deelnemers.ts';
import { huidig, stap } from '../feiten/geopende-stap.ts';
import { one, type Facts, type Project } from '../feiten/project.ts';
import { deadlineVoluit } from '../taal/time.ts';
import { leidingKnop } from '../contract/woorden.ts';

/** What stands where a step was that is no more. */
export function teruggenomen(traject: Traject, project: Project, facts: Facts): Bericht {
  const { nummer } = stepOf(traject, tekstIn(facts, 'stap'));
  const nu = huidig(project)?.facts.nummer ?? 1;
  return {
    titel: `Stap ${nummer} is ${nu < nummer ? 'teruggenomen' : 'opnieuw begonnen'}.`,
    regels: [`We zijn ${nu < nummer ? 'weer ' : ''}bij stap ${nu}.`],
    knoppen: [KNOP.status],
  };
}

/** What the group reads about a step: another date, what came in when it closed, a text that came too late. */
export const stapBerichten: Berichten = {
  deadline: ({ project, traject, now }, facts) => {
    const found = one(project, stap, tekstIn(facts, 'stap'));
    const nummer = found?.facts.nummer ?? 0;
    const heeftInvoer = stepOf(traject, tekstIn(facts, 'stap')).heeftInvoer;
    const wanneer = found ? deadlineVoluit(found.facts, now) : '';
    return {
      titel:
        facts['heropend'] === true
          ? `Stap ${nummer} staat weer open.`
          : `Stap ${nummer} heeft een nieuwe ${heeftInvoer ? 'deadline' : 'streefdatum'}.`,
      regels: [heeftInvoer ? `Je kunt invullen tot ${wanneer}.` : `De streefdatum is ${wanneer}.`],
      knoppen: [KNOP.taken],
    };
  },
  'stap-teruggenomen': ({ project, traject }, facts) => teruggenomen(traject, project, facts),
  samenvatting: (beeld, facts) => stepOf(beeld.traject, tekstIn(facts, 'stap')).samenvatting(beeld),
  nagekomen: ({ project, traject }) => ({
    titel: 'Er kwam nog een tekst na de sluiting.',
    regels: [
      `${leider(project)?.naam ?? `De ${traject.woorden.projectleider}`} beslist of jullie die in het overleg bespreken.`,
    ],
    knoppen: [{ ...leidingKnop(traject), verb: 'nagekomen' }],
  }),
};
