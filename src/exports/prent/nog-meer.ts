import { KLEUR } from './stijl.ts';
import { tekst, type Vlak } from './vlak.ts';

/** Says how many are left out below a list; nothing when there are none. */
export const nogMeer = (rest: number): Vlak[] =>
  rest > 0 ? [tekst(`En nog ${rest}`, 1, { color: KLEUR.rustig })] : [];
