import type { Button } from '../../../process/vormen/screen.ts';

/** The buttons that stand on more than one screen of this step. */

export const ALLES: Button = { titel: 'Bekijk alles', verb: 'problemen' };
export const DOEI: Button = { titel: 'Cijfers of ervaring toevoegen', verb: 'doei.toevoegen' };
export const CLUSTERS: Button = { titel: 'Groepen problemen', verb: 'clusters' };
export const SAMENVOEGEN: Button = { titel: 'Problemen samenvoegen', verb: 'cluster.maken' };
export const OORZAAK_EN_GEVOLG: Button = { titel: 'Oorzaak en gevolg', verb: 'gevolg.leggen' };
export const STEMMING_OPENEN: Button = { titel: 'Stemming openen', verb: 'stemming.openen' };
export const HANDEN: Button = { titel: 'Opgestoken handen invoeren', verb: 'stem.handen' };
export const SLUITEN: Button = { titel: 'Sluit de stemming', verb: 'stemming.sluiten' };
export const UITSLAG: Button = { titel: 'Bekijk de stemming', verb: 'stemming' };
export const LIJST: Button = { titel: 'Bekijk de prioriteitenlijst', verb: 'lijst' };
export const PRIORITEITEN: Button = { titel: 'Bekijk de prioriteiten', verb: 'lijst' };
export const HEROPENEN: Button = { titel: 'Lijst heropenen', verb: 'lijst.heropenen' };
export const AKKOORD: Button = { titel: 'Bekijk akkoord', verb: 'akkoord' };
export const REDEN: Button = { titel: 'Reden opschrijven', verb: 'lijst.reden' };
