import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import project from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = 'build/programma';

/** Built into the tab's script, which is in `assets` already. */
const BUILT_IN = ['@microsoft/teams-js'];
/** Files that help developers and are not needed to run it. Licences stay. */
const NOT_RUN =
  /\.(d\.[cm]?ts|[cm]?ts|tsx|map|md|markdown|flow|tsbuildinfo)$|\/(tests?|docs?|example)\//i;
const LICENCE = /^(licen[cs]e|copying|notice)/i;
const TELLS_LICENCE = /^(licen[cs]e|copying|notice|readme|authors)/i;
/** A zip holds its dates without a time zone. One fixed date makes the same input give the same bytes. */
const ZIP_DATE = new Date(2026, 0, 1);

const { values } = parseArgs({ options: { 'no-zip': { type: 'boolean' } } });
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error(
    `The bundle runs on Linux x64 and has to be made there; this is ${process.platform} ${process.arch}.`,
  );
  process.exit(1);
}
const packages = runTimePackages();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
execFileSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit', cwd: ROOT });
cpSync('dist', FOLDER, { recursive: true, filter: (path) => !path.endsWith('.map') });
cpSync('scripts/start.js', join(FOLDER, 'start.js'));
cpSync('LICENSE', join(FOLDER, 'LICENSE'));
writeFileSync(join(FOLDER, 'package.json'), `${JSON.stringify(shipped(), null, 2)}\n`);
for (const path of packages) copyPackage(path);

const files = globSync('**/*', { cwd: FOLDER }).filter((file) => isFile(join(FOLDER, file)));
const bytes = files.reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0);
console.log(`${FOLDER}: ${packages.length} packages, ${files.length} files, ${mb(bytes)}`);
if (!values['no-zip']) {
  const contents = files.sort().map((file) => [file, readFileSync(join(FOLDER, file))] as const);
  const zip = zipSync(Object.fromEntries(contents), { mtime: ZIP_DATE, level: 6 });
  writeFileSync(`${FOLDER}.zip`, zip);
  console.log(`${FOLDER}.zip: ${mb(zip.length)}`);
}

function mb(count: number): string {
  return `${(count / 1e6).toFixed(0)} MB`;
}

/** The package.json of what runs: two commands, and nothing to install. */
function shipped() {
  const { name, version, license, type, dependencies } = project;
  const scripts = { start: 'node start.js', admin: 'node src/admin/main.js' };
  const engines = { node: '>=24' };
  return { name, version, private: true, license, type, engines, scripts, dependencies };
}

/** The folders of the packages that the program needs, by the lock file, so that what was tested is what is shipped. */
function runTimePackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<
      string,
      { dev?: boolean; optional?: boolean; devOptional?: boolean; link?: boolean }
    >;
  };
  const needed = Object.entries(packages).filter(
    ([path, { dev, devOptional, link }]) => path !== '' && !dev && !devOptional && !link,
  );
  const missing = needed.filter(([path, { optional }]) => !optional && !existsSync(path));
  if (missing.length > 0) {
    console.error('The packages are not as package-lock.json says: run "npm ci" first.');
    process.exit(1);
  }
  return needed
    .map(([path]) => path)
    .filter((path) => existsSync(path))
    .filter((path) => !BUILT_IN.some((name) => path === `node_modules/${name}`))
    .filter((path) => !path.includes('node_modules/@types/'));
}

/**
 * Copies one package without the packages inside it, which are copied by themselves. A package without a licence file
 * keeps the file that tells its licence.
 */
function copyPackage(path: string): void {
  const tells = readdirSync(path).some((name) => LICENCE.test(name)) ? LICENCE : TELLS_LICENCE;
  cpSync(path, join(FOLDER, path), {
    recursive: true,
    filter: (from) => {
      const inside = relative(path, from);
      return !inside.split('/').includes('node_modules') && !isLeftOut(inside, from, tells);
    },
  });
}

function isLeftOut(inside: string, from: string, tells: RegExp): boolean {
  return NOT_RUN.test(`/${inside}`) && !tells.test(basename(inside)) && isFile(from);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
