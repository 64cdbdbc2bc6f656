/** What fits a card: Teams takes 80 KB of it, and shows so much at a time. */

/** Buttons below one card. */
export const MAX_KNOPPEN = 6;

/** Boxes to tick in one question. */
export const MAX_KEUZES = 40;

/** Up to how many choices stand open. */
export const OPEN = {
  gewoon: 5,
  /** The priority problems, of which one is chosen again and again. */
  eerst: 15,
} as const;

/** How many of a long list one form shows at a time: fewer where there are more questions, or longer texts, beside it. */
export const PER_BLAD = {
  /** People who may read something. */
  lezers: 35,
  /** People who are not akkoord. */
  tegenstemmen: 30,
  /** People whose raised hands are entered. */
  stemmers: 25,
  /** Problems to vote over, or to add data to. */
  problemen: 30,
  /** Loose problems to put together. */
  losseProblemen: 15,
  /** What causes something and what it causes are two lists; with the cause known there is one. */
  oorzaakEnGevolg: 20,
  gevolg: 35,
  /** Measures that are judged together; with the two questions about the whole, fewer than 15 questions. */
  maatregelen: 12,
  /** Rows of the matrix, with two or three questions each: at most 15 questions. */
  regels: 5,
} as const;

/** A chart of a card: so many bars, and so many signs of a name. The list below it has all of them. */
export const GRAFIEK = { staven: 8, tekens: 40 } as const;
