import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../package.json' with { type: 'json' };
import { allOf, firstCells, linkFaults, read } from './docs-text.ts';

const readme = read('README.md');
/** What the README tells in a page of its own, for whoever changes the code. */
const PAGES = ['woorden', 'pakketten', 'beslissingen', 'instellingen', 'log', 'bronnen'];
const pages = ['README.md', ...PAGES.map((name) => `docs/${name}.md`)];
const source = globSync('{src,cards}/**/*.{ts,json}').map(read).join('\n');
const installed = Object.keys({ ...project.dependencies, ...project.devDependencies });

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names only files and folders that are there', () => {
    const places = text.match(
      /\b(?:src|cards|docs|infra|manifest|scripts|support|bench|stubs|tests)\/[\w./-]*/g,
    );
    const files = allOf(text, /(?<![\w/.-])([\w-]+\.(?:ts|js|cjs))\b/g);
    const known = globSync('{src,scripts,tests}/**/*.{ts,js,cjs}').map((path) => basename(path));

    expect(places?.map(withoutStop).filter((path) => !isPlace(path, page)) ?? []).toEqual([]);
    const strange = files.filter((name) => !known.includes(name) && !installed.includes(name));
    expect(strange.filter((name) => !existsSync(name))).toEqual([]);
  });

  it('leads only to files and headings that are there', () => {
    expect(linkFaults(page, text)).toEqual([]);
  });

  it('gives commands that npm knows', () => {
    const scripts = allOf(text, /npm run ([\w:-]+)/g);

    expect(scripts.filter((name) => !(name in project.scripts))).toEqual([]);
  });
});

describe('the README', () => {
  it('is short enough for a newcomer', () => {
    expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(12_288);
  });

  it('gives the two commands, and every command that measures', () => {
    const benches = Object.keys(project.scripts).filter((name) => name.startsWith('bench:'));

    expect(readme).toContain('npm ci && npm run dev');
    expect(readme).toContain('npm ci && npm test');
    expect(benches.length).toBeGreaterThan(5);
    expect(benches.filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('leads to every page beside it', () => {
    const docs = globSync('docs/*.md');

    expect(docs.length).toBeGreaterThan(PAGES.length);
    expect(docs.filter((path) => !readme.includes(`](${path})`))).toEqual([]);
  });
});

describe('the pages beside it', () => {
  it('say of each package why it is there, and of no other', () => {
    expect(firstCells(read('docs/pakketten.md')).sort()).toEqual(installed.sort());
  });

  it('have only words in the glossary that the code uses, each once', () => {
    const glossary = read('docs/woorden.md');
    const found = firstCells(glossary);
    const rows = glossary.match(/^\| `/gm);

    expect(found.filter((word) => !new RegExp(word, 'i').test(source))).toEqual([]);
    expect(rows).toHaveLength(found.length);
  });

  it('tell of every setting that the program reads, and of no other', () => {
    const known = allOf(read('src/config.ts'), /^ {2,4}([A-Z][A-Z_]+|[A-Z]\w+): /gm);

    expect(known.length).toBeGreaterThan(15);
    expect(firstCells(read('docs/instellingen.md')).sort()).toEqual(known.sort());
  });
});

/** Seen from the root, or from the page that names it. */
const isPlace = (path: string, page: string) =>
  existsSync(path) || existsSync(join(dirname(page), path));

/** A path at the end of a sentence, or of a folder. */
const withoutStop = (path: string) => path.replace(/[./]+$/, '');
