// What people type and paste comes in many forms of the same signs. What is kept looks as they typed it; what is compared,
// counted or searched goes through one form.

/** The ends of lines of whatever program: a soft one from a slide or a cell, a page, an old mainframe. */
const REGELEINDEN = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Signs that turn the text after them around. They have no width, so what stood on both sides stood together. */
const OMKEREN = /^[\u202A-\u202E\u2066-\u2069]+$/;

/** Those, and what shows nothing and has no place in a file: controls, halves of signs, signs that are none. */
const STURING = /(?:[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069])+/gu;

/** A text as it is kept and shown: the signs that somebody typed, without those that no reader sees the use of. */
export const schoon = (text: string): string =>
  text
    .replace(REGELEINDEN, '\n')
    .replace(STURING, (found, at: number, all: string) =>
      OMKEREN.test(found) || isRand(all, at, at + found.length) ? '' : ' ',
    )
    .normalize('NFC');

/** True where no two words would come together when what stands between these places went. */
const isRand = (text: string, van: number, tot: number) =>
  !/\S/.test(text.charAt(van - 1)) || !/^[^\s\p{M}]/u.test(text.slice(tot, tot + 2));

/** Signs that show nothing: of no width, a filler of a script, the place of a picture that did not come along. */
const ONZICHTBAAR =
  /[\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFC\u{1D159}\u{13441}\u{13442}]/gu;

/** True when there is something to read. */
export const isLeesbaar = (text: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(ONZICHTBAAR, ''));

/** Signs that people type for one another, with the one that stands for all. */
const ALS_EEN: readonly (readonly [RegExp, string])[] = [
  [/[\p{Pd}\u00AF\u02D7\u2043\u2212]/gu, '-'],
  [
    /[\u00B7\u0387\u0589\u06D4\u2022\u2024\u2027\u2219\u22C5\u25CF\u25E6\u2E31\u2E33\u3002\u30FB\uFF0E\uFF61\uFF65]/gu,
    '.',
  ],
  [/[\u0060\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u201A\u201B\u2032]/gu, "'"],
  [/[\u00AB\u00BB\u201C-\u201F\u2033]/gu, '"'],
];

/** The signs of a keyboard are in one form already, and most texts hold no other. */
const isGewoon = (text: string) => /^[\n\x20-\x5F\x61-\x7E]*$/.test(text);

/** A text with one sign for each space, dash, dot, quote and digit, and none that nobody sees: to look for something in. */
export function plat(text: string): string {
  if (isGewoon(text)) return text;
  // Some compatibility forms are made of such signs, and others come apart into a space and a mark.
  return alsEen(alsEen(schoon(text).replace(ONZICHTBAAR, '')).normalize('NFKC'))
    .replace(/[^\S\n]/g, ' ')
    .replace(/(?![0-9])\p{Nd}/gu, cijfer);
}

const alsEen = (text: string) => ALS_EEN.reduce((nu, [signs, een]) => nu.replace(signs, een), text);

/** The digit of any script that has its own: they are ten in a row, with no digit before the nought. */
function cijfer(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let waarde = 0;
  while (waarde < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - waarde - 1))) waarde += 1;
  return String(waarde);
}

/** What two texts have in common that a reader calls the same, whatever their capitals, spaces and dashes. */
export const sleutel = (text: string): string =>
  // By capitals, because some signs have only those in common, such as ß and ss.
  plat(text)
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

/** Bullets, arrows, ticks and boxes that stand for nothing else, and the private signs that a word processor has for them. */
const BOLLETJE = String.raw`[•·‣⁃●◦›»✓✔☐☑☒❖➔\u2190-\u21FF\u25A0-\u25FF\u2798-\u27AF\u27B1-\u27BE\u27F0-\u27FF\uF000-\uF0FF]`;

