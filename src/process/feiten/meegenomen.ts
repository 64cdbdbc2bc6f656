/** The id in the new round of an entry of the round before; can never be an id that the new log gives out itself. */
export const meegenomen = (id: string) => (id === '' ? '' : `v${id}`);
