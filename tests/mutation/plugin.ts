import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'vite';
import type { Place } from './places.ts';

/**
 * Puts all changes of the sample into the sources at once, each behind the question whether it is the one to try. So the
 * sources are transformed once, and a run differs from the next by a number only.
 */
export const mutations = (file: string): Plugin => {
  const sample = JSON.parse(readFileSync(file, 'utf8')) as Place[];
  return {
    name: 'mutations',
    enforce: 'pre',
    transform(code, id) {
      const path = relative(process.cwd(), id.split('?')[0] ?? '');
      const here = sample.flatMap((place, nth) => (place.file === path ? [{ ...place, nth }] : []));
      if (here.length === 0) return undefined;
      const text = new MagicString(code);
      // The outer ones first: what stands within them then comes between their parts.
      for (const { start, end, mutated, nth } of here.sort(
        (a, b) => a.start - b.start || b.end - a.end,
      )) {
        text.appendLeft(start, `(globalThis.mutatie(${nth}) ? (${mutated}) : (`);
        text.prependRight(end, '))');
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
};
