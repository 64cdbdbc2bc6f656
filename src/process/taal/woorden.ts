/** `1 probleem`, `23 problemen` */
export const aantal = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`;

export const hoofdletter = (zin: string) => zin.charAt(0).toUpperCase() + zin.slice(1);
