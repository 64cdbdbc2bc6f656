import type { Beeld, Inbreng, Step, Taak } from '../contract/contract.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { geopend } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';

/** All that this person brought and that was decided about, in the order of the steps. */
export const inbrengVan = (beeld: Beeld, lezer: Deelnemer): Inbreng[] =>
  begonnen(beeld).flatMap((step) => step.inbreng({ ...beeld, lezer }));

/** What was left out in any of the steps, and nobody wrote a reason for. */
export const zonderReden = (beeld: Beeld): Taak[] =>
  begonnen(beeld).flatMap((step) => step.zonderReden(beeld));

const begonnen = ({ project, traject }: Beeld): Step[] =>
  geopend(project).map(({ id }) => stepOf(traject, id));
