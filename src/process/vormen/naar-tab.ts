import { MAX_KNOPPEN } from './grenzen.ts';
import type { Button } from './screen.ts';

/** The verb of a button that leads to a page of the tab. Where there is no tab, it is left out. */
export const TAB = 'tab';

/** The page where documents stand. */
export const DOCUMENTEN = 'hoofdstuk.profiel';

/** The verb that makes an invitation with the addresses of people. No card shows those: the tab does, to who asks. */
export const UITNODIGEN = 'overleg.uitnodigen';

/** What is done in the tab where there is one, and the page where that is. */
export const IN_TAB: ReadonlyMap<string, string> = new Map([[UITNODIGEN, 'overleg']]);

/** A card takes no files: the tab does. */
export const BESTAND_TOEVOEGEN: Button = {
  titel: 'Bestand toevoegen',
  verb: TAB,
  args: { blad: DOCUMENTEN },
};

/** With the way to this page of the tab, where there is room for it. */
export const metTab = (knoppen: readonly Button[], blad: string): readonly Button[] =>
  knoppen.length < MAX_KNOPPEN
    ? [...knoppen, { titel: 'Open in de tab', verb: TAB, args: { blad } }]
    : knoppen;
