/** A pattern that hints at personal data. */
interface Pattern {
  naam: string;
  /** The parts of the text that hint at it, as they stand there. */
  found: (text: string) => string[];
}

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([all]) => all);

/** In order: what one pattern finds is hidden from the next ones. */
const PATTERNS: readonly Pattern[] = [
  {
    naam: 'een burgerservicenummer',
    found: (text) => matches(text, /(?<!\d)(?:\d(?:[ .-]?\d){8}|\d{8})(?!\d)/g).filter(isBsn),
  },
  {
    naam: 'een rekeningnummer',
    found: (text) => matches(text, /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/gi).filter(isIban),
  },
  {
    naam: 'een telefoonnummer',
    found: (text) =>
      matches(
        text,
        /(?<![\p{L}\d.,+])\(?(?:(?:\+31|0031)[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ ./)-]{0,2}\d){8}(?!\d)/gu,
      ),
  },
  {
    naam: 'een e-mailadres',
    found: (text) => matches(text, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g),
  },
];

/** Dates and times are no number of a person, but several in a row look like one. */
const MOMENTS =
  /(?<!\d)(?:\d{1,2}([-/.])\d{1,2}\1\d{4}|\d{4}-\d{2}-\d{2}|(?:[01]?\d|2[0-3])[.:][0-5]\d)(?!\.?\d)/g;

/** The eleven test: nine digits (a leading zero may be left out), weights 9 to 2 and -1. */
function isBsn(found: string): boolean {
  const nine = found.replace(/\D/g, '').padStart(9, '0');
  if (/^0+$/.test(nine)) return false;
  const sum = [...nine].reduce(
    (total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at),
    0,
  );
  return sum % 11 === 0;
}

/** The account numbers of every country hold at least this many digits; words do not. */
const IBAN_DIGITS = 10;

/** True when some beginning of it passes the mod 97 test of ISO 13616: the pattern may have included words that follow. */
function isIban(found: string): boolean {
  const signs = found.replaceAll(' ', '').toUpperCase();
  return Array.from({ length: signs.length - 14 }, (_, at) => signs.slice(0, 15 + at)).some(
    (part) => part.replace(/\D/g, '').length >= IBAN_DIGITS && passesMod97(part),
  );
}

/** Over the digits, with letters as 10 to 35, the first four signs last. */
function passesMod97(iban: string): boolean {
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** The kinds of personal data that these texts seem to hold, in Dutch, e.g. `een telefoonnummer`. */
export function personalDataIn(texts: readonly string[]): string[] {
  let rest = texts.join('\n').replace(MOMENTS, '#');
  return PATTERNS.flatMap(({ naam, found }) => {
    const hits = found(rest);
    rest = hits.reduce((left, hit) => left.replaceAll(hit, '#'), rest);
    return hits.length > 0 ? [naam] : [];
  });
}
