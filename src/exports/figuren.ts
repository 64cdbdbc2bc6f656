import sharp from 'sharp';
import { drukPng } from './beeld/afdruk.ts';
import { figuurTekening } from './beeld/figuur.ts';
import type { TekenFiguur } from './shared/teken.ts';

// What it keeps between pictures is more than the pictures, and there is never more than one file at hand.
sharp.cache(false);
sharp.concurrency(1);

/** Sharp on paper: so many px for each of the drawing. */
const SCHERP = 1.5;

/** Draws a figure as a picture, to print. */
export const tekenFiguur: TekenFiguur = async (figuur) => {
  const { svg, breed, hoog } = await figuurTekening(figuur);
  return { png: await drukPng(svg, Math.round(SCHERP * breed)), breed, hoog };
};
