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

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CLIENT = here('../src/tab/client');
const ASSETS = here('../assets');
/** First the style of every page, then the one that only some pages need. */
const STYLES = ['tab.css', 'overleg.css'];
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

/** The style with its colours filled in, once for each theme. Throws on a colour that no theme has. */
function style(): string {
  const own = STYLES.map((file) => readFileSync(`${CLIENT}/${file}`, 'utf8')).join('\n');
  const used = [...new Set([...own.matchAll(/var\(--(\w+)\)/g)].map(([, name = '']) => name))];
  const blocks = Object.entries(THEMES).map(([name, theme]) => {
    const lines = used.sort().map((token) => `--${token}:${valueOf(theme, token)}`);
    return `html[data-theme='${name}']{${lines.join(';')}}`;
  });
  return [...blocks, minified(own)].join('\n');
}

function valueOf(theme: Readonly<Record<string, unknown>>, token: string): string {
  const value = theme[token];
  if (typeof value !== 'string') throw new Error(`tab.css: no token ${token}`);
  return value;
}

const minified = (css: string) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1');

async function script(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    root: CLIENT,
    build: {
      ...{ outDir, target: 'es2023', modulePreload: false },
      rolldownOptions: { input: `${CLIENT}/main.ts`, output: { entryFileNames: 'tab.js' } },
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
  await script(folder);
  writeFileSync(`${folder}/tab.css`, style());
  for (const file of ['tab.js', 'tab.css']) renameSync(`${folder}/${file}`, `${ASSETS}/${file}`);
  rmSync(folder, { recursive: true });
  writeFileSync(STAMP, now);
}

if (import.meta.main) await buildTab();
