/** What a file of plain text is. */
export type Tekst = 'webpagina' | 'tekening' | 'mail' | 'csv' | 'rtf' | 'script' | 'tekst';

const HOOFD_BYTES = 4_096;

/** A file that begins so is text of this kind. */
const BEGIN: readonly (readonly [RegExp, Tekst])[] = [
  [/^\{\\rtf/, 'rtf'],
  [/^#!|^@echo\b/i, 'script'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[\s\S]*?)?<svg\b/i, 'tekening'],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|script|div|p)\b/i,
    'webpagina',
  ],
  [
    /^(?:(?:Return-Path|Received|From|To|Cc|Date|Subject|Message-ID|MIME-Version|Delivered-To|X-[\w-]+|DKIM-[\w-]+|Authentication-Results|ARC-[\w-]+|Content-Type|Thread-[\w-]+):.*\n(?:[ \t].*\n)*){2}/i,
    'mail',
  ],
];

/** Names by which a system runs a text. */
const SCRIPTS =
  'bat cmd ps1 psm1 vbs vbe js mjs jse wsf wsh hta sh py pl rb php reg lnk url scf inf'.split(' ');

/** The kind of text that these bytes are; undefined when they are no text. */
export function tekstVan(bytes: Uint8Array, einde: string): Tekst | undefined {
  const hoofd = leesbaar(bytes.subarray(0, HOOFD_BYTES));
  if (hoofd === undefined) return undefined;
  const begin = hoofd.replaceAll('\r\n', '\n').trimStart();
  const found = BEGIN.find(([vorm]) => vorm.test(begin))?.[1];
  if (found) return found;
  if (SCRIPTS.includes(einde)) return 'script';
  if (einde === 'eml') return 'mail';
  return einde === 'csv' || einde === 'tsv' || isTabel(begin) ? 'csv' : 'tekst';
}

/** The bytes as text; undefined when they hold what no text holds. */
function leesbaar(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const soort = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : '';
  const text = new TextDecoder(soort === '' ? 'utf-8' : soort).decode(bytes);
  // A text of before UTF-8 holds bytes that are no UTF-8, but no controls either.
  return /[^\P{Cc}\t\n\v\f\r]/u.test(text) ? undefined : text;
}

/** Several lines with the same number of separators. */
function isTabel(text: string): boolean {
  const regels = text
    .split('\n')
    .slice(0, 6)
    .filter((regel) => regel.trim() !== '');
  return [';', '\t', ','].some((teken) => {
    const [eerste = 0, ...meer] = regels.slice(0, -1).map((regel) => regel.split(teken).length);
    return eerste > 1 && meer.length > 0 && meer.every((aantal) => aantal === eerste);
  });
}
