import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tokens from '@fluentui/tokens';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CLIENT = here('../src/tab/client');
const ASSETS = here('../assets');
const STAMP = `${ASSETS}/.gemaakt-van`;

/** The themes of Teams, by the names that Teams uses. */
const THEMES = {
  default: tokens.teamsLightTheme,
  dark: tokens.teamsDarkTheme,
  contrast: tokens.teamsHighContrastTheme,
};

/** A text over everything the files are made from. While it stays the same, they are not made again. */
function stamp(): string {
  const files = readdirSync(CLIENT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const sources = [...files, here('../package-lock.json')];
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const source of sources) hash.update(source).update(readFileSync(source));
  return hash.digest('hex');
}

/** The colours that stand in the style, once per theme. Throws on a colour that no theme has. */
function colours(): string {
  const files = readdirSync(CLIENT).filter((file) => file.endsWith('.css'));
  const own = files.map((file) => readFileSync(`${CLIENT}/${file}`, 'utf8')).join('\n');
  const used = [...new Set([...own.matchAll(/var\(--(\w+)\)/g)].map(([, name = '']) => name))];
  const blocks = Object.entries(THEMES).map(([name, theme]) => {
    const lines = used.sort().map((token) => `--${token}:${valueOf(theme, token)}`);
    return `html[data-theme='${name}']{${lines.join(';')}}`;
  });
  return blocks.join('\n');
}

function valueOf(theme: Readonly<Record<string, unknown>>, token: string): string {
  const value = theme[token];
  if (typeof value !== 'string') throw new Error(`tab.css: no token ${token}`);
  return value;
}

/** Puts the colours before the style, for vite to go on with. */
const colouring: Plugin = {
  name: 'colours',
  enforce: 'pre',
  transform: (css, id) => (id.endsWith('/tab.css') ? `${colours()}\n${css}` : undefined),
};

/** The script, and the style that it names, under names that change with what is in them. */
async function make(outDir: string): Promise<void> {
  const { build } = await import('vite');
  const output = { entryFileNames: 'tab-[hash].js', assetFileNames: 'tab-[hash][extname]' };
  await build({
    configFile: false,
    logLevel: 'error',
    root: CLIENT,
    plugins: [colouring],
    build: {
      ...{ outDir, target: 'es2023', modulePreload: false },
      rolldownOptions: { input: `${CLIENT}/main.ts`, output },
    },
  });
}

/** Makes the files that the browser needs for the tab in `assets/`, unless they are there already. */
export async function buildTab(): Promise<void> {
  const now = stamp();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  mkdirSync(ASSETS, { recursive: true });
  // Made in a folder of its own first, so that no reader sees half a file.
  const folder = mkdtempSync(`${ASSETS}/nieuw-`);
  await make(folder);
  const made = readdirSync(folder);
  for (const file of made) renameSync(`${folder}/${file}`, `${ASSETS}/${file}`);
  const all = readdirSync(ASSETS).filter((file) => /\.(js|css)$/.test(file));
  for (const file of all) if (!made.includes(file)) rmSync(`${ASSETS}/${file}`, { force: true });
  rmSync(folder, { recursive: true });
  writeFileSync(STAMP, now);
}

if (import.meta.main) await buildTab();