/** Those as a small picture, and what changes how it looks. Any other picture is part of what somebody wrote. */
const PLAATJE = String.raw`(?:${BOLLETJE}|[✅👉☞🔶-🔹])[\uFE0E\uFE0F\p{Emoji_Modifier}]*`;

/** A number that is one sign: in a key, a circle or brackets. */
const NUMMER = String.raw`[0-9]\uFE0F?\u20E3|[\u2460-\u249B\u2776-\u2793]`;

/** What stands before a line of a list: a bullet of whatever program, a box to tick, a number, a letter with a bracket. */
const MERK = new RegExp(
  String.raw`^\s*(?:${[
    String.raw`[\p{Pd}*+>](?:\s+|$)`,
    String.raw`(?:${BOLLETJE}\uFE0E?(?!\uFE0F))+`,
    // A picture or such a number alone is what somebody wrote.
    String.raw`(?:${PLAATJE}|${NUMMER})+(?=.*[\p{L}\p{N}])`,
    // The letters that such a font shows as a bullet.
    String.raw`[oØ§ü]\t`,
    String.raw`\[[ xX]?\]`,
    String.raw`\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)(?:\s+|$)`,
    String.raw`(?:\d{1,3}\.)+(?:\s+|$)`,
    String.raw`\d{1,3}\t(?=\D)`,
  ].join('|')})\s*`,
  'u',
);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const ROMEINS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const groot = (teller: string) => teller.toUpperCase();

/** What counts the lines of a list. Not a capital with a dot: that is the first name of an `A. Jansen` above a `B. Bos`. */
const TELLERS: readonly (readonly string[])[] = [
  ...[LETTERS, ROMEINS, ROMEINS.map(groot)].map((rij) => rij.map((teller) => `${teller}.`)),
  ...[LETTERS, ROMEINS, LETTERS.map(groot), ROMEINS.map(groot)].map((rij) =>
    rij.map((teller) => `${teller})`),
  ),
];
const GETELD = /^\s*\(?([a-z]{1,4}[.)])\s+/i;

/** The lines without what counts them. One alone may be a first name; only in a row from the first on it counts. */
function zonderTellers(lines: readonly string[]): readonly string[] {
  const tellers = lines.map((line) => GETELD.exec(line)?.[1]);
  const isGeteld =
    lines.length > 1 && TELLERS.some((rij) => tellers.every((teller, at) => teller === rij[at]));
  return isGeteld ? lines.map((line) => line.replace(GETELD, '')) : lines;
}

function zonderMerk(regel: string): string {
  const rest = regel.replace(MERK, '');
  return rest === regel ? regel : zonderMerk(rest);
}

/** What a line of a list says: on one line, without what stands before it and between it and the next. */
const kaal = (regel: string) =>
  zonderMerk(regel)
    .replace(/\s+/g, ' ')
    .replace(/[;,](?: en)? ?$/, '')
    .trim();

/** The lines of a typed or pasted list, each once, as first written. One line may hold several, as a row of a sheet does. */
export const regelsUit = (text: string): string[] => eersteVanElk(alleRegelsUit(text));

/** What stands more than once in such a list, as first written. */
export const dubbelIn = (text: string): string[] => {
  const alle = alleRegelsUit(text);
  return regelsUit(text).filter(
    (regel) => alle.filter((ander) => sleutel(ander) === sleutel(regel)).length > 1,
  );
};

function alleRegelsUit(text: string): string[] {
  const typed = schoon(text).split('\n').filter(isLeesbaar);
  const lines = zonderTellers(typed);
  const parts = lines.length === 1 ? zonderMerk(lines[0] ?? '').split(/[\t;]/) : lines;
  return parts.map(kaal).filter(isLeesbaar);
}

/** Each text once, as first written. */
function eersteVanElk(teksten: readonly string[]): string[] {
  const gezien = new Set<string>();
  return teksten.filter((tekst) => {
    const nieuw = !gezien.has(sleutel(tekst));
    gezien.add(sleutel(tekst));
    return nieuw;
  });
}
