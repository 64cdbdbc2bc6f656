import sharp from 'sharp';
import { drukPng } from './prent/afdruk.ts';
import { figuurTekening } from './prent/figuur.ts';
import type { TekenFiguur } from './shared/teken.ts';

// Its cache takes more memory than the pictures, and only one file is made at a time.
sharp.cache(false);
sharp.concurrency(1);

/** Pixels for each unit of the drawing, so that it is sharp on paper. */
const SCHERP = 1.5;

/** Draws a figure as a picture, to print. */
export const tekenFiguur: TekenFiguur = async (figuur) => {
  const { svg, breed, hoog } = await figuurTekening(figuur);
  return { png: await drukPng(svg, Math.round(SCHERP * breed)), breed, hoog };
};
