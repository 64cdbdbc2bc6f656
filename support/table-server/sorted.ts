/** A map whose keys stand in the order of their UTF-16 units, as tables, partitions and rows do. */
export class Sorted<Value> {
  readonly #values = new Map<string, Value>();
  readonly #keys: string[] = [];

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (!this.#values.has(key)) this.#keys.splice(this.#placeOf(key), 0, key);
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#keys.splice(this.#placeOf(key), 1);
  }

  /** Keys with their values, in order, beginning at the first that is not before `first`. */
  *from(first: string): Generator<[key: string, value: Value]> {
    for (let at = this.#placeOf(first); at < this.#keys.length; at++) {
      const key = this.#keys[at] as string;
      yield [key, this.#values.get(key) as Value];
    }
  }

  /** Where this key stands, or would. */
  #placeOf(key: string): number {
    let [low, high] = [0, this.#keys.length];
    // Most keys come in order.
    if (high > 0 && key > (this.#keys[high - 1] as string)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
