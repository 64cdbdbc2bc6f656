import type { Beeld, Gebeurd, Inbreng, Step, Taak } from '../contract/contract.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { geopend } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { all, one, type Project } from '../feiten/project.ts';
import { zoalsGelezen } from '../feiten/vertrouwelijk.ts';
import { nagekomen } from './nagekomen.ts';

/** All that people brought and that was decided about, in the order of the steps; then what came too late. */
export const alleInbreng = (beeld: Beeld): Inbreng[] => [
  ...begonnen(beeld).flatMap((step) => step.inbreng(beeld)),
  ...teLaat(beeld.project),
];

/** What this person brought, with what they read of it: from the project as they may read it (rule 10). */
export const inbrengVan = (beeld: Beeld, lezer: Deelnemer): (Inbreng & Gebeurd)[] =>
  alleInbreng(beeld)
    .filter(({ aan }) => aan.includes(lezer.id))
    .map((found) => ({ ...found, ...found.lees(zoalsGelezen(beeld.project, lezer)) }));

/** What whoever leads took over is told as what it became. */
const teLaat = (project: Project): Inbreng[] =>
  all(project, nagekomen)
    .filter(({ facts: { antwoord } }) => antwoord === 'niet overgenomen')
    .map(({ id, facts, changedAt }) => ({
      id: `nagekomen.${id}`,
      aan: [facts.van],
      stand: 'niet',
      op: changedAt,
      lees: (gelezen) => ({
        wat:
          Object.values(one(gelezen, nagekomen, id)?.texts ?? {}).find((tekst) => tekst !== '') ??
          'Wat je later stuurde',
        gebeurd: ['Dit kwam na de sluiting. Het is niet overgenomen.'],
      }),
    }));

/** What was left out in any of the steps, and nobody wrote a reason for. */
export const zonderReden = (beeld: Beeld): Taak[] =>
  begonnen(beeld).flatMap((step) => step.zonderReden(beeld));

const begonnen = ({ project, traject }: Beeld): Step[] =>
  geopend(project).map(({ id }) => stepOf(traject, id));
