import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** One file for the browser, ready to send. */
export interface Asset {
  type: string;
  bytes: Buffer;
  gzip: Buffer;
  /** Changes with the content. It is part of the address, so that a browser may keep the file for ever. */
  version: string;
}

const FOLDER = new URL('../../assets/', import.meta.url);

/** The script and the style of the tab. Throws when they were not built. */
export function readAssets(): { script: Asset; style: Asset } {
  return {
    script: asset('tab.js', 'text/javascript; charset=utf-8'),
    style: asset('tab.css', 'text/css; charset=utf-8'),
  };
}

function asset(name: string, type: string): Asset {
  const bytes = read(name);
  const version = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  return { type, bytes, gzip: gzipSync(bytes), version };
}

function read(name: string): Buffer {
  try {
    return readFileSync(new URL(name, FOLDER));
  } catch (cause) {
    throw new Error(`assets/${name} is not there: run "npm run build:tab" first`, { cause });
  }
}
