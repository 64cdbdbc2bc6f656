import type { Button } from '../../process/vormen/screen.ts';
import { leidingKnop } from '../../process/contract/woorden.ts';
import { woorden } from './woorden.ts';

/** The button to what whoever leads can do, on the live card of each step. */
export const LEIDING = leidingKnop({ woorden });
export const MATRIX: Button = { titel: 'Wie doet wat', verb: 'matrix' };
/** What organisaties kept for the overleg. */
export const IN_OVERLEG_LIJST: Button = {
  titel: 'Wat vertellen we in het overleg?',
  verb: 'maatregelen.inoverleg',
};
export const DOORGEVEN: Button = { titel: 'Probleem doorgeven', verb: 'probleem.doorgeven' };
export const VASTSTELLEN: Button = { titel: 'Lijst vaststellen', verb: 'lijst.vaststellen' };
