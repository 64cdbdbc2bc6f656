import { aantal } from './woorden.ts';

/** The first so many, and in the place of the others what is said about how many they are. */
export const ingekort = <T>(alles: readonly T[], max: number, rest: (n: number) => T): T[] =>
  alles.length <= max ? [...alles] : [...alles.slice(0, max), rest(alles.length - max)];

/** The first lines, and how many more there are. */
export const eersteRegels = (regels: readonly string[], max = 10): string[] =>
  ingekort(regels, max, (n) => `En nog ${n} andere.`);

/** `a, b, c en nog 4`, or what else is said of the others. */
export const opsomming = (
  namen: readonly string[],
  max = 5,
  rest = (n: number) => `en nog ${n}`,
): string =>
  namen.length <= max
    ? namen.join(', ')
    : `${namen.slice(0, max).join(', ')} ${rest(namen.length - max)}`;

/** People by name: `a, b en 4 anderen` */
export const mensen = (namen: readonly string[]): string =>
  opsomming(namen, 10, (n) => `en ${n} ${n === 1 ? 'ander' : 'anderen'}`);

/** `En nog 3 doelen.`; empty when nothing is left over. */
export const enNog = (rest: number, een: string, meer: string): string =>
  rest > 0 ? `En nog ${aantal(rest, een, meer)}.` : '';
