import type { Beeld, Inbreng, Step, Taak } from '../contract/contract.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { geopend } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { all, type Project } from '../feiten/project.ts';
import { zoalsGelezen } from '../feiten/vertrouwelijk.ts';
import { nagekomen } from './nagekomen.ts';

/** All that this person brought and that was decided about, in the order of the steps; then what came too late. */
export const inbrengVan = (beeld: Beeld, lezer: Deelnemer): Inbreng[] => [
  ...begonnen(beeld).flatMap((step) => step.inbreng({ ...beeld, lezer })),
  ...teLaat(zoalsGelezen(beeld.project, lezer), lezer),
];

/** What whoever leads took over is told as what it became. */
const teLaat = (project: Project, { id: lid }: Deelnemer): Inbreng[] =>
  all(project, nagekomen)
    .filter(({ facts: { van, antwoord } }) => van === lid && antwoord === 'niet overgenomen')
    .map(({ id, texts, changedAt }) => ({
      id: `nagekomen.${id}`,
      wat: Object.values(texts).find((tekst) => tekst !== '') ?? 'Wat je later stuurde',
      gebeurd: ['Dit kwam na de sluiting. Het is niet overgenomen.'],
      stand: 'niet',
      op: changedAt,
    }));

/** What was left out in any of the steps, and nobody wrote a reason for. */
export const zonderReden = (beeld: Beeld): Taak[] =>
  begonnen(beeld).flatMap((step) => step.zonderReden(beeld));

const begonnen = ({ project, traject }: Beeld): Step[] =>
  geopend(project).map(({ id }) => stepOf(traject, id));
