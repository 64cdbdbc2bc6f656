import type { Button } from '../../process/vormen/screen.ts';

/** The buttons that stand on more than one screen of this step. */

export const BESLUITEN: Button = { titel: 'Besluiten', verb: 'besluiten' };
export const KOSTEN: Button = { titel: 'Kosten', verb: 'kosten' };
export const CAPACITEIT: Button = { titel: 'Capaciteit', verb: 'capaciteit' };
export const REGEL_TOEVOEGEN: Button = { titel: 'Regel toevoegen', verb: 'regel.toevoegen' };
