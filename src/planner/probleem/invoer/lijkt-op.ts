import { sleutel } from '../../../process/taal/schrift.ts';

/** A text, with the id of what it is about. */
interface Tekst {
  id: string;
  tekst: string;
}

/** The most hints for each text, and the least that two texts must have in common, from 0 to 1. */
const MAX_HINTS = 2;
const LEAST = 0.25;
/** One word in common is enough for a hint only when the texts say little more. */
const LEAST_OF_ONE_WORD = 0.6;
/** Only the beginning of a long text counts, and only its rarest words: hints may not hold up a meeting. */
const MAX_TEKENS = 600;
const MAX_WOORDEN = 30;
const MIN_LETTERS = 3;

/** Dutch words that say nothing about what a text is about. */
const STOPWOORDEN = new Set(
  `aan achter al alle alleen als altijd andere bij bijna binnen boven buiten daar daardoor daarom dan dat de deze dezelfde
  die dit doen doet door dus echt een eens eigenlijk elk elke en enkele er erg ervan even gaan gaat geen geven had hadden
  hebben hebt heb heeft heel heen hem hen het hier hij hoe hun iemand iets ieder iedere in is ja je jullie kan komen komt kon
  kunnen laat maar mag maken meer meestal mensen met mij mijn moet moeten naar naast niet niets nog nooit nou nu of om omdat
  onder ons ook op over overal per samen sinds soms staan staat te tegen ten ter tijdens toch toe tot tussen uit uur van
  vanaf vaak veel verder via voor vooral waar waarom waardoor wanneer want was wat we weer wel welke werd weten wie wij wil
  worden wordt zal ze zeer zelf zich zie zien zij zijn zit zitten zo zoals zonder zou zouden probleem problemen overlast
  buurt wijk gemeente`
    .split(/\s+/)
    .filter((woord) => woord !== ''),
);

/** The words that say what a text is about, each once, in one form for singular and plural. */
function woordenVan(tekst: string): string[] {
  const found = sleutel(tekst.slice(0, MAX_TEKENS))
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .match(/\p{L}+/gu);
  return [
    ...new Set(
      (found ?? [])
        .filter((woord) => woord.length >= MIN_LETTERS && !STOPWOORDEN.has(woord))
        .map(stam),
    ),
  ];
}

/** Gives `fietsen` and `fiets`, `bakken` and `bak`, `straten` and `straat` the same form. */
function stam(woord: string): string {
  const zonder = woord.length > 4 ? woord.replace(/(?:en|s)$/, '') : woord;
  return zonder.replace(/(.)\1/g, '$1');
}

/** The weight of each word: the fewer texts hold it, the higher. */
function gewichtenVan(woorden: readonly (readonly string[])[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const woord of woorden.flat()) count.set(woord, (count.get(woord) ?? 0) + 1);
  const log = (n: number) => Math.log(1 + woorden.length / n);
  return new Map([...count].map(([woord, n]) => [woord, log(n)]));
}

/** A text as its rarest words, each with its share of the weight. */
type Profiel = readonly (readonly [woord: string, deel: number])[];

function profielVan(woorden: readonly string[], gewichten: ReadonlyMap<string, number>): Profiel {
  const rarest = woorden
    .map((woord) => [woord, gewichten.get(woord) ?? 0] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_WOORDEN);
  const length = Math.hypot(...rarest.map(([, gewicht]) => gewicht));
  return rarest.map(([woord, gewicht]) => [woord, gewicht / length]);
}

/**
 * For each text the ids of texts that seem to be about the same, most likely first: those that share most of their words,
 * with rare words counting most. It is a hint; people decide. 300 texts of 2,000 characters take some tens of
 * milliseconds.
 */
export function lijktOp(teksten: readonly Tekst[]): Map<string, string[]> {
  const woorden = teksten.map(({ tekst }) => woordenVan(tekst));
  const gewichten = gewichtenVan(woorden);
  const profielen = woorden.map((of) => profielVan(of, gewichten));
  const waar = new Map<string, { at: number; deel: number }[]>();
  profielen.forEach((profiel, at) => {
    for (const [woord, deel] of profiel) {
      const places = waar.get(woord) ?? [];
      places.push({ at, deel });
      waar.set(woord, places);
    }
  });
  return new Map(
    teksten.map(({ id }, at) => [
      id,
      besten(profielen[at] ?? [], at, waar).map((other) => teksten[other]?.id ?? ''),
    ]),
  );
}

function besten(
  profiel: Profiel,
  self: number,
  waar: ReadonlyMap<string, readonly { at: number; deel: number }[]>,
): number[] {
  const score = new Map<number, { som: number; woorden: number }>();
  for (const [woord, deel] of profiel)
    for (const other of waar.get(woord) ?? []) {
      if (other.at === self) continue;
      const now = score.get(other.at) ?? { som: 0, woorden: 0 };
      score.set(other.at, { som: now.som + deel * other.deel, woorden: now.woorden + 1 });
    }
  return [...score]
    .filter(([, { som, woorden }]) => som >= (woorden > 1 ? LEAST : LEAST_OF_ONE_WORD))
    .sort((a, b) => b[1].som - a[1].som || a[0] - b[0])
    .slice(0, MAX_HINTS)
    .map(([at]) => at);
}
