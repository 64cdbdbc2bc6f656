import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../package.json' with { type: 'json' };
import { COMMANDS } from '../src/teams/talk/commands.ts';
import { allOf, firstCells, linkFaults, read, withoutFences } from './docs-text.ts';

const readme = read('README.md');
/** What the README tells in a page of its own, for whoever changes the code. */
const PAGES = ['woorden', 'pakketten', 'beslissingen', 'instellingen', 'log', 'bronnen'];
const pages = ['README.md', ...PAGES.map((name) => `docs/${name}.md`)];
const handleiding = read('docs/handleiding.md');
const source = globSync('{src,cards}/**/*.{ts,json}').map(read).join('\n');
const installed = Object.keys({ ...project.dependencies, ...project.devDependencies });
const words = COMMANDS.map(({ woord }) => woord);
/** What stands in the menu of a message. */
const menu = allOf(read('manifest/manifest.json'), /"type": "action",\s*"title": "([^"]+)"/g);

const inBackticks = (text: string) => allOf(withoutFences(text), /`([^`\n]+)`/g);

describe('the manual', () => {
  it('names no button that nobody can press', () => {
    const titles = titlesIn(source);

    const strange = inBackticks(handleiding).filter(
      (name) => ![...words, ...menu].includes(name) && !titles.some((title) => title.test(name)),
    );

    expect(strange).toEqual([]);
  });

  it('tells about each of the ten commands, and lets nobody type anything else', () => {
    const toType = allOf(handleiding, /\btyp(?:t|e)?(?: [a-z]+){0,3} `([^`]+)`/gi);

    expect(words.filter((word) => !handleiding.includes(`\`${word}\``))).toEqual([]);
    expect(toType.filter((word) => !words.includes(word))).toEqual([]);
  });

  it('speaks in short sentences, and does not shout', () => {
    const long = sentencesIn(handleiding).filter(
      (sentence) => (sentence.match(/[\p{L}\d]+/gu) ?? []).length > 15,
    );

    expect(long).toEqual([]);
    expect(withoutFences(handleiding)).not.toContain('!');
  });
});

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

/** Some source without a statement or object in it, but with variables in its strings. */
const EXPRESSION = '[^;{}]*?(?:[{][^{}]*[}][^;{}]*?)*';

/** What a button can be called: its title in the source, where any text may stand in the place of a variable. */
function titlesIn(text: string): RegExp[] {
  const buttons = allOf(text, new RegExp(`\\btitel:\\s*(${EXPRESSION}),\\s*verb:`, 'g'));
  const saves = allOf(text, new RegExp(`\\b(?:opslaan|nogEen):\\s*(${EXPRESSION}),?\\n`, 'g'));
  // A setting of a traject is a button too: it is called as its item.
  const settings = allOf(text, /\binstellingen: \[\s*item\(\s*('[^']+')/g);
  const shared = ['nl', 'tab', 'overleg'].map((name) => read(`src/text/${name}.ts`)).join('\n');
  return [...buttons, ...saves, ...settings, shared]
    .flatMap((expression) => expression.match(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g) ?? [])
    .map(asPattern);
}

function asPattern(literal: string): RegExp {
  const parts = literal.slice(1, -1).split(/\$\{[^}]*\}/);
  const plain = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${plain.join('.+')}$`);
}

/** Sentences of running text and lists; what stands in tables and code is left out, and a name counts as one word. */
function sentencesIn(text: string): string[] {
  return withoutFences(text)
    .split('\n')
    .filter((line) => !/^\s*(\||#)/.test(line))
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').replace(/`[^`]+`|"[^"]+"/g, 'naam'))
    .flatMap((line) => line.split(/(?<=[.?:]\*{0,2})\s+/));
}
