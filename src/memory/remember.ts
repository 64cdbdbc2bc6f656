/** Remembers what can be found or made again: what is forgotten costs only the work once more. */
export interface Memory<V> {
  /** Undefined when it is not remembered. */
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
}

/**
 * A memory of values that together weigh at most `max`; each weighs 1 unless `weightOf` says otherwise. When it is full, those
 * that were asked for or set longest ago go, one by one. A value that weighs more than `max` alone is not kept.
 */
export function remember<V>(max: number, weightOf: (value: V) => number = () => 1): Memory<V> {
  // In order of last use, as a Map keeps the order in which keys came.
  const kept = new Map<string, { value: V; weight: number }>();
  let total = 0;

  function forget(key: string): void {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  }

  return {
    get: (key) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set: (key, value) => {
      forget(key);
      const weight = weightOf(value);
      if (weight > max) return;
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= max) break;
        forget(oldest);
      }
    },
    delete: forget,
  };
}
