import type { Figuur } from '../../process/vormen/hoofdstuk.ts';

/** A picture, with its size in px. */
export interface Beeld {
  readonly png: Uint8Array;
  readonly breed: number;
  readonly hoog: number;
}

/** Draws a figure; undefined where it cannot, and then its words stand in its place. */
export type TekenFiguur = (figuur: Figuur) => Promise<Beeld | undefined>;
