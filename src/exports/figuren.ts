import type { TekenFiguur } from './teken.ts';

/** Draws a figure as a picture. */
export const tekenFiguur: TekenFiguur = async () => undefined;
