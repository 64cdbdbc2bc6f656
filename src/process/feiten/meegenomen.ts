/** The id that an entry of the previous round gets in the new one. The new log can never give out such an id itself. */
export const meegenomen = (id: string) => (id === '' ? '' : `v${id}`);
