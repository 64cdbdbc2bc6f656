import type { Fields } from './form.ts';

/** A button: the action or view it leads to, and what it is about. What comes back from it is only a claim. */
export interface Button {
  titel: string;
  verb: string;
  args?: Args;
  stijl?: 'positive' | 'destructive';
}

export type Args = Readonly<Record<string, string>>;

/** One person's card with questions. */
export interface FormScreen {
  kind: 'formulier';
  titel: string;
  uitleg: readonly string[];
  velden: Fields;
  /** Title of the button that saves. */
  opslaan: string;
  /** Title of a second button, which saves and opens the form again; empty for none. */
  nogEen: string;
  /** Other ways to go on. */
  knoppen: readonly Button[];
}

/** One person's card with things to read. */
export interface ListScreen {
  kind: 'lijst';
  titel: string;
  uitleg: readonly string[];
  groepen: readonly Groep[];
  knoppen: readonly Button[];
  /** On the first page. */
  grafiek?: Grafiek;
  /** Counts from 1; `van` is 1 when everything fits. */
  pagina: number;
  van: number;
}

/** A chart above a list of the same things: the words beside it say all that it shows. */
export interface Grafiek {
  soort: 'staven' | 'ring';
  titel: string;
  /** `zin`: the value in words. */
  punten: readonly { naam: string; waarde: number; zin: string }[];
}

export interface Groep {
  /** Empty: no heading. */
  kop: string;
  items: readonly Item[];
}

/** One thing to read. What people typed stands in `tekst` and `regels`, shown literally. */
export interface Item {
  tekst: string;
  regels: readonly string[];
  knoppen: readonly Button[];
}

/** A short message to one person: saved, not saved, not possible, with the way on. */
export interface NoticeScreen {
  kind: 'bericht';
  soort: 'gelukt' | 'niet-gelukt' | 'uitleg';
  titel: string;
  regels: readonly string[];
  knoppen: readonly Button[];
  /** Addresses outside the planner, made by our own code. */
  links?: readonly { titel: string; url: string }[];
}

/** One person's card with a text to copy into an e-mail. */
export interface EmailScreen {
  kind: 'email';
  titel: string;
  uitleg: readonly string[];
  onderwerp: string;
  tekst: string;
  knoppen: readonly Button[];
}

export type Screen = FormScreen | ListScreen | NoticeScreen | EmailScreen;

export const formulier = (
  titel: string,
  velden: Fields,
  rest: Partial<Omit<FormScreen, 'kind' | 'titel' | 'velden'>> = {},
): FormScreen => ({
  kind: 'formulier',
  titel,
  velden,
  uitleg: [],
  opslaan: 'Opslaan',
  nogEen: '',
  knoppen: [],
  ...rest,
});

export const bericht = (
  soort: NoticeScreen['soort'],
  titel: string,
  regels: readonly string[] = [],
  knoppen: readonly Button[] = [],
): NoticeScreen => ({
  kind: 'bericht',
  soort,
  titel,
  regels,
  knoppen,
});

/** The notice that something was stored; used only after the transaction. */
export const gelukt = (
  titel: string,
  regels: readonly string[] = [],
  knoppen: readonly Button[] = [],
) => bericht('gelukt', titel, regels, knoppen);

export const item = (
  tekst: string,
  regels: readonly string[] = [],
  knoppen: readonly Button[] = [],
): Item => ({ tekst, regels, knoppen });

/**
 * A page ends after this many items or this much JSON (UTF-16 units), so that a card stays below the 80 KB that Teams
 * takes.
 */
const ITEMS_PER_PAGE = 10;
const UNITS_PER_PAGE = 28_000;
const UNITS_PER_BUTTON = 850;

/** The most lines of one text that are elements of their own on a card; the lines after them share one element. */
export const MAX_LINES = 12;
const UNITS_PER_LINE = 110;

/** What these texts take of a card's JSON, in UTF-16 units. */
export const unitsOf = (texts: readonly string[]): number =>
  texts.reduce(
    (sum, text) =>
      sum +
      JSON.stringify(text).length +
      Math.min(text.split('\n').length, MAX_LINES) * UNITS_PER_LINE,
    0,
  );

/** The number of the page that is asked for, from 1; what is asked for may be anything. */
export const paginaNr = (gevraagd: string | undefined, van: number) =>
  Math.min(van, Math.max(1, Math.trunc(Number(gevraagd ?? '1')) || 1));

/** One page of a list in groups. */
export function lijst(
  titel: string,
  groepen: readonly Groep[],
  rest: {
    uitleg?: readonly string[];
    knoppen?: readonly Button[];
    pagina?: string | undefined;
    grafiek?: Grafiek | undefined;
  } = {},
): ListScreen {
  const pages = paginate(groepen);
  const pagina = paginaNr(rest.pagina, pages.length);
  return {
    kind: 'lijst',
    titel,
    uitleg: rest.uitleg ?? [],
    groepen: pages[pagina - 1] ?? [],
    knoppen: rest.knoppen ?? [],
    pagina,
    van: pages.length,
    ...(rest.grafiek && pagina === 1 && { grafiek: rest.grafiek }),
  };
}

function paginate(groepen: readonly Groep[]): Groep[][] {
  const pages: { kop: string; items: Item[] }[][] = [[]];
  let items = 0;
  let units = 0;
  for (const { kop, items: ofGroep } of groepen) {
    for (const thing of ofGroep) {
      const more =
        unitsOf([thing.tekst, ...thing.regels]) + thing.knoppen.length * UNITS_PER_BUTTON;
      if (items > 0 && (items >= ITEMS_PER_PAGE || units + more > UNITS_PER_PAGE)) {
        pages.push([]);
        items = units = 0;
      }
      const page = pages.at(-1) ?? [];
      if (page.at(-1)?.kop === kop) page.at(-1)?.items.push(thing);
      else page.push({ kop, items: [thing] });
      items += 1;
      units += more;
    }
  }
  return pages;
}
