import { globSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allOf, anchorsOf, read } from './docs-text.ts';

const SOURCES = globSync('{src,cards,scripts,support,bench,tests,types}/**/*.{ts,js,cjs}');
const PAGES = globSync(['*.md', 'docs/*.md', 'infra/*.md', 'src/**/*.md']);

const bronnen = read('docs/bronnen.md');
/** The ids that have a line of their own: `E18`, `rule 11`, `risk R27`. */
const told = allOf(bronnen, /^- \*\*(Rule \d+|Risk R\d+|[A-Z]\d{1,2})\b/gm).map((id) =>
  id.replace(/^Rule|^Risk/, (word) => word.toLowerCase()),
);

/** What a test or a group of tests is called: the first argument of `it(…)`, `it.each(…)(…)`, `describe(…)`. */
function calledOf(node: ts.Node): string[] {
  if (!ts.isCallExpression(node)) return [];
  const [first] = node.arguments;
  const isTest = /^(?:it|test|describe)\b/.test(node.expression.getText());
  return isTest && first && ts.isStringLiteralLike(first) ? [first.text] : [];
}

/**
 * All comments of a source, each once, the texts in it that can be a title of a test, and what its tests are called for
 * certain.
 */
function partsOf(path: string): { comments: string[]; titles: string[]; called: string[] } {
  const text = read(path);
  const comments = new Map<number, string>();
  const titles: string[] = [];
  const called: string[] = [];
  const visit = (node: ts.Node) => {
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ])
      comments.set(pos, text.slice(pos, end).replace(/\s+(?:\*|\/\/) /g, ' '));
    if (path.startsWith('tests/') && ts.isStringLiteralLike(node)) titles.push(node.text);
    if (path.startsWith('tests/')) called.push(...calledOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return { comments: [...comments.values()], titles, called };
}

/** `D6 to D8`, `E5, E6`: each id in it. */
const ROW = /\b([A-Z])(\d{1,2})(?: to ([A-Z])(\d{1,2}))?\b/g;
const rowsOf = (text: string) =>
  [...text.matchAll(ROW)].flatMap(([first, letter = '', from, last, to]) =>
    last === letter
      ? Array.from(
          { length: Number(to) - Number(from) + 1 },
          (_, n) => `${letter}${Number(from) + n}`,
        )
      : [first],
  );

/** `rule 3`, `rules 4 and 10`, `risk R27`. The R is part of a risk's number: rows of the programme begin with it too. */
const NUMBERED = /\b(rule|risk)s? (R?\d+(?:(?:, | and )R?\d+)*)\b/gi;
const numbered = (text: string) =>
  [...text.matchAll(NUMBERED)].flatMap(([, kind = '', numbers = '']) =>
    numbers.split(/, | and /).map((number) => `${kind.toLowerCase()} ${number}`),
  );

/** What a comment cites: rows stand in brackets, so that a sheet of A4 is none, and not in backticks, as code does. */
const citedIn = (comment: string) => {
  const text = comment.replace(/`[^`]*`/g, '');
  const rows = [...text.matchAll(/\(([^()]*)\)/g)].flatMap(([, inner = '']) =>
    rowsOf(inner.replace(NUMBERED, '')),
  );
  return [...rows, ...numbered(text)];
};
const citedInTitle = (title: string) =>
  [...title.matchAll(/\[((?:[A-Z]\d{1,2}|risk R\d+)(?:, (?:[A-Z]\d{1,2}|risk R\d+))*)\]/g)].flatMap(
    ([, inner = '']) => inner.split(', '),
  );

/** Brackets in a title that speak of rows or risks in any other form than `[E4, risk R27]`, which `citedInTitle` reads. */
const oddIn = (title: string) =>
  (title.match(/\[[^\]]*\]|\([^)]*\)/g) ?? []).filter(
    (part) =>
      /\b(?:[a-z]\d{1,2}|risks? R?\d+|rules? \d+)\b/i.test(part) && citedInTitle(part).length === 0,
  );

/** Pages and headings that a text names and that are not in the repository; no page of ours numbers its sections. */
const lostIn = (text: string) => [
  ...[...text.matchAll(/([\w./-]+\.md)(?:#([\w-]+))?/g)]
    .filter(([, path = '', anchor]) => !isThere(path, anchor))
    .map(([name]) => name),
  ...(text.match(/§ ?\d[\d.]*/g) ?? []),
];
/** By its whole path or, from a page beside it, by the end of that. */
const isThere = (path: string, anchor?: string) =>
  PAGES.filter((page) => `/${page}`.endsWith(`/${path.replace(/^(\.\.\/)+/, '')}`)).some(
    (page) => anchor === undefined || anchorsOf(page).includes(anchor),
  );

const parts = SOURCES.map(partsOf);
const comments = parts.flatMap((part) => part.comments);
const titles = parts.flatMap((part) => part.titles);
const called = parts.flatMap((part) => part.called);
const pages = PAGES.map(read);

describe('what the code cites', () => {
  it('stands in docs/bronnen.md', () => {
    const inComments = comments.flatMap(citedIn);
    const inTitles = titles.flatMap(citedInTitle);
    const inPages = pages.flatMap((text) => [...numbered(text), ...citedInTitle(text)]);
    const cited = new Set([...inComments, ...inTitles, ...inPages]);

    expect(inComments.length).toBeGreaterThan(200);
    expect(inTitles.length).toBeGreaterThan(300);
    expect(told.length).toBeGreaterThan(180);
    expect([...cited].filter((id) => !told.includes(id))).toEqual([]);
  });

  it('stands in titles of tests in one form, each id written out', () => {
    expect(called.length).toBeGreaterThan(1_500);
    expect(called.flatMap(oddIn)).toEqual([]);
    expect(oddIn('is asked [E4, risk R27], of %s [$wie]')).toEqual([]);
    for (const odd of [
      '[E4-E6]',
      '[E4 to E6]',
      '[E4; E5]',
      '[e4]',
      '(E4)',
      '[risk 27]',
      '[rule 3]',
    ])
      expect(oddIn(`is asked ${odd}`)).toEqual([odd]);
    // A risk without its word would be read as a row: there is none of that name.
    expect(told.filter((id) => /^R\d/.test(id))).toEqual([]);
  });

  it('is a page and a heading that are in the repository', () => {
    expect(comments.length).toBeGreaterThan(1_500);
    expect([...comments, ...pages].flatMap(lostIn)).toEqual([]);
  });

  it('is read from comments and titles with all its ids', () => {
    const comment =
      '/** Sorted as the others are (E4, D6 to D8); see rules 3 and 16 (risk R27). */';

    expect(citedIn(comment)).toEqual([
      ...['E4', 'D6', 'D7', 'D8', 'rule 3', 'rule 16', 'risk R27'],
    ]);
    expect(citedIn('/** A sheet of A4, and `(A1:F12)`, a range. */')).toEqual([]);
    expect(citedInTitle('is one person [A13, risk R41]: %s')).toEqual(['A13', 'risk R41']);
    expect(lostIn('ux.md §3, docs/bronnen.md#taps and docs/bronnen.md#nowhere')).toEqual([
      ...['ux.md', 'docs/bronnen.md#nowhere', '§3'],
    ]);
  });
});
