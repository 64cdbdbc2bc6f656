import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('keeps every kind of entry apart: no two share a name', () => {
  const names = globSync('src/{process,planner}/**/*.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/>\(\s*'([a-z0-9]+)',?\s*\)/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
