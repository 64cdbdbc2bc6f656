import type { Button } from '../process/vormen/screen.ts';
import type { Door } from './gewijzigd.ts';

/** What a pressed button asks: open a screen, act at once, or save a form. */
export type Op = 'open' | 'doe' | 'bewaar';

/** What a form shows besides its questions, when it comes back. */
export interface Answers {
  /** As typed; undefined: the values of the form itself. */
  raw?: Readonly<Record<string, string>>;
  /** A sentence for each wrong field. */
  fouten?: Readonly<Record<string, string>>;
  melding?: string;
  stijl?: 'attention' | 'warning' | 'good';
  /** Offers to save in spite of a question, after the way back to the form: the title of that one. */
  toch?: string;
  /** Saving is not possible now, with any answers. */
  gesloten?: boolean;
  /** It was changed meanwhile, and by whom: the values of the form are of then, and `raw` is what this person typed now. */
  gewijzigd?: Door;
  /** More ways to go on. */
  knoppen?: readonly (Button & { op?: Op })[];
}
