import type { Button } from '../process/vormen/screen.ts';

/** What a pressed button asks: open a screen, act at once, or save a form. */
export type Op = 'open' | 'doe' | 'bewaar';

/** What a form shows besides its questions, when it comes back. */
export interface Answers {
  /** As typed; undefined: the form's own values. */
  raw?: Readonly<Record<string, string>>;
  /** Sentence per wrong field. */
  fouten?: Readonly<Record<string, string>>;
  melding?: string;
  stijl?: 'attention' | 'warning' | 'good';
  /** Offers to save all the same. */
  toch?: boolean;
  /** Saving is not possible now, whatever is typed. */
  gesloten?: boolean;
  /** Somebody else changed it meanwhile: the form's own values are theirs, `raw` is what this person typed. */
  gewijzigd?: boolean;
  /** More ways to go on. */
  knoppen?: readonly (Button & { op?: Op })[];
}
