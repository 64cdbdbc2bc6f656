import { all, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { doel } from '../plan/plan.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';

/** The buttons that stand on more than one screen of this step. */

export const VOORTGANG_DOORGEVEN: Button = {
  titel: 'Voortgang doorgeven',
  verb: 'voortgang.melden',
};
export const METING_DOORGEVEN: Button = { titel: 'Meting doorgeven', verb: 'meting.invoeren' };

/** What there is to report about: measures, goals, neither or both. */
export const nieuwsKnoppen = (project: Project): Button[] => [
  ...(regels(project).length > 0 ? [VOORTGANG_DOORGEVEN] : []),
  ...(all(project, doel).length > 0 ? [METING_DOORGEVEN] : []),
];

export const VOORTGANG: Button = { titel: 'Bekijk de voortgang', verb: 'voortgang' };
export const MAATREGELEN_BESPREKEN: Button = {
  titel: 'Maatregelen bespreken',
  verb: 'evaluatie.maatregelen',
};
export const SAMENWERKING: Button = {
  titel: 'Samenwerking beoordelen',
  verb: 'samenwerking.geven',
};
export const EVALUATIE: Button = { titel: 'Bekijk de evaluatie', verb: 'evaluatie' };
export const AFRONDEN: Button = { titel: 'Project afronden', verb: 'project.afronden' };
