import type { Button } from './screen.ts';

/**
 * A part of a project that can be read at length. A chapter says what there is, never how it looks: the tab shows it,
 * Word prints it, Excel takes its tables as sheets, and pictures take its figures. So all of them tell the same.
 */
export interface Hoofdstuk {
  /** In addresses and file names; unique in the traject. */
  readonly id: string;
  readonly titel: string;
  /** What a reader should know first; empty for nothing. */
  readonly inleiding: string;
  readonly delen: readonly Deel[];
  /** What this reader can do here. */
  readonly knoppen: readonly Button[];
}

export type Deel = Alinea | Kenmerken | Opsomming | Tabel | Figuur;

/** Running text, one paragraph for each string. What people typed is shown literally. */
export interface Alinea {
  readonly soort: 'alinea';
  /** Empty: no heading. */
  readonly kop: string;
  readonly tekst: readonly string[];
}

/** Names with their values, such as the letters of a SMART goal or a profile. */
export interface Kenmerken {
  readonly soort: 'kenmerken';
  readonly kop: string;
  readonly paren: readonly { naam: string; waarde: string }[];
}

/** A list; numbered where the order counts. */
export interface Opsomming {
  readonly soort: 'opsomming';
  readonly kop: string;
  readonly isGenummerd: boolean;
  readonly punten: readonly string[];
  /** The text when the list is empty. */
  readonly leeg: string;
}

/** How the values of a column read. Dates yyyy-mm-dd, moments UTC ISO, amounts in EUR. */
export type Vorm = 'tekst' | 'getal' | 'bedrag' | 'datum' | 'moment' | 'niveau';

export interface Kolom {
  readonly naam: string;
  readonly vorm: Vorm;
  /** The column is added up below the table, over the rows in which it is known. */
  readonly isSom: boolean;
  /** Its share of the width of the table; columns with long texts have more. */
  readonly breedte: number;
}

/** `null`: not known, which is shown as such and never counted as 0. An empty text: nothing to say. */
export type Cel = string | number | null;

export interface Rij {
  /** Id of the entry it shows; unique in the table. */
  readonly id: string;
  /** As many as there are columns. */
  readonly cellen: readonly Cel[];
  /** What this reader can do with it. */
  readonly knoppen: readonly Button[];
  /** In the order in which they came. */
  readonly fotos: readonly Rijfoto[];
}

/** A photo with a row. */
export interface Rijfoto {
  /** Of its entry in the log, by which it is fetched. */
  readonly id: string;
  /** What there is, for people who cannot see it: `Foto 1 van 2`. */
  readonly naam: string;
  readonly knoppen: readonly Button[];
}

export interface Tabel {
  readonly soort: 'tabel';
  /** Unique in the chapter; the name of its sheet is `kop`. */
  readonly id: string;
  readonly kop: string;
  readonly kolommen: readonly Kolom[];
  readonly rijen: readonly Rij[];
  readonly leeg: string;
  /** True for a wide table: printed across the page. */
  readonly isLiggend: boolean;
}

/** A picture, with all that it shows in words, so that people who cannot see it miss nothing. */
export interface Figuur {
  readonly soort: 'figuur';
  readonly id: string;
  readonly kop: string;
  /** The whole content as text, one sentence for each thing. */
  readonly alt: readonly string[];
  readonly prent: Rooster | Staven | Lijngrafiek;
}

/** Things in a grid of levels: the risk matrix, kans × prioriteit. */
export interface Rooster {
  readonly vorm: 'rooster';
  readonly x: { naam: string; niveaus: readonly string[] };
  readonly y: { naam: string; niveaus: readonly string[] };
  readonly stippen: readonly Stip[];
}

export interface Stip {
  /** As on the list. */
  readonly nr: number;
  readonly naam: string;
  /** Places in `niveaus` of x and y. */
  readonly x: number;
  readonly y: number;
  /** More about it: the kind of consequences. */
  readonly bij: string;
}

/** How serious a place in the grid is, the same wherever it is drawn: 0, 1 or 2. `x` and `y`: places in `niveaus`. */
export function ernstVan(rooster: Pick<Rooster, 'x' | 'y'>, x: number, y: number): 0 | 1 | 2 {
  const hoogte = (at: number, { niveaus }: Rooster['x']) =>
    niveaus.length < 2 ? 0.5 : at / (niveaus.length - 1);
  const samen = hoogte(x, rooster.x) + hoogte(y, rooster.y);
  return samen > 1 ? 2 : samen === 1 ? 1 : 0;
}

/** A bar for each thing; `doel`: the mark that it should reach. */
export interface Staven {
  readonly vorm: 'staven';
  readonly eenheid: string;
  readonly staven: readonly { naam: string; waarde: number; doel: number | null; bij: string }[];
}

/** Values over time, with a line for each thing. Dates yyyy-mm-dd. */
export interface Lijngrafiek {
  readonly vorm: 'lijngrafiek';
  readonly eenheid: string;
  readonly lijnen: readonly {
    naam: string;
    punten: readonly { datum: string; waarde: number }[];
    doel: number | null;
  }[];
}

export const tabel = (
  id: string,
  kop: string,
  rest: Pick<Tabel, 'kolommen' | 'rijen' | 'leeg'> & Partial<Tabel>,
): Tabel => ({ soort: 'tabel', id, kop, isLiggend: false, ...rest });

export const kolom = (
  naam: string,
  vorm: Vorm = 'tekst',
  { isSom = false, breedte = 1 }: { isSom?: boolean; breedte?: number } = {},
): Kolom => ({ naam, vorm, isSom, breedte });

export const rij = (
  id: string,
  cellen: readonly Cel[],
  knoppen: readonly Button[] = [],
  fotos: readonly Rijfoto[] = [],
): Rij => ({ id, cellen, knoppen, fotos });

/** The sum below a column: what is known, and the number of rows in which it is not. */
export function somVan({ rijen }: Tabel, at: number): { bekend: number; onbekend: number } {
  const values = rijen.map(({ cellen }) => cellen[at]);
  // Counted in cents, so that the order of the rows does not change the sum.
  const cents = values.map((value) => (typeof value === 'number' ? Math.round(value * 100) : 0));
  return {
    bekend: cents.reduce((sum, value) => sum + value, 0) / 100,
    onbekend: values.filter((value) => value === null).length,
  };
}
