import { inflate } from '@sparticuz/chromium';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import project from '../package.json' with { type: 'json' };

const CACHE = resolve('node_modules/.cache');
const UNPACKED = `${CACHE}/chromium-${project.devDependencies['@sparticuz/chromium']}`;

/** The libraries and fonts are beside Chromium, so that a bare machine with only glibc can run it. */
const ARCHIVES = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];

/** The one in the archive looks in /tmp/fonts, and a page without fonts shows no text at all. */
const FONTS_CONF =
  '<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>';

/**
 * Unpacks Chromium once (2 s, 200 MB). Each process unpacks into a folder of its own, and the first to finish gives it
 * the final name, so that no process sees half a browser.
 */
async function unpack(): Promise<void> {
  if (existsSync(UNPACKED)) return;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(`${UNPACKED}-`);
  const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));

  const temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder; // the only way to tell inflate where to; it reads this before it first waits
  const unpacking = ARCHIVES.map((archive) => inflate(bin + archive));
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;

  await Promise.all(unpacking);
  writeFileSync(`${folder}/fonts/fonts.conf`, FONTS_CONF);
  try {
    renameSync(folder, UNPACKED);
  } catch {
    rmSync(folder, { recursive: true }); // another process was first
  }
}

/** Loopback addresses resolve, everything else does not: no page can fetch a font or send a report. */
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** A headless browser that reaches this machine only. On other platforms than Linux x64 it is the installed Chrome. */
export async function launchBrowser(): Promise<Browser> {
  const args = [LOOPBACK_ONLY, '--no-proxy-server'];
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    return chromium.launch({ channel: 'chrome', args });
  }
  await unpack();
  return chromium.launch({
    executablePath: `${UNPACKED}/chromium`,
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${UNPACKED}/al2023/lib`,
      FONTCONFIG_PATH: `${UNPACKED}/fonts`,
      XDG_CACHE_HOME: UNPACKED,
    },
  });
}
