import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../package.json' with { type: 'json' };
import { COMMANDS } from '../src/teams/talk/commands.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const readme = read('README.md');
const handleiding = read('docs/handleiding.md');
const source = globSync('{src,cards}/**/*.{ts,json}').map(read).join('\n');
const words = COMMANDS.map(({ woord }) => woord);

/** Every first group of a pattern in a text, each once. */
const allOf = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
];

const withoutFences = (text: string) => text.replace(/^```[^]*?^```/gm, '');
const inBackticks = (text: string) => allOf(withoutFences(text), /`([^`\n]+)`/g);
const section = (text: string, heading: string) =>
  text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
/** First cells of the rows of a table, without the heads. */
const firstCells = (text: string) => allOf(text, /^\| `([^`]+)` +\|/gm);

describe('the manual', () => {
  it('names no button that nobody can press', () => {
    const titles = titlesIn(source);

    const strange = inBackticks(handleiding).filter(
      (name) => !words.includes(name) && !titles.some((title) => title.test(name)),
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

describe('the README', () => {
  it('names only files and folders that are there', () => {
    const places = readme.match(
      /\b(?:src|cards|docs|infra|manifest|scripts|stubs|tests)\/[\w./-]*/g,
    );
    const files = allOf(readme, /(?<![\w/.-])([\w-]+\.(?:ts|js|cjs))\b/g);
    const known = globSync('{src,scripts,tests}/**/*.{ts,js,cjs}').map((path) => basename(path));

    expect(places?.map(withoutStop).filter((path) => !existsSync(path))).toEqual([]);
    const packages = Object.keys({ ...project.dependencies, ...project.devDependencies });
    const strange = files.filter((name) => !known.includes(name) && !packages.includes(name));
    expect(strange.filter((name) => !existsSync(name))).toEqual([]);
  });

  it('gives commands that npm knows', () => {
    const scripts = allOf(readme, /npm run ([\w:-]+)/g);

    expect(scripts.filter((name) => !(name in project.scripts))).toEqual([]);
    expect(readme).toContain('npm ci && npm run dev');
    expect(readme).toContain('npm ci && npm test');
  });

  it('says of each package why it is there, and of no other', () => {
    const installed = Object.keys({ ...project.dependencies, ...project.devDependencies });

    expect(firstCells(section(readme, 'Packages')).sort()).toEqual(installed.sort());
  });

  it('has only words in its glossary that the code uses, each once', () => {
    const found = firstCells(section(readme, 'Glossary'));
    const rows = section(readme, 'Glossary').match(/^\| `/gm);

    expect(found.filter((word) => !new RegExp(word, 'i').test(source))).toEqual([]);
    expect(rows).toHaveLength(found.length);
  });
});

/** A path at the end of a sentence, or of a folder. */
const withoutStop = (path: string) => path.replace(/[./]+$/, '');

/** Some source without a statement or object in it, but with variables in its strings. */
const EXPRESSION = '[^;{}]*?(?:[{][^{}]*[}][^;{}]*?)*';

/** What a button can be called: its title in the source, where any text may stand in the place of a variable. */
function titlesIn(text: string): RegExp[] {
  const buttons = allOf(text, new RegExp(`\\btitel:\\s*(${EXPRESSION}),\\s*verb:`, 'g'));
  const saves = allOf(text, new RegExp(`\\b(?:opslaan|nogEen):\\s*(${EXPRESSION}),?\\n`, 'g'));
  const shared = ['nl', 'tab', 'overleg'].map((name) => read(`src/text/${name}.ts`)).join('\n');
  return [...buttons, ...saves, shared]
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
