import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { files, sources } from './bicep.ts';
import { params } from './shape.ts';

const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8');
const main = params(files.get('main.bicep')!);

const section = (heading: string) =>
  readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
const firstCells = (text: string) =>
  [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, cell = '']) => cell);

/** Commands and values that the page tells people to give, as far as they are not there. */
function strangeIn(text: string): string[] {
  const given = [...text.matchAll(/(?:--parameters|-p) ([\w./]+)=/g)].map(([, name = '']) => name);
  const values = [...text.matchAll(/infra\/[\w./]+/g)].map(([path]) => path);
  const settings = [...text.matchAll(/\bPLANNER_\w+/g)].map(([name]) => name);
  const read = [...sources.values()].join('');
  return [
    ...given.filter((name) => !main.some((param) => param.name === name)),
    ...values.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url))),
    ...settings.filter((name) => !read.includes(`'${name}'`)),
  ];
}

describe('the page about infrastructure', () => {
  it('tells of every file, and of no other', () => {
    expect(firstCells(section('Files')).sort()).toEqual([...sources.keys()].sort());
  });

  it('tells of every parameter, and of no other', () => {
    const names = main.map(({ name }) => name);

    expect(firstCells(section('Parameters')).sort()).toEqual(names.sort());
  });

  it('tells of every setting that the files of values read', () => {
    const read = [...sources.values()].flatMap((text) => text.match(/PLANNER_\w+/g) ?? []);

    expect(read.filter((name) => !section('Parameters').includes(`\`${name}\``))).toEqual([]);
  });

  it('gives commands with parameters, files and settings that are there', () => {
    expect(section('By hand')).toMatch(/az bicep build[^]+what-if[^]+group create/);
    expect(strangeIn(readme)).toEqual([]);
    expect(strangeIn('--parameters instance=2 infra/prod.bicepparam PLANNER_NAAM=x')).toEqual([
      ...['instance', 'infra/prod.bicepparam', 'PLANNER_NAAM'],
    ]);
  });
});
