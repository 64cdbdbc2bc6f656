import type { Check } from '../contract/contract.ts';

/** What stands and what is missing, in two lines: `Klaar: 12 problemen · Prioriteitenlijst (4)`. */
export const gereedRegels = (checks: readonly Check[]): string[] =>
  [
    { naam: 'Klaar', zinnen: zinnen(checks, true) },
    { naam: 'Nog niet klaar', zinnen: zinnen(checks, false) },
  ].flatMap(({ naam, zinnen: found }) =>
    found.length > 0 ? [`${naam}: ${found.join(' · ')}`] : [],
  );

const zinnen = (checks: readonly Check[], isKlaar: boolean): string[] =>
  checks.filter(({ klaar }) => klaar === isKlaar).map(({ zin }) => zin);
