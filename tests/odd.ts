import fc from 'fast-check';
import type { Wire } from '../support/activities.ts';

/** Values that are not what they look like, as JSON: an object of it may stand for a text, a list or a promise. */
const ODD = [
  ...['{"length":{"toString":1}}', '{"length":{"valueOf":1,"toString":null}}', '{"length":-1}'],
  ...['{"length":1e999}', '{"size":{"toString":{}}}', '{"toString":1,"valueOf":1}'],
  ...['{"__proto__":{"length":1}}', '{"__proto__":null}', '{"constructor":{"prototype":{"a":1}}}'],
  ...['{"then":1}', '{"then":{"length":{"toString":1}}}', '{"toJSON":1}', '{"hasOwnProperty":0}'],
  ...['[]', '[{"length":{"toString":1}}]', '[[[[]]]]', '{}', 'null', 'true', '-0', '1e308', '""'],
  ...[
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '"\\u0000"',
    '"\\ud800"',
    `"${'x'.repeat(900)}"`,
  ],
].map((json) => JSON.parse(json) as unknown);

/** One of those, or any JSON. */
export const odd = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.json().map((json) => JSON.parse(json) as unknown) },
);

/** The same with another value in one place, `a.b.c`. */
export function withOdd(whole: Wire, path: string, value: unknown): Wire {
  const copy = structuredClone(whole);
  const names = path.split('.');
  let at: Wire = copy;
  for (const name of names.slice(0, -1)) {
    const inside = Object.hasOwn(at, name) && typeof at[name] === 'object' ? at[name] : {};
    set(at, name, inside ?? {});
    at = at[name] as Wire;
  }
  set(at, names.at(-1) ?? '', value);
  return copy;
}

/** Sets a key as JSON does, `__proto__` too. */
export const set = (at: Wire, name: string, value: unknown) =>
  Object.defineProperty(at, name, { value, enumerable: true, writable: true, configurable: true });

/** Words that each object of JavaScript has of its own, as a person may type them. */
export const OWN_WORDS: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['prototype', 'length', 'name', 'then', 'toJSON', 'arguments', 'caller'],
];
