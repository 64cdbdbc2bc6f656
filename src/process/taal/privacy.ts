import { bsnIn, bsnMetWoord } from './privacy/bsn.ts';
import { zonderBenoemd, zonderGetallen, zonderVerwijzingen } from './privacy/gewoon.ts';
import { ibansIn } from './privacy/iban.ts';
import { mailadressenIn } from './privacy/mail.ts';
import { telefoonsIn } from './privacy/telefoon.ts';
import { zonder, type Vondst } from './privacy/vondst.ts';
import { plat } from './schrift.ts';

/** What hints at personal data, in the order in which it is told. */
const NAMEN = {
  bsn: 'een burgerservicenummer',
  iban: 'een rekeningnummer',
  telefoon: 'een telefoonnummer',
  mail: 'een e-mailadres',
};

type Soort = keyof typeof NAMEN;

/**
 * How a text is looked through: what one finds is hidden from the next, and in between goes what a number is when it is no
 * number of a person. What is surest comes first.
 */
const GANG: readonly (((text: string) => string) | readonly [Soort, (text: string) => Vondst[]])[] =
  [
    ['iban', ibansIn],
    ['mail', mailadressenIn],
    ['bsn', bsnMetWoord],
    zonderVerwijzingen,
    zonderBenoemd,
    ['telefoon', telefoonsIn],
    zonderGetallen,
    ['bsn', bsnIn],
  ];

/** Without a digit or an address there is nothing to find. */
const KAN_IETS_ZIJN = /\d[^]*\d|@|[([]at[)\]]/i;

/** The kinds of personal data that these texts seem to hold, in Dutch, e.g. `een telefoonnummer`. */
export function personalDataIn(texts: readonly string[]): string[] {
  let rest = plat(texts.join('\n'));
  if (!KAN_IETS_ZIJN.test(rest)) return [];
  const found = new Set<Soort>();
  for (const stap of GANG) {
    if (typeof stap === 'function') rest = stap(rest);
    else {
      const [soort, vind] = stap;
      const vondsten = vind(rest);
      if (vondsten.length > 0) found.add(soort);
      rest = zonder(rest, vondsten);
    }
  }
  return Object.entries(NAMEN).flatMap(([soort, naam]) =>
    found.has(soort as Soort) ? [naam] : [],
  );
}
