import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { meldbaar } from '../src/process/kalender/dagen.ts';
import { localOf, utcOf } from '../src/process/taal/time.ts';
import { COMMANDS } from '../src/teams/talk/commands.ts';
import { allOf, firstCells, linkFaults, read, withoutFences } from './docs-text.ts';
import { NIET_MEER, ZINSBOUW } from './teksten/taal.ts';

/* What a group reads: the manual, the leaflet, and the trial in Teams. */

const HANDLEIDING = 'docs/handleiding.md';
const FOLDER = 'docs/folder.md';
const PROEF = 'docs/proef-in-teams.md';
const handleiding = read(HANDLEIDING);
const folder = read(FOLDER);
const proef = read(PROEF);

const source = globSync('{src,cards}/**/*.{ts,json}').map(read).join('\n');
const words = COMMANDS.map(({ woord }) => woord);
/** What stands in the menu of a message. */
const menu = allOf(read('manifest/manifest.json'), /"type": "action",\s*"title": "([^"]+)"/g);
const settings = firstCells(read('docs/instellingen.md'));

const inBackticks = (text: string) => allOf(withoutFences(text), /`([^`\n]+)`/g);

describe.each([HANDLEIDING, FOLDER, PROEF])('%s', (page) => {
  const text = read(page);

  it('names no button that nobody can press', () => {
    const titles = titlesIn(source);

    const strange = inBackticks(text).filter(
      (name) =>
        ![...words, ...menu, ...settings].includes(name) &&
        !titles.some((title) => title.test(name)),
    );

    expect(strange).toEqual([]);
  });

  it('lets nobody type anything else than the ten commands', () => {
    const toType = allOf(text, /\btyp(?:t|e)?(?: [a-z]+){0,3} `([^`]+)`/gi);

    expect(toType.filter((word) => !words.includes(word))).toEqual([]);
  });

  it('speaks in short sentences, and does not shout', () => {
    const long = sentencesIn(text).filter(
      (sentence) => (sentence.match(/[\p{L}\d]+/gu) ?? []).length > 15,
    );

    expect(long).toEqual([]);
    expect(withoutFences(text)).not.toContain('!');
  });

  it('has the words of the cards', () => {
    const lines = withoutFences(text)
      .replace(/\]\([^)]+\)/g, ']')
      .split('\n');
    const wrong = lines.flatMap((line) =>
      [...NIET_MEER, ...ZINSBOUW].filter(({ fout }) => fout.test(line)).map(({ reden }) => reden),
    );

    expect(wrong).toEqual([]);
  });

  it('leads only to pages and headings that are there', () => {
    expect(linkFaults(page, text)).toEqual([]);
  });
});

it('the manual tells about each of the ten commands', () => {
  expect(words.filter((word) => !handleiding.includes(`\`${word}\``))).toEqual([]);
});

describe('when the group reads what came in', () => {
  const leest = (datum: string, tijd: string) =>
    localOf(meldbaar(utcOf({ datum, tijd }), 'lustrum'));
  const punt = (tijd: string) => tijd.replace(':', '.').replace(/^0/, '');
  const maandag = leest('2027-01-16', '17:00');

  it('is as the rule says: at once in working hours, else on the next working day', () => {
    expect(leest('2027-01-14', '16:59')).toEqual({ datum: '2027-01-14', tijd: '16:59' });
    // A step closes some minutes after its deadline.
    expect(leest('2027-01-14', '17:02')).toEqual({ datum: '2027-01-14', tijd: '17:02' });
    expect(leest('2027-01-15', '20:00')).toEqual(maandag);
    expect(leest('2027-03-26', '12:00').datum).toBe('2027-03-30');
  });

  it('stands so in the manual and in the README', () => {
    expect(handleiding).toContain(
      `Sluit de stap 's avonds, 's nachts, in het weekend of op een feestdag? Dan komt de samenvatting op de volgende werkdag om ${punt(maandag.tijd)} uur.`,
    );
    expect(handleiding).toContain(
      'Sluit een stap om 17.00 uur, dan komt de samenvatting nog dezelfde dag.',
    );
    expect(read('README.md')).toContain(`(at night: at ${maandag.tijd.replace(':', '.')})`);
  });
});

describe('the leaflet', () => {
  it('is one page', () => {
    const counted = folder.replace(/\]\([^)]*\)|^\|[ |:-]*$/gm, '').match(/[\p{L}\d]+/gu) ?? [];

    expect(counted.length).toBeGreaterThan(300);
    expect(counted.length).toBeLessThanOrEqual(600);
  });

  it('tells how many messages a year brings, as the example over a year counts them', () => {
    const year = read('tests/klok/jaar.test.ts');
    const row = (name: string) => new RegExp(`\\| ${name} +\\|.*\\| (\\d+) +\\|`).exec(folder)?.[1];

    expect(row('projectleider')).toBe(/\[LEIDER\]: (\d+)/.exec(year)?.[1]);
    expect(row('plaatsvervanger')).toBe(/\[PLAATSVERVANGER\]: (\d+)/.exec(year)?.[1]);
    expect(new Set(allOf(year, /^ {4}'[^']+': (\d+),/gm))).toEqual(new Set([row('deelnemer')]));
  });

  it.each([
    ['probleem doorgeven', /probleem doorgeven kost (\d+) tikken/],
    ['maatregel', /een maatregel (\d+)/],
    ['stemmen', /stemmen (\d+)/],
    ['akkoord', /Akkoord geven kost (\d+) tik/],
    ['volgende stap', /volgende stap starten (\d+)/],
  ])('tells how many taps are measured: %s', (taak, said) => {
    const measured = new RegExp(`\\['${taak}', (\\d+)\\]`).exec(read('tests/taps.test.ts'));

    expect(said.exec(folder)?.[1]).toBe(measured?.[1]);
  });

  it('names no price', () => {
    expect(folder).not.toMatch(/€|\beuro\b/i);
  });
});

describe('the trial in Teams', () => {
  const steps = [...proef.matchAll(/^\| (\d+) +\|(?:[^|]+\|){3}$/gm)];

  it('takes half an hour', () => {
    expect(proef).toMatch(/^\| 30 +\| samen +\|$/m);
    const minutes = [...proef.matchAll(/^\| (\d+) +\| \[[^\]]+\]\(#/gm)].map(([, n]) => Number(n));
    expect(minutes.reduce((sum, n) => sum + n, 0)).toBe(30);
  });

  it('says at each point what to do, what to see, and what else', () => {
    expect(steps.length).toBeGreaterThan(25);
    expect(steps.map(([, number]) => Number(number))).toEqual(steps.map((_, at) => at + 1));
    for (const [line] of steps) expect(line.match(/\| *(?=\|)/g)).toBeNull();
  });
});

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
    .map((line) => line.replace(/\[[^\]]+\]\([^)]+\)/g, 'naam'))
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').replace(/`[^`]+`|"[^"]+"/g, 'naam'))
    .flatMap((line) => line.split(/(?<=[.?:]\*{0,2})\s+/));
}
