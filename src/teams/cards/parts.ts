import type { Op } from '../../answer/answers.ts';
import { kaartKnop } from '../../process/vormen/live-kaart.ts';
import { MAX_LINES, type Button } from '../../process/vormen/screen.ts';

/** Texts as elements of a card, a line each. */
export const lines = (texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const all = text.split('\n');
      return all.length <= MAX_LINES
        ? all
        : [...all.slice(0, MAX_LINES - 1), all.slice(MAX_LINES - 1).join('\n')];
    })
    .map((tekst) => ({ tekst }));

/** What a button does with the questions around it: it sends their answers along, or goes on without any. */
export type Invoer = 'auto' | 'none';

/** A button beside questions. `mee`: what goes along beside their answers. */
export const knop = (
  button: Button & { op?: Op },
  mee: Readonly<Record<string, string>> = {},
  invoer: Invoer = 'none',
) => ({
  ...kaartKnop(button),
  op: button.op ?? '',
  extra: '',
  mee: { ...mee },
  invoer,
});
