import type { Hoofdstuk } from './hoofdstuk.ts';

/** Something to hand over on paper, whole and as plain data: whoever draws it needs to know nothing else. */
export interface Stuk {
  /** A plan has a cover and a table of contents; notes and a letter begin at once. */
  readonly soort: 'plan' | 'notulen' | 'brief';
  readonly titel: string;
  /** Of what project it is; empty where the title says so. */
  readonly ondertitel: string;
  /** On the cover, or below the title. */
  readonly kenmerken: readonly { naam: string; waarde: string }[];
  /** `stand van 22 november 2026` */
  readonly stand: string;
  /** True when there may be more in it than everybody may read. */
  readonly isVertrouwelijk: boolean;
  readonly hoofdstukken: readonly Hoofdstuk[];
}

/** What stands on everything that is not for everybody. */
export const VERTROUWELIJK = 'Bevat vertrouwelijke informatie';
