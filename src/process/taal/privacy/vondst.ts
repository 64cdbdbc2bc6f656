/** A part of a text that hints at personal data. */
export interface Vondst {
  van: number;
  tot: number;
}

/** Stands where something was taken out: no sign that anybody types, and part of no number. */
export const WEG = '\uFFFF';

/** The text without what was found in it, which comes in the order of the text and does not overlap. */
export function zonder(text: string, vondsten: readonly Vondst[]): string {
  const begins = [0, ...vondsten.map(({ tot }) => tot)];
  return begins.map((van, at) => text.slice(van, vondsten[at]?.van)).join(WEG);
}
