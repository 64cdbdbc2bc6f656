import { existsSync, globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allOf, read } from './docs-text.ts';

/** Folders with more files than a newcomer takes in at once, and how many. They may only shrink. */
const TOO_FULL: Record<string, number> = { 'planner/resultaat': 21, 'planner/uitvoering': 23 };
const FULL = 20;

interface Import {
  from: string;
  to: string;
  what: string;
}

const files = globSync('src/**/*.ts');
/** A folder that holds files, seen from `src`; a file that stands in `src` itself is a room alone. */
const roomOf = (file: string) => (dirname(file) === 'src' ? file : dirname(file)).slice(4);
const rooms = [...new Set(files.map(roomOf))].sort();
const folders = rooms.filter((room) => !room.endsWith('.ts'));
const imports = files.flatMap(importsOf).filter(({ from, to }) => from !== to);
const readmeOf = (room: string) => `src/${room}/README.md`;

describe('the rooms of the source', () => {
  it('are all seen, and so are their imports', () => {
    expect(rooms.length).toBeGreaterThan(40);
    expect(folders.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(500);
  });

  it('never import each other, types included', () => {
    const both = imports.filter(({ from, to }) =>
      imports.some((back) => back.from === to && back.to === from),
    );

    expect(both.map(({ what }) => what)).toEqual([]);
  });

  it('stand in no circle', () => {
    const around = imports.filter(({ from, to }) => reachedFrom(to).has(from));

    expect(around.map(({ what }) => what)).toEqual([]);
  });

  it(`hold at most ${FULL} files each, but for those that are known to be too full`, () => {
    const sizes = folders.map((room) => [
      room,
      files.filter((file) => roomOf(file) === room).length,
    ]);
    const full = sizes.filter(([, size]) => Number(size) > FULL);

    expect(Object.fromEntries(full)).toEqual(TOO_FULL);
  });
});

describe.each(folders)('the room %s', (room) => {
  it('says in at most ten lines what belongs there, what it may import and how to add', () => {
    expect(existsSync(readmeOf(room))).toBe(true);
    const lines = read(readmeOf(room)).trimEnd().split('\n');

    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines[0]).toMatch(/^# \S/);
    expect(lines[2]?.length).toBeGreaterThan(20);
    expect(lines.filter((line) => /^May import: .+\.$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^To add[\w ]*: .{20,}/.test(line))).toHaveLength(1);
  });

  it('imports what it says, and nothing else', () => {
    const [said = ''] = allOf(read(readmeOf(room)), /^May import: (.+)\.$/gm);

    expect(`May import: ${said}.`).toBe(`May import: ${usedBy(room)}.`);
  });

  it('names only files and folders that are there', () => {
    const named = allOf(read(readmeOf(room)), /`([\w./-]+(?:\/|\.(?:ts|md|json|cjs)))`/g);
    const places = ['', 'src', join('src', room), join('src', dirname(room))];

    expect(named.filter((name) => !places.some((place) => existsSync(join(place, name))))).toEqual(
      [],
    );
  });
});

/** What a file of ours imports of ours: values, types, and what it loads later. */
function importsOf(file: string): Import[] {
  return ts
    .preProcessFile(read(file), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
    .map((name) => normalize(join(dirname(file), name)))
    .filter((path) => path.startsWith('src/'))
    .map((path) => ({ from: roomOf(file), to: roomOf(path), what: `${file} → ${path}` }));
}

function reachedFrom(room: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(room)) {
    seen.add(room);
    imports.filter(({ from }) => from === room).forEach(({ to }) => reachedFrom(to, seen));
  }
  return seen;
}

/** The rooms that a room imports: a neighbour by its own name, any other as seen from `src`. */
function usedBy(room: string): string {
  const used = new Set(imports.filter(({ from }) => from === room).map(({ to }) => to));
  const around = dirname(room);
  const name = (to: string) =>
    around !== '.' && dirname(to) === around ? to.slice(around.length + 1) : to;
  return [...used].map(name).sort().join(', ') || 'nothing of ours';
}
