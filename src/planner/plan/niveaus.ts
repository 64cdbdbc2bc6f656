import { NIVEAUS, type Niveau } from './plan.ts';

/** From low to high, as on the axes of a matrix. */
export const OPLOPEND = NIVEAUS.toReversed();

/** The place of a rating on such an axis, from 0. */
export const plaatsVan = (niveau: Niveau) => OPLOPEND.findIndex(({ id }) => id === niveau);
