import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';

declare global {
  /** True for the change that this run tries. */
  var mutatie: (nth: number) => boolean;
}

const active = Number(process.env['MUTATIE'] ?? '-1');
const hits = process.env['GERAAKT'] ?? '';
const seen = new Set<number>();
/** What is worked out once, when a module is loaded: every test that loads it depends on it, and only the first shows so. */
const atLoad = new Set<number>();
let isLoading = true;
beforeAll(() => {
  isLoading = false;
});

globalThis.mutatie = (nth) => {
  (isLoading ? atLoad : seen).add(nth);
  return nth === active;
};

/** Which changes this file of tests comes by; kept when asked for. */
afterAll(() => {
  const file = expect.getState().testPath ?? '';
  if (hits === '' || file === '') return;
  mkdirSync(hits, { recursive: true });
  const name = createHash('sha256').update(file).digest('hex');
  writeFileSync(
    `${hits}/${name}.json`,
    JSON.stringify({ file, seen: [...seen], atLoad: [...atLoad] }),
  );
});
