import type { Hoofdstuk } from './hoofdstuk.ts';

/** Something to hand over on paper, complete and as plain data, so that drawing it needs nothing else. */
export interface Stuk {
  /** A plan has a cover and a table of contents; notes and a letter begin at once. */
  readonly soort: 'plan' | 'notulen' | 'brief';
  readonly titel: string;
  /** The project it belongs to; empty where the title says so. */
  readonly ondertitel: string;
  /** On the cover, or below the title. */
  readonly kenmerken: readonly { naam: string; waarde: string }[];
  /** `stand van 22 november 2026` */
  readonly stand: string;
  /** True when it may hold more than everybody may read. */
  readonly isVertrouwelijk: boolean;
  readonly hoofdstukken: readonly Hoofdstuk[];
}

/** Stands on every document that is not for everybody. */
export const VERTROUWELIJK = 'Bevat vertrouwelijke informatie';
