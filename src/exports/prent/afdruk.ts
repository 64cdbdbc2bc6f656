import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { schoon } from '../shared/schoon.ts';
import { BREED, TEAMS_PX } from './stijl.ts';
import type { Vlak } from './vlak.ts';

/** A picture in two forms: to print, with its size in px, and to send. */
export interface Afdruk {
  readonly svg: string;
  readonly png: Buffer;
  readonly breed: number;
  readonly hoog: number;
}

/** Named in full, so that tools see that the package is used. */
const BESTANDEN = [
  {
    weight: 400,
    path: import.meta.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'),
  },
  {
    weight: 700,
    path: import.meta.resolve('@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf'),
  },
] as const;

let letters: Font[] | undefined;

/** Read once, with the first picture. */
function fonts(): Font[] {
  letters ??= BESTANDEN.map(({ weight, path }) => ({
    name: 'Open Sans',
    data: readFileSync(fileURLToPath(path)),
    weight,
    style: 'normal',
  }));
  return letters;
}

/** A drawing before its words are added. */
export interface Tekening {
  readonly svg: string;
  readonly breed: number;
  readonly hoog: number;
}

/** Letters become shapes, so that the viewer needs no font. The height follows from the content. */
export async function alsSvg(blad: Vlak, breed: number = BREED): Promise<Tekening> {
  const svg = await satori(blad, { width: breed, fonts: fonts() });
  return { svg, breed, hoog: Math.ceil(Number(/height="([\d.]+)"/.exec(svg)?.[1] ?? 0)) };
}

/** The numbers of items to try until the page fits; the rest is counted on the page. */
const PROBEER = [6, 5, 4, 3, 2, 1] as const;

/** The first that is not too high, or else the smallest. */
export async function passend(
  draw: (max: number) => Vlak,
  maat: { breed: number; hoog: number },
): Promise<Tekening> {
  let found = await alsSvg(draw(PROBEER[0]), maat.breed);
  for (const max of PROBEER.slice(1)) {
    if (found.hoog <= maat.hoog) break;
    found = await alsSvg(draw(max), maat.breed);
  }
  return found;
}

/** Enough for smooth edges; one more makes a picture twice as large. */
const KLEUREN = 16;
/** Bytes of a picture in a chat message: below 40 KB as base64, which older pages of Teams allow. */
const LICHT = 29_000;
/** px. Smaller is hard to read on a phone. */
const SMALST = 440;

/** As Teams takes it: never larger than allowed, and light where possible. */
export async function chatPng({ svg, breed, hoog }: Tekening): Promise<Buffer> {
  let width = Math.floor(Math.min(breed, TEAMS_PX, (TEAMS_PX * breed) / hoog));
  let png = await alsPng(svg, width);
  while (png.length > LICHT && width > SMALST) {
    width = Math.max(SMALST, Math.floor(width * 0.93));
    png = await alsPng(svg, width);
  }
  return png;
}

/** This many px wide. */
const alsPng = (svg: string, breed: number): Promise<Buffer> =>
  sharp(Buffer.from(svg))
    .resize({ width: breed })
    .png({ palette: true, colours: KLEUREN, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();

/** To print, this many px wide: larger than for chat, and made in a fifth of the time. */
export const drukPng = (svg: string, breed: number): Promise<Buffer> =>
  sharp(Buffer.from(svg))
    .resize({ width: breed })
    // An office program makes a palette with transparency wholly transparent.
    .flatten({ background: '#ffffff' })
    .png({ palette: true, colours: 32, dither: 0, compressionLevel: 6, effort: 1 })
    .toBuffer();

/** The drawing with its words in it, for screen readers and for people who hover over it. */
export async function afdruk(
  tekening: Tekening,
  titel: string,
  woorden: readonly string[],
): Promise<Afdruk> {
  const { svg, breed, hoog } = tekening;
  return { svg: metWoorden(svg, titel, woorden), png: await chatPng(tekening), breed, hoog };
}

export const metWoorden = (svg: string, titel: string, woorden: readonly string[]) =>
  // A function, because in a replacement text `$&` and the like would be patterns.
  svg.replace(
    />/,
    () => ` role="img"><title>${veilig(titel)}</title><desc>${veilig(woorden.join('\n'))}</desc>`,
  );

const TEKENS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const veilig = (text: string) =>
  schoon(text).replace(/[&<>"]/g, (teken) => TEKENS.get(teken) ?? '');
