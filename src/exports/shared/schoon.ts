/**
 * What XML 1.0 cannot hold, halves of signs, and control signs that mean nothing to anybody. Tab and new line stay.
 */
const ILLEGAL = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as a file can hold it; lines end in `\n`. */
export const schoon = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(ILLEGAL, '');
