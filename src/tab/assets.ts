import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** One file for the browser, ready to send. */
export interface Asset {
  /** Changes with the content, so that a browser may keep for ever what it got under this name. */
  name: string;
  type: string;
  bytes: Buffer;
  gzip: Buffer;
}

const FOLDER = fileURLToPath(new URL('../../assets', import.meta.url));

/** The script and the style of the tab. Throws when they were not built. */
export function readAssets(): { script: Asset; style: Asset } {
  return {
    script: asset('tab-*.js', 'text/javascript; charset=utf-8'),
    style: asset('tab-*.css', 'text/css; charset=utf-8'),
  };
}

function asset(names: string, type: string): Asset {
  const [name] = globSync(names, { cwd: FOLDER });
  if (name === undefined)
    throw new Error(`assets/${names} is not there: run "npm run build:tab" first`);
  const bytes = readFileSync(join(FOLDER, name));
  return { name, type, bytes, gzip: gzipSync(bytes) };
}
