import type { Button } from '../../../process/vormen/screen.ts';

/** The buttons that stand on more than one screen of this step. */

export const VOORTGANG_DOORGEVEN: Button = {
  titel: 'Voortgang doorgeven',
  verb: 'voortgang.melden',
};
export const METING_DOORGEVEN: Button = { titel: 'Meting doorgeven', verb: 'meting.invoeren' };
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
