import { tekstIn } from '../contract/decision.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Berichten } from '../contract/contract.ts';
import { stepOf } from '../contract/step.ts';
import { projectleider } from '../feiten/deelnemers.ts';
import { stap } from '../feiten/geopende-stap.ts';
import { one } from '../feiten/project.ts';
import { momentText } from '../taal/time.ts';
import { leidingKnop } from '../contract/woorden.ts';

/** What the group reads about a step: another date, what came in when it closed, a text that came too late. */
export const stapBerichten: Berichten = {
  deadline: ({ project, traject }, facts) => {
    const found = one(project, stap, tekstIn(facts, 'stap'));
    const nummer = found?.facts.nummer ?? 0;
    const heeftInvoer = stepOf(traject, tekstIn(facts, 'stap')).heeftInvoer;
    const wanneer = found ? momentText(found.facts) : '';
    return {
      titel:
        facts['heropend'] === true
          ? `Stap ${nummer} staat weer open.`
          : `Stap ${nummer} heeft een nieuwe ${heeftInvoer ? 'deadline' : 'streefdatum'}.`,
      regels: [heeftInvoer ? `Invullen kan tot ${wanneer}.` : `De streefdatum is ${wanneer}.`],
      knoppen: [KNOP.taken],
    };
  },
  samenvatting: (beeld, facts) => stepOf(beeld.traject, tekstIn(facts, 'stap')).samenvatting(beeld),
  nagekomen: ({ project, traject }) => ({
    titel: 'Er kwam nog een tekst na sluiting.',
    regels: [
      `${projectleider(project)?.texts.naam ?? `De ${traject.woorden.projectleider}`} beslist of die meegaat in het overleg.`,
    ],
    knoppen: [{ ...leidingKnop(traject), verb: 'nagekomen' }],
  }),
};
