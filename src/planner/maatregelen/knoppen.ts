import type { Button } from '../../process/vormen/screen.ts';

/** The buttons that stand on more than one screen of this step. */

export const ALLE_MAATREGELEN: Button = { titel: 'Bekijk alle maatregelen', verb: 'maatregelen' };
export const ALLES: Button = { titel: 'Bekijk alles', verb: 'maatregelen' };
export const HIATEN: Button = { titel: 'Wat ontbreekt er?', verb: 'hiaten' };
/** Kept for the overleg: what it is about is chosen on its form. */
export const IN_OVERLEG: Button = {
  titel: 'Wij vertellen dit in het overleg',
  verb: 'maatregel.inoverleg',
};
export const NIETS: Button = { titel: 'Wij doen hier niets aan', verb: 'maatregel.nietsaan' };
