// What Teams said no to may be let through a little later: it is tried again, each time after a longer wait.

/** So long after each time in a row; the last one from then on. */
const AGAIN_MS = [30_000, 2 * 60_000, 30 * 60_000, 2 * 3_600_000, 6 * 3_600_000];

/** After so many times it is left: some nine hours. */
const MOST_TIMES = 6;

/** How long to wait after it went wrong so many times in a row, ms. */
export const waitAfter = (times: number): number =>
  AGAIN_MS[Math.min(times, AGAIN_MS.length) - 1] ?? 0;

export const isOften = (times: number) => times >= MOST_TIMES;
