/** `1 probleem`, `23 problemen` */
export const aantal = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`;

/** A verb for one and for more, or a noun. */
export type EenOfMeer = readonly [een: string, meer: string];

/** How many of how many. */
export interface Telling {
  n: number;
  van: number;
}

/**
 * How many of the people did something: `2 van de 6 hebben`, `1 van de 6 heeft`, `Nog niemand heeft`. The sentence goes on
 * from there.
 */
export const hoevelen = ({ n, van }: Telling, [heeft, hebben]: EenOfMeer): string =>
  n === 0 ? `Nog niemand ${heeft}` : `${n} van de ${van} ${n === 1 ? heeft : hebben}`;

/** The same of what has a name of its own: `2 van de 6 organisaties hebben`, `Geen van de 6 organisaties heeft`. */
export const hoeveelVan = (
  { n, van }: Telling,
  [een, meer]: EenOfMeer,
  [heeft, hebben]: EenOfMeer,
): string =>
  n === 0
    ? `Geen ${van === 1 ? een : `van de ${van} ${meer}`} ${heeft}`
    : `${n} van de ${aantal(van, een, meer)} ${n === 1 ? heeft : hebben}`;

export const hoofdletter = (zin: string) => zin.charAt(0).toUpperCase() + zin.slice(1);

/** A word as it stands inside a sentence. */
export const kleineLetter = (woord: string) => woord.charAt(0).toLowerCase() + woord.slice(1);
