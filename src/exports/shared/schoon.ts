/** A text that a file can hold: the same as one that is kept, also where it came in before that or from elsewhere. */
export { schoon } from '../../process/taal/schrift.ts';
