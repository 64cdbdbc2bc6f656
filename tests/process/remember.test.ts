import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remember } from '../../src/memory/remember.ts';

const keysUpTo = (count: number) => Array.from({ length: count }, (_, nr) => `k${nr}`);

/** A memory that was told of so many things in order. */
function filled(max: number, count: number) {
  const memory = remember<string>(max);
  const keys = keysUpTo(count);
  for (const key of keys) memory.set(key, `of ${key}`);
  return { memory, keys };
}

describe.each([1, 2, 500])('a memory of %i', (max) => {
  it.each([...new Set([0, 1, max - 1, max])])('knows all of the %i things it was told', (count) => {
    const { memory, keys } = filled(max, count);

    expect(keys.map((key) => memory.get(key))).toEqual(keys.map((key) => `of ${key}`));
    expect(memory.get('never')).toBeUndefined();
  });

  it('forgets only the oldest when one more comes', () => {
    const { memory, keys } = filled(max, max + 1);

    expect(keys.filter((key) => memory.get(key) === undefined)).toEqual(['k0']);
  });

  it('makes place by what is thrown away', () => {
    const { memory, keys } = filled(max, max);
    memory.delete(`k${max - 1}`);
    memory.delete('never');
    memory.set('more', 'of more');

    expect([...keys.slice(0, -1), 'more'].filter((key) => !memory.get(key))).toEqual([]);
    expect(memory.get(`k${max - 1}`)).toBeUndefined();
  });
});

it.each([2, 3, 500])(
  'keeps, of %i, what is asked for or told again between all that comes by',
  (max) => {
    const { memory } = filled(max, max);
    for (const [nr, key] of keysUpTo(3 * max).entries()) {
      if (nr % 2 === 0) expect(memory.get('k0')).toBe('of k0');
      else memory.set('k0', 'of k0');
      memory.set(`by ${key}`, 'by');
    }
    expect(memory.get('k0')).toBe('of k0');

    // Told often is one thing: the others are still beside it.
    const last = keysUpTo(3 * max).slice(1 - max);
    expect(last.filter((key) => memory.get(`by ${key}`) === undefined)).toEqual([]);
  },
);

it('holds as much as weighs no more than its bound, and nothing heavier', () => {
  const memory = remember<number>(10, (weight) => weight);
  memory.set('a', 4);
  memory.set('b', 6);
  expect([memory.get('a'), memory.get('b')]).toEqual([4, 6]);

  // One that grew pushes out the other; one that is too heavy goes itself.
  memory.set('b', 7);
  expect([memory.get('a'), memory.get('b')]).toEqual([undefined, 7]);
  memory.set('c', 11);
  expect([memory.get('b'), memory.get('c')]).toEqual([7, undefined]);
  memory.set('b', 11);
  expect(memory.get('b')).toBeUndefined();
  memory.set('d', 10);
  expect(memory.get('d')).toBe(10);
});

it('is the list of what was used last, whatever is done with it', () => {
  const step = fc.record({
    does: fc.constantFrom('get', 'set', 'delete'),
    key: fc.constantFrom(...keysUpTo(6)),
    weight: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step), (max, steps) => {
      const memory = remember<number>(max, (weight) => weight);
      let list: [key: string, weight: number][] = [];
      for (const { does, key, weight } of steps) {
        const found = list.find(([other]) => other === key);
        list = list.filter(([other]) => other !== key);
        if (does === 'get') expect(memory.get(key)).toBe(found?.[1]);
        if (does === 'get' && found) list.push(found);
        if (does === 'delete') memory.delete(key);
        if (does === 'set') memory.set(key, weight);
        if (does === 'set' && weight <= max) list.push([key, weight]);
        while (list.reduce((sum, [, of]) => sum + of, 0) > max) list.shift();
      }
      for (const key of keysUpTo(6))
        expect(memory.get(key)).toBe(list.find(([other]) => other === key)?.[1]);
    }),
  );
});
