import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const read = (path: string) => readFileSync(path, 'utf8');

/** Every first group of a pattern in a text, each once. */
export const allOf = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
];

export const withoutFences = (text: string) => text.replace(/^```[^]*?^```/gm, '');

/** What stands in backticks in the first cells of tables. */
export const firstCells = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => allOf(line.split('|')[1] ?? '', /`([^`]+)`/g));

const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .replaceAll(' ', '-');
export const anchorsOf = (path: string) => allOf(read(path), /^#+ (.+)$/gm).map(slug);

/** Links to files and headings that are not there. */
export const linkFaults = (page: string, text: string) =>
  allOf(text, /\]\(([^)]+)\)/g).filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
