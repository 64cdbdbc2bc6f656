import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enNog, mensen } from '../../src/process/taal/opsomming.ts';

const SRC = new URL('../../src/', import.meta.url).pathname;
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const namen = (n: number) => Array.from({ length: n }, (_, at) => `Lid ${at + 1}`);

describe('what is left over', () => {
  it.each([
    [0, ''],
    [1, 'En nog 1 doel.'],
    [2, 'En nog 2 doelen.'],
    [40, 'En nog 40 doelen.'],
  ])('of %i reads right', (rest, zin) => {
    expect(enNog(rest, 'doel', 'doelen')).toBe(zin);
  });

  it('of people reads right for nobody, one and more', () => {
    expect(mensen(namen(10))).not.toContain('ander');
    expect(mensen(namen(11))).toMatch(/Lid 10 en 1 ander$/);
    expect(mensen(namen(12))).toMatch(/Lid 10 en 2 anderen$/);
  });

  it('is counted by one function wherever it has a name', () => {
    // A number with a plural behind it, without a look at whether it is one.
    const los = /\b[Ee]n(?: nog)? \$\{(?:[^{}]|\{[^{}]*\})*\} [a-z]{4,}(?:en|s)\b/;
    const found = files.filter((file) => los.test(readFileSync(join(SRC, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
