import { plat } from '../taal/schrift.ts';

/** The most signs of a whole file name, with its extension. */
const MAX = 80;

/** Names that Windows reserves, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system accepts: letters, digits and hyphens. `delen` may hold user text; `ext` is ours. Never
 * empty, never hidden, never a path.
 */
export function bestandsnaam(delen: readonly string[], ext: string): string {
  const words = delen
    // Half of a name of any length tells enough, and what is longer costs time for nothing.
    .map((deel) => inLetters(deel.slice(0, 400)))
    .map((deel) => deel.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter((deel) => deel !== '');
  const naam = words
    .join('-')
    .slice(0, MAX - ext.length - 1)
    .replace(/-+$/, '');
  const safe = naam === '' || RESERVED.test(naam) ? `bestand${naam && '-'}${naam}` : naam;
  return `${safe}.${ext}`;
}

/** Letters that are no letter of ours with an accent, each with how it is written in ours. */
const ANDERS = new Map(
  `ßss æae œoe øo łl đd ðd þth ıi ħh ŋng ŧt əe ĸk
αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo
аa бb вv гg дd еe жzh зz иi йj кk лl мm нn оo пp рr сs тt уu фf хch цts чtsj шsj щsjtsj ъ- ыy ьj эe юju яja
ђdj єje іi їji јj љlj њnj ћc џdz ґg ўu`
    .split(/\s+/)
    .map((woord) => [[...woord][0], woord.slice(1)]),
);

/** A sign of another script or with another shape, in our letters; undefined for one that we do not know. */
function inOnze(sign: string): string | undefined {
  const klein = ANDERS.get(sign);
  if (klein !== undefined) return klein;
  const wij = ANDERS.get(sign.toLowerCase());
  return wij && wij.charAt(0).toUpperCase() + wij.slice(1);
}

/** A text in the letters that every system has. Of a script that has no such letters each sign keeps its number. */
const inLetters = (deel: string): string =>
  plat(deel)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\P{L}A-Za-z]|[^\P{N}0-9]/gu, (sign) => inOnze(sign) ?? `-${nummerVan(sign)}-`);

const nummerVan = (sign: string) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`;
