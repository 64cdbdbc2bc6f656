import { ZELFDE_FORMULIER } from '../process/vormen/bladen.ts';
import type { FormScreen } from '../process/vormen/screen.ts';
import { nl } from '../text/nl.ts';
import type { Answers, Op } from './answers.ts';

/** A button that sends the answers of a form: to save them, or to go on with them. */
export interface Bewaarknop {
  titel: string;
  op: Op;
  extra: '' | 'toch' | 'nogEen';
  stijl: 'default' | 'positive';
  /** What goes along beside the answers. */
  mee: Readonly<Record<string, string>>;
}

/**
 * How a form is saved. After a question the safe way comes first: back to the form, with all that was filled in. None while
 * saving is not possible with any answers.
 */
export function bewaarKnoppen(
  { opslaan, nogEen }: FormScreen,
  { toch = '', gesloten = false }: Answers,
): Bewaarknop[] {
  const knop = (titel: string, rest: Partial<Bewaarknop> = {}): Bewaarknop => ({
    titel,
    op: 'bewaar',
    extra: '',
    stijl: 'default',
    mee: {},
    ...rest,
  });
  if (gesloten) return [];
  if (toch !== '')
    return [
      knop(toch, { op: 'open', stijl: 'positive', mee: ZELFDE_FORMULIER }),
      knop(nl.tochOpslaan, { extra: 'toch' }),
    ];
  return [
    knop(opslaan, { stijl: 'positive' }),
    ...(nogEen === '' ? [] : [knop(nogEen, { extra: 'nogEen' })]),
  ];
}
