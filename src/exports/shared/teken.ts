import type { Figuur } from '../../process/vormen/hoofdstuk.ts';

/** A picture, with its size in px. */
export interface GetekendePrent {
  readonly png: Uint8Array;
  readonly breed: number;
  readonly hoog: number;
}

/** Draws a figure. Undefined when it cannot; the words of the figure then take its place. */
export type TekenFiguur = (figuur: Figuur) => Promise<GetekendePrent | undefined>;
