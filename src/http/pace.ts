/** Presses that one person may do in a minute. A busy workshop is far below it: sixty cards in an hour is nothing. */
export const PRESSES_PER_MINUTE = 60;

const MINUTE_MS = 60_000;

/** Counts what each person does per minute, and gives false above the limit. Nothing is kept longer. */
export function createPace(perMinute: number, monotonicMs: () => number) {
  const counts = new Map<string, number>();
  let minute = 0;
  return (person: string): boolean => {
    const now = Math.floor(monotonicMs() / MINUTE_MS);
    if (now !== minute) counts.clear();
    minute = now;
    const count = (counts.get(person) ?? 0) + 1;
    counts.set(person, count);
    return count <= perMinute;
  };
}
