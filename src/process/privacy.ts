/** A pattern that hints at personal data of somebody. */
interface Pattern {
  naam: string;
  found: (text: string) => boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    naam: 'een burgerservicenummer',
    found: (text) => candidates(text, /(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/g).some(isBsn),
  },
  {
    naam: 'een rekeningnummer',
    found: (text) =>
      candidates(text.toUpperCase(), /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/g).some(isIban),
  },
  {
    naam: 'een telefoonnummer',
    found: (text) =>
      /(?<![\d.,])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)/.test(text),
  },
  { naam: 'een e-mailadres', found: (text) => /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.test(text) },
];

const candidates = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([found]) => found.replace(/[ .-]/g, ''));

/** The eleven test: nine digits (a leading zero may be left out), weights 9 to 2 and -1. */
function isBsn(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  if (nine.length !== 9 || /^0+$/.test(nine)) return false;
  const sum = [...nine].reduce(
    (total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at),
    0,
  );
  return sum % 11 === 0;
}

/** Some beginning of it passes the mod 97 test of ISO 13616: the pattern may have taken following words along. */
function isIban(found: string): boolean {
  return Array.from({ length: found.length - 14 }, (_, at) => found.slice(0, 15 + at)).some(
    passesMod97,
  );
}

/** Over the digits, with letters as 10 to 35, the first four signs last. */
function passesMod97(iban: string): boolean {
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** What in these texts looks like personal data, in Dutch, e.g. `een telefoonnummer`. */
export function personalDataIn(texts: readonly string[]): string[] {
  return PATTERNS.filter(({ found }) => texts.some(found)).map(({ naam }) => naam);
}
