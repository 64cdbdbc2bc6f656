import { alsPng } from './beeld/afdruk.ts';
import { tekenFiguurBeeld } from './beeld/figuur.ts';
import type { TekenFiguur } from './teken.ts';

/** Sharp on paper: so many px for each of the drawing. */
const SCHERP = 1.5;

/** Draws a figure as a picture, to print. */
export const tekenFiguur: TekenFiguur = async (figuur) => {
  const { svg, breed, hoog } = await tekenFiguurBeeld(figuur);
  return { png: await alsPng(svg, Math.round(SCHERP * breed)), breed, hoog };
};
