import type { Button } from '../../process/vormen/screen.ts';

/** The buttons that stand on more than one screen of this step. */

export const ALLE_MAATREGELEN: Button = { titel: 'Bekijk alle maatregelen', verb: 'maatregelen' };
export const ALLES: Button = { titel: 'Bekijk alles', verb: 'maatregelen' };
export const HIATEN: Button = { titel: 'Wat ontbreekt er?', verb: 'hiaten' };
export const NIETS: Button = { titel: 'Wij doen hier niets aan', verb: 'maatregel.nietsaan' };
