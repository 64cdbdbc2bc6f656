import { leidingKnop } from '../../process/contract/woorden.ts';
import { woorden } from './woorden.ts';

/** The button to what whoever leads can do, on the live card of each step. */
export const LEIDING = leidingKnop({ woorden });
