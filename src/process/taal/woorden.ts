/** `1 probleem`, `23 problemen` */
export const aantal = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`;

export const hoofdletter = (zin: string) => zin.charAt(0).toUpperCase() + zin.slice(1);

/** A word as it stands inside a sentence. */
export const kleineLetter = (woord: string) => woord.charAt(0).toLowerCase() + woord.slice(1);
