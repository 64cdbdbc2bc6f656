/** What XML 1.0 cannot hold: most control signs, halves of signs, and two that are no sign at all. */
// eslint-disable-next-line no-control-regex
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text as a file can hold it; lines end in `\n`. */
export const schoon = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(ILLEGAL, '');
