import { isLeesbaar, schoon } from './schrift.ts';

/** Signs of no width that come along when an address is copied. */
const RAND = /[\u200B-\u200F\u2060\uFEFF\u00AD]/gu;
/** An address in a text: up to a space, a bracket or a quote, or to where the address of a marked text begins. */
const ADRES = /https:\/\/(?:(?!\]\()[^\s<>"“”„«»])+/giu;

const isLink = (text: string) =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && !/\s/.test(text);

/** Why there is no link in a text: none at all, several, or one that may go on behind a space, as that of a file does. */
type GeenLink = 'geen' | 'meer' | 'tekst';

/** The one https address in a text. */
export function linkUit(text: string): { link: string } | { fout: GeenLink } {
  const kaal = schoon(text).replace(RAND, '').trim();
  if (isLink(kaal)) return { link: kaal };
  const adressen = [...kaal.matchAll(ADRES)];
  const links = new Set(adressen.map(([adres]) => zonderZinsteken(adres)).filter(isLink));
  const [link] = links;
  if (link === undefined) return { fout: 'geen' };
  if (links.size > 1) return { fout: 'meer' };
  return adressen.some((adres) => gaatDoor(kaal, adres)) ? { fout: 'tekst' } : { link };
}

/** Without the marks of the sentence around it: a bracket belongs to it only when it was opened in it. */
function zonderZinsteken(adres: string): string {
  const rest = adres.replace(/[.,;:!?'’*]+$/u, '');
  const isTeVeel = HAAKJES.some(
    ([open, dicht]) => rest.endsWith(dicht) && rest.split(open).length < rest.split(dicht).length,
  );
  return isTeVeel ? zonderZinsteken(rest.slice(0, -1)) : rest;
}

const HAAKJES = [
  ['(', ')'],
  ['[', ']'],
] as const;

/** True where more of the line may belong to the address. */
function gaatDoor(text: string, { 0: adres, index }: RegExpExecArray): boolean {
  if (text.charAt(index - 1) === '<' || zonderZinsteken(adres) !== adres) return false;
  const [rest = ''] = text.slice(index + adres.length).split('\n');
  const isBegin = !isLeesbaar(text.slice(0, index));
  return /^[ \t]+\S/.test(rest) && (isBegin || /\/|\.\w{2,4}(?!\w)/.test(rest));
}
