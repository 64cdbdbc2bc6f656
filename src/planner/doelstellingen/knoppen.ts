import type { Button } from '../../process/vormen/screen.ts';

/** The buttons that stand on more than one screen of this step. */

export const BEOORDELING: Button = { titel: 'Bekijk de maatregelen', verb: 'beoordeling' };
export const VOORTGANG_AFSPREKEN: Button = {
  titel: 'Voortgang afspreken',
  verb: 'monitoring.afspreken',
};
