import { SOORTEN } from '../process/feiten/upload.ts';
import { isLeesbaar, schoon } from '../process/taal/schrift.ts';

/** The most signs of a name, with its end. */
const MAX = 200;

/** The ends by which a kind may go as it is; a reader of any system opens these by themselves. */
const GEWOON: ReadonlyMap<string, readonly string[]> = new Map([['jpg', ['jpg', 'jpeg']]]);

/** Ends that say what a file is, and so are wrong behind a file that is something else. Of any other it is not sure. */
const BEKEND: ReadonlySet<string> = new Set([
  ...SOORTEN.flatMap(({ id, ook }): string[] => [id, ...ook]),
  ...'doc dot docm dotx dotm rtf xls xlt xlsm xlsb xltx xltm ppt pps pptm ppsx potx ott ots otp'.split(
    ' ',
  ),
  ...'heic heif hif avif tif tiff bmp dib svg jp2 psd pages numbers key'.split(' '),
  ...'txt csv htm html xml json eml msg zip bin dat tmp'.split(' '),
]);

/** The end of a name in small letters; empty when it has none. */
export const eindeVan = (naam: string): string =>
  /\.([^.\s]+)$/.exec(naam.trim())?.[1]?.toLowerCase() ?? '';

/**
 * The name that a file of this kind goes by: with the end of its kind, whatever its owner called it, and short enough,
 * cut between whole signs. Never a path, never empty.
 */
export function naamMetEinde(naam: string, soort: string): string {
  const kaal = laatste(schoon(naam))
    .replace(/\s+/g, ' ')
    .replace(/[ .]+$/, '')
    .trim();
  const einde = eindeVan(kaal);
  const isGoed = (GEWOON.get(soort) ?? [soort]).includes(einde);
  const stam = (BEKEND.has(einde) ? kaal.slice(0, -einde.length - 1) : kaal).replace(/[\s.]+$/, '');
  const achter = isGoed ? kaal.slice(-einde.length) : soort;
  const romp = ingekort(stam, MAX - achter.length - 1);
  return `${isLeesbaar(romp) ? romp : 'bestand'}.${achter}`;
}

/** Some browsers name the whole path. */
const laatste = (naam: string) => naam.split(/[/\\]/).at(-1) ?? '';

const SIGNS = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** As much of the text as fits in so many UTF-16 units, in whole signs as a reader sees them. */
function ingekort(text: string, max: number): string {
  if (text.length <= max) return text;
  let kort = '';
  for (const { segment } of SIGNS.segment(text)) {
    if (kort.length + segment.length > max) break;
    kort += segment;
  }
  return kort.trimEnd();
}
