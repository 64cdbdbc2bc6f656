import { kortweg } from './tekst.ts';
import { aantal } from './woorden.ts';
import { aaneengeregen } from './aaneen.ts';

/** As much of a name as stands on a line of a list. */
const MAX_NAAM = 60;

/** What tells two people of one name apart stands behind it, in brackets. */
const MET_ERBIJ = /^(.+) (\([^()]+\))$/;

/**
 * The name of a person, an organisatie or a cluster as it stands among others: a long one is cut, what tells it apart is
 * not. The whole of it stands with the person, organisatie or cluster itself.
 */
export function naamInLijst(naam: string): string {
  const [, kaal = naam, erbij = ''] =
    [...naam].length > MAX_NAAM ? (MET_ERBIJ.exec(naam) ?? []) : [];
  const rest = MAX_NAAM - [...erbij].length - 1;
  return erbij === '' || rest < MAX_NAAM / 3
    ? kortweg(naam, MAX_NAAM)
    : `${kortweg(kaal, rest)} ${erbij}`;
}

/** The first so many, and in the place of the others what is said about how many they are. */
export const ingekort = <T>(alles: readonly T[], max: number, rest: (n: number) => T): T[] =>
  alles.length <= max ? [...alles] : [...alles.slice(0, max), rest(alles.length - max)];

/** The first lines, and how many more there are. */
export const eersteRegels = (regels: readonly string[], max = 10): string[] =>
  ingekort(regels, max, (n) => `En nog ${n} andere.`);

/** What can stand between names, the plainest first. */
const TEKENS = [',', ';', ' ·', ' |'] as const;

/**
 * Names one after another, so that one can tell where each ends: `GGZ, Woonstede`, and with a sign that stands in none of
 * them when one has a comma of its own, `Politie, team Zuid; GGZ`.
 */
export const opEenRij = (namen: readonly string[]): string => {
  const vrij = TEKENS.find((teken) => !namen.some((naam) => naam.includes(teken.trim())));
  return aaneengeregen(namen, `${vrij ?? ';'} `);
};

/** `a, b, c en nog 4`, or what else is said of the others. None of them takes more than its place in a list. */
export const opsomming = (
  namen: readonly string[],
  max = 5,
  rest = (n: number) => `en nog ${n}`,
): string => {
  const genoemd = opEenRij(namen.slice(0, max).map(naamInLijst));
  return namen.length <= max ? genoemd : `${genoemd} ${rest(namen.length - max)}`;
};

/** People by name: `a, b en 4 anderen` */
export const mensen = (namen: readonly string[]): string =>
  opsomming(namen, 10, (n) => `en ${anderen(n)}`);

/** `1 ander`, `4 anderen` */
export const anderen = (n: number) => aantal(n, 'ander', 'anderen');

/** `En nog 3 doelen.`; empty when nothing is left over. */
export const enNog = (rest: number, een: string, meer: string): string =>
  rest > 0 ? `En nog ${aantal(rest, een, meer)}.` : '';
