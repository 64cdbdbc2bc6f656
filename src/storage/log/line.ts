/** Runs the work of callers with the same name one at a time, in the order in which they came. */
export type InLine = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function openLine(): InLine {
  const tails = new Map<string, Promise<unknown>>();

  return async (name, work) => {
    const mine = (tails.get(name) ?? Promise.resolve()).then(work);
    // The next caller waits for the end, not for success.
    const tail = mine.catch(() => undefined);
    tails.set(name, tail);
    try {
      return await mine;
    } finally {
      if (tails.get(name) === tail) tails.delete(name);
    }
  };
}
