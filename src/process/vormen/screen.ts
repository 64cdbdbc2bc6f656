import { kortweg } from '../taal/tekst.ts';
import { kenteken, type Fields } from './form.ts';
import { aaneen } from '../taal/aaneen.ts';

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
  /** What one reads after opening it; empty: all of it stands in the list. */
  meer: readonly string[];
}

/** A short message to one person: saved, not saved, not possible, with the way on. */
export interface NoticeScreen {
  kind: 'bericht';
  soort: 'gelukt' | 'niet-gelukt' | 'uitleg';
  titel: string;
  regels: readonly string[];
  knoppen: readonly Button[];
  /** Said small, below all else: where something comes from. */
  klein?: string;
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

/** A row of a page, by where it stands and what it says: enough to find it again, also when the list has changed. */
export const rijVan = ({ tekst }: Item, at: number): string => `${at}.${kenteken(tekst)}`;

/** One row of a list by itself, with all that can be done with it; undefined when the list has it no more. */
export function alleen(screen: ListScreen, rij: string, terug: Button): NoticeScreen | undefined {
  const rows = screen.groepen.flatMap(({ items }) => items);
  const teken = rij.slice(rij.indexOf('.') + 1);
  const found =
    rows.find((row, at) => rijVan(row, at) === rij) ??
    rows.find(({ tekst }) => kenteken(tekst) === teken);
  if (!found) return undefined;
  const titel = kortweg(found.tekst, MAX_KOP);
  const heel = titel === found.tekst ? [] : [found.tekst];
  return bericht(
    'uitleg',
    titel,
    [...heel, ...found.regels, ...found.meer],
    [...found.knoppen, terug],
  );
}

/** A longer text stands whole below its beginning. */
const MAX_KOP = 100;

/**
 * The notice that something was stored, used only after the transaction: one line, and of the ways on the first that is
 * open to whoever reads it. It takes the place of the form; all else can be done where one came from.
 */
export const gelukt = (
  titel: string,
  regels: readonly string[] = [],
  wegen: readonly Button[] = [],
) => ontvangen([titel, ...regels], wegen);

/** True for what only says that something was stored, and does not go on about what to do next. */
export const isOntvangst = ({ soort, regels }: NoticeScreen) =>
  soort === 'gelukt' && regels.length === 0;

/** The same of more than one sentence. */
export const ontvangen = (zinnen: readonly string[], wegen: readonly Button[]) =>
  bericht('gelukt', zinnen.filter((zin) => zin !== '').join(' '), [], wegen);

export const item = (
  tekst: string,
  regels: readonly string[] = [],
  knoppen: readonly Button[] = [],
): Item => ({ tekst, regels, knoppen, meer: [] });

/** Two lines of a phone. */
const MAX_TEKST = 80;

/** The same of a text that people typed at any length: all of it is read after opening it, before what else there is. */
export function kortItem(
  tekst: string,
  regels: readonly string[],
  { knoppen = [], meer = [] }: { knoppen?: readonly Button[]; meer?: readonly string[] } = {},
): Item {
  const kort = kortweg(tekst, MAX_TEKST);
  return metMeer(item(kort, regels, knoppen), kort === tekst ? meer : [tekst, ...meer]);
}

/** The same, with what is read only after opening it. */
export const metMeer = (found: Item, meer: readonly string[]): Item => ({ ...found, meer });

/**
 * A page ends after this many items or this much JSON (UTF-16 units), so that a card stays below the 80 KB that Teams
 * takes.
 */
const ITEMS_PER_PAGE = 10;
/** The rows of a list that one sees at once on a phone, with the buttons below it. */
export const IN_BEELD = 5;
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
    /** The number of rows on a page; fewer where they are long. */
    rijen?: number;
  } = {},
): ListScreen {
  const pages = paginate(groepen, {
    rijen: rest.rijen ?? ITEMS_PER_PAGE,
    units: UNITS_PER_PAGE - unitsOf(rest.uitleg ?? []),
  });
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

/** Lines of our own may name everybody in a large group. What one item says beyond this goes on in a next one. */
const UNITS_PER_ITEM = 14_000;
const SIGNS_PER_LINE = 4_000;

/** The item in parts that fit a page. People's own texts are shorter than that and stay whole. */
function inDelen(thing: Item): Item[] {
  if (unitsOf([thing.tekst, ...thing.regels]) <= UNITS_PER_ITEM) return [thing];
  const delen: (Item & { regels: string[] })[] = [{ ...thing, regels: [] }];
  let units = unitsOf([thing.tekst]);
  for (const regel of thing.regels.flatMap(gebroken)) {
    const more = unitsOf([regel]);
    if (units + more > UNITS_PER_ITEM) {
      const tekst = aaneen`${eersteWoorden(thing.tekst)} (vervolg)`;
      delen.push({ ...item(tekst), regels: [] });
      units = unitsOf([tekst]);
    }
    delen.at(-1)?.regels.push(regel);
    units += more;
  }
  return delen;
}

const eersteWoorden = (tekst: string) => kortweg(tekst, 120);

/** A long enumeration in lines, broken behind a comma. */
function gebroken(regel: string): string[] {
  if (regel.length <= SIGNS_PER_LINE) return [regel];
  const lines = [''];
  for (const part of regel.split(/(?<=, )/)) {
    if ((lines.at(-1) ?? '').length + part.length > SIGNS_PER_LINE) lines.push('');
    lines.push(`${lines.pop() ?? ''}${part}`);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function paginate(groepen: readonly Groep[], perPage: { rijen: number; units: number }): Groep[][] {
  const pages: { kop: string; items: Item[] }[][] = [[]];
  let items = 0;
  let units = 0;
  for (const { kop, items: ofGroep } of groepen) {
    for (const thing of ofGroep.flatMap(inDelen)) {
      const more =
        unitsOf([thing.tekst, ...thing.regels]) + thing.knoppen.length * UNITS_PER_BUTTON;
      if (items > 0 && (items >= perPage.rijen || units + more > perPage.units)) {
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
