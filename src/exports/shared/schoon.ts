/** What XML 1.0 cannot hold, halves of surrogate pairs, and control characters without a meaning. Tab and newline stay. */
const ILLEGAL = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text that a file can hold; lines end in `\n`. */
export const schoon = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(ILLEGAL, '');
