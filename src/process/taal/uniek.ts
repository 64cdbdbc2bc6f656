/** Each once, in the order in which they come; of those with the same key the last. */
export const uniek = <T>(alles: readonly T[], sleutel: (een: T) => string): T[] => [
  ...new Map(alles.map((een) => [sleutel(een), een])).values(),
];
